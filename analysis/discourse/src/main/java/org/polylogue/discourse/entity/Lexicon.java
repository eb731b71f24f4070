package org.polylogue.discourse.entity;

import java.util.Set;
import org.polylogue.language.WordLists;

/** The word lists of {@code words.tsv}. */
final class Lexicon {

  private static final WordLists LISTS = WordLists.of(Lexicon.class, "words.tsv");

  private Lexicon() {}

  static Set<String> list(String name) {
    return LISTS.list(name);
  }
}
