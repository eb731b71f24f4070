package org.polylogue.validation.learning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;

/**
 * Puts labels in place of a machine's: the log odds of what the machine answered, and what weights
 * add to them. Without weights the machine's own label stays. Immutable and thread-safe.
 */
public final class LabelCorrection {

  private static final double UNTOLD = 0.7;
  private static final double MOST = 0.95;

  /** So much above an even chance, the machine's label is the likeliest whatever it says. */
  private static final double LEAD = 0.05;

  private static final double MACHINE = 0.7;
  private static final double SURE = 0.3;

  private final LinearModel weights;

  LabelCorrection(LinearModel weights) {
    this.weights = weights;
  }

  /**
   * An answer.
   *
   * @param probabilities 0 to 1 by label, with the sum 1, in the order of the labels
   * @param label the likeliest; of equally likely ones the first
   */
  public record Answer(Map<String, Double> probabilities, String label) {

    /** Copies the probabilities. */
    public Answer {
      probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }

    /**
     * How sure it is.
     *
     * @return the probability of the label, 0 to 1
     */
    public double confidence() {
      return probabilities.get(label);
    }
  }

  /**
   * The labels it knows.
   *
   * @return those of machine and people, sorted
   */
  public List<String> labels() {
    return weights.outputs();
  }

  /**
   * Answers a question that the machine answered.
   *
   * @param machine its label, one of {@link #labels}
   * @param confidence how sure it is, 0 to 1; empty if it does not tell
   * @param features of the words, see {@link Context#features}
   * @return the answer
   */
  public Answer answer(String machine, OptionalDouble confidence, FeatureVector features) {
    double[] scores = weights.scores(all(machine, confidence, features));
    double[] offsets = offsets(labels(), machine, confidence);
    for (int k = 0; k < scores.length; k++) {
      scores[k] += offsets[k];
    }
    double[] likely = LinearModel.softmax(scores);
    Map<String, Double> probabilities = new LinkedHashMap<>();
    int best = 0;
    for (int k = 0; k < likely.length; k++) {
      probabilities.put(labels().get(k), likely[k]);
      best = likely[k] > likely[best] ? k : best;
    }
    return new Answer(probabilities, labels().get(best));
  }

  /** The log probabilities with which a machine begins. */
  static double[] offsets(List<String> labels, String machine, OptionalDouble confidence) {
    double sure = sure(labels.size(), confidence);
    double[] offsets = new double[labels.size()];
    for (int k = 0; k < offsets.length; k++) {
      offsets[k] =
          Math.log(labels.get(k).equals(machine) ? sure : (1 - sure) / (offsets.length - 1));
    }
    return offsets;
  }

  private static double sure(int labels, OptionalDouble confidence) {
    return Math.max(1.0 / labels + LEAD, Math.min(MOST, confidence.orElse(UNTOLD)));
  }

  /** The features of the words, and what the machine answered. */
  static FeatureVector all(String machine, OptionalDouble confidence, FeatureVector features) {
    FeatureVector all = new FeatureVector();
    all.addAll(features, 1);
    double sure = sure(2, confidence);
    all.add("m:" + machine, MACHINE);
    all.add("s:" + machine, SURE * Math.log(sure / (1 - sure)));
    return all;
  }

  LinearModel weights() {
    return weights;
  }
}
