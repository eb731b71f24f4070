package org.polylogue.discourse.quotation.internal;

import java.util.Set;
import org.polylogue.language.WordLists;

/** The word lists of {@code words.tsv}. */
final class QuotationWords {

  private static final WordLists LISTS = WordLists.of(QuotationWords.class, "words.tsv");

  private QuotationWords() {}

  static Set<String> list(String name) {
    return LISTS.list(name);
  }
}
