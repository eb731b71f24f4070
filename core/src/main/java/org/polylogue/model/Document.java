package org.polylogue.model;

import java.util.List;
import org.polylogue.text.Span;

/** A text with an id: what an analysis reads. Its text is the original and is never edited. */
public sealed interface Document permits Article, Comment {

  /**
   * Names this document in a corpus.
   *
   * @return an id, not blank, unique in the corpus
   */
  String id();

  /**
   * The original text.
   *
   * @return the text, possibly empty
   */
  String text();

  /**
   * The words of a span.
   *
   * @param span in the text
   * @return the words
   * @throws IndexOutOfBoundsException if the span leaves the text
   */
  default String text(Span span) {
    return span.of(text());
  }

  /**
   * The parts of the text that are language, in order and disjoint; sentences do not cross them.
   *
   * @return the blocks; a document without blocks of its own is one paragraph
   */
  List<Block> blocks();
}
