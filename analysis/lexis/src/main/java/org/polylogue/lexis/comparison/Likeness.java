package org.polylogue.lexis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.resampling.Interval;

/**
 * How like the words of two parts of a corpus are. Two samples of the same words differ too, and
 * the more the smaller they are; so numbers are corrected for what sampling adds, by how much a
 * bootstrap of texts adds to them once more, and intervals are basic bootstrap intervals (Davison
 * and Hinkley 1997, section 5.2). Immutable and thread-safe.
 */
public final class Likeness {

  /** What is measured. */
  public enum Measure {
    /** Cosine of the counts, 0 for no word in common to 1 for the same shares. */
    COSINE,
    /**
     * Jensen-Shannon divergence of the shares in bits (Lin 1991), 0 for the same shares to 1 for no
     * word in common.
     */
    JENSEN_SHANNON
  }

  private final CountRows rows;
  private final List<Integer> first;
  private final List<Integer> second;

  private Likeness(CountRows rows, List<Integer> first, List<Integer> second) {
    this.rows = rows;
    this.first = first;
    this.second = second;
  }

  /**
   * Two parts.
   *
   * @param rows texts
   * @param first rows of the first part
   * @param second rows of the second part
   * @return what can be asked
   * @throws IllegalArgumentException if a part has no word
   */
  public static Likeness of(CountRows rows, List<Integer> first, List<Integer> second) {
    List<Integer> ours = first.stream().filter(row -> rows.total(row) > 0).toList();
    List<Integer> theirs = second.stream().filter(row -> rows.total(row) > 0).toList();
    if (ours.isEmpty() || theirs.isEmpty()) {
      throw new IllegalArgumentException(
          "the " + (ours.isEmpty() ? "first" : "second") + " part has no word to compare");
    }
    return new Likeness(rows, ours, theirs);
  }

  /**
   * Measures.
   *
   * @param measure what
   * @return the number as the samples have it, not corrected
   */
  public double value(Measure measure) {
    return value(measure, first, second);
  }

  /**
   * Measures, corrected.
   *
   * @param measure what
   * @param repetitions how often texts are drawn, 2 or more; 200 will do
   * @param seed of the random numbers
   * @param level of the interval, over 0 and under 1
   * @return the corrected number between its bounds, all within 0 to 1; bounds are NaN if a part
   *     has one text
   */
  public Interval interval(Measure measure, int repetitions, long seed, double level) {
    double own = value(measure);
    if (first.size() < 2 || second.size() < 2) {
      return new Interval(own, Double.NaN, Double.NaN, level);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[repetitions];
    for (int i = 0; i < repetitions; i++) {
      values[i] = value(measure, drawn(first, random), drawn(second, random));
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    Arrays.sort(values);
    int tail = (int) Math.floor((1 - level) / 2 * (repetitions - 1));
    return new Interval(
        bounded(2 * own - mean),
        bounded(2 * own - values[repetitions - 1 - tail]),
        bounded(2 * own - values[tail]),
        level);
  }

  /**
   * Words that make the parts differ.
   *
   * @param most how many at most
   * @return those with the greatest part of the Jensen-Shannon divergence, the greatest first
   */
  public List<Carrier> carriers(int most) {
    double[] ours = shares(first);
    double[] theirs = shares(second);
    double whole = value(Measure.JENSEN_SHANNON);
    List<Carrier> found = new ArrayList<>();
    for (int column = 0; column < ours.length; column++) {
      double part = divergence(ours[column], theirs[column]);
      if (part > 0) {
        found.add(new Carrier(column, ours[column], theirs[column], part / whole));
      }
    }
    found.sort(Comparator.comparingDouble(Carrier::part).reversed().thenComparing(Carrier::column));
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  /**
   * A word and what it adds to the divergence.
   *
   * @param column the word
   * @param first its share in the first part
   * @param second its share in the second part
   * @param part what it adds, as a share of the whole divergence; more than 0
   */
  public record Carrier(int column, double first, double second, double part) {}

  private double value(Measure measure, List<Integer> some, List<Integer> others) {
    double[] ours = shares(some);
    double[] theirs = shares(others);
    if (measure == Measure.JENSEN_SHANNON) {
      double sum = 0;
      for (int column = 0; column < ours.length; column++) {
        sum += divergence(ours[column], theirs[column]);
      }
      return bounded(sum);
    }
    double product = 0;
    double our = 0;
    double their = 0;
    for (int column = 0; column < ours.length; column++) {
      product += ours[column] * theirs[column];
      our += ours[column] * ours[column];
      their += theirs[column] * theirs[column];
    }
    return bounded(product / Math.sqrt(our * their));
  }

  private static double divergence(double p, double q) {
    double mean = (p + q) / 2;
    double sum = (p > 0 ? p * Math.log(p / mean) : 0) + (q > 0 ? q * Math.log(q / mean) : 0);
    return Math.max(0, sum / (2 * Math.log(2)));
  }

  private double[] shares(List<Integer> some) {
    double[] shares = new double[rows.columns()];
    double total = 0;
    for (int row : some) {
      for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
        shares[rows.column(cell)] += rows.count(cell);
        total += rows.count(cell);
      }
    }
    for (int column = 0; column < shares.length; column++) {
      shares[column] /= total;
    }
    return shares;
  }

  private static List<Integer> drawn(List<Integer> units, SplittableRandom random) {
    List<Integer> drawn = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      drawn.add(units.get(random.nextInt(units.size())));
    }
    return drawn;
  }

  private static double bounded(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
