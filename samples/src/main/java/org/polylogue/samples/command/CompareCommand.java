package org.polylogue.samples.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.polylogue.lexis.comparison.Likeness;
import org.polylogue.lexis.comparison.SliceClassifier;
import org.polylogue.lexis.matrix.FeatureMatrix;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import picocli.CommandLine;

/** {@code polylogue compare}. */
@CommandLine.Command(
    name = "compare",
    description =
        "Tells how like the words of groups of texts are, and how well they tell them apart.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "--show likeness (default): cosine and Jensen-Shannon divergence of each two "
          + "groups, corrected for what sampling adds. --show words: what makes two "
          + "groups differ. --show told: how well words tell held-out texts apart. "
          + "--show signs: which words do. Intervals are drawn from texts, or from "
          + "articles. See docs/topics.md.",
      "",
      "Example: polylogue compare results --unit quotation --by party"
    })
public final class CompareCommand implements Callable<Integer> {

  /** What is shown. */
  enum Show {
    /** Numbers for each two groups. */
    LIKENESS,
    /** Words that make two groups differ. */
    WORDS,
    /** How well held-out texts are told apart. */
    TOLD,
    /** Words by which they are. */
    SIGNS
  }

  static final class ShowConverter extends EnumConverter<Show> {
    ShowConverter() {
      super(Show.values());
    }
  }

  private static final Map<Show, String> AXES =
      Map.of(
          Show.LIKENESS, "value, with intervals of 95 %",
          Show.WORDS, "part of the divergence, to the side that has the word more often",
          Show.TOLD, "value, with intervals of 95 %",
          Show.SIGNS, "weight");
  private static final double LEVEL = 0.95;
  private static final int MOST_GROUPS = 20;

  @CommandLine.Mixin private TextOptions texts = TextOptions.ofTellingWords();

  @CommandLine.Option(
      names = {"--by", "--groups"},
      required = true,
      paramLabel = "FACT",
      description = "Groups by a fact such as outlet, party or kind, 20 at most.")
  private String by;

  @CommandLine.Option(
      names = "--show",
      paramLabel = "WHAT",
      converter = ShowConverter.class,
      description = "likeness (default), words, told or signs.")
  private Show show = Show.LIKENESS;

  @CommandLine.Option(
      names = "--draws",
      paramLabel = "N",
      description = "How often texts are drawn for an interval, 200 by default.")
  private int draws = 200;

  @CommandLine.Option(
      names = "--folds",
      paramLabel = "N",
      description = "Folds of the cross-validation, 10 by default.")
  private int folds = 10;

  @CommandLine.Option(
      names = "--words",
      paramLabel = "N",
      description = "Words of each group or pair, 20 by default.")
  private int words = 20;

  @CommandLine.Option(names = "--seed", paramLabel = "N", description = "Seed, 1 by default.")
  private long seed = 1;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Mixin private PlotOptions plot;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public CompareCommand() {}

  @Override
  public Integer call() throws IOException {
    texts.read(spec);
    FeatureMatrix counts = texts.matrix();
    if (draws < 2 || words < 1) {
      throw new CommandFailure("--draws is at least 2 and --words at least 1");
    }
    try {
      if (show == Show.LIKENESS || show == Show.WORDS) {
        pairs(counts);
      } else {
        classified(counts);
      }
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    return texts.exitCode();
  }

  private void pairs(FeatureMatrix counts) throws IOException {
    Map<String, List<Integer>> found = new TreeMap<>(counts.groups(by));
    found.values().removeIf(rows -> rows.stream().noneMatch(r -> counts.counts().total(r) > 0));
    List<String> names = List.copyOf(found.keySet());
    if (names.size() < 2 || names.size() > MOST_GROUPS) {
      throw new CommandFailure(
          names.size()
              + " groups by "
              + by
              + " have words; 2 to "
              + MOST_GROUPS
              + " can be compared");
    }
    List<List<Object>> rows = new ArrayList<>();
    List<Figure.Row> figure = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        Likeness likeness =
            Likeness.of(counts.counts(), found.get(names.get(i)), found.get(names.get(j)));
        if (show == Show.WORDS) {
          for (Likeness.Carrier carrier : likeness.carriers(words)) {
            String word = counts.features().get(carrier.column());
            rows.add(
                List.of(
                    names.get(i),
                    names.get(j),
                    word,
                    carrier.first(),
                    carrier.second(),
                    carrier.part()));
            figure.add(
                Figure.Row.of(
                    names.get(i) + " (right) and " + names.get(j),
                    word,
                    carrier.first() > carrier.second() ? carrier.part() : -carrier.part()));
          }
        } else {
          for (Likeness.Measure measure : Likeness.Measure.values()) {
            Interval interval = likeness.interval(measure, draws, seed, LEVEL);
            rows.add(
                Arrays.asList(
                    names.get(i),
                    names.get(j),
                    EnumConverter.word(measure),
                    interval.estimate(),
                    bound(interval.low()),
                    bound(interval.high()),
                    likeness.value(measure)));
            figure.add(
                new Figure.Row(
                    names.get(i) + " and " + names.get(j), EnumConverter.word(measure), interval));
          }
        }
      }
    }
    List<String> columns =
        show == Show.WORDS
            ? List.of("first", "second", "word", "share_first", "share_second", "part")
            : List.of("first", "second", "measure", "value", "low", "high", "uncorrected");
    output.print(spec, columns, TableOptions.of(rows), "the groups do not differ");
    plot.draw("Groups by " + by, AXES.get(show), figure);
  }

  private static Double bound(double bound) {
    return Double.isNaN(bound) ? null : (Double) bound;
  }

  private void classified(FeatureMatrix counts) throws IOException {
    SliceClassifier found =
        SliceClassifier.of(counts.counts(), counts.facts(by), counts.articles(), folds, 1, seed);
    List<List<Object>> rows = new ArrayList<>();
    List<Figure.Row> figure = new ArrayList<>();
    if (show == Show.SIGNS) {
      for (String label : found.labels()) {
        for (SliceClassifier.Sign sign : found.signs(label, words)) {
          String word = counts.features().get(sign.column());
          rows.add(List.of(label, word, sign.weight(), (double) sign.folds() / found.folds()));
          figure.add(Figure.Row.of(label, word, sign.weight()));
        }
      }
      List<String> columns = List.of(by, "word", "weight", "folds");
      output.print(spec, columns, TableOptions.of(rows), "no word speaks for a group");
      plot.draw("Groups by " + by, AXES.get(show), figure);
      return;
    }
    Resampling resampling = Resampling.of(draws, seed);
    rows.add(measured("accuracy", "", found.accuracy(resampling, LEVEL), found.baseline()));
    rows.add(measured("f1", "", found.f1("", resampling, LEVEL), null));
    for (String label : found.labels()) {
      rows.add(measured("f1", label, found.f1(label, resampling, LEVEL), null));
    }
    List<String> columns = List.of("measure", by, "value", "low", "high", "greatest_group");
    output.print(spec, columns, TableOptions.of(rows), "");
    for (List<Object> row : rows) {
      figure.add(
          Figure.Row.of(
              "",
              (row.get(0) + " " + row.get(1)).strip(),
              (Double) row.get(2),
              (Double) row.get(3),
              (Double) row.get(4)));
    }
    plot.draw("Groups by " + by + " told apart by their words", AXES.get(show), figure);
  }

  private static List<Object> measured(
      String measure, String label, Interval interval, Double baseline) {
    return Arrays.asList(
        measure, label, interval.estimate(), interval.low(), interval.high(), baseline);
  }
}
