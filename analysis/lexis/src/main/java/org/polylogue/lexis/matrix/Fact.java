package org.polylogue.lexis.matrix;

import java.util.Optional;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.TokenIndex;

/** The name of a fact, and how many first characters of its value count. */
record Fact(String name, int length) {

  static final String DOCUMENT = "document";

  /** With {@code .} and a number after the name, only so many characters. */
  static Fact of(String text) {
    int point = text.lastIndexOf('.');
    String end = text.substring(point + 1);
    boolean cut =
        point > 0
            && !end.isEmpty()
            && end.length() < 4
            && end.chars().allMatch(c -> c >= '0' && c <= '9');
    return cut
        ? new Fact(text.substring(0, point), Integer.parseInt(end))
        : new Fact(text, Integer.MAX_VALUE);
  }

  /**
   * Of a quotation if it is one and the fact is known of it, otherwise of its document; or null.
   */
  String value(TokenIndex index, int document, int region) {
    Optional<String> own =
        region < 0 ? Optional.empty() : index.layer(Region.QUOTATION).attribute(name, region);
    return cut(
        own.or(
                () ->
                    name.equals(DOCUMENT)
                        ? Optional.of(index.documentId(document))
                        : index.documentAttribute(name, document))
            .orElse(null));
  }

  String cut(String value) {
    return value == null || value.length() <= length ? value : value.substring(0, length);
  }
}
