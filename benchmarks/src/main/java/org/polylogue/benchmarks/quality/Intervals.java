package org.polylogue.benchmarks.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;

/** 95 % intervals of scores, by the bootstrap over cases. */
public final class Intervals {

  private static final int SAMPLES = 1000;
  private static final double LEVEL = 0.95;
  private static final Interval NONE = new Interval(0, 0, 0, LEVEL);

  private Intervals() {}

  /**
   * The interval of a score.
   *
   * @param cases how many cases there are
   * @param score of the cases with these numbers, from 0
   * @param seed of the random numbers
   * @return from 0 to 0 without cases
   */
  public static Interval of(int cases, ToDoubleFunction<int[]> score, long seed) {
    List<Integer> all = IntStream.range(0, cases).boxed().toList();
    return Resampling.of(SAMPLES, seed)
        .bootstrap(
            all, some -> score.applyAsDouble(some.stream().mapToInt(i -> i).toArray()), LEVEL)
        .orElse(NONE);
  }

  /**
   * An interval as tables show it.
   *
   * @param interval any
   * @return such as {@code [0.412, 0.518]}
   */
  public static String shown(Interval interval) {
    return String.format(Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high());
  }
}
