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
import java.util.stream.IntStream;

/**
 * Bootstrap intervals and permutation tests. What is drawn are whole units, usually documents:
 * words of one text are not independent of each other, and tests that take them for it see
 * differences everywhere (Lijffijt et al. 2016). The same seed gives the same result on every
 * machine. Immutable and thread-safe.
 */
public final class Resampling {

  private static final int PARTS_AT_ONCE = 2_000;

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

  /**
   * What a part has of the total of some units; of all others it has nothing.
   *
   * @param units positions of units
   * @param amounts the part's amount in each of them, finite
   */
  public record Part(int[] units, double[] amounts) {
    /** Checks that every unit has its amount. */
    public Part {
      if (units.length != amounts.length) {
        throw new IllegalArgumentException(units.length + " units, " + amounts.length + " amounts");
      }
    }
  }

  /**
   * Percentile bootstrap intervals of the shares of many parts in one total, all from the same
   * draws. It takes time for the units and the amounts that are given, not for every unit in every
   * part. Units without any total say nothing and are not drawn.
   *
   * @param totals the total of each unit, 0 or more
   * @param parts the parts
   * @param level over 0 and under 1, usually 0.95
   * @return an interval for each part; none if no unit has a total
   */
  public List<Interval> shares(double[] totals, List<Part> parts, double level) {
    checkLevel(level);
    int[] drawable = IntStream.range(0, totals.length).filter(i -> totals[i] > 0).toArray();
    if (drawable.length == 0) {
      return List.of();
    }
    double whole = Arrays.stream(totals).sum();
    List<Interval> intervals = new ArrayList<>(parts.size());
    for (int from = 0; from < parts.size(); from += PARTS_AT_ONCE) {
      List<Part> some = parts.subList(from, Math.min(parts.size(), from + PARTS_AT_ONCE));
      double[][] values = new double[some.size()][repetitions];
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < repetitions; i++) {
        int[] times = new int[totals.length];
        double total = 0;
        for (int draw = 0; draw < drawable.length; draw++) {
          int unit = drawable[random.nextInt(drawable.length)];
          times[unit]++;
          total += totals[unit];
        }
        for (int part = 0; part < values.length; part++) {
          values[part][i] = finite(amount(some.get(part), times) / total);
        }
      }
      for (int part = 0; part < values.length; part++) {
        double sum = Arrays.stream(some.get(part).amounts()).sum();
        intervals.add(interval(finite(sum / whole), values[part], level));
      }
    }
    return intervals;
  }

  private static double amount(Part part, int[] times) {
    double amount = 0;
    for (int i = 0; i < part.units().length; i++) {
      amount += times[part.units()[i]] * part.amounts()[i];
    }
    return amount;
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
