package org.polylogue.discourse.entity;

import java.util.Set;
import org.polylogue.language.WordLists;

/** The word lists of {@code words.tsv}. */
final class EntityWords {

  private static final WordLists LISTS = WordLists.of(EntityWords.class, "words.tsv");

  private EntityWords() {}

  static Set<String> list(String name) {
    return LISTS.list(name);
  }
}
