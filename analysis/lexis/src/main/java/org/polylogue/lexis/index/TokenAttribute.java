package org.polylogue.lexis.index;

/** What a token can be counted and searched by. */
public enum TokenAttribute {
  /** The characters as they stand in the text. */
  FORM,
  /**
   * The form without case: Unicode NFC, lower-cased in the root locale, typographic apostrophes
   * turned into straight ones. It is what researchers call a word.
   */
  WORD,
  /** The base form; only in an index whose texts were lemmatised. */
  LEMMA,
  /** The part of speech; only in an index whose texts were tagged. */
  TAG
}
