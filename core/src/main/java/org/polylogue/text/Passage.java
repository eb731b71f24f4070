package org.polylogue.text;

import java.util.Objects;

/**
 * A span of a named document: the evidence that a result points at.
 *
 * @param documentId id of the article or comment whose text is meant
 * @param span the range in that document's text
 */
public record Passage(String documentId, Span span) {

  /** Checks that both parts are there. */
  public Passage {
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(span, "span");
  }
}
