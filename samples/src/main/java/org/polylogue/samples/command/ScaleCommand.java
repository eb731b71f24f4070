package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.matrix.FeatureMatrix;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import org.polylogue.lexis.scaling.LatentSemanticScaling;
import org.polylogue.lexis.scaling.TextScale;
import org.polylogue.lexis.scaling.Wordfish;
import org.polylogue.lexis.scaling.Wordscores;
import picocli.CommandLine;

/** {@code polylogue scale}. */
@CommandLine.Command(
    name = "scale",
    description = "Puts speakers, outlets or other groups of texts on a line, by their words.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "With --references (Wordscores), --seed-words (latent semantic scaling), or "
          + "--left and --right (Wordfish). Columns: position with the bounds low and "
          + "high, drawn from the texts of the group where it has five or more and "
          + "otherwise from its standard error se. See docs/topics.md.",
      "",
      "Example: polylogue scale results --unit quotation --by speaker"
          + " --left \"Anders Quist\" --right \"Ilmar Dessen\""
    })
public final class ScaleCommand implements Callable<Integer> {

  private static final double LEVEL = 0.95;
  private static final int DRAWS = 500;
  private static final int FEW = 5;

  @CommandLine.Mixin private TextOptions texts = TextOptions.ofTellingWords();

  @CommandLine.Option(
      names = "--by",
      required = true,
      paramLabel = "FACT",
      description = "What is put on the line: a fact such as speaker, outlet or document.")
  private String by;

  @CommandLine.ArgGroup(multiplicity = "1")
  private Method method;

  private static final class Method {
    @CommandLine.Option(
        names = "--references",
        paramLabel = "FILE",
        description = "Known positions: a group, a tab and a number in each line.")
    private Path references;

    @CommandLine.Option(
        names = "--seed-words",
        paramLabel = "FILE",
        description = "Words of known sides: a word, a tab and a number such as 1 or -1.")
    private Path seedWords;

    @CommandLine.ArgGroup(exclusive = false)
    private Ends ends;
  }

  private static final class Ends {
    @CommandLine.Option(
        names = "--left",
        required = true,
        paramLabel = "GROUP",
        description = "A group that is to the left of --right.")
    private String left;

    @CommandLine.Option(
        names = "--right",
        required = true,
        paramLabel = "GROUP",
        description = "A group that is to the right of --left.")
    private String right;
  }

  @CommandLine.Option(
      names = "--min-words",
      paramLabel = "N",
      description = "Least number of counted words of a group, 20 by default.")
  private int minimumWords = 20;

  @CommandLine.Option(
      names = "--dimensions",
      paramLabel = "N",
      description = "Dimensions of latent semantic scaling, 300 by default.")
  private int dimensions = 300;

  @CommandLine.Option(
      names = "--weights",
      description = "List the weights of words instead of the positions of groups.")
  private boolean weights;

  @CommandLine.Option(names = "--seed", paramLabel = "N", description = "Seed, 1 by default.")
  private long seed = 1;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Mixin private PlotOptions plot;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public ScaleCommand() {}

  /** A scale, and how its raw places are shown. */
  private record Shown(TextScale scale, UnaryOperator<Interval> as) {}

