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
   * @param addends whether addends are fitted too; otherwise they are 0
   * @return the factor, then an addend for each class
   */
  static double[] fit(double[][] outputs, int[] gold, boolean addends) {
    int classes = outputs[0].length;
    double[] fitted = new double[1 + classes];
    fitted[0] = 1;
    for (int round = 0; round < ROUNDS; round++) {
      double[] slope = new double[fitted.length];
      for (int i = 0; i < outputs.length; i++) {
        double[] likely = probabilities(outputs[i], fitted);
        for (int c = 0; c < classes; c++) {
          double gap = likely[c] - (c == gold[i] ? 1 : 0);
          slope[0] += gap * outputs[i][c] / outputs.length;
          slope[1 + c] += gap / outputs.length;
        }
      }
      fitted[0] -= RATE * slope[0];
      for (int c = 1; addends && c < fitted.length; c++) {
        fitted[c] -= RATE * (slope[c] + PULL * fitted[c]);
      }
    }
    return fitted;
  }

  /**
   * Fits where one class is the normal answer: its addend is the one in steps of a tenth that gives
   * the best mean F1 over the classes, then the factor is fitted.
   *
   * @param outputs one row for each answer
   * @param gold the class of each
   * @param normal the class
   * @return the factor, then an addend for each class
   */
  static double[] fitNormal(double[][] outputs, int[] gold, int normal) {
    double best = -1;
    double addend = 0;
    for (int tenth = 0; tenth <= 15; tenth++) {
      double score = meanF1(shifted(outputs, normal, tenth / 10.0), gold);
      if (score > best + 1e-9) {
        best = score;
        addend = tenth / 10.0;
      }
    }
    double[] fitted = fit(shifted(outputs, normal, addend), gold, false);
    fitted[1 + normal] = addend * fitted[0];
    return fitted;
  }

  private static double[][] shifted(double[][] outputs, int normal, double addend) {
    double[][] shifted = new double[outputs.length][];
    for (int i = 0; i < outputs.length; i++) {
      shifted[i] = outputs[i].clone();
      shifted[i][normal] += addend;
    }
    return shifted;
  }

  private static double meanF1(double[][] outputs, int[] gold) {
    int classes = outputs[0].length;
    double[] right = new double[classes];
    double[] all = new double[classes];
    for (int i = 0; i < gold.length; i++) {
      int answer = 0;
      for (int c = 1; c < classes; c++) {
        answer = outputs[i][c] > outputs[i][answer] ? c : answer;
      }
      right[answer] += answer == gold[i] ? 2 : 0;
      all[answer]++;
      all[gold[i]]++;
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += all[c] == 0 ? 0 : right[c] / all[c];
    }
    return sum / classes;
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
