package org.polylogue.discourse.stance;

import java.util.Set;
import org.polylogue.language.WordLists;

/** The word lists of {@code words.tsv}. */
final class StanceWords {

  private static final WordLists LISTS = WordLists.of(StanceWords.class, "words.tsv");

  private StanceWords() {}

  static Set<String> list(String name) {
    return LISTS.list(name);
  }
}
