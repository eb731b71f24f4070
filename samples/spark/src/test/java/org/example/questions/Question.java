package org.example.questions;

import java.util.List;
import java.util.function.UnaryOperator;
import org.polylogue.model.Finding;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Words up to a question mark.
 *
 * @param span the words, the mark included
 * @param form how it is asked
 * @param confidence 0 to 1
 */
record Question(Span span, Form form, double confidence) implements Finding {

  enum Form {
    WHO,
    OTHER
  }

  @Override
  public List<Span> spans() {
    return List.of(span);
  }

  @Override
  public Question map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
    return new Question(own.apply(span), form, confidence);
  }
}
