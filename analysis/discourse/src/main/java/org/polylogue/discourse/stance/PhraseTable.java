package org.polylogue.discourse.stance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks words and short phrases up, the longest first. A term may end in *, which stands for any
 * ending; a plain word is also found in its plural and its -ed and -ing forms.
 *
 * @param <V> what is stored with a term
 */
final class PhraseTable<V> {

  private static final int LONGEST = 5;
  private static final int SHORTEST_PREFIX = 3;

  private final Map<String, V> terms = new HashMap<>();
  private final Map<String, V> prefixes = new HashMap<>();
  private final boolean inflected;
  private int longestPrefix;

  public PhraseTable(boolean inflected) {
    this.inflected = inflected;
  }

  /**
   * Stores a term; the first value stays.
   *
   * @param term lower case, words divided by one space
   * @param value its value
   */
  public void put(String term, V value) {
    if (term.endsWith("*") && term.length() > SHORTEST_PREFIX) {
      String prefix = term.substring(0, term.length() - 1);
      prefixes.putIfAbsent(prefix, value);
      longestPrefix = Math.max(longestPrefix, prefix.length());
    } else {
      terms.putIfAbsent(term, value);
    }
  }

  /**
   * A found term.
   *
   * @param value what is stored with it
   * @param length its number of words
   * @param <V> type of the value
   */
  record Match<V>(V value, int length) {}

  /**
   * Finds the longest term that begins at a word.
   *
   * @param words a text
   * @param at index of the word
   * @return the match or null
   */
  public Match<V> longest(List<String> words, int at) {
    int most = Math.min(LONGEST, words.size() - at);
    if (most > 1) {
      StringBuilder phrase = new StringBuilder(words.get(at));
      Match<V> found = null;
      for (int n = 2; n <= most; n++) {
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
    V value = word(words.get(at));
    return value == null ? null : new Match<>(value, 1);
  }

  /**
   * Looks one word up.
   *
   * @param word lower case
   * @return its value or null
   */
  public V word(String word) {
    V value = terms.get(word);
    if (value != null) {
      return value;
    }
    for (int n = SHORTEST_PREFIX; n <= Math.min(longestPrefix, word.length()); n++) {
      value = prefixes.get(word.substring(0, n));
      if (value != null) {
        return value;
      }
    }
    return inflected && word.length() > 3 ? stem(word) : null;
  }

  private V stem(String word) {
    int n = word.length();
    V value = null;
    if (word.endsWith("s")) {
      value = terms.get(word.substring(0, n - 1));
      if (value == null && word.endsWith("es")) {
        value = terms.get(word.substring(0, n - 2));
      }
      if (value == null && word.endsWith("ies")) {
        value = terms.get(word.substring(0, n - 3) + "y");
      }
    } else if (word.endsWith("ed")) {
      value = first(word.substring(0, n - 2), word.substring(0, n - 1));
      if (value == null && word.endsWith("ied")) {
        value = terms.get(word.substring(0, n - 3) + "y");
      }
    } else if (word.endsWith("ing") && n > 5) {
      value = first(word.substring(0, n - 3), word.substring(0, n - 3) + "e");
    } else if (word.endsWith("er") && n > 5) {
      value = first(word.substring(0, n - 2), word.substring(0, n - 1));
    } else if (word.endsWith("ly") && n > 5) {
      value = terms.get(word.substring(0, n - 2));
    }
    return value;
  }

  private V first(String bare, String withE) {
    V value = terms.get(bare);
    if (value == null) {
      value = terms.get(withE);
    }
    int n = bare.length();
    if (value == null && n > 3 && bare.charAt(n - 1) == bare.charAt(n - 2)) {
      value = terms.get(bare.substring(0, n - 1));
    }
    return value;
  }
}
