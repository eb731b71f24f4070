package org.polylogue.lexis.scaling;

import java.util.Map;
import java.util.Optional;

/**
 * A scale on which a text is the mean of its words' weights. Its standard error is the standard
 * deviation of the weights over the root of their number (Laver, Benoit and Garry 2003, page 317).
 */
final class WordWeights implements TextScale {

  private final double[] weights;

  WordWeights(double[] weights) {
    this.weights = weights;
  }

  @Override
  public double weight(int column) {
    return weights[column];
  }

  @Override
  public Optional<Position> position(Map<Integer, Integer> counts) {
    long words = 0;
    double sum = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      double weight = weights[entry.getKey()];
      if (!Double.isNaN(weight)) {
        words += entry.getValue();
        sum += entry.getValue() * weight;
      }
    }
    if (words == 0) {
      return Optional.empty();
    }
    double mean = sum / words;
    double squares = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      double off = weights[entry.getKey()] - mean;
      squares += Double.isNaN(off) ? 0 : entry.getValue() * off * off;
    }
    return Optional.of(new Position(mean, Math.sqrt(squares / words) / Math.sqrt(words), words));
  }
}
