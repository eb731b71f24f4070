package org.polylogue.lexis.collocation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.polylogue.lexis.association.Contingency;
import org.polylogue.lexis.concordance.PatternMatcher;
import org.polylogue.lexis.concordance.TokenPattern;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Vocabulary;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * Collocates in a window of words. Counts are those of Evert (2008) for surface co-occurrence: a
 * token that lies in the windows of two nodes is counted once, and nodes themselves are counted
 * nowhere, so that the first row of the table is all words near a node and the second all others.
 * Punctuation is stepped over. A window ends where the subcorpus, the document or, unless crossing
 * is allowed, the sentence ends. Takes time linear in the subcorpus. Immutable and thread-safe.
 */
public final class Collocations {

  private static final int WIDEST = 100;

  private final int left;
  private final int right;
  private final boolean crossing;
  private final TokenAttribute attribute;
  private final long minimumCount;
  private final int minimumRange;
  private final Association order;

  private Collocations(
      int left,
      int right,
      boolean crossing,
      TokenAttribute attribute,
      long minimumCount,
      int minimumRange,
      Association order) {
    this.left = left;
    this.right = right;
    this.crossing = crossing;
    this.attribute = Objects.requireNonNull(attribute, "attribute");
    this.minimumCount = minimumCount;
    this.minimumRange = minimumRange;
    this.order = Objects.requireNonNull(order, "order");
    if (left < 0 || right < 0 || left + right < 1 || left > WIDEST || right > WIDEST) {
      throw new IllegalArgumentException(
          "a window is 0 to " + WIDEST + " words wide on each side, not " + left + ", " + right);
    }
    if (minimumCount < 1 || minimumRange < 0) {
      throw new IllegalArgumentException(
          "the least count is 1 and the least range 0, not " + minimumCount + ", " + minimumRange);
    }
  }

  /**
   * Five words to each side in the sentence, collocates that stand there at least 3 times, by
   * log-likelihood.
   *
   * @return the question
   */
  public static Collocations standard() {
    return new Collocations(5, 5, false, TokenAttribute.WORD, 3, 0, Association.LOG_LIKELIHOOD);
  }

  /**
   * The same question with another window.
   *
   * @param wordsLeft 0 to 100
   * @param wordsRight 0 to 100, one of the two over 0
   * @return a copy
   */
  public Collocations withWindow(int wordsLeft, int wordsRight) {
    return new Collocations(
        wordsLeft, wordsRight, crossing, attribute, minimumCount, minimumRange, order);
  }

  /**
   * The same question with windows that cross sentences.
   *
   * @return a copy
   */
  public Collocations crossingSentences() {
    return new Collocations(left, right, true, attribute, minimumCount, minimumRange, order);
  }

  /**
   * The same question for another attribute, such as lemmas.
   *
   * @param other what collocates are counted by
   * @return a copy
   */
  public Collocations countedBy(TokenAttribute other) {
    return new Collocations(left, right, crossing, other, minimumCount, minimumRange, order);
  }

  /**
   * The same question with another floor on counts.
   *
   * @param count how often the two have to meet, 1 or more
   * @return a copy
   */
  public Collocations withMinimumCount(long count) {
    return new Collocations(left, right, crossing, attribute, count, minimumRange, order);
  }

  /**
   * The same question with a floor on documents.
   *
   * @param documents in how many the two have to meet
   * @return a copy
   */
  public Collocations withMinimumRange(int documents) {
    return new Collocations(left, right, crossing, attribute, minimumCount, documents, order);
  }

  /**
   * The same question in another order.
   *
   * @param measure the measure, greatest first
   * @return a copy
   */
  public Collocations orderedBy(Association measure) {
    return new Collocations(left, right, crossing, attribute, minimumCount, minimumRange, measure);
  }

  /**
   * Finds the collocates of a node.
   *
   * @param subcorpus where to look
   * @param node the node
   * @return collocates in order, equals by their characters; none if the node is not there
   * @throws IllegalArgumentException if the index lacks an attribute that is asked for
   */
  public List<Collocate> of(Subcorpus subcorpus, TokenPattern node) {
    TokenIndex index = subcorpus.index();
    Vocabulary vocabulary = index.vocabulary(attribute);
    int[] matches = new PatternMatcher(index, node).matches(subcorpus);
    if (matches.length == 0) {
      return List.of();
    }
    BitSet nodes = new BitSet(index.size());
    BitSet near = new BitSet(index.size());
    for (int i = 0; i < matches.length; i += 2) {
      nodes.set(matches[i], matches[i + 1]);
      mark(subcorpus, matches[i], matches[i + 1], near);
    }
    near.andNot(nodes);
    long[] everywhere = new long[vocabulary.size()];
    long words = 0;
    for (int r = 0; r < subcorpus.rangeCount(); r++) {
      for (int i = subcorpus.from(r); i < subcorpus.to(r); i++) {
        if (index.isWord(i) && !nodes.get(i)) {
          everywhere[index.id(attribute, i)]++;
          words++;
        }
      }
    }
    return tables(index, near, everywhere, words, matches.length / 2);
  }

  private void mark(Subcorpus subcorpus, int from, int to, BitSet near) {
    TokenIndex index = subcorpus.index();
    int range = subcorpus.rangeAt(from);
    int unit = crossing ? index.documentAt(from) : index.sentenceAt(from);
    int low = crossing ? index.documentStart(unit) : index.sentenceStart(unit);
    int high = crossing ? index.documentStart(unit + 1) : index.sentenceStart(unit + 1);
    low = Math.max(low, subcorpus.from(range));
    high = Math.min(high, subcorpus.to(range));
    int seen = 0;
    for (int i = from - 1; i >= low && seen < left; i--) {
      if (index.isWord(i)) {
        near.set(i);
        seen++;
      }
    }
    seen = 0;
    for (int i = to; i < high && seen < right; i++) {
      if (index.isWord(i)) {
        near.set(i);
        seen++;
      }
    }
  }

  private List<Collocate> tables(
      TokenIndex index, BitSet near, long[] everywhere, long words, long nodeCount) {
    int[] meet = new int[everywhere.length];
    int[] ranges = new int[everywhere.length];
    int[] lastDocument = new int[everywhere.length];
    long nearWords = near.cardinality();
    int document = 0;
    for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
      while (index.documentStart(document + 1) <= i) {
        document++;
      }
      int id = index.id(attribute, i);
      meet[id]++;
      if (lastDocument[id] != document + 1) {
        lastDocument[id] = document + 1;
        ranges[id]++;
      }
    }
    Vocabulary vocabulary = index.vocabulary(attribute);
    List<Collocate> found = new ArrayList<>();
    for (int id = 0; id < meet.length; id++) {
      if (meet[id] >= minimumCount && ranges[id] >= minimumRange) {
        long elsewhere = everywhere[id] - meet[id];
        Contingency table =
            new Contingency(
                meet[id], nearWords - meet[id], elsewhere, words - nearWords - elsewhere);
        found.add(new Collocate(vocabulary.entry(id), table, nodeCount, ranges[id]));
      }
    }
    return ordered(found, order);
  }

  static List<Collocate> ordered(List<Collocate> found, Association order) {
    record Ranked(double value, Collocate collocate) {}
    return found.stream()
        .map(c -> new Ranked(order.of(c), c))
        .sorted(
            Comparator.comparingDouble(Ranked::value)
                .reversed()
                .thenComparing(r -> r.collocate().word()))
        .map(Ranked::collocate)
        .toList();
  }
}
