package org.polylogue.lexis.keyness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.polylogue.lexis.association.Contingency;
import org.polylogue.lexis.association.Correction;
import org.polylogue.lexis.slice.FrequencyList;

/**
 * Compares word frequencies. Significance says how sure a difference is and grows with the corpus;
 * an effect size such as the log ratio says how great it is: read both.
 *
 * <p>Words enter the comparison if target and reference together hold them often enough and in
 * enough documents; the correction is for the words that enter. An empty target or reference has no
 * keywords. Takes time linear in the lists, and n log n for the order. Immutable and thread-safe.
 */
public final class Keyness {

  /** What gives a word its probability. */
  public enum Test {
    /** {@link Contingency#logLikelihood()}. */
    LOG_LIKELIHOOD,
    /** {@link Contingency#chiSquared()}. */
    CHI_SQUARED,
    /** {@link Contingency#fisherExact()}. */
    FISHER
  }

  private final Test test;
  private final Correction correction;
  private final long minimumCount;
  private final int minimumRange;

  private Keyness(Test test, Correction correction, long minimumCount, int minimumRange) {
    this.test = Objects.requireNonNull(test, "test");
    this.correction = Objects.requireNonNull(correction, "correction");
    this.minimumCount = minimumCount;
    this.minimumRange = minimumRange;
    if (minimumCount < 1 || minimumRange < 0) {
      throw new IllegalArgumentException(
          "the least count is 1 and the least range 0, not " + minimumCount + ", " + minimumRange);
    }
  }

  /**
   * Log-likelihood, corrected as Benjamini and Hochberg do, words that occur at least 5 times in
   * target and reference together.
   *
   * @return the comparison
   */
  public static Keyness standard() {
    return new Keyness(Test.LOG_LIKELIHOOD, Correction.BENJAMINI_HOCHBERG, 5, 0);
  }

  /**
   * The same comparison by another test.
   *
   * @param other the test
   * @return a copy
   */
  public Keyness withTest(Test other) {
    return new Keyness(other, correction, minimumCount, minimumRange);
  }

  /**
   * The same comparison with another correction.
   *
   * @param other the correction
   * @return a copy
   */
  public Keyness withCorrection(Correction other) {
    return new Keyness(test, other, minimumCount, minimumRange);
  }

  /**
   * The same comparison with another floor on counts.
   *
   * @param count the least count in target and reference together, 1 or more
   * @return a copy
   */
  public Keyness withMinimumCount(long count) {
    return new Keyness(test, correction, count, minimumRange);
  }

  /**
   * The same comparison with a floor on ranges.
   *
   * @param documents the least number of documents in which a word has to occur, in the target if
   *     it is overused and in the reference if it is underused; ignored where documents were not
   *     counted
   * @return a copy
   */
  public Keyness withMinimumRange(int documents) {
    return new Keyness(test, correction, minimumCount, documents);
  }

  /**
   * Compares a target with a reference. The two should not share tokens.
   *
   * @param target words of the target
   * @param reference words of the reference
   * @return words by log-likelihood, the most different first, equals by their characters; none if
   *     target or reference is empty
   */
  public List<Keyword> compare(FrequencyList target, FrequencyList reference) {
    List<Keyword> found = candidates(target, reference);
    return ordered(found, corrected(found));
  }

