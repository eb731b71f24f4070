package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.entity.ActorProfile;
import org.polylogue.discourse.entity.corpus.ActorIndex;
import org.polylogue.discourse.entity.corpus.MergeDecisions;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.layer.Table;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Actor;
import org.polylogue.results.Results;
import org.polylogue.results.run.CsvTable;
import org.polylogue.results.run.OutputFolder;
import picocli.CommandLine;

/** {@code polylogue actors}. */
@CommandLine.Command(
    name = "actors",
    description = "Tells which actors of all articles are the same, and takes your decisions.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "DIR/merges.csv lists what was merged and why, and what may be one actor. "
          + "Write accept or reject into its first column and give it as --decisions; "
          + "then give DIR/table.csv to analyze --actors. See docs/formats/discourse.md.",
      "",
      "Example: polylogue actors results --out merged --decisions merged/merges.csv"
    })
public final class ActorsCommand implements Callable<Integer> {

  private static final String MERGES = "merges.csv";
  private static final int NAMED_IDS = 10;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** An actor in an article and its comments. */
  private record Found(String articleId, String actorId, int mentions) {}

  @CommandLine.Parameters(
      arity = "1..*",
      paramLabel = "RESULTS",
      description = "Results of polylogue analyze.")
  private List<Path> inputs = List.of();

  @CommandLine.Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for merges.csv, table.csv and actors.csv; made if missing.")
  private Path out;

  @CommandLine.Option(
      names = "--decisions",
      paramLabel = "FILE",
      description = "A merges.csv with your decisions: accept or reject.")
  private Path decided;

  @CommandLine.Option(
      names = "--actors",
      paramLabel = "FILE",
      description = "CSV table of actors that you know, as for analyze.")
  private Path known;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private final List<Found> found = new ArrayList<>();
  private final Map<String, Path> articles = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  /** The command. */
  public ActorsCommand() {}

  @Override
  public Integer call() throws IOException {
    inputs.forEach(this::check);
    MergeDecisions decisions = decisions();
    ActorTable table = known == null ? ActorTable.EMPTY : ActorTable.read(known);
    ActorIndex.Builder builder = ActorIndex.builder().decisions(decisions).table(table);
    try {
      for (Path input : inputs) {
        try (Stream<Discourse> discourses = new Results().read(input)) {
          discourses.forEach(discourse -> add(discourse, input, builder));
        }
      }
    } catch (CorpusException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    ActorIndex index = builder.build();
    sayUnknown(decisions.unknownIn(index));
    write(index, decisions);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d actors in %d articles; %d merges, %d proposals in %s%n",
            index.actors().size(),
            articles.size(),
            index.merges().size(),
            index.proposals().size(),
            out.resolve(MERGES));
    return 0;
  }

  private void check(Path input) {
    ResultInputs.check(input);
    Path place = out.toAbsolutePath().normalize();
    Path results = input.toAbsolutePath().normalize();
    if (place.equals(results) || Files.isRegularFile(input) && place.equals(results.getParent())) {
      throw new CommandFailure("actors.csv of " + out + " would be lost; choose another --out");
    }
  }

  private MergeDecisions decisions() throws IOException {
    if (decided != null) {
      return MergeDecisions.read(decided);
    }
    Path earlier = out.resolve(MERGES);
    if (Files.exists(earlier) && !MergeDecisions.read(earlier).isEmpty()) {
      throw new CommandFailure(
          earlier + " holds decisions; add --decisions " + earlier + " or choose another --out");
    }
    return MergeDecisions.NONE;
  }