  @Override
  public Integer call() throws IOException {
    texts.read(spec);
    FeatureMatrix counts = texts.matrix();
    try {
      Map<String, List<Integer>> groups = groups(counts);
      List<String> names = List.copyOf(groups.keySet());
      Shown shown = scale(counts, groups, names);
      if (weights) {
        weights(counts, shown.scale());
      } else {
        positions(counts, groups, shown);
      }
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    return texts.exitCode();
  }

  private Map<String, List<Integer>> groups(FeatureMatrix counts) {
    Map<String, List<Integer>> groups = new TreeMap<>(counts.groups(by));
    groups
        .values()
        .removeIf(rows -> rows.stream().mapToLong(counts.counts()::total).sum() < minimumWords);
    return groups;
  }

  private Shown scale(FeatureMatrix counts, Map<String, List<Integer>> groups, List<String> names)
      throws IOException {
    if (method.seedWords != null) {
      Map<Integer, Double> sides = new HashMap<>();
      numbers(method.seedWords)
          .forEach(
              (word, side) ->
                  TextOptions.columns(counts, List.of(word))
                      .forEach(column -> sides.put(column, side)));
      TextScale scale = LatentSemanticScaling.of(counts.counts(), sides, dimensions, seed);
      return new Shown(scale, UnaryOperator.identity());
    }
    CountRows.Builder sums = CountRows.builder(counts.features().size());
    for (List<Integer> rows : groups.values()) {
      Map<Integer, Integer> sum = TextScale.sum(counts.counts(), rows);
      sums.add(
          sum.keySet().stream().mapToInt(Integer::intValue).toArray(),
          sum.values().stream().mapToInt(Integer::intValue).toArray());
    }
    CountRows whole = sums.build();
    if (method.references != null) {
      Map<Integer, Double> references = new HashMap<>();
      for (Map.Entry<String, Double> one : numbers(method.references).entrySet()) {
        references.put(place(names, one.getKey()), one.getValue());
      }
      Wordscores scores = Wordscores.of(whole, references);
      return new Shown(scores, scores::stretched);
    }
    Wordfish fish =
        Wordfish.fit(whole, place(names, method.ends.left), place(names, method.ends.right));
    if (!fish.converged()) {
      spec.commandLine()
          .getErr()
          .println("positions did not come to rest; groups share too few words");
    }
    return new Shown(fish, UnaryOperator.identity());
  }

  private static Map<String, Double> numbers(Path file) throws IOException {
    Map<String, Double> numbers = new LinkedHashMap<>();
    TextOptions.named(file, "a number")
        .forEach(
            (name, number) -> {
              try {
                numbers.put(name, Double.parseDouble(number));
              } catch (NumberFormatException e) {
                throw new CommandFailure(
                    file + ": expected a number after " + name + ", not " + number, e);
              }
            });
    return numbers;
  }

  private int place(List<String> names, String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      throw new CommandFailure(
          "no "
              + by
              + " is called "
              + name
              + " and has a text"
              + Nearest.to(name, names.stream()).map(n -> "; did you mean " + n + "?").orElse(""));
    }
    return place;
  }

  private void positions(FeatureMatrix counts, Map<String, List<Integer>> groups, Shown shown)
      throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> group : groups.entrySet()) {
      Optional<TextScale.Position> position =
          shown.scale().position(TextScale.sum(counts.counts(), group.getValue()));
      if (position.isEmpty()) {
        continue;
      }
      List<Integer> filled =
          group.getValue().stream().filter(row -> counts.counts().total(row) > 0).toList();
      Interval plain = position.get().interval(LEVEL);
      Interval bounds =
          filled.size() < FEW
              ? plain
              : shown
                  .scale()
                  .bootstrap(counts.counts(), filled, Resampling.of(DRAWS, seed), LEVEL)
                  .orElse(plain);
      Interval as = shown.as().apply(bounds);
      Interval error = shown.as().apply(plain);
      double se =
          (error.high() - error.low())
              / (plain.high() - plain.low())
              * position.get().standardError();
      rows.add(
          List.of(
              group.getKey(),
              filled.size(),
              position.get().words(),
              as.estimate(),
              as.low(),
              as.high(),
              plain.high() > plain.low() ? se : 0.0));
    }
    rows.sort(java.util.Comparator.comparingDouble(row -> (Double) row.get(3)));
    output.print(
        spec,
        List.of(by, "texts", "words", "position", "low", "high", "se"),
        TableOptions.of(rows),
        "no group has words that have a say");
    plot.draw(
        "Positions by " + by,
        "position, with intervals of 95 %",
        rows.stream()
            .map(
                row ->
                    Figure.Row.of(
                        "",
                        (String) row.get(0),
                        (Double) row.get(3),
                        (Double) row.get(4),
                        (Double) row.get(5)))
            .toList());
  }

  private void weights(FeatureMatrix counts, TextScale scale) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    long[] sums = new long[counts.features().size()];
    for (int cell = 0; cell < counts.counts().start(counts.counts().rows()); cell++) {
      sums[counts.counts().column(cell)] += counts.counts().count(cell);
    }
    for (int column = 0; column < sums.length; column++) {
      if (!Double.isNaN(scale.weight(column))) {
        rows.add(List.of(counts.features().get(column), sums[column], scale.weight(column)));
      }
    }
    rows.sort(java.util.Comparator.comparingDouble(row -> (Double) row.get(2)));
    output.print(
        spec, List.of("word", "count", "weight"), TableOptions.of(rows), "no word has a say");
    plot.draw(
        "Words that pull to either side",
        "weight",
        PlotOptions.ends(
            rows.stream()
                .map(row -> Figure.Row.of("", (String) row.get(0), (Double) row.get(2)))
                .toList()));
  }
}
