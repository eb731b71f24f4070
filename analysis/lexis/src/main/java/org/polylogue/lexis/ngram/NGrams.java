package org.polylogue.lexis.ngram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Vocabulary;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * Sequences of n words. They break at punctuation, at the ends of sentences and at the ends of the
 * subcorpus (Biber, Johansson, Leech, Conrad and Finegan 1999).
 *
 * <p>A sequence can only be frequent if the sequences in it are, so each length is counted from the
 * frequent ones of the length before (Agrawal and Srikant 1994), by sorting. Takes time n log n in
 * the subcorpus for each length, and 20 bytes a token. Immutable and thread-safe.
 */
public final class NGrams {

  private static final int LONGEST = 20;

  private final int length;
  private final long minimumCount;
  private final int minimumRange;
  private final TokenAttribute attribute;

  private NGrams(int length, long minimumCount, int minimumRange, TokenAttribute attribute) {
    this.length = length;
    this.minimumCount = minimumCount;
    this.minimumRange = minimumRange;
    this.attribute = Objects.requireNonNull(attribute, "attribute");
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException("n is 1 to " + LONGEST + ", not " + length);
    }
    if (minimumCount < 1 || minimumRange < 0) {
      throw new IllegalArgumentException(
          "the least count is 1 and the least range 0, not " + minimumCount + ", " + minimumRange);
    }
  }

  /**
   * Sequences that occur at least twice.
   *
   * @param n how many words, 1 to 20
   * @return the question
   */
  public static NGrams ofLength(int n) {
    return new NGrams(n, 2, 0, TokenAttribute.WORD);
  }

  /**
   * Lexical bundles: sequences that occur at least so often per million words and in at least five
   * documents (Biber et al. 1999, with their 10 per million for n = 4).
   *
   * @param subcorpus where to look
   * @param n how many words
   * @param perMillion the least relative frequency
   * @return bundles, the most frequent first
   */
  public static List<NGram> bundles(Subcorpus subcorpus, int n, double perMillion) {
    long words = subcorpus.positions().filter(subcorpus.index()::isWord).count();
    long least = Math.max(2, (long) Math.ceil(perMillion * words / 1e6));
    return ofLength(n).withMinimumCount(least).withMinimumRange(5).of(subcorpus);
  }

  /**
   * The same question with another floor on counts.
   *
   * @param count the least count, 1 or more
   * @return a copy
   */
  public NGrams withMinimumCount(long count) {
    return new NGrams(length, count, minimumRange, attribute);
  }

  /**
   * The same question with a floor on documents.
   *
   * @param documents the least range
   * @return a copy
   */
  public NGrams withMinimumRange(int documents) {
    return new NGrams(length, minimumCount, documents, attribute);
  }

  /**
   * The same question for another attribute, such as lemmas or tags.
   *
   * @param other what sequences are made of
   * @return a copy
   */
  public NGrams countedBy(TokenAttribute other) {
    return new NGrams(length, minimumCount, minimumRange, other);
  }

  /**
   * Finds the sequences of a subcorpus.
   *
   * @param subcorpus where to look
   * @return sequences, the most frequent first, equals by their characters; none if it has no word
   */
  public List<NGram> of(Subcorpus subcorpus) {
    TokenIndex index = subcorpus.index();
    Vocabulary vocabulary = index.vocabulary(attribute);
    int[] positions = words(subcorpus);
    int[] words = new int[positions.length];
    Arrays.setAll(words, i -> positions[i] < 0 ? -1 : index.id(attribute, positions[i]));
    List<long[]> levels = new ArrayList<>();
    int[] current = words.clone();
    for (int k = 1; k <= length; k++) {
      long[] keys = new long[words.length];
      int n = 0;
      int[] before = current;
      for (int i = 0; i + k <= words.length; i++) {
        if (follows(before, words, i, k)) {
          keys[n++] = key(before, words, i, k);
        }
      }
      long[] frequent = frequent(keys, n);
      levels.add(frequent);
      int[] next = new int[words.length];
      Arrays.fill(next, -1);
      for (int i = 0; i + k <= words.length; i++) {
        if (follows(before, words, i, k)) {
          next[i] = Math.max(-1, Arrays.binarySearch(frequent, key(before, words, i, k)));
        }
      }
      current = next;
    }
    return found(index, vocabulary, levels, current, positions);
  }

  /** Positions of words, with −1 wherever a sequence must break. */
  private static int[] words(Subcorpus subcorpus) {
    TokenIndex index = subcorpus.index();
    int[] positions = new int[1024];
    int n = 0;
    int sentence = 0;
    for (int r = 0; r < subcorpus.rangeCount(); r++) {
      boolean broken = true;
      for (int i = subcorpus.from(r); i < subcorpus.to(r); i++) {
        while (index.sentenceStart(sentence + 1) <= i) {
          sentence++;
          broken = true;
        }
        if (!index.isWord(i)) {
          broken = true;
          continue;
        }
        if (n + 2 > positions.length) {
          positions = Arrays.copyOf(positions, n + (n >> 1));
        }
        if (broken && n > 0) {
          positions[n++] = -1;
        }
        positions[n++] = i;
        broken = false;
      }
    }
    return Arrays.copyOf(positions, n);
  }

  private static boolean follows(int[] before, int[] words, int i, int k) {
    return k == 1 ? words[i] >= 0 : before[i] >= 0 && before[i + 1] >= 0 && words[i + k - 1] >= 0;
  }

  private static long key(int[] before, int[] words, int i, int k) {
    return k == 1 ? words[i] : (long) before[i] << 32 | words[i + k - 1];
  }

  private long[] frequent(long[] keys, int n) {
    Arrays.sort(keys, 0, n);
    int kept = 0;
    for (int i = 0; i < n; ) {
      int j = i;
      while (j < n && keys[j] == keys[i]) {
        j++;
      }
      if (j - i >= minimumCount) {
        keys[kept++] = keys[i];
      }
      i = j;
    }
    return Arrays.copyOf(keys, kept);
  }

  private List<NGram> found(
      TokenIndex index,
      Vocabulary vocabulary,
      List<long[]> levels,
      int[] current,
      int[] positions) {
    int size = levels.get(length - 1).length;
    long[] counts = new long[size];
    int[] ranges = new int[size];
    int[] last = new int[size];
    int document = 0;
    for (int i = 0; i < current.length; i++) {
      if (current[i] >= 0) {
        while (index.documentStart(document + 1) <= positions[i]) {
          document++;
        }
        counts[current[i]]++;
        if (last[current[i]] != document + 1) {
          last[current[i]] = document + 1;
          ranges[current[i]]++;
        }
      }
    }
    List<NGram> found = new ArrayList<>();
    for (int id = 0; id < size; id++) {
      if (ranges[id] >= minimumRange) {
        found.add(new NGram(decoded(vocabulary, levels, id), counts[id], ranges[id]));
      }
    }
    found.sort(Comparator.comparingLong(NGram::count).reversed().thenComparing(NGram::text));
    return List.copyOf(found);
  }

  private List<String> decoded(Vocabulary vocabulary, List<long[]> levels, int id) {
    List<String> words = new ArrayList<>();
    int at = id;
    for (int k = length; k >= 1; k--) {
      long key = levels.get(k - 1)[at];
      words.add(vocabulary.entry((int) key));
      at = (int) (key >>> 32);
    }
    Collections.reverse(words);
    return words;
  }
}
