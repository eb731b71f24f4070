package org.polylogue.benchmarks.quality.stance;

import java.io.PrintWriter;
import java.util.Locale;

/** How far confidence and accuracy lie apart, in bins of a tenth (Naeini et al. 2015). */
final class Reliability {

  private static final int BINS = 10;

  private final double[] confidence = new double[BINS];
  private final int[] right = new int[BINS];
  private final int[] count = new int[BINS];
  private int all;

  void add(double sure, boolean isRight) {
    int bin = (int) Math.min(BINS - 1, sure * BINS);
    confidence[bin] += sure;
    right[bin] += isRight ? 1 : 0;
    count[bin]++;
    all++;
  }

  /** The mean gap, each bin weighed by its size; 0 without answers. */
  double gap() {
    double gap = 0;
    for (int bin = 0; bin < BINS; bin++) {
      gap += Math.abs(confidence[bin] - right[bin]);
    }
    return all == 0 ? 0 : gap / all;
  }

  void print(String name, PrintWriter out) {
    out.printf(Locale.ROOT, "reliability, %s: gap %.3f over %d%n", name, gap(), all);
    for (int bin = 0; bin < BINS; bin++) {
      if (count[bin] > 0) {
        out.printf(
            Locale.ROOT,
            "  %.1f to %.1f  %5d answers  confidence %.2f  right %.2f%n",
            bin / 10.0,
            (bin + 1) / 10.0,
            count[bin],
            confidence[bin] / count[bin],
            right[bin] / (double) count[bin]);
      }
    }
  }
}
