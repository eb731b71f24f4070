package org.polylogue.samples.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.polylogue.lexis.dispersion.Dispersion;
import org.polylogue.lexis.dispersion.PartCounts;
import org.polylogue.lexis.dispersion.Parts;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import org.polylogue.lexis.slice.Subcorpus;
import picocli.CommandLine;

/** {@code polylogue dispersion}. */
@CommandLine.Command(
    name = "dispersion",
    description = "Tells how evenly words are spread over documents or other parts.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      LexisInputs.SLICES,
      "",
      "With --word, a row for each word and an interval of its relative frequency, "
          + "drawn from the parts; with --parts, a row for each part. Without --word, a "
          + "row for every word. Columns: d Juilland's D and d2 Carroll's D2, 1 for even; "
          + "dp Gries' DP, 0 for even.",
      "",
      "Example: polylogue dispersion results --word dam --slice kind=comment"
    })
public final class DispersionCommand implements Callable<Integer> {

  private static final int REPETITIONS = 1000;
  private static final double LEVEL = 0.95;

  @CommandLine.Mixin private SliceOptions where;

  @CommandLine.Option(
      names = "--word",
      paramLabel = "W",
      description = "A word; can be given several times.")
  private List<String> words = new ArrayList<>();

  @CommandLine.Option(
      names = "--over",
      paramLabel = "PARTS",
      description =
          "document (default), a fact about documents such as outlet, the first characters of one"
              + " such as date.7 (months), or a number of equal parts.")
  private String over = "document";

  @CommandLine.Option(names = "--parts", description = "List the parts of each --word instead.")
  private boolean listParts;

  @CommandLine.Mixin private CountOptions count;

  @CommandLine.Option(
      names = "--min-count",
      paramLabel = "N",
      description = "Without --word, the least count of a word, 5 by default.")
  private int minimumCount = 5;

  @CommandLine.Option(names = "--seed", paramLabel = "N", description = "Seed of the intervals.")
  private long seed = 17;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public DispersionCommand() {}

  @Override
  public Integer call() throws IOException {
    if (listParts && words.isEmpty()) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--parts needs a --word");
    }
    Subcorpus subcorpus = where.read(spec);
    count.attribute(subcorpus.index());
    Parts parts = parts(subcorpus);
    Dispersion dispersion = Dispersion.over(parts, count.attribute());
    List<List<Object>> rows = new ArrayList<>();
    List<String> columns =
        List.of(
            "word",
            "count",
            "per-million",
            "low",
            "high",
            "range",
            "parts",
            "d",
            "d2",
            "dp",
            "dpnorm");
    if (listParts) {
      columns = List.of("word", "part", "count", "words", "per-million");
      words.forEach(word -> addParts(word, dispersion.of(count.counted(word)), parts, rows));
    } else if (words.isEmpty()) {
      columns = List.of("word", "count", "range", "d", "d2", "dp", "dpnorm");
      for (Dispersion.Row r : dispersion.all(minimumCount)) {
        rows.add(
            Arrays.asList(
                r.word(), r.count(), r.range(), r.juillandD(), r.carrollD2(), r.dp(), r.dpNorm()));
      }
    } else if (!subcorpus.isEmpty()) {
      words.forEach(word -> rows.add(row(word, dispersion.of(count.counted(word)))));
    }
    output.print(
        spec, columns, TableOptions.of(rows), where.none(subcorpus, "no word is frequent enough"));
    return where.exitCode();
  }

  private Parts parts(Subcorpus subcorpus) {
    try {
      if (over.matches("\\d{1,6}")) {
        return Parts.equal(subcorpus, Integer.parseInt(over));
      }
      return over.toLowerCase(Locale.ROOT).equals("document")
          ? Parts.documents(subcorpus)
          : Parts.by(subcorpus, over);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private List<Object> row(String word, PartCounts counts) {
    Optional<Interval> interval =
        Resampling.of(REPETITIONS, seed)
            .bootstrap(counts.toList(), drawn -> PartCounts.of(drawn).perMillion(), LEVEL);
    return Arrays.asList(
        word,
        counts.count(),
        counts.perMillion(),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        counts.range(),
        counts.parts(),
        counts.juillandD(),
        counts.carrollD2(),
        counts.dp(),
        counts.dpNorm());
  }

  private static void addParts(
      String word, PartCounts counts, Parts parts, List<List<Object>> rows) {
    for (int i = 0; i < counts.parts(); i++) {
      rows.add(
          List.of(
              word,
              parts.names().get(i),
              counts.count(i),
              counts.size(i),
              counts.count(i) * 1e6 / counts.size(i)));
    }
  }
}
