package org.polylogue.lexis.association;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** The two-sided exact test; sums outward from the observed table until terms vanish. */
final class FisherExact {

  /** Tables count as equally likely within this relative tolerance, as in R's fisher.test. */
  private static final double TOLERANCE = 1 + 1e-7;

  private static final double NEGLIGIBLE = 1e-17;

  private FisherExact() {}

  static double twoSided(Contingency t) {
    long c2 = t.o12() + t.o22();
    if (t.row1() == 0 || t.row2() == 0 || t.column1() == 0 || c2 == 0) {
      return 1;
    }
    if (t.total() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "Fisher's test takes tables up to " + Integer.MAX_VALUE + ", this one has " + t.total());
    }
    HypergeometricDistribution tables =
        HypergeometricDistribution.of((int) t.total(), (int) t.column1(), (int) t.row1());
    int observed = (int) t.o11();
    int low = tables.getSupportLowerBound();
    int high = tables.getSupportUpperBound();
    double own = tables.logProbability(observed);
    double limit = own + Math.log(TOLERANCE);
    int mode = (int) ((t.row1() + 1.0) * (t.column1() + 1.0) / (t.total() + 2.0));
    mode = Math.max(low, Math.min(high, mode));
    if (tables.logProbability(mode) <= limit) {
      return 1;
    }
    double sum =
        observed > mode
            ? up(tables, observed, high) + down(tables, lastNotOver(tables, low, mode, limit), low)
            : down(tables, observed, low)
                + up(tables, firstNotOver(tables, mode, high, limit), high);
    return Math.min(1, sum);
  }

  /**
   * The greatest k in low..mode, on the rising side, whose table is not likelier; low−1 if none.
   */
  private static int lastNotOver(
      HypergeometricDistribution tables, int low, int mode, double limit) {
    int a = low - 1;
    int b = mode;
    while (b - a > 1) {
      int middle = a + (b - a) / 2;
      if (tables.logProbability(middle) <= limit) {
        a = middle;
      } else {
        b = middle;
      }
    }
    return a;
  }

  /**
   * The least k in mode..high, on the falling side, whose table is not likelier; high+1 if none.
   */
  private static int firstNotOver(
      HypergeometricDistribution tables, int mode, int high, double limit) {
    int a = mode - 1;
    int b = high + 1;
    while (b - a > 1) {
      int middle = a + (b - a) / 2;
      if (tables.logProbability(middle) <= limit) {
        b = middle;
      } else {
        a = middle;
      }
    }
    return b;
  }

  private static double up(HypergeometricDistribution tables, int from, int high) {
    double sum = 0;
    for (int k = from; k <= high; k++) {
      double p = tables.probability(k);
      sum += p;
      if (p <= sum * NEGLIGIBLE) {
        break;
      }
    }
    return sum;
  }

  private static double down(HypergeometricDistribution tables, int from, int low) {
    double sum = 0;
    for (int k = from; k >= low; k--) {
      double p = tables.probability(k);
      sum += p;
      if (p <= sum * NEGLIGIBLE) {
        break;
      }
    }
    return sum;
  }
}
