package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.polylogue.lexis.dictionary.Dictionary;
import org.polylogue.lexis.dictionary.DictionaryMatches;
import org.polylogue.lexis.dictionary.DictionaryMatches.Match;
import org.polylogue.lexis.dictionary.DictionaryReader;
import org.polylogue.lexis.dictionary.Proximity;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.matrix.AssignedUnits;
import org.polylogue.lexis.matrix.TextUnits;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.text.Passage;
import picocli.CommandLine;

/** {@code polylogue dictionary}. */
@CommandLine.Command(
    name = "dictionary",
    description = "Counts the categories of a dictionary in texts, or in what speakers say.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "FILE is a dictionary of quanteda (.yml), LIWC (.dic), Lexicoder (.lc3), or a .csv "
          + "with words and weights. Columns: negated, of the count, after a word such as "
          + "\"not\"; weight the sum of weights; percent of the words, with a 95 %% "
          + "bootstrap interval over documents where five or more have words. See "
          + "docs/formats/dictionaries.md.",
      "",
      "Example: polylogue dictionary results --dictionary moral.yml --unit party"
          + " --slice voice=source"
    })
public final class DictionaryCommand implements Callable<Integer> {

  private static final int REPETITIONS = 1000;
  private static final double LEVEL = 0.95;
  private static final int LEAST_DOCUMENTS = 5;
  private static final int AROUND = 8;

  @CommandLine.Mixin private SliceOptions where;

  @CommandLine.Option(
      names = "--dictionary",
      required = true,
      paramLabel = "FILE",
      description = "What is counted.")
  private Path file;

  @CommandLine.Option(
      names = {"--unit", "--by"},
      paramLabel = "UNIT",
      description =
          "Count apart for each document, quotation, or fact such as outlet, speaker or"
              + " speaker,date.7; all together by default.")
  private String unit;

  @CommandLine.Mixin private CountOptions count;

  @CommandLine.Option(
      names = "--near",
      paramLabel = "ACTOR",
      description = "Only near mentions of an actor, by name or id.")
  private String near;

  @CommandLine.Option(
      names = "--within",
      paramLabel = "N|WHAT",
      description =
          "With --near, how many words may stand between, 10 by default; or sentence, clause or"
              + " dependency (two arcs of the parse; dependency:N for another number). The last two"
              + " parse with CoreNLP first, which takes long.")
  private String within = "10";

  @CommandLine.Option(names = "--matches", description = "List each occurrence in its context.")
  private boolean listed;

  @CommandLine.Option(names = "--seed", paramLabel = "N", description = "Seed of the intervals.")
  private long seed = 17;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Mixin private PlotOptions plot;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public DictionaryCommand() {}

