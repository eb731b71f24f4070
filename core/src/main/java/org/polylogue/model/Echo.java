package org.polylogue.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * A passage of a comment that repeats the article or the comment it answers.
 *
 * @param span the passage in the comment
 * @param source what it repeats
 * @param similarity 0 to 1; 1 if the words are the same
 */
public record Echo(Span span, Passage source, double similarity) implements Finding {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the similarity lies outside 0 to 1
   */
  public Echo {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(source, "source");
    if (!(similarity >= 0 && similarity <= 1)) {
      throw new IllegalArgumentException("similarity " + similarity + " is not in 0..1");
    }
  }

  @Override
  public List<Span> spans() {
    return List.of(span);
  }

  /** Its similarity. */
  @Override
  public double confidence() {
    return similarity;
  }

  @Override
  public Echo map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
    return new Echo(own.apply(span), elsewhere.apply(source), similarity);
  }
}
