package org.polylogue.lexis.index;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.polylogue.text.Span;

/**
 * A stretch of a document that an analysis marked, such as a segment of a quotation.
 *
 * @param layer what kind of region it is, such as {@link #QUOTATION}
 * @param span where it lies in the document's text
 * @param attributes facts about it by name, such as the speaker's party
 */
public record Region(String layer, Span span, Map<String, String> attributes) {

  /** The layer of what is said: one region for each segment of a quotation. */
  public static final String QUOTATION = "quotation";

  /** The layer of places where actors are meant. */
  public static final String MENTION = "mention";

  /** Checks that all parts are there and copies the attributes. */
  public Region {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(span, "span");
    attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
  }
}
