package org.polylogue.encoder;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.polylogue.encoder.Reading.Range;
import org.polylogue.model.Tone;

/** The layers over the states, and what makes probabilities of their outputs. Thread-safe. */
final class Heads {

  static final int WIDTH = 384;

  private static final double INSIDE = 0.9;

  private final Map<Head, Integer> first = new EnumMap<>(Head.class);
  private final Map<Head, float[]> calibrations = new EnumMap<>(Head.class);
  private final float[] weights;
  private final float[] biases;
  private final int outputs;

  Heads(Weights all) {
    int columns = 0;
    for (Head head : Head.values()) {
      if (all.matrices().containsKey(head.prefix() + "weight")) {
        first.put(head, columns);
        columns += head.classes().size();
      }
    }
    outputs = columns;
    weights = new float[3 * WIDTH * outputs];
    biases = new float[outputs];
    first.forEach(
        (head, column) -> {
          int classes = head.classes().size();
          float[] weight = all.get(head.prefix() + "weight").values();
          float[] bias = all.get(head.prefix() + "bias").values();
          if (weight.length != 3 * WIDTH * classes || bias.length != classes) {
            throw new IllegalArgumentException("heads of another encoder");
          }
          for (int row = 0; row < 3 * WIDTH; row++) {
            System.arraycopy(weight, row * classes, weights, row * outputs + column, classes);
          }
          System.arraycopy(bias, 0, biases, column, classes);
          Weights.Matrix fitted = all.matrices().get(head.prefix() + "calibration");
          if (fitted != null) {
            calibrations.put(head, fitted.values());
          }
        });
  }

  Set<Head> known() {
    return Collections.unmodifiableSet(first.keySet());
  }

  private int first(Head head) {
    Integer column = first.get(head);
    if (column == null) {
      throw new IllegalArgumentException("this encoder was not trained to answer " + head);
    }
    return column;
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
      int column = first(head) + c;
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
    float[] fitted = calibrations.get(head);
    for (int c = 0; c < result.length; c++) {
      if (fitted != null) {
        result[c] = result[c] * fitted[0] + fitted[1 + c];
      }
    }
    return softmax(result);
  }

  static double[] softmax(double[] outputs) {
    double most = Double.NEGATIVE_INFINITY;
    for (double output : outputs) {
      most = Math.max(most, output);
    }
    double[] result = new double[outputs.length];
    double sum = 0;
    for (int c = 0; c < result.length; c++) {
      result[c] = Math.exp(outputs[c] - most);
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
