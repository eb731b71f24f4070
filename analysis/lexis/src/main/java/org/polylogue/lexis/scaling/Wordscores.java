package org.polylogue.lexis.scaling;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.resampling.Interval;

/**
 * Wordscores (Laver, Benoit and Garry 2003): texts with known positions give each word the mean
 * position of those who use it, weighted by how often they do, and each other text is the mean of
 * its words. Raw places lie closer together than the references; to read them on the scale of the
 * references they are stretched: {@link #stretched}. Immutable and thread-safe.
 */
public final class Wordscores implements TextScale {

  private final WordWeights weights;
  private final double rawLow;
  private final double rawHigh;
  private final double low;
  private final double high;

  private Wordscores(WordWeights weights, double rawLow, double rawHigh, double low, double high) {
    this.weights = weights;
    this.rawLow = rawLow;
    this.rawHigh = rawHigh;
    this.low = low;
    this.high = high;
  }

  /**
   * Learns words from references.
   *
   * @param rows texts
   * @param references positions by row, two different ones or more
   * @return the scale
   * @throws IllegalArgumentException if there are no two different positions, one is not finite, or
   *     a reference has no word
   */
  public static Wordscores of(CountRows rows, Map<Integer, Double> references) {
    Map<Integer, Double> sorted = new TreeMap<>(references);
    double[] shares = new double[rows.columns()];
    double[] scores = new double[rows.columns()];
    int lowest = -1;
    int highest = -1;
    for (Map.Entry<Integer, Double> reference : sorted.entrySet()) {
      int row = reference.getKey();
      double position = reference.getValue();
      double total = rows.total(row);
      if (total == 0 || !Double.isFinite(position)) {
        throw new IllegalArgumentException(
            "reference " + row + " has " + (long) total + " words and position " + position);
      }
      lowest = lowest < 0 || position < sorted.get(lowest) ? row : lowest;
      highest = highest < 0 || position > sorted.get(highest) ? row : highest;
      for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
        shares[rows.column(cell)] += rows.count(cell) / total;
        scores[rows.column(cell)] += position * rows.count(cell) / total;
      }
    }
    if (lowest < 0 || sorted.get(lowest).equals(sorted.get(highest))) {
      throw new IllegalArgumentException(
          "Wordscores need two references at different positions, not " + references);
    }
    for (int column = 0; column < scores.length; column++) {
      // 0 / 0 is NaN: a word of no reference has no say
      scores[column] /= shares[column];
    }
    WordWeights weights = new WordWeights(scores);
    return new Wordscores(
        weights,
        weights.position(rows, lowest).orElseThrow().value(),
        weights.position(rows, highest).orElseThrow().value(),
        sorted.get(lowest),
        sorted.get(highest));
  }

  @Override
  public double weight(int column) {
    return weights.weight(column);
  }

  @Override
  public Optional<Position> position(Map<Integer, Integer> counts) {
    return weights.position(counts);
  }

  /**
   * A raw place on the scale of the references (Martin and Vanberg 2008): such that the lowest and
   * the highest reference are where they were put. It does not depend on which other texts are
   * looked at.
   *
   * @param raw a raw place with its bounds
   * @return the same, stretched
   */
  public Interval stretched(Interval raw) {
    return new Interval(
        stretched(raw.estimate()), stretched(raw.low()), stretched(raw.high()), raw.level());
  }

  private double stretched(double raw) {
    return low + (raw - rawLow) * (high - low) / (rawHigh - rawLow);
  }
}
