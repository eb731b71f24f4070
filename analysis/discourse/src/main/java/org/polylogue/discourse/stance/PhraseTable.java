package org.polylogue.discourse.stance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks words and short phrases up, the longest first. A single word may end in *, which stands for
 * any ending.
 *
 * @param <V> what is stored with a term
 */
final class PhraseTable<V> {

  private static final int LONGEST = 5;
  private static final int SHORTEST_PREFIX = 3;

  private final Map<String, V> terms = new HashMap<>();
  private final Map<String, V> prefixes = new HashMap<>();
  private final Set<String> phraseStarts = new HashSet<>();
  private int longestPrefix;

  PhraseTable() {}

  /** Stores a term in lower case, words divided by one space; the first value stays. */
  void put(String term, V value) {
    int space = term.indexOf(' ');
    if (term.endsWith("*") && space < 0 && term.length() > SHORTEST_PREFIX) {
      String prefix = term.substring(0, term.length() - 1);
      prefixes.putIfAbsent(prefix, value);
      longestPrefix = Math.max(longestPrefix, prefix.length());
    } else {
      terms.putIfAbsent(term, value);
      if (space > 0) {
        phraseStarts.add(term.substring(0, space));
      }
    }
  }

  /** A found term and its number of words. */
  record Match<V>(V value, int length) {}

  /** The longest term that begins at a word, or null. */
  Match<V> longest(List<String> words, int at) {
    String first = words.get(at);
    if (phraseStarts.contains(first)) {
      StringBuilder phrase = new StringBuilder(first);
      Match<V> found = null;
      for (int n = 2; n <= Math.min(LONGEST, words.size() - at); n++) {
        phrase.append(' ').append(words.get(at + n - 1));
        V value = terms.get(phrase.toString());
        if (value != null) {
          found = new Match<>(value, n);
        }
      }
      if (found != null) {
        return found;
      }
    }
    V value = word(first);
    return value == null ? null : new Match<>(value, 1);
  }

  /** What is stored with a single word, or null. */
  V word(String word) {
    V value = terms.get(word);
    for (int n = SHORTEST_PREFIX;
        value == null && n <= Math.min(longestPrefix, word.length());
        n++) {
      value = prefixes.get(word.substring(0, n));
    }
    return value;
  }
}
