package org.polylogue.training.encoder;

import java.util.Arrays;

/**
 * Makes the outputs of heads or judges probabilities that come true as often as they say: one
 * factor for each head and an addend for each class (vector scaling, Guo et al. 2017; of several
 * heads together, stacking, Wolpert 1992), by the likelihood of held-out answers. The addends are
 * drawn towards 0, since held-out answers are few.
 */
public final class Calibration {

  private static final int ROUNDS = 3000;
  private static final double RATE = 0.05;
  private static final double PULL = 0.02;

  private Calibration() {}

  /**
   * Fits.
   *
   * @param outputs of each head one row for each answer
   * @param gold the class of each
   * @param weights how much each counts; they sum to 1
   * @return a factor for each head, then an addend for each class
   */
  public static double[] fit(double[][][] outputs, int[] gold, double[] weights) {
    int heads = outputs.length;
    int classes = outputs[0][0].length;
    double[] fitted = new double[heads + classes];
    Arrays.fill(fitted, 0, heads, 1.0 / heads);
    for (int round = 0; round < ROUNDS; round++) {
      double[] slope = new double[fitted.length];
      for (int i = 0; i < gold.length; i++) {
        double[] likely = probabilities(outputs, i, fitted);
        for (int c = 0; c < classes; c++) {
          double gap = weights[i] * (likely[c] - (c == gold[i] ? 1 : 0));
          for (int head = 0; head < heads; head++) {
            slope[head] += gap * outputs[head][i][c];
          }
          slope[heads + c] += gap;
        }
      }
      for (int head = 0; head < heads; head++) {
        fitted[head] -= RATE * slope[head];
      }
      for (int c = heads; c < fitted.length; c++) {
        fitted[c] -= RATE * (slope[c] + PULL * fitted[c]);
      }
    }
    return fitted;
  }

  private static double[] probabilities(double[][][] outputs, int answer, double[] fitted) {
    double[] likely = new double[fitted.length - outputs.length];
    for (int c = 0; c < likely.length; c++) {
      likely[c] = fitted[outputs.length + c];
      for (int head = 0; head < outputs.length; head++) {
        likely[c] += outputs[head][answer][c] * fitted[head];
      }
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
