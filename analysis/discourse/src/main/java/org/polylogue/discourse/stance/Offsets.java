package org.polylogue.discourse.stance;

import java.util.List;

/** Numbers added to the scores of classes so that the measure that counts is best. */
final class Offsets {

  private static final double REACH = 0.6;
  private static final double STEP = 0.1;

  private Offsets() {}

  /** The logistic function of each score after its offset, scaled to the sum 1. */
  static double[] probabilities(double[] scores, double[] offsets) {
    double[] result = new double[scores.length];
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      double score = Math.max(-30, Math.min(30, scores[k] + offsets[k]));
      result[k] = 1 / (1 + Math.exp(-score));
      sum += result[k];
    }
    for (int k = 0; k < result.length; k++) {
      result[k] /= sum;
    }
    return result;
  }

  static int best(double[] scores, double[] offsets) {
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      if (scores[k] + offsets[k] > scores[best] + offsets[best]) {
        best = k;
      }
    }
    return best;
  }

  /**
   * Searches a grid for the offsets of the first two of three classes with the best mean F1,
   * preferring small ones.
   *
   * @param scores per case the scores of three classes
   * @param gold per case the right class
   * @param measured how many of the first classes the mean is taken over
   * @return three offsets, the last one 0
   */
  static double[] tune(List<double[]> scores, int[] gold, int measured) {
    double[] best = new double[3];
    double top = Double.NEGATIVE_INFINITY;
    int steps = (int) Math.round(REACH / STEP);
    for (int a = -steps; a <= steps; a++) {
      for (int b = -steps; b <= steps; b++) {
        double[] offsets = {a * STEP, b * STEP, 0};
        double value =
            meanF1(scores, gold, offsets, measured) - 0.001 * (Math.abs(a) + Math.abs(b));
        if (value > top) {
          top = value;
          best = offsets;
        }
      }
    }
    return best;
  }

  private static double meanF1(List<double[]> scores, int[] gold, double[] offsets, int measured) {
    int[] right = new int[3];
    int[] predicted = new int[3];
    int[] actual = new int[3];
    for (int i = 0; i < gold.length; i++) {
      int k = best(scores.get(i), offsets);
      predicted[k]++;
      actual[gold[i]]++;
      if (k == gold[i]) {
        right[k]++;
      }
    }
    double sum = 0;
    for (int k = 0; k < measured; k++) {
      int all = predicted[k] + actual[k];
      sum += all == 0 ? 0 : 2.0 * right[k] / all;
    }
    return sum / measured;
  }
}
