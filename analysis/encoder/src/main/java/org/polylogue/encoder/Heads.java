package org.polylogue.encoder;

import org.polylogue.encoder.Reading.Range;
import org.polylogue.model.Tone;

/** The layers over the states, and what makes probabilities of their outputs. Thread-safe. */
final class Heads {

  static final int WIDTH = 384;

  private static final double INSIDE = 0.9;

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

  /**
   * What each piece adds to each output, as if it were the part that is asked for, and after all
   * pieces what the text adds whichever part is asked for: heads are linear over the state of the
   * piece before the text, the mean over a part, and the mean over all pieces.
   */
  float[] answers(float[] states, int size) {
    float[] answers = new float[(size + 1) * outputs];
    for (int t = 0; t < size; t++) {
      add(states, t, WIDTH, 1, answers, t * outputs);
      add(states, t, 2 * WIDTH, 1f / size, answers, size * outputs);
    }
    add(states, 0, 0, 1, answers, size * outputs);
    for (int c = 0; c < outputs; c++) {
      answers[size * outputs + c] += biases[c];
    }
    return answers;
  }

  private void add(float[] states, int piece, int row, float share, float[] into, int at) {
    for (int k = 0; k < WIDTH; k++) {
      float state = states[piece * WIDTH + k] * share;
      int from = (row + k) * outputs;
      for (int c = 0; c < outputs; c++) {
        into[at + c] += state * weights[from + c];
      }
    }
  }

  double[] outputs(Head head, float[] answers, Range part) {
    int size = answers.length / outputs - 1;
    double[] result = new double[head.classes().size()];
    for (int c = 0; c < result.length; c++) {
      int column = head.first() + c;
      double sum = 0;
      for (int t = part.from(); t < part.to(); t++) {
        sum += answers[t * outputs + column];
      }
      result[c] = sum / (part.to() - part.from()) + answers[size * outputs + column];
    }
    return result;
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

  /** Positive less negative; next to 0 where neutral is likeliest. */
  static double score(double[] classes) {
    double tone = classes[2] - classes[0];
    boolean neutral = classes[1] >= classes[0] && classes[1] >= classes[2];
    if (neutral) {
      return tone * Tone.NEUTRAL_SCORE * INSIDE;
    }
    return Math.copySign(Math.min(1, Math.max(Tone.NEUTRAL_SCORE / INSIDE, Math.abs(tone))), tone);
  }
}
