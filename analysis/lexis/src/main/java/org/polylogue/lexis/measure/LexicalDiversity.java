package org.polylogue.lexis.measure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How varied the words of a text are. Give it words without case and punctuation, as {@code
 * Subcorpus.words()} does. Measures are empty where a text is too short for them; none is ever NaN.
 * Immutable and thread-safe.
 */
public final class LexicalDiversity {

  /** The threshold of MTLD that its authors found. */
  public static final double MTLD_THRESHOLD = 0.72;

  /** The sample size of HD-D that its authors chose. */
  public static final int HDD_SAMPLE = 42;

  private final List<String> words;

  private LexicalDiversity(List<String> words) {
    this.words = List.copyOf(words);
  }

  /**
   * The diversity of words.
   *
   * @param words in the order of the text
   * @return the diversity
   */
  public static LexicalDiversity of(List<String> words) {
    return new LexicalDiversity(words);
  }

  /**
   * Type–token ratio: different words over words. It falls with the length of the text, so compare
   * texts of the same length only.
   *
   * @return over 0 to 1; empty without words
   */
  public OptionalDouble typeTokenRatio() {
    return words.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) new HashSet<>(words).size() / words.size());
  }

  /**
   * Moving-average type–token ratio: the mean ratio of all windows of a length (Covington and
   * McFall 2010).
   *
   * @param window length, 1 or more; 500 for long texts, 50 for comments
   * @return over 0 to 1; empty if the text is shorter than the window
   */
  public OptionalDouble movingAverageTypeTokenRatio(int window) {
    if (window < 1) {
      throw new IllegalArgumentException("a window holds a word or more, not " + window);
    }
    if (words.size() < window) {
      return OptionalDouble.empty();
    }
    Map<String, Integer> inside = new HashMap<>();
    double sum = 0;
    for (int i = 0; i < words.size(); i++) {
      inside.merge(words.get(i), 1, Integer::sum);
      if (i >= window) {
        inside.computeIfPresent(words.get(i - window), (w, n) -> n == 1 ? null : n - 1);
      }
      if (i >= window - 1) {
        sum += (double) inside.size() / window;
      }
    }
    return OptionalDouble.of(sum / (words.size() - window + 1));
  }

  /**
   * Measure of textual lexical diversity (McCarthy and Jarvis 2010): the mean length of stretches
   * whose type–token ratio stays over a threshold, read forwards and backwards, with the rest at
   * the end as a part of a stretch.
   *
   * @param threshold over 0 and under 1, usually {@link #MTLD_THRESHOLD}
   * @return a number of words, greater for more varied texts; empty without words, or if the ratio
   *     never leaves 1, as in a short text without a repetition
   */
  public OptionalDouble mtld(double threshold) {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("the threshold lies between 0 and 1, not " + threshold);
    }
    double forwards = factors(threshold, false);
    double backwards = factors(threshold, true);
    return forwards == 0 || backwards == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((words.size() / forwards + words.size() / backwards) / 2);
  }

  private double factors(double threshold, boolean backwards) {
    Set<String> types = new HashSet<>();
    int tokens = 0;
    double factors = 0;
    for (int i = 0; i < words.size(); i++) {
      types.add(words.get(backwards ? words.size() - 1 - i : i));
      tokens++;
      if ((double) types.size() / tokens <= threshold) {
        factors++;
        types.clear();
        tokens = 0;
      }
    }
    double ratio = tokens == 0 ? 1 : (double) types.size() / tokens;
    return factors + (1 - ratio) / (1 - threshold);
  }

  /**
   * HD-D (McCarthy and Jarvis 2007): the type–token ratio to expect of a random sample, by the
   * hypergeometric distribution: Σ over types of (1 − probability that none of it is in the sample)
   * / sample.
   *
   * @param sample words in the sample, usually {@link #HDD_SAMPLE}
   * @return over 0 to 1; empty if the text is shorter than the sample
   */
  public OptionalDouble hdd(int sample) {
    if (sample < 1) {
      throw new IllegalArgumentException("a sample holds a word or more, not " + sample);
    }
    if (words.size() < sample) {
      return OptionalDouble.empty();
    }
    Map<String, Integer> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    Map<Integer, Integer> typesByCount = new java.util.TreeMap<>();
    counts.values().forEach(count -> typesByCount.merge(count, 1, Integer::sum));
    double sum = 0;
    for (Map.Entry<Integer, Integer> entry : typesByCount.entrySet()) {
      double none =
          HypergeometricDistribution.of(words.size(), entry.getKey(), sample).probability(0);
      sum += entry.getValue() * (1 - none);
    }
    return OptionalDouble.of(sum / sample);
  }
}
