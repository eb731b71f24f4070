package org.polylogue.model;

import java.util.Objects;
import org.polylogue.text.Span;

/**
 * A part of a document's text as its source laid it out.
 *
 * @param kind what the source marked it as
 * @param span where it lies, without surrounding blank lines
 */
public record Block(Kind kind, Span span) {

  /** What a source can mark up. */
  public enum Kind {
    /** A heading inside the text. */
    HEADING,
    /** Running text. */
    PARAGRAPH,
    /** A quotation that the source itself marked up as a block, as HTML's blockquote does. */
    QUOTATION
  }

  /** Checks that both parts are there. */
  public Block {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(span, "span");
  }
}
