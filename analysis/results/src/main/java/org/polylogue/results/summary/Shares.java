package org.polylogue.results.summary;

import java.util.List;
import java.util.Optional;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;

/** How intervals over articles are drawn here. */
final class Shares {

  static final double LEVEL = 0.95;
  static final int ARTICLES_NEEDED = 5;
  private static final int REPETITIONS = 1000;
  private static final int FEWEST = 200;
  private static final double DRAWS = 2e7;
  private static final long SEED = 20231111L;

  private Shares() {}

  /** Fewer repetitions for more articles, whose intervals are narrow anyway. */
  static Resampling resampling(int articles) {
    int repetitions = (int) Math.max(FEWEST, Math.min(REPETITIONS, DRAWS / Math.max(1, articles)));
    return Resampling.of(repetitions, SEED);
  }

  /** An interval for each part; none where fewer than five articles have a total. */
  static List<Interval> intervals(double[] totals, List<Resampling.Part> parts) {
    long articles = 0;
    for (double total : totals) {
      articles += total > 0 ? 1 : 0;
    }
    return articles < ARTICLES_NEEDED
        ? List.of()
        : resampling((int) articles).shares(totals, parts, LEVEL);
  }

  /** Sum of numerators by sum of denominators; units are pairs with denominators over 0. */
  static Optional<Interval> ratio(List<double[]> units) {
    return units.size() < ARTICLES_NEEDED
        ? Optional.empty()
        : resampling(units.size()).bootstrap(units, Shares::quotient, LEVEL);
  }

  static double quotient(List<double[]> units) {
    double sum = 0;
    double count = 0;
    for (double[] unit : units) {
      sum += unit[0];
      count += unit[1];
    }
    return sum / count;
  }
}
