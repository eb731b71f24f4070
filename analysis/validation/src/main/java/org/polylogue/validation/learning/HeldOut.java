package org.polylogue.validation.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import org.polylogue.validation.check.CheckedRow;
import org.polylogue.validation.check.LabelCheck;

/**
 * How good a machine and a correction are on the same rows, which the correction has not seen.
 * Intervals come from resamples of clusters. Immutable and thread-safe.
 *
 * @param shipped macro F1 of the machine
 * @param adapted macro F1 of the correction
 * @param gain the second less the first
 * @param shippedGap how far the machine's confidence is from how often it is right, weighted mean
 *     over bins of as many rows each (expected calibration error, Naeini et al. 2015), 0 to 1; 0 if
 *     it tells no confidence
 * @param adaptedGap the same of the correction
 */
public record HeldOut(
    Interval shipped, Interval adapted, Interval gain, double shippedGap, double adaptedGap) {

  private static final double LEVEL = 0.95;
  private static final int REPETITIONS = 1000;
  private static final int BINS = 10;
  private static final int LEAST_IN_BIN = 10;

  /**
   * Compares by cross-validation, see {@link Adaptation#heldOut}.
   *
   * @param examples coded rows of three clusters and two labels at least
   * @return the scores
   * @throws IllegalArgumentException if there are fewer clusters or labels
   */
  public static HeldOut of(List<CodedExample> examples) {
    List<CheckedRow> machine = examples.stream().map(CodedExample::row).toList();
    List<CheckedRow> corrected = Adaptation.heldOut(examples);
    Map<String, List<Integer>> clusters = new TreeMap<>();
    IntStream.range(0, machine.size())
        .forEach(
            i ->
                clusters
                    .computeIfAbsent(machine.get(i).cluster(), key -> new ArrayList<>())
                    .add(i));
    List<List<Integer>> units = List.copyOf(clusters.values());
    return new HeldOut(
        interval(units, some -> macroF1(machine, some)),
        interval(units, some -> macroF1(corrected, some)),
        interval(units, some -> macroF1(corrected, some) - macroF1(machine, some)),
        gap(machine),
        gap(corrected));
  }

  private static Interval interval(
      List<List<Integer>> units, ToDoubleFunction<List<List<Integer>>> score) {
    return Resampling.of(REPETITIONS, 1).bootstrap(units, score, LEVEL).orElseThrow();
  }

  private static double macroF1(List<CheckedRow> rows, List<List<Integer>> drawn) {
    List<CheckedRow> some = new ArrayList<>();
    drawn.forEach(unit -> unit.forEach(i -> some.add(rows.get(i))));
    return LabelCheck.of(some, LEVEL).macroF1();
  }

  private static double gap(List<CheckedRow> rows) {
    int bins = Math.max(1, Math.min(BINS, rows.size() / LEAST_IN_BIN));
    double gap = 0;
    int all = 0;
    for (LabelCheck.ConfidenceBin bin : LabelCheck.of(rows, LEVEL).reliability(bins)) {
      gap += bin.rows() * Math.abs(bin.confidence() - bin.right().estimate());
      all += bin.rows();
    }
    return all == 0 ? 0 : gap / all;
  }
}