  /**
   * Compares several groups, each with all others together; the correction is for the words of all
   * groups.
   *
   * @param groups words by the name of their group, at least two; no token in two groups
   * @return keywords by group, in the order of the groups
   * @throws IllegalArgumentException if there are fewer than two groups
   */
  public Map<String, List<Keyword>> compareGroups(Map<String, FrequencyList> groups) {
    if (groups.size() < 2) {
      throw new IllegalArgumentException("a comparison needs two groups, not " + groups.size());
    }
    Map<String, List<Keyword>> candidates = new LinkedHashMap<>();
    List<Keyword> all = new ArrayList<>();
    groups.forEach(
        (name, target) -> {
          FrequencyList rest = FrequencyList.of(Map.of());
          boolean first = true;
          for (Map.Entry<String, FrequencyList> other : groups.entrySet()) {
            if (!other.getKey().equals(name)) {
              rest = first ? other.getValue() : rest.plus(other.getValue());
              first = false;
            }
          }
          List<Keyword> found = candidates(target, rest);
          candidates.put(name, found);
          all.addAll(found);
        });
    double[] corrected = corrected(all);
    Map<String, List<Keyword>> result = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, List<Keyword>> entry : candidates.entrySet()) {
      int size = entry.getValue().size();
      double[] own = java.util.Arrays.copyOfRange(corrected, at, at + size);
      result.put(entry.getKey(), ordered(entry.getValue(), own));
      at += size;
    }
    return result;
  }

  private List<Keyword> candidates(FrequencyList target, FrequencyList reference) {
    List<Keyword> found = new ArrayList<>();
    if (target.total() == 0 || reference.total() == 0) {
      return found;
    }
    int i = 0;
    int j = 0;
    while (i < target.size() || j < reference.size()) {
      int order =
          i == target.size()
              ? 1
              : j == reference.size() ? -1 : target.word(i).compareTo(reference.word(j));
      String word = order <= 0 ? target.word(i) : reference.word(j);
      long first = order <= 0 ? target.count(i) : 0;
      long second = order >= 0 ? reference.count(j) : 0;
      int firstRange = order <= 0 ? target.range(i) : 0;
      int secondRange = order >= 0 ? reference.range(j) : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      if (first + second < minimumCount) {
        continue;
      }
      Contingency table = Contingency.of(first, target.total(), second, reference.total());
      boolean over = table.isAttracted();
      boolean counted = over ? target.hasRanges() : reference.hasRanges();
      if (counted && (over ? firstRange : secondRange) < minimumRange) {
        continue;
      }
      double p = probability(table);
      found.add(new Keyword(word, table, firstRange, secondRange, p, p));
    }
    return found;
  }

  private double probability(Contingency table) {
    return switch (test) {
      case LOG_LIKELIHOOD -> Contingency.probability(table.logLikelihood());
      case CHI_SQUARED -> Contingency.probability(table.chiSquared());
      case FISHER -> table.fisherExact();
    };
  }

  private double[] corrected(List<Keyword> found) {
    return correction.correct(found.stream().mapToDouble(Keyword::probability).toArray());
  }

  private static List<Keyword> ordered(List<Keyword> found, double[] corrected) {
    record Ranked(double score, Keyword keyword) {}
    List<Ranked> ranked = new ArrayList<>(found.size());
    for (int i = 0; i < corrected.length; i++) {
      Keyword k = found.get(i);
      ranked.add(
          new Ranked(
              k.table().logLikelihood(),
              new Keyword(
                  k.word(),
                  k.table(),
                  k.targetRange(),
                  k.referenceRange(),
                  k.probability(),
                  corrected[i])));
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(r -> r.keyword().word()));
    return ranked.stream().map(Ranked::keyword).toList();
  }

  /**
   * Log-likelihood of a word over any number of corpora at once, G² = 2 Σ O ln(O / E) with E =
   * corpus size · total count / total size (Rayson and Garside 2000), and its probability with one
   * degree of freedom less than corpora.
   *
   * @param counts how often each corpus holds the word
   * @param totals size of each corpus
   * @return the statistic, zero or more, and its probability; 0 and 1 if fewer than two corpora
   *     hold any word
   * @throws IllegalArgumentException if there are not as many counts as totals
   */
  public static Overall overall(long[] counts, long[] totals) {
    if (counts.length != totals.length) {
      throw new IllegalArgumentException(
          counts.length + " counts for " + totals.length + " totals");
    }
    double count = 0;
    double total = 0;
    int filled = 0;
    for (int i = 0; i < counts.length; i++) {
      count += counts[i];
      total += totals[i];
      filled += totals[i] > 0 ? 1 : 0;
    }
    if (filled < 2 || count == 0) {
      return new Overall(0, 1);
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        sum += counts[i] * Math.log(counts[i] / (totals[i] * count / total));
      }
    }
    double statistic = Math.max(0, 2 * sum);
    return new Overall(
        statistic, ChiSquaredDistribution.of(filled - 1).survivalProbability(statistic));
  }

  /**
   * How much a word differs over several corpora.
   *
   * @param logLikelihood zero or more
   * @param probability of a difference at least this great by chance, 0 to 1
   */
  public record Overall(double logLikelihood, double probability) {}
}
