package org.polylogue.lexis.scaling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;

/** A line on which words have places, and texts get theirs by their words. */
public interface TextScale {

  /**
   * Where a text is on the line.
   *
   * @param value its place
   * @param standardError how far chance moves it, if its words were drawn one by one; 0 or more
   * @param words how many of its tokens have a say
   */
  record Position(double value, double standardError, long words) {

    /**
     * The place with bounds.
     *
     * @param level over 0 and under 1, usually 0.95
     * @return value ± z · standard error
     */
    public Interval interval(double level) {
      double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2);
      return new Interval(value, value - z * standardError, value + z * standardError, level);
    }
  }

  /**
   * Where a word pulls texts to.
   *
   * @param column the word
   * @return NaN if it has no say
   */
  double weight(int column);

  /**
   * The place of a text with these words.
   *
   * @param counts how often each column occurs, 1 or more; iterated in its order
   * @return empty if no word has a say
   */
  Optional<Position> position(Map<Integer, Integer> counts);

  /**
   * The place of a row.
   *
   * @param rows texts with the columns of the scale
   * @param row from 0
   * @return empty if no word has a say
   */
  default Optional<Position> position(CountRows rows, int row) {
    return position(sum(rows, List.of(row)));
  }

  /**
   * A percentile bootstrap interval for somebody with several texts, such as a speaker with
   * quotations: texts are drawn, since words of one text are not drawn one by one. Words keep their
   * weights. A draw without a word that has a say counts as the estimate.
   *
   * @param rows texts with the columns of the scale
   * @param texts the rows that belong together
   * @param resampling how they are drawn
   * @param level of the interval
   * @return empty if no word has a say or there is one text
   */
  default Optional<Interval> bootstrap(
      CountRows rows, List<Integer> texts, Resampling resampling, double level) {
    Optional<Position> own = position(sum(rows, texts));
    if (own.isEmpty() || texts.size() < 2) {
      return Optional.empty();
    }
    return resampling.bootstrap(
        texts,
        drawn -> position(sum(rows, drawn)).map(Position::value).orElse(own.get().value()),
        level);
  }

  /**
   * Adds up rows.
   *
   * @param rows texts
   * @param some which of them, any as often as it is named
   * @return counts by column, in order
   */
  static Map<Integer, Integer> sum(CountRows rows, List<Integer> some) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int row : some) {
      for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
        counts.merge(rows.column(cell), rows.count(cell), Math::addExact);
      }
    }
    return new TreeMap<>(counts);
  }
}
