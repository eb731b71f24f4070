package org.polylogue.corpus.duplicate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Signatures of texts whose agreement estimates how many of their shingles, sequences of three
 * words, they share (Broder 1997): of each of 128 hash functions the smallest value over all
 * shingles, of which the lowest eight bits are kept (Li and König 2010). Case, punctuation and
 * white space do not count. Takes time linear in the text. Stateless and thread-safe.
 */
final class MinHash {

  /** Bytes of a signature. */
  static final int SIZE = 128;

  private static final int SHINGLE = 3;
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final double CHANCE = 1.0 / 256;
  private static final long[] FACTORS =
      new SplittableRandom(SEED).longs(SIZE).map(x -> x | 1).toArray();
  private static final long[] SUMMANDS = new SplittableRandom(~SEED).longs(SIZE).toArray();

  private MinHash() {}

  /**
   * The signature of a text.
   *
   * @param text any text
   * @return {@link #SIZE} bytes; null if the text has no word
   */
  static byte[] signature(String text) {
    long[] smallest = new long[SIZE];
    Arrays.fill(smallest, Long.MAX_VALUE);
    long[] last = new long[SHINGLE];
    int words = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isLetterOrDigit(c)) {
        at += Character.charCount(c);
        continue;
      }
      long word = SEED;
      while (at < text.length() && Character.isLetterOrDigit(c = text.codePointAt(at))) {
        word = (word ^ Character.toLowerCase(c)) * 0x100000001B3L;
        at += Character.charCount(c);
      }
      last[words++ % SHINGLE] = mixed(word);
      if (words >= SHINGLE) {
        take(shingle(last, words), smallest);
      }
    }
    if (words == 0) {
      return null;
    }
    if (words < SHINGLE) {
      take(shingle(last, SHINGLE), smallest);
    }
    byte[] signature = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      signature[i] = (byte) mixed(smallest[i]);
    }
    return signature;
  }

  private static long shingle(long[] last, int words) {
    long hash = 0;
    for (int i = 0; i < SHINGLE; i++) {
      hash = mixed(hash + last[(words + i) % SHINGLE]);
    }
    return hash;
  }

  private static void take(long shingle, long[] smallest) {
    for (int i = 0; i < SIZE; i++) {
      long value = FACTORS[i] * shingle + SUMMANDS[i];
      value ^= value >>> 32;
      if (value < smallest[i]) {
        smallest[i] = value;
      }
    }
  }

  /** Spreads a number over all bits (Stafford 2011, variant 13, as in {@link SplittableRandom}). */
  private static long mixed(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * Estimates the Jaccard similarity of two texts' shingles; its standard error is at most 0.045.
   *
   * @return 0 to 1
   */
  static double similarity(byte[] one, byte[] other) {
    int equal = 0;
    for (int i = 0; i < SIZE; i++) {
      equal += one[i] == other[i] ? 1 : 0;
    }
    return Math.max(0, ((double) equal / SIZE - CHANCE) / (1 - CHANCE));
  }
}