  private void add(Discourse discourse, Path input, ActorIndex.Builder builder) {
    String id = discourse.conversation().article().id();
    Path before = articles.putIfAbsent(id, input);
    if (before != null) {
      throw new CommandFailure(
          "article " + id + " is in " + before + " and again in " + input + "; give it once");
    }
    Map<String, Integer> mentions = new HashMap<>();
    discourse.documents().stream()
        .flatMap(document -> document.mentions().stream())
        .filter(mention -> !mention.byPronoun())
        .forEach(mention -> mentions.merge(mention.meantActorId(), 1, Integer::sum));
    for (Actor actor : discourse.actors()) {
      int count = mentions.getOrDefault(actor.id(), 0);
      builder.add(id, actor, ActorProfile.ofNames(actor), count);
      found.add(new Found(id, actor.id(), count));
    }
    BETWEEN_WORDS
        .splitAsStream(discourse.conversation().article().text())
        .filter(word -> !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)))
        .forEach(words::add);
  }

  private void sayUnknown(Set<String> ids) {
    if (!ids.isEmpty()) {
      String names = String.join(", ", ids.stream().limit(NAMED_IDS).toList());
      spec.commandLine()
          .getErr()
          .printf(
              Locale.ROOT,
              "%s: %d actors of %s are not in these results, their rows are kept: %s%s%n",
              spec.qualifiedName(),
              ids.size(),
              decided,
              ErrorLines.oneLine(names),
              ids.size() > NAMED_IDS ? ", …" : "");
      spec.commandLine().getErr().flush();
    }
  }

  private void write(ActorIndex index, MergeDecisions decisions) throws IOException {
    try (OutputFolder folder = OutputFolder.open(out)) {
      CsvTable actors =
          new CsvTable(
              folder.file("actors.csv"),
              false,
              DiscourseTable.ACTORS.columns().stream()
                  .map(Table.Column::name)
                  .toArray(String[]::new));
      Map<String, Integer> mentions = new HashMap<>();
      Map<String, Set<String>> places = new HashMap<>();
      for (Found one : found) {
        String id = index.actor(one.articleId(), one.actorId()).id();
        mentions.merge(id, one.mentions(), Integer::sum);
        places.computeIfAbsent(id, key -> new HashSet<>()).add(one.articleId());
      }
      for (Actor actor : index.actors()) {
        int count = places.get(actor.id()).size();
        actors.row(ActorRows.row(actor, mentions.get(actor.id()), count).toArray());
      }
      ActorIndex.ForTable table = index.forTable(words);
      writeTable(table.actors(), folder);
      CsvTable merges =
          new CsvTable(folder.file(MERGES), false, MergeDecisions.COLUMNS.toArray(String[]::new));
      for (List<Object> row : decisions.rows(index, table)) {
        // An empty text as the first cell would be written as a pair of quotes.
        merges.row(row.stream().map(cell -> "".equals(cell) ? null : cell).toArray());
      }
      folder.publish();
    }
  }

  private static void writeTable(List<Actor> actors, OutputFolder folder) throws IOException {
    List<String> columns = new ArrayList<>(List.of("canonical", "alias", "type"));
    Set<String> attributes = new TreeSet<>();
    actors.forEach(actor -> attributes.addAll(columns(actor).keySet()));
    attributes.removeAll(columns);
    columns.addAll(attributes);
    CsvTable table = new CsvTable(folder.file("table.csv"), false, columns.toArray(String[]::new));
    for (Actor actor : actors) {
      Set<String> aliases = new TreeSet<>(actor.aliases());
      aliases.remove(actor.name());
      for (String alias : aliases.isEmpty() ? List.of(actor.name()) : aliases) {
        List<Object> row = new ArrayList<>(List.of(actor.name(), alias, actor.type().name()));
        attributes.forEach(column -> row.add(columns(actor).get(column)));
        table.row(row.toArray());
      }
    }
  }

  /** Attributes by the names of columns that a reader of the table can tell apart. */
  private static Map<String, String> columns(Actor actor) {
    Map<String, String> columns = new TreeMap<>();
    actor
        .attributes()
        .forEach((key, value) -> columns.putIfAbsent(key.strip().toLowerCase(Locale.ROOT), value));
    columns.remove("");
    return columns;
  }
}
