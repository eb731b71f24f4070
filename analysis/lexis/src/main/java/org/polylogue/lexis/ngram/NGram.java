package org.polylogue.lexis.ngram;

import java.util.List;

/**
 * A sequence of words.
 *
 * @param words the words
 * @param count how often it occurs
 * @param range in how many documents
 */
public record NGram(List<String> words, long count, int range) {

  /** Copies the words. */
  public NGram {
    words = List.copyOf(words);
  }

  /**
   * The words with spaces between them.
   *
   * @return the sequence as text
   */
  public String text() {
    return String.join(" ", words);
  }
}