  @Override
  public Integer call() throws IOException {
    Dictionary dictionary;
    try {
      dictionary = DictionaryReader.read(file);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    if (!dictionary.leftOut().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              ErrorLines.oneLine(
                  dictionary.leftOut().size()
                      + " entries cannot be counted and are left out, the first: "
                      + dictionary.leftOut().get(0)));
    }
    Proximity proximity = proximity();
    Subcorpus subcorpus = proximity.needsDependencies() ? where.readParsed(spec) : where.read(spec);
    count.attribute(subcorpus.index());
    try {
      List<Match> matches = DictionaryMatches.of(subcorpus, count.attribute(), dictionary);
      if (near != null) {
        matches = proximity.near(subcorpus.index(), matches, near);
      }
      if (listed) {
        list(dictionary, subcorpus, matches);
      } else {
        shares(dictionary, subcorpus, matches);
      }
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    return where.exitCode();
  }

  private Proximity proximity() {
    try {
      return near == null ? Proximity.ofWords(0) : Proximity.parse(within);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--within: " + e.getMessage(), e);
    }
  }

  private void list(Dictionary dictionary, Subcorpus subcorpus, List<Match> matches)
      throws IOException {
    TokenIndex index = subcorpus.index();
    List<List<Object>> rows = new ArrayList<>();
    for (Match match : matches) {
      int document = index.documentAt(match.from());
      Passage passage = index.passage(match.from(), match.to());
      rows.add(
          List.of(
              dictionary.categories().get(match.category()).name(),
              index.text(
                  Math.max(index.documentStart(document), match.from() - AROUND), match.from()),
              index.text(match.from(), match.to()),
              index.text(
                  match.to(), Math.min(index.documentStart(document + 1), match.to() + AROUND)),
              match.negated(),
              match.weight(),
              passage.documentId(),
              passage.span().start(),
              passage.span().end()));
    }
    output.print(
        spec,
        List.of(
            "category",
            "left<",
            "match",
            "right",
            "negated",
            "weight",
            "document_id",
            "start",
            "end"),
        TableOptions.of(rows),
        where.none(subcorpus, "nothing that the dictionary lists is there"));
  }

  /** Words of a unit in one document, and occurrences of each category among them. */
  private static final class Part {
    private final long[] counts;
    private long words;

    Part(int categories) {
      counts = new long[categories];
    }
  }

  private void shares(Dictionary dictionary, Subcorpus subcorpus, List<Match> matches)
      throws IOException {
    TokenIndex index = subcorpus.index();
    AssignedUnits units = unit == null ? null : TextUnits.parse(unit).assign(index);
    int categories = dictionary.categories().size();
    Map<Integer, Map<Integer, Part>> parts = new TreeMap<>();
    subcorpus
        .positions()
        .filter(index::isWord)
        .forEach(
            i -> {
              int own = units == null ? 0 : units.unitOf(i);
              if (own >= 0) {
                part(parts, own, index.documentAt(i), categories).words++;
              }
            });
    Map<Integer, double[]> weights = new TreeMap<>();
    Map<Integer, long[]> negated = new TreeMap<>();
    for (Match match : matches) {
      int own = units == null ? 0 : units.unitOf(match.from());
      if (own >= 0) {
        part(parts, own, index.documentAt(match.from()), categories).counts[match.category()]++;
        weights.computeIfAbsent(own, unseen -> new double[categories])[match.category()] +=
            match.weight();
        negated.computeIfAbsent(own, unseen -> new long[categories])[match.category()] +=
            match.negated() ? 1 : 0;
      }
    }
    List<List<Object>> rows = new ArrayList<>();
    parts.forEach(
        (own, documents) -> {
          String name = units == null ? "all" : units.name(own);
          List<Part> drawn = List.copyOf(documents.values());
          for (int category = 0; category < categories; category++) {
            rows.add(
                row(
                    name,
                    dictionary.categories().get(category).name(),
                    drawn,
                    category,
                    negated.getOrDefault(own, new long[categories])[category],
                    weights.getOrDefault(own, new double[categories])[category]));
          }
        });
    output.print(
        spec,
        List.of(
            "unit", "category", "count", "negated", "weight", "words", "percent", "low", "high"),
        TableOptions.of(rows),
        where.none(subcorpus, "no unit holds a word"));
    List<Figure.Row> figure = new ArrayList<>();
    for (int category = 0; category < categories; category++) {
      for (int i = category; i < rows.size(); i += categories) {
        List<Object> row = rows.get(i);
        figure.add(
            Figure.Row.of(
                units == null ? "" : (String) row.get(1),
                (String) row.get(units == null ? 1 : 0),
                (Double) row.get(6),
                (Double) row.get(7),
                (Double) row.get(8)));
      }
    }
    plot.draw(
        "Categories of " + file.getFileName(), "of 100 words, with intervals of 95 %", figure);
  }

  private static Part part(
      Map<Integer, Map<Integer, Part>> parts, int unit, int document, int categories) {
    return parts
        .computeIfAbsent(unit, unseen -> new TreeMap<>())
        .computeIfAbsent(document, unseen -> new Part(categories));
  }

  private List<Object> row(
      String unit, String category, List<Part> parts, int at, long negated, double weight) {
    long count = parts.stream().mapToLong(part -> part.counts[at]).sum();
    long words = parts.stream().mapToLong(part -> part.words).sum();
    Optional<Interval> interval =
        parts.size() < LEAST_DOCUMENTS
            ? Optional.empty()
            : Resampling.of(REPETITIONS, seed).bootstrap(parts, drawn -> percent(drawn, at), LEVEL);
    return Arrays.asList(
        unit,
        category,
        count,
        negated,
        weight,
        words,
        percent(parts, at),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null));
  }

  private static double percent(List<Part> parts, int category) {
    double count = 0;
    double words = 0;
    for (Part part : parts) {
      count += part.counts[category];
      words += part.words;
    }
    return words == 0 ? 0 : 100 * count / words;
  }
}
