package org.polylogue.lexis.dictionary;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.polylogue.lexis.index.Vocabulary;

/**
 * Words of a vocabulary that fit a pattern, in which {@code *} stands for any characters and {@code
 * ?} for one. Those that begin alike stand together in the vocabulary, and those that end alike in
 * an order of its own, so that only a pattern with a wildcard at both ends looks at all words.
 */
final class Globs {

  private final Vocabulary vocabulary;

  /** Ids in the order of their entries from the last character to the first. */
  private int[] backwards;

  Globs(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  BitSet ids(String pattern) {
    BitSet ids = new BitSet();
    int first = 0;
    while (first < pattern.length() && !isWild(pattern.charAt(first))) {
      first++;
    }
    if (first == pattern.length()) {
      int id = vocabulary.id(pattern);
      if (id >= 0) {
        ids.set(id);
      }
      return ids;
    }
    int last = pattern.length();
    while (!isWild(pattern.charAt(last - 1))) {
      last--;
    }
    String beginning = pattern.substring(0, first);
    String end = pattern.substring(last);
    IntStream candidates =
        first > 0 || end.isEmpty()
            ? IntStream.range(vocabulary.firstFrom(beginning), vocabulary.size())
                .takeWhile(id -> vocabulary.entry(id).startsWith(beginning))
            : IntStream.range(firstBackwards(end), vocabulary.size())
                .map(place -> backwards[place])
                .takeWhile(id -> vocabulary.entry(id).endsWith(end));
    candidates
        .filter(id -> vocabulary.isWord(id) && fits(vocabulary.entry(id), pattern))
        .forEach(ids::set);
    return ids;
  }

  private static boolean isWild(char c) {
    return c == '*' || c == '?';
  }

  /** The first place from which entries do not sort before an end, read backwards. */
  private int firstBackwards(String end) {
    if (backwards == null) {
      backwards =
          IntStream.range(0, vocabulary.size())
              .boxed()
              .sorted((a, b) -> backwards(vocabulary.entry(a), vocabulary.entry(b)))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    int low = 0;
    int high = backwards.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (backwards(vocabulary.entry(backwards[middle]), end) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int backwards(String one, String other) {
    int i = one.length();
    int j = other.length();
    while (i > 0 && j > 0) {
      int order = Character.compare(one.charAt(--i), other.charAt(--j));
      if (order != 0) {
        return order;
      }
    }
    return i - j;
  }

  /** Takes time word × pattern at most: of several stars only the last one is tried again. */
  static boolean fits(String word, String pattern) {
    int i = 0;
    int p = 0;
    int star = -1;
    int after = 0;
    while (i < word.length()) {
      char c = p < pattern.length() ? pattern.charAt(p) : 0;
      if (c == '*' && p < pattern.length()) {
        star = p++;
        after = i;
      } else if (p < pattern.length() && c == '?') {
        i = word.offsetByCodePoints(i, 1);
        p++;
      } else if (p < pattern.length() && c == word.charAt(i)) {
        i++;
        p++;
      } else if (star >= 0) {
        p = star + 1;
        i = ++after;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
