package org.polylogue.lexis.slice;

import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Vocabulary;

/**
 * The tokens of an index that a slice selects: what every measure is asked of. It may be empty;
 * measures say what they answer then. Immutable and thread-safe.
 */
public final class Subcorpus {

  private final TokenIndex index;
  private final Ranges ranges;

  private Subcorpus(TokenIndex index, Ranges ranges) {
    this.index = Objects.requireNonNull(index, "index");
    this.ranges = ranges;
  }

  /**
   * A whole index.
   *
   * @param index the index
   * @return all its tokens
   */
  public static Subcorpus all(TokenIndex index) {
    return new Subcorpus(index, Ranges.upTo(index.size()));
  }

  /**
   * The tokens of a slice.
   *
   * @param index the index
   * @param slice the slice
   * @return its tokens, possibly none
   * @throws IllegalArgumentException if the slice asks for facts that the index knows of no
   *     document or region, or for a layer that it lacks
   */
  public static Subcorpus of(TokenIndex index, Slice slice) {
    return new Subcorpus(index, new Resolver(index).resolve(slice));
  }

  /**
   * The index.
   *
   * @return the index that this is a part of
   */
  public TokenIndex index() {
    return index;
  }

  /**
   * Counts the tokens, punctuation included.
   *
   * @return zero or more
   */
  public int size() {
    return ranges.size();
  }

  /**
   * Tells whether there is no token.
   *
   * @return true if the size is 0
   */
  public boolean isEmpty() {
    return ranges.bounds.length == 0;
  }

  /**
   * Counts the unbroken stretches of tokens.
   *
   * @return zero or more
   */
  public int rangeCount() {
    return ranges.bounds.length / 2;
  }

  /**
   * The first token of a stretch.
   *
   * @param range from 0
   * @return a position in the index
   */
  public int from(int range) {
    return ranges.bounds[2 * range];
  }

  /**
   * The end of a stretch.
   *
   * @param range from 0
   * @return the position after its last token
   */
  public int to(int range) {
    return ranges.bounds[2 * range + 1];
  }

  /**
   * The stretch that holds a token.
   *
   * @param position a position in the index
   * @return a number from 0, or −1 if the token is not selected
   */
  public int rangeAt(int position) {
    return ranges.holding(position);
  }

  /**
   * Tells whether a token is selected.
   *
   * @param position a position in the index
   * @return true if it is
   */
  public boolean contains(int position) {
    return ranges.holding(position) >= 0;
  }

  /**
   * The positions of all tokens.
   *
   * @return positions in order
   */
  public IntStream positions() {
    return IntStream.range(0, rangeCount()).flatMap(i -> IntStream.range(from(i), to(i)));
  }

  /**
   * What is selected here and there.
   *
   * @param other a part of the same index
   * @return tokens in both
   */
  public Subcorpus and(Subcorpus other) {
    return new Subcorpus(index, ranges.and(other.ranges));
  }

  /**
   * What is selected here and not there.
   *
   * @param other a part of the same index
   * @return tokens in this one only
   */
  public Subcorpus minus(Subcorpus other) {
    return new Subcorpus(index, ranges.and(other.ranges.not(index.size())));
  }

  /**
   * Counts the values of an attribute.
   *
   * @param attribute what is counted
   * @param wordsOnly true to leave punctuation out, of the list and of its total
   * @return how often each value stands here and in how many documents
   */
  public FrequencyList frequencies(TokenAttribute attribute, boolean wordsOnly) {
    Vocabulary vocabulary = index.vocabulary(attribute);
    int[] counts = new int[vocabulary.size()];
    int[] documents = new int[vocabulary.size()];
    int[] last = new int[vocabulary.size()];
    long total = 0;
    int document = 0;
    for (int r = 0; r < rangeCount(); r++) {
      for (int i = from(r); i < to(r); i++) {
        if (wordsOnly && !index.isWord(i)) {
          continue;
        }
        while (index.documentStart(document + 1) <= i) {
          document++;
        }
        int id = index.id(attribute, i);
        counts[id]++;
        if (last[id] != document + 1) {
          last[id] = document + 1;
          documents[id]++;
        }
        total++;
      }
    }
    return FrequencyList.of(vocabulary, counts, documents, total);
  }

  /**
   * Words of the selected tokens in order, as diversity and readability read them.
   *
   * @return folded words without punctuation
   */
  public java.util.List<String> words() {
    Vocabulary words = index.vocabulary(TokenAttribute.WORD);
    java.util.List<String> found = new java.util.ArrayList<>();
    PrimitiveIterator.OfInt positions = positions().iterator();
    while (positions.hasNext()) {
      int position = positions.nextInt();
      if (index.isWord(position)) {
        found.add(words.entry(index.id(TokenAttribute.WORD, position)));
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return "Subcorpus[" + size() + " of " + index.size() + " tokens]";
  }
}
