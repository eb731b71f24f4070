package org.polylogue.model;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Something found in a document: a value that says where it stands and how sure it is. Immutable,
 * as all implementations have to be.
 */
public interface Finding {

  /**
   * Where it stands, in UTF-16 code units of its document.
   *
   * @return its words in order, disjoint; empty if it has none of its own
   */
  List<Span> spans();

  /**
   * Its words.
   *
   * @param document the document that it was found in
   * @return the words of its spans, joined by an ellipsis; empty if it has none of its own
   * @throws IndexOutOfBoundsException if the document is another one and shorter
   */
  default String text(Document document) {
    return spans().stream().map(document::text).collect(Collectors.joining(" … "));
  }

  /**
   * How sure it is.
   *
   * @return 0 to 1, higher is surer; 1 where no doubt is known
   */
  default double confidence() {
    return 1;
  }

  /**
   * The same finding with every span mapped, for another unit of offsets or a derived text.
   *
   * @param own maps spans of its document
   * @param elsewhere maps passages of any document
   * @return a finding of the same class; it differs in nothing but its spans
   */
  Finding map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere);
}
