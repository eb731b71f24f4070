package org.polylogue.language;

import org.polylogue.text.Span;

/**
 * A word or mark of a text.
 *
 * @param start index of its first UTF-16 code unit in the document's text
 * @param end index after its last one
 * @param text the characters as they stand in the document
 * @param tag Penn Treebank part of speech, empty if tags were not asked for
 * @param lemma lower-cased base form, empty if lemmas were not asked for
 */
public record Token(int start, int end, String text, String tag, String lemma) {

  /**
   * Where it stands.
   *
   * @return a span of the document's text
   */
  public Span span() {
    return new Span(start, end);
  }

  /**
   * Length in UTF-16 code units.
   *
   * @return one or more
   */
  public int length() {
    return end - start;
  }
}
