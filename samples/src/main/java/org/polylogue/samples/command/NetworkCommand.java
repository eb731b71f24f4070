package org.polylogue.samples.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.stance.Codebook;
import org.polylogue.discourse.stance.StanceReader;
import org.polylogue.model.Moment;
import org.polylogue.network.AffiliationNetwork;
import org.polylogue.network.CoMentionNetwork;
import org.polylogue.network.Cohesion;
import org.polylogue.network.Duplicates;
import org.polylogue.network.GexfTimeline;
import org.polylogue.network.MovingWindow;
import org.polylogue.network.Network;
import org.polylogue.network.NetworkWriter;
import org.polylogue.network.ProjectedNetwork;
import org.polylogue.network.RepliesNetwork;
import org.polylogue.network.SpeaksAboutNetwork;
import org.polylogue.network.Statement;
import org.polylogue.network.StatementCounts;
import org.polylogue.network.StatementExtraction;
import org.polylogue.network.StatementTable;
import org.polylogue.results.Results;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.text.Utf8File;
import picocli.CommandLine;

/** {@code polylogue network}. */
@CommandLine.Command(
    name = "network",
    description =
        "Makes networks of who agrees with whom, is named with whom, replies to whom or"
            + " speaks about whom.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "FILE ends with .graphml, .gexf, .dot or .csv; csv is a table of ties, with "
          + "one of nodes beside it (FILE.nodes.csv). CONGRUENCE, CONFLICT, SUBTRACT, "
          + "IGNORE join speakers by concepts, AFFILIATION speakers with concepts; these "
          + "need --codebook, stances towards concepts in the results, or --statements. "
          + "See docs/formats/network.md.",
      "",
      "Example: polylogue network results --codebook concepts.json --kind SUBTRACT "
          + "--out net.graphml"
    })
public final class NetworkCommand implements Callable<Integer> {

  private enum Kind {
    CO_MENTION,
    REPLIES,
    SPEAKS_ABOUT,
    AFFILIATION,
    IGNORE,
    CONGRUENCE,
    CONFLICT,
    SUBTRACT
  }

  private enum Nodes {
    SPEAKERS,
    CONCEPTS
  }

  private enum Normalise {
    NONE,
    ACTIVITY,
    PROMINENCE,
    AVERAGE,
    JACCARD,
    COSINE
  }

  @CommandLine.Parameters(
      arity = "0..*",
      paramLabel = "INPUT",
      description = "Results of polylogue analyze.")
  private List<Path> inputs = new ArrayList<>();

  @CommandLine.Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write.")
  private Path out;

