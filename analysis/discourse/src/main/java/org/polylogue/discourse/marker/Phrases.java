package org.polylogue.discourse.marker;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Words and phrases to look up. Immutable. */
final class Phrases {

  private static final int LONGEST = 6;

  private final Set<String> phrases = new HashSet<>();
  private final Map<String, Integer> longest = new HashMap<>();

  private Phrases() {}

  static Phrases of(Collection<String> phrases) {
    Phrases all = new Phrases();
    for (String phrase : phrases) {
      MarkerWords words = MarkerWords.of(phrase);
      if (words.size() > 0 && words.size() <= LONGEST) {
        all.phrases.add(key(words));
        all.longest.merge(words.lower(0), words.size(), Math::max);
      }
    }
    return all;
  }

  /** The words in lower case with a space between them. */
  static String key(MarkerWords words) {
    return key(words, 0, words.size());
  }

  private static String key(MarkerWords words, int from, int to) {
    StringBuilder key = new StringBuilder();
    for (int i = from; i < to; i++) {
      key.append(i == from ? "" : " ").append(words.lower(i));
    }
    return key.toString();
  }

  /** The end of the longest phrase that begins with a word; the word itself if none does. */
  int longestAt(MarkerWords words, int at) {
    int most = Math.min(words.size() - at, longest.getOrDefault(words.lower(at), 0));
    for (int length = most; length > 0; length--) {
      if (phrases.contains(key(words, at, at + length))) {
        return at + length;
      }
    }
    return at;
  }
}
