package org.polylogue.discourse.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A confidence interval.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower
 */
public record Interval(double low, double high) {

  /** Checks the order of the ends. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("interval ends out of order: " + low + ", " + high);
    }
  }

  /**
   * The percentile bootstrap (Efron 1979): draws as many items as there are, with replacement, and
   * scores them, over and over; the interval holds the middle 95 % of the scores.
   *
   * @param items number of items, at least 1
   * @param score from the positions of the drawn items to a finite score
   * @param rounds number of draws, for instance 1000
   * @param seed of the random numbers
   * @return the 95 % interval
   */
  public static Interval bootstrap(
      int items, ToDoubleFunction<int[]> score, int rounds, long seed) {
    if (items < 1 || rounds < 1) {
      throw new IllegalArgumentException(
          "the bootstrap needs items and rounds: " + items + ", " + rounds);
    }
    Random random = new Random(seed);
    double[] scores = new double[rounds];
    int[] drawn = new int[items];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < items; i++) {
        drawn[i] = random.nextInt(items);
      }
      scores[round] = score.applyAsDouble(drawn);
    }
    Arrays.sort(scores);
    int cut = (int) Math.floor(rounds * 0.025);
    return new Interval(scores[cut], scores[rounds - 1 - cut]);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "[%.3f, %.3f]", low, high);
  }
}
