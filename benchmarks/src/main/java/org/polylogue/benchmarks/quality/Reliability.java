package org.polylogue.benchmarks.quality;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * How often what a judge is so and so sure of is true: answers by their probability in ten steps,
 * and the expected calibration error (Naeini et al. 2015), the mean gap between probability and
 * share of right answers, weighted by how many there are.
 */
public final class Reliability {

  private static final int STEPS = 10;

  private final int[] answers = new int[STEPS];
  private final int[] right = new int[STEPS];
  private final double[] sure = new double[STEPS];

  /** Without answers. */
  public Reliability() {}

  /**
   * Counts an answer.
   *
   * @param probability of the class that was answered, 0 to 1
   * @param isRight whether it was the right one
   */
  public void add(double probability, boolean isRight) {
    int step = Math.min(STEPS - 1, (int) (probability * STEPS));
    answers[step]++;
    right[step] += isRight ? 1 : 0;
    sure[step] += probability;
  }

  /**
   * The expected calibration error.
   *
   * @return 0 to 1; 0 without answers
   */
  public double error() {
    int all = 0;
    double gap = 0;
    for (int step = 0; step < STEPS; step++) {
      all += answers[step];
      gap += Math.abs(sure[step] - right[step]);
    }
    return all == 0 ? 0 : gap / all;
  }

  /**
   * Prints the table and the error.
   *
   * @param name whose answers they are
   * @param out takes it
   */
  public void print(String name, PrintWriter out) {
    out.printf(Locale.ROOT, "%s: expected calibration error %.3f%n", name, error());
    out.println("  probability   answers  mean   right");
    for (int step = 0; step < STEPS; step++) {
      if (answers[step] > 0) {
        out.printf(
            Locale.ROOT,
            "  %.1f to %.1f   %7d  %.3f  %.3f%n",
            step / (double) STEPS,
            (step + 1) / (double) STEPS,
            answers[step],
            sure[step] / answers[step],
            right[step] / (double) answers[step]);
      }
    }
  }
}
