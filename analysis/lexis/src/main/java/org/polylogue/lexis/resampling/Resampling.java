package org.polylogue.lexis.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Bootstrap intervals and permutation tests. What is drawn are whole units, usually documents:
 * words of one text are not independent of each other, and tests that take them for it see
 * differences everywhere (Lijffijt et al. 2016). The same seed gives the same result on every
 * machine. Immutable and thread-safe.
 */
public final class Resampling {

  private final int repetitions;
  private final long seed;

  private Resampling(int repetitions, long seed) {
    this.repetitions = repetitions;
    this.seed = seed;
    if (repetitions < 1) {
      throw new IllegalArgumentException("resampling needs a repetition, not " + repetitions);
    }
  }

  /**
   * Resampling.
   *
   * @param repetitions how often units are drawn, 1 or more; 1000 is usual
   * @param seed of the random numbers
   * @return the resampling
   */
  public static Resampling of(int repetitions, long seed) {
    return new Resampling(repetitions, seed);
  }

  /**
   * A percentile bootstrap interval (Efron 1979): the statistic of as many units, drawn with
   * replacement, again and again.
   *
   * @param units the units, such as counts by document
   * @param statistic a finite number of any list of these units
   * @param level over 0 and under 1, usually 0.95
   * @param <T> type of a unit
   * @return the interval, empty without units
   * @throws IllegalArgumentException if the statistic is not finite
   */
  public <T> Optional<Interval> bootstrap(
      List<T> units, ToDoubleFunction<List<T>> statistic, double level) {
    checkLevel(level);
    if (units.isEmpty()) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[repetitions];
    for (int i = 0; i < repetitions; i++) {
      values[i] = finite(statistic.applyAsDouble(drawn(units, random)));
    }
    return Optional.of(interval(finite(statistic.applyAsDouble(units)), values, level));
  }

  /**
   * A percentile bootstrap interval of a statistic of two samples, such as a log ratio; units of
   * each are drawn apart.
   *
   * @param first units of the first sample
   * @param second units of the second sample
   * @param statistic a finite number of two lists of units
   * @param level over 0 and under 1, usually 0.95
   * @param <T> type of a unit
   * @return the interval, empty if a sample has no unit
   * @throws IllegalArgumentException if the statistic is not finite
   */
  public <T> Optional<Interval> bootstrap(
      List<T> first, List<T> second, ToDoubleBiFunction<List<T>, List<T>> statistic, double level) {
    checkLevel(level);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[repetitions];
    for (int i = 0; i < repetitions; i++) {
      values[i] = finite(statistic.applyAsDouble(drawn(first, random), drawn(second, random)));
    }
    return Optional.of(interval(finite(statistic.applyAsDouble(first, second)), values, level));
  }

  /**
   * A two-sided permutation test: how often units that are dealt to the samples at random differ at
   * least as much as they do. The samples' own deal counts as one (Phipson and Smyth 2010).
   *
   * @param first units of the first sample
   * @param second units of the second sample
   * @param statistic a finite number that is 0 if nothing differs
   * @param <T> type of a unit
   * @return over 0 to 1; 1 if a sample has no unit
   * @throws IllegalArgumentException if the statistic is not finite
   */
  public <T> double permutation(
      List<T> first, List<T> second, ToDoubleBiFunction<List<T>, List<T>> statistic) {
    if (first.isEmpty() || second.isEmpty()) {
      return 1;
    }
    double own = Math.abs(finite(statistic.applyAsDouble(first, second)));
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    Random random = new Random(seed);
    int atLeast = 1;
    for (int i = 0; i < repetitions; i++) {
      Collections.shuffle(all, random);
      double dealt =
          Math.abs(
              finite(
                  statistic.applyAsDouble(
                      all.subList(0, first.size()), all.subList(first.size(), all.size()))));
      atLeast += dealt >= own - 1e-12 * Math.max(1, own) ? 1 : 0;
    }
    return (double) atLeast / (repetitions + 1);
  }

  private static <T> List<T> drawn(List<T> units, SplittableRandom random) {
    List<T> drawn = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      drawn.add(units.get(random.nextInt(units.size())));
    }
    return drawn;
  }

  private static Interval interval(double estimate, double[] values, double level) {
    Arrays.sort(values);
    double tail = (1 - level) / 2;
    return new Interval(estimate, quantile(values, tail), quantile(values, 1 - tail), level);
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the statistic is " + value + " for a sample");
    }
    return value;
  }

  private static void checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies between 0 and 1, not " + level);
    }
  }
}
