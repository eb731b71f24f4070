package org.polylogue.language;

import java.util.Objects;
import org.polylogue.text.Span;

/**
 * A name that an engine found in a text.
 *
 * @param span where it stands in the document's text
 * @param sentence position of its sentence in the annotated text
 * @param firstToken position of its first token in that sentence
 * @param lastToken position of its last token in that sentence, itself included
 * @param label the engine's label: {@code PERSON}, {@code ORGANIZATION}, {@code LOCATION} or {@code
 *     MISC}
 */
public record NamedSpan(Span span, int sentence, int firstToken, int lastToken, String label) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the positions are out of order
   */
  public NamedSpan {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(label, "label");
    if (sentence < 0 || firstToken < 0 || lastToken < firstToken) {
      throw new IllegalArgumentException(
          "no name: sentence " + sentence + ", tokens " + firstToken + " to " + lastToken);
    }
  }
}
