package org.polylogue.discourse.stance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.model.StanceLabel;

/**
 * How likely each label of a scheme is.
 *
 * @param probabilities 0 to 1 by label, with the sum 1, in the order of the scheme
 * @param label the label decided for; of equally likely ones the first
 * @param reasons what spoke for that label, strongest first
 * @param <L> the scheme
 */
public record Judgement<L extends StanceLabel>(
    Map<L, Double> probabilities, L label, List<Reason> reasons) {

  /**
   * A feature that spoke for or against the label decided for.
   *
   * @param feature its name, such as {@code m:near-} (negative tone near the target) or a word
   * @param amount how far it moved the label's score, signed
   */
  public record Reason(String feature, double amount) {}

  /** Copies the parts. */
  public Judgement {
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    reasons = List.copyOf(reasons);
    if (!probabilities.containsKey(label)) {
      throw new IllegalArgumentException("no probability for " + label);
    }
  }

  static <L extends StanceLabel> Judgement<L> of(
      List<L> labels, double[] probabilities, List<Reason> reasons) {
    Map<L, Double> byLabel = new LinkedHashMap<>();
    int best = 0;
    for (int k = 0; k < probabilities.length; k++) {
      byLabel.put(labels.get(k), Math.max(0, Math.min(1, probabilities[k])));
      if (probabilities[k] > probabilities[best]) {
        best = k;
      }
    }
    return new Judgement<>(byLabel, labels.get(best), reasons);
  }

  /**
   * How sure the decision is.
   *
   * @return the probability of the label, 0 to 1
   */
  public double confidence() {
    return probabilities.get(label);
  }
}
