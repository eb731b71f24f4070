package org.polylogue.training.encoder;

import java.util.Arrays;

/**
 * Makes the outputs of a head probabilities that come true as often as they say: vector scaling
 * (Guo et al. 2017), one factor for all classes and an addend for each, by the likelihood of
 * held-out answers. The addends are drawn towards 0, since held-out answers are few.
 */
final class Calibration {

  private static final int ROUNDS = 3000;
  private static final double RATE = 0.05;
  private static final double PULL = 0.02;

  private Calibration() {}

  /**
   * Fits.
   *
   * @param outputs one row for each answer
   * @param gold the class of each
   * @param weights how much each counts; they sum to 1
   * @param addends whether addends are fitted too; otherwise they are 0
   * @return the factor, then an addend for each class
   */
  static double[] fit(double[][] outputs, int[] gold, double[] weights, boolean addends) {
    int classes = outputs[0].length;
    double[] fitted = new double[1 + classes];
    fitted[0] = 1;
    for (int round = 0; round < ROUNDS; round++) {
      double[] slope = new double[fitted.length];
      for (int i = 0; i < outputs.length; i++) {
        double[] likely = probabilities(outputs[i], fitted);
        for (int c = 0; c < classes; c++) {
          double gap = weights[i] * (likely[c] - (c == gold[i] ? 1 : 0));
          slope[0] += gap * outputs[i][c];
          slope[1 + c] += gap;
        }
      }
      fitted[0] -= RATE * slope[0];
      for (int c = 1; addends && c < fitted.length; c++) {
        fitted[c] -= RATE * (slope[c] + PULL * fitted[c]);
      }
    }
    return fitted;
  }

  private static double[] probabilities(double[] outputs, double[] fitted) {
    double[] likely = new double[outputs.length];
    for (int c = 0; c < likely.length; c++) {
      likely[c] = outputs[c] * fitted[0] + fitted[1 + c];
    }
    double most = Arrays.stream(likely).max().orElse(0);
    double sum = 0;
    for (int c = 0; c < likely.length; c++) {
      likely[c] = Math.exp(likely[c] - most);
      sum += likely[c];
    }
    for (int c = 0; c < likely.length; c++) {
      likely[c] /= sum;
    }
    return likely;
  }
}