  @CommandLine.Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "${COMPLETION-CANDIDATES}; CO_MENTION by default.")
  private Kind kind = Kind.CO_MENTION;

  @CommandLine.Option(
      names = "--of",
      paramLabel = "NODES",
      description = "What CONGRUENCE and its like join: ${COMPLETION-CANDIDATES}.")
  private Nodes nodes = Nodes.SPEAKERS;

  @CommandLine.Option(
      names = "--normalise",
      paramLabel = "BY",
      description =
          "ACTIVITY or PROMINENCE for AFFILIATION; AVERAGE, JACCARD or COSINE for CONGRUENCE and"
              + " its like; NONE by default.")
  private Normalise normalise = Normalise.NONE;

  @CommandLine.Option(
      names = "--agreement",
      paramLabel = "HOW",
      description = "For AFFILIATION: ${COMPLETION-CANDIDATES}; SUBTRACT by default.")
  private AffiliationNetwork.Agreement agreement = AffiliationNetwork.Agreement.SUBTRACT;

  @CommandLine.Option(
      names = "--duplicates",
      paramLabel = "POLICY",
      description =
          "In what period a repeated statement counts once: ${COMPLETION-CANDIDATES}; DOCUMENT by"
              + " default.")
  private Duplicates duplicates = Duplicates.DOCUMENT;

  @CommandLine.Option(
      names = "--codebook",
      paramLabel = "FILE",
      description = "Concepts (JSON) to read in quotations.")
  private Path codebook;

  @CommandLine.Option(
      names = "--statements",
      paramLabel = "FILE",
      description = "Statements coded by hand (CSV), instead of or beside INPUT.")
  private Path coded;

  @CommandLine.Option(
      names = "--speaker-column",
      paramLabel = "NAME",
      description = "The column of --statements that names the speaker.")
  private String speakerColumn;

  @CommandLine.Option(
      names = "--compare",
      description = "Compare the statements of INPUT with --statements instead of adding them.")
  private boolean compare;

  @CommandLine.Option(
      names = "--statements-out",
      paramLabel = "FILE",
      description = "Where to write the statements (CSV).")
  private Path statementsOut;

  @CommandLine.Option(
      names = "--window",
      paramLabel = "PERIOD",
      description =
          "Make a network for each window of time, such as P90D or P3M: one file with a timeline"
              + " (.gexf), or numbered files.")
  private String window;

  @CommandLine.Option(
      names = "--step",
      paramLabel = "PERIOD",
      description = "From one window to the next; default: the window's length.")
  private String step;

  @CommandLine.Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "For CO_MENTION: ${COMPLETION-CANDIDATES}; PARAGRAPH by default.")
  private CoMentionNetwork.Unit unit = CoMentionNetwork.Unit.PARAGRAPH;

  @CommandLine.Option(
      names = "--min-weight",
      paramLabel = "W",
      description = "Leave out ties of less weight.")
  private double minimumWeight;

  @CommandLine.Option(
      names = "--measures",
      description = "Add strength, betweenness, harmonic centrality and PageRank to the nodes.")
  private boolean measures;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public NetworkCommand() {}

  @Override
  public Integer call() throws IOException {
    check();
    try {
      if (window != null) {
        writeWindows();
      } else {
        write(finished(ofStatements(kind) ? network(statements()) : ofDiscourses()), "");
      }
      return 0;
    } catch (CorpusException | IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private void check() {
    if (inputs.isEmpty() && coded == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "an INPUT or --statements is missing");
    }
    inputs.forEach(ResultInputs::check);
    if (window == null && step != null) {
      throw new CommandFailure("--step needs --window");
    }
    if (!List.of("graphml", "gexf", "dot", "csv").contains(ending())) {
      throw new CommandFailure("name --out with .graphml, .gexf, .dot or .csv, not " + out);
    }
  }

  private static boolean ofStatements(Kind kind) {
    return kind != Kind.CO_MENTION && kind != Kind.REPLIES && kind != Kind.SPEAKS_ABOUT;
  }

  private String ending() {
    String name = out.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Collects articles for a network that is not made of statements. */
  private final class Collector {
    private final CoMentionNetwork mentions = new CoMentionNetwork(unit);
    private final RepliesNetwork replies = new RepliesNetwork();
    private final SpeaksAboutNetwork voices = new SpeaksAboutNetwork();

    private void add(Discourse discourse) {
      switch (kind) {
        case CO_MENTION -> mentions.add(discourse);
        case REPLIES -> replies.add(discourse.conversation());
        default -> voices.add(discourse);
      }
    }

    private Network network() {
      return switch (kind) {
        case CO_MENTION -> mentions.toNetwork();
        case REPLIES -> replies.toNetwork();
        default -> voices.toNetwork();
      };
    }
  }

  private void forEach(Consumer<Discourse> each) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException(kind + " needs an INPUT");
    }
    for (Path input : inputs) {
      try (Stream<Discourse> discourses = new Results().read(input)) {
        discourses.forEach(each);
      }
    }
  }

  private Network ofDiscourses() {
    Collector collector = new Collector();
    forEach(collector::add);
    return collector.network();
  }

  /** Articles count in every window that holds their day; the results are read twice. */
  private List<GexfTimeline.Stage> ofDiscourses(Period length, Period step) {
    TreeSet<LocalDate> days = new TreeSet<>();
    int[] undated = new int[1];
    forEach(discourse -> day(discourse).ifPresentOrElse(days::add, () -> undated[0]++));
    if (undated[0] > 0) {
      say("%d articles without a day of publication are in no window%n", undated[0]);
    }
    if (days.isEmpty()) {
      return List.of();
    }
    List<MovingWindow> windows = MovingWindow.between(days.first(), days.last(), length, step);
    List<Collector> collectors = windows.stream().map(part -> new Collector()).toList();
    forEach(
        discourse ->
            day(discourse)
                .ifPresent(
                    day -> {
                      for (int i = 0; i < windows.size(); i++) {
                        MovingWindow part = windows.get(i);
                        if (!day.isBefore(part.from()) && !day.isAfter(part.to())) {
                          collectors.get(i).add(discourse);
                        }
                      }
                    }));
    List<GexfTimeline.Stage> stages = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      stages.add(
          new GexfTimeline.Stage(
              windows.get(i).from(), windows.get(i).to(), finished(collectors.get(i).network())));
    }
    return stages;
  }

  private static Optional<LocalDate> day(Discourse discourse) {
    return discourse.conversation().article().publication().date().map(Moment::date);
  }

  private List<GexfTimeline.Stage> ofStatements(Period length, Period step) throws IOException {
    return MovingWindow.over(statements(), length, step).stream()
        .map(
            part ->
                new GexfTimeline.Stage(
                    part.from(), part.to(), finished(network(part.statements()))))
        .toList();
  }

  private void writeWindows() throws IOException {
    Period length = period(window);
    Period next = step == null ? length : period(step);
    List<GexfTimeline.Stage> stages =
        ofStatements(kind) ? ofStatements(length, next) : ofDiscourses(length, next);
    if (ending().equals("gexf")) {
      write(out, writer -> GexfTimeline.write(stages, writer));
      say("%d windows in %s%n", stages.size(), out);
      return;
    }
    for (int i = 0; i < stages.size(); i++) {
      write(stages.get(i).network(), stages.size() == 1 ? "" : "-" + (i + 1));
    }
  }

  private List<Statement> statements() throws IOException {
    List<Statement> found = new ArrayList<>();
    if (!inputs.isEmpty()) {
      StatementExtraction extraction =
          codebook == null
              ? StatementExtraction.ofStances()
              : StatementExtraction.of(
                  Codebook.read(codebook), StanceReader.of(DiscourseModels.shipped().stances()));
      int[] left = new int[2];
      for (Path input : inputs) {
        try (Stream<Discourse> discourses = new Results().read(input)) {
          discourses
              .map(extraction::of)
              .forEach(
                  extracted -> {
                    found.addAll(extracted.statements());
                    left[0] += extracted.withoutSpeaker();
                    left[1] += extracted.withoutSide();
                  });
        }
      }
      say(
          "%d statements read; left out %d without a named speaker, %d that take no side%n",
          found.size(), left[0], left[1]);
    }
    if (coded != null) {
      try (BufferedReader reader = Utf8File.open(coded)) {
        List<Statement> byHand = StatementTable.read(reader, Optional.ofNullable(speakerColumn));
        if (compare) {
          StatementTable.Comparison c = StatementTable.compare(byHand, found);
          say(
              "coded by hand %d: %d read the same, %d the opposite, %d not read; %d more read;"
                  + " precision %.3f, recall %.3f, F1 %.3f%n",
              c.matched() + c.contrary() + c.onlyCoded(),
              c.matched(),
              c.contrary(),
              c.onlyCoded(),
              c.onlyExtracted(),
              c.precision(),
              c.recall(),
              c.f1());
        } else {
          found.addAll(byHand);
        }
      }
    }
    if (found.isEmpty()) {
      say(
          "no statement, so no tie: %s%n",
          codebook == null && coded == null
              ? "the results hold no stance of a speaker towards a concept; give --codebook or"
                  + " --statements"
              : "no named speaker takes a side towards a concept of the codebook");
    }
    if (statementsOut != null) {
      write(statementsOut, writer -> StatementTable.write(found, writer));
    }
    return found;
  }

  private Network network(List<Statement> statements) {
    StatementCounts counts = StatementCounts.of(statements, duplicates);
    if (kind == Kind.AFFILIATION) {
      return AffiliationNetwork.of(
          counts, agreement, choice(AffiliationNetwork.Normalisation.class));
    }
    ProjectedNetwork.Projection projection = ProjectedNetwork.Projection.valueOf(kind.name());
    ProjectedNetwork.Normalisation by = choice(ProjectedNetwork.Normalisation.class);
    return nodes == Nodes.SPEAKERS
        ? ProjectedNetwork.ofSpeakers(counts, projection, by)
        : ProjectedNetwork.ofConcepts(counts, projection, by);
  }

  private <E extends Enum<E>> E choice(Class<E> type) {
    try {
      return Enum.valueOf(type, normalise.name());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--normalise "
              + normalise
              + " does not fit "
              + kind
              + "; take one of "
              + List.of(type.getEnumConstants()),
          e);
    }
  }

  private static Period period(String text) {
    try {
      return Period.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("expected a period such as P90D or P3M, not " + text, e);
    }
  }

  private Network finished(Network network) {
    Network kept = minimumWeight > 0 ? network.withMinimumWeight(minimumWeight) : network;
    if (!measures) {
      return kept;
    }
    Cohesion cohesion = Cohesion.of(kept);
    return kept.withNodeAttribute("strength", cohesion.strength())
        .withNodeAttribute("betweenness", cohesion.betweenness())
        .withNodeAttribute("harmonic", cohesion.harmonic())
        .withNodeAttribute("pagerank", cohesion.pageRank());
  }

  private interface Writing {
    void to(Writer writer) throws IOException;
  }

  private void write(Network network, String number) throws IOException {
    NetworkWriter writer = NetworkWriter.of(network);
    String name = out.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.')) + number;
    Path file = out.resolveSibling(stem + "." + ending());
    switch (ending()) {
      case "graphml" -> write(file, writer::graphMl);
      case "gexf" -> write(file, writer::gexf);
      case "dot" -> write(file, writer::dot);
      default -> {
        write(file, writer::tieTable);
        write(out.resolveSibling(stem + ".nodes.csv"), writer::nodeTable);
      }
    }
    say("%d nodes, %d ties in %s%n", network.nodes().size(), network.ties().size(), file);
  }

  private static void write(Path file, Writing writing) throws IOException {
    try (OutputFolder folder = OutputFolder.open(file.toAbsolutePath().getParent())) {
      writing.to(folder.file(file.getFileName().toString()));
      folder.publish();
    }
  }

  private void say(String format, Object... values) {
    spec.commandLine().getOut().printf(Locale.ROOT, format, values);
  }
}
