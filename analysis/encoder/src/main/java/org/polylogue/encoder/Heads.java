package org.polylogue.encoder;

import org.polylogue.encoder.Reading.Range;

/** The layers over the states, and what makes probabilities of their outputs. Thread-safe. */
final class Heads {

  static final int WIDTH = 384;

  private final float[] weights;
  private final float[] biases;
  private final float[] calibration;
  private final int outputs = Head.outputs();

  Heads(Weights all) {
    weights = all.get("heads.weight").values();
    biases = all.get("heads.bias").values();
    if (weights.length != 3 * WIDTH * outputs || biases.length != outputs) {
      throw new IllegalArgumentException("heads of another encoder");
    }
    Weights.Matrix fitted = all.matrices().get("heads.calibration");
    calibration = fitted == null ? null : fitted.values();
  }

  /** From the piece before the text, the mean over a part, and the mean over all pieces. */
  double[] outputs(Head head, float[] states, int size, Range part) {
    float[] features = new float[3 * WIDTH];
    System.arraycopy(states, 0, features, 0, WIDTH);
    mean(states, part.from(), part.to(), features, WIDTH);
    mean(states, 0, size, features, 2 * WIDTH);
    int classes = head.classes().size();
    double[] result = new double[classes];
    for (int c = 0; c < classes; c++) {
      int column = head.first() + c;
      double sum = biases[column];
      for (int k = 0; k < features.length; k++) {
        sum += features[k] * weights[k * outputs + column];
      }
      result[c] = sum;
    }
    return result;
  }

  private static void mean(float[] states, int from, int to, float[] into, int at) {
    for (int t = from; t < to; t++) {
      for (int k = 0; k < WIDTH; k++) {
        into[at + k] += states[t * WIDTH + k];
      }
    }
    for (int k = 0; k < WIDTH; k++) {
      into[at + k] /= to - from;
    }
  }

  /** Vector scaling (Guo et al. 2017): a factor for the head, an addend for each class. */
  double[] probabilities(Head head, double[] outputs) {
    double[] result = outputs.clone();
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < result.length; c++) {
      if (calibration != null) {
        result[c] =
            result[c] * calibration[head.first()] + calibration[this.outputs + head.first() + c];
      }
      most = Math.max(most, result[c]);
    }
    double sum = 0;
    for (int c = 0; c < result.length; c++) {
      result[c] = Math.exp(result[c] - most);
      sum += result[c];
    }
    for (int c = 0; c < result.length; c++) {
      result[c] /= sum;
    }
    return result;
  }

  /** The number where the class agrees with its sign; else next to neutral. */
  double score(double number, double[] classes) {
    double tone = Math.max(-1, Math.min(1, number));
    double neutral = 0.05;
    boolean none = classes[1] >= classes[0] && classes[1] >= classes[2];
    if (none) {
      return Math.max(-neutral, Math.min(neutral, tone * neutral));
    }
    double sign = classes[2] > classes[0] ? 1 : -1;
    return sign * Math.max(0.06, sign * tone);
  }
}
