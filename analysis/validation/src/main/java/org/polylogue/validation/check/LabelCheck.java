package org.polylogue.validation.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.validation.estimate.WeightedShare;

/**
 * How often a machine's labels are those of people. Shares are of all rows that the coded ones
 * stand for; their intervals are those of {@link WeightedShare}. Immutable and thread-safe.
 */
public final class LabelCheck {

  private final List<CheckedRow> rows;
  private final double level;

  private LabelCheck(List<CheckedRow> rows, double level) {
    this.rows = List.copyOf(rows);
    this.level = level;
  }

  /**
   * A check.
   *
   * @param rows what both answered
   * @param level of the intervals, over 0 and under 1, usually 0.95
   * @return the check
   */
  public static LabelCheck of(List<CheckedRow> rows, double level) {
    return new LabelCheck(rows, level);
  }

  /**
   * How good a label is.
   *
   * @param label the label
   * @param found coded rows to which the machine gave it
   * @param meant coded rows to which people gave it
   * @param precision share of the first that are right; empty without them
   * @param recall share of the second that the machine found, among the rows of the table: what has
   *     no row is not counted; empty without them
   */
  public record LabelScore(
      String label,
      int found,
      int meant,
      Optional<Interval> precision,
      Optional<Interval> recall) {}

  /**
   * Rows of like confidence.
   *
   * @param low the least confidence among them
   * @param high the greatest
   * @param rows how many coded rows
   * @param confidence their mean confidence
   * @param right the share of them that are right
   */
  public record ConfidenceBin(
      double low, double high, int rows, double confidence, Interval right) {}

  /**
   * The share of rows that are right.
   *
   * @return with bounds; empty without rows
   */
  public Optional<Interval> right() {
    WeightedShare share = new WeightedShare();
    rows.forEach(row -> share.add(row.isRight(), row.weight(), row.cluster()));
    return share.interval(level);
  }

  /**
   * How many rows there are.
   *
   * @return coded rows
   */
  public int size() {
    return rows.size();
  }

  /**
   * Precision and recall by label.
   *
   * @return one for each label that machine or people gave, sorted
   */
  public List<LabelScore> labels() {
    TreeSet<String> labels = new TreeSet<>();
    for (CheckedRow row : rows) {
      labels.add(row.machine());
      labels.add(row.people());
    }
    List<LabelScore> scores = new ArrayList<>();
    for (String label : labels) {
      WeightedShare precision = new WeightedShare();
      WeightedShare recall = new WeightedShare();
      for (CheckedRow row : rows) {
        if (row.machine().equals(label)) {
          precision.add(row.isRight(), row.weight(), row.cluster());
        }
        if (row.people().equals(label)) {
          recall.add(row.isRight(), row.weight(), row.cluster());
        }
      }
      scores.add(
          new LabelScore(
              label,
              precision.rows(),
              recall.rows(),
              precision.interval(level),
              recall.interval(level)));
    }
    return scores;
  }

  /**
   * The mean F1 of the labels that people gave, each as much as any other.
   *
   * @return 0 to 1; 0 without rows
   */
  public double macroF1() {
    return labels().stream()
        .filter(score -> score.meant() > 0)
        .mapToDouble(
            score -> {
              double precision = score.precision().map(Interval::estimate).orElse(0.0);
              double recall = score.recall().map(Interval::estimate).orElse(0.0);
              return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            })
        .average()
        .orElse(0);
  }

  /**
   * How many rows the coded ones stand for, by the machine's label and the people's code.
   *
   * @return estimated numbers of rows
   */
  public SortedMap<String, SortedMap<String, Double>> confusion() {
    SortedMap<String, SortedMap<String, Double>> counts = new TreeMap<>();
    for (CheckedRow row : rows) {
      counts
          .computeIfAbsent(row.machine(), key -> new TreeMap<>())
          .merge(row.people(), row.weight(), Double::sum);
    }
    return counts;
  }

  /**
   * Whether those rows are right as often as the machine is sure.
   *
   * @param bins how many bins of as many coded rows each, at least 1
   * @return the bins by rising confidence; empty if no row has one
   */
  public List<ConfidenceBin> reliability(int bins) {
    List<CheckedRow> sure =
        rows.stream()
            .filter(row -> row.confidence().isPresent())
            .sorted(
                Comparator.comparingDouble((CheckedRow row) -> row.confidence().getAsDouble())
                    .thenComparing(CheckedRow::id))
            .toList();
    List<ConfidenceBin> curve = new ArrayList<>();
    for (int k = 0; k < bins; k++) {
      List<CheckedRow> bin = sure.subList(k * sure.size() / bins, (k + 1) * sure.size() / bins);
      if (bin.isEmpty()) {
        continue;
      }
      WeightedShare right = new WeightedShare();
      double weight = 0;
      double confidence = 0;
      for (CheckedRow row : bin) {
        right.add(row.isRight(), row.weight(), row.cluster());
        weight += row.weight();
        confidence += row.weight() * row.confidence().getAsDouble();
      }
      curve.add(
          new ConfidenceBin(
              bin.get(0).confidence().getAsDouble(),
              bin.get(bin.size() - 1).confidence().getAsDouble(),
              bin.size(),
              confidence / weight,
              right.interval(level).orElseThrow()));
    }
    return curve;
  }

  /**
   * The rows where machine and people differ.
   *
   * @return the surest of the machine first; those without confidence last
   */
  public List<CheckedRow> differences() {
    return rows.stream()
        .filter(row -> !row.isRight())
        .sorted(
            Comparator.comparingDouble((CheckedRow row) -> -row.confidence().orElse(-1))
                .thenComparing(CheckedRow::id))
        .toList();
  }
}
