package org.polylogue.lexis.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.lexis.association.Contingency;
import org.polylogue.lexis.collocation.Association;
import org.polylogue.lexis.collocation.Collocate;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * Finds expressions of several words by how strongly they are associated: two words that follow
 * each other often enough are joined into one, and what was joined may be joined again in the next
 * pass over the same texts (Mikolov, Sutskever, Chen, Corrado and Dean 2013, with any measure of
 * association in place of theirs). Function words and other words that are left out are in no
 * expression.
 *
 * <p>Parts of a corpus are added one after the other, {@link #joined()} ends a pass, and then all
 * of them are added again. Pairs are counted by lossy counting (Manku and Motwani 2002): where
 * there are more than four million, those met once are forgotten, so that counts may be a little
 * too low on a large corpus. Takes up to 600 MB then. For one thread.
 */
public final class ExpressionFinder {

  private static final int MOST_PAIRS = 1 << 22;

  /** No token holds it. */
  private static final char JOINT = '\0';

  private final Features features;
  private final Association measure;
  private final double least;
  private final long minimumCount;
  private final int mostPairs;
  private final Map<String, Long> words = new HashMap<>();
  private final Map<String, Long> pairs = new HashMap<>();
  private final List<Expression> found = new ArrayList<>();
  private long total;

  /**
   * An expression.
   *
   * @param words two or more, as they are counted
   * @param count how often it was met when it was joined
   * @param association of its two parts
   */
  public record Expression(List<String> words, long count, double association) {
    /** Copies the words. */
    public Expression {
      words = List.copyOf(words);
    }
  }

  /**
   * Nothing found yet.
   *
   * @param features what counts as a word; also its expressions are joined
   * @param measure of association
   * @param least value of the measure, not NaN
   * @param minimumCount how often the two have to meet, 1 or more
   * @throws IllegalArgumentException if a bound is out of range
   */
  public ExpressionFinder(Features features, Association measure, double least, long minimumCount) {
    this(features, measure, least, minimumCount, MOST_PAIRS);
  }

  ExpressionFinder(
      Features features, Association measure, double least, long minimumCount, int mostPairs) {
    Set<String> left = new TreeSet<>(features.left());
    left.addAll(Features.functionWords());
    this.features = features.without(left).sequences(1, 2);
    this.measure = Objects.requireNonNull(measure, "measure");
    this.least = least;
    this.minimumCount = minimumCount;
    this.mostPairs = mostPairs;
    if (Double.isNaN(least) || minimumCount < 1) {
      throw new IllegalArgumentException(
          "two words meet once or more and have some association, not "
              + minimumCount
              + " and "
              + least);
    }
  }

  /**
   * Counts a part of the corpus.
   *
   * @param subcorpus with no text of a part that was added before
   */
  public void add(Subcorpus subcorpus) {
    FeatureCounting counting =
        new FeatureCounting(
            subcorpus.index(),
            TextUnits.documents().assign(subcorpus.index()),
            features.with(joinedBefore()),
            JOINT);
    counting.count(subcorpus, 0);
    FeatureMatrix matrix = counting.matrix(List.of(FeatureMatrix.ALL));
    for (int i = 0; i < matrix.features().size(); i++) {
      String name = matrix.features().get(i);
      boolean pair = name.indexOf(' ') >= 0;
      (pair ? pairs : words).merge(name, matrix.total(i), Long::sum);
      total += pair ? 0 : matrix.total(i);
    }
    for (long few = 1; pairs.size() > mostPairs; few++) {
      long rare = few;
      pairs.values().removeIf(count -> count <= rare);
    }
  }

  private List<List<String>> joinedBefore() {
    List<List<String>> all = new ArrayList<>(features.expressions());
    found.forEach(expression -> all.add(expression.words()));
    return all;
  }

  /**
   * Ends a pass over the corpus.
   *
   * @return whether it joined something, so that another pass may join more
   */
  public boolean joined() {
    List<Expression> joined = new ArrayList<>();
    new TreeMap<>(pairs)
        .forEach(
            (pair, count) -> {
              int space = pair.indexOf(' ');
              long first = words.get(pair.substring(0, space));
              long second = words.get(pair.substring(space + 1));
              // "a a a" meets itself twice
              long meet = Math.min(count, Math.min(first, second));
              Contingency table =
                  new Contingency(
                      meet,
                      first - meet,
                      second - meet,
                      Math.max(0, total - first - second + meet));
              double association = measure.of(new Collocate(pair, table, first, 0));
              if (count >= minimumCount && association >= least) {
                joined.add(
                    new Expression(
                        Arrays.asList(pair.split("[ " + JOINT + "]")), count, association));
              }
            });
    found.addAll(joined);
    words.clear();
    pairs.clear();
    total = 0;
    return !joined.isEmpty();
  }

  /**
   * What was found in all passes that have ended.
   *
   * @return the strongest first, equals by their words
   */
  public List<Expression> expressions() {
    List<Expression> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingDouble(Expression::association)
            .reversed()
            .thenComparing(expression -> String.join(" ", expression.words())));
    return List.copyOf(sorted);
  }
}
