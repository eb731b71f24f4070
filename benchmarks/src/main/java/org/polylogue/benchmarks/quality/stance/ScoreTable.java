package org.polylogue.benchmarks.quality.stance;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.polylogue.benchmarks.quality.Intervals;
import org.polylogue.discourse.learning.ConfusionMatrix;

/** Prints scores with bootstrap intervals, a row a system. */
final class ScoreTable {

  private static final long SEED = 2016;

  private final List<String> labels;
  private final List<String> averaged;
  private final List<String> gold;
  private final PrintWriter out;

  ScoreTable(List<String> labels, List<String> averaged, List<String> gold, PrintWriter out) {
    this.labels = labels;
    this.averaged = averaged;
    this.gold = gold;
    this.out = out;
    out.printf(Locale.ROOT, "%-44s %-7s %-17s %s%n", "", "mean F1", "95 %", "accuracy");
  }

  ConfusionMatrix row(String system, List<String> predicted) {
    ConfusionMatrix matrix = ConfusionMatrix.of(labels, gold, predicted);
    String interval =
        Intervals.shown(
            Intervals.of(gold.size(), drawn -> matrix(drawn, predicted).meanF1(averaged), SEED));
    out.printf(
        Locale.ROOT,
        "%-44s %.3f   %-17s %.3f%n",
        system,
        matrix.meanF1(averaged),
        interval,
        matrix.accuracy());
    return matrix;
  }

  /** The score of those rows that are wanted, without an interval. */
  void part(String name, List<Integer> rows, List<String> predicted) {
    ConfusionMatrix matrix = matrix(rows.stream().mapToInt(Integer::intValue).toArray(), predicted);
    out.printf(
        Locale.ROOT,
        "  %-42s %.3f   %-17s %.3f   (%d rows)%n",
        name,
        matrix.meanF1(averaged),
        "",
        matrix.accuracy(),
        rows.size());
  }

  void majority(String name) {
    String most =
        labels.stream()
            .max(
                (a, b) ->
                    Integer.compare(Collections.frequency(gold, a), Collections.frequency(gold, b)))
            .orElseThrow();
    row(name + " " + most, Collections.nCopies(gold.size(), most));
  }

  private ConfusionMatrix matrix(int[] drawn, List<String> predicted) {
    List<String> someGold = new ArrayList<>(drawn.length);
    List<String> somePredicted = new ArrayList<>(drawn.length);
    for (int i : drawn) {
      someGold.add(gold.get(i));
      somePredicted.add(predicted.get(i));
    }
    return ConfusionMatrix.of(labels, someGold, somePredicted);
  }
}
