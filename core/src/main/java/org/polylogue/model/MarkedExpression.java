package org.polylogue.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Words in quotation marks that are no speech.
 *
 * @param span the words, marks included
 * @param kind what the marks do
 * @param rule the rule that decided it
 * @param confidence 0 to 1, higher is surer
 */
public record MarkedExpression(Span span, Kind kind, String rule, double confidence)
    implements Finding {

  /** What quotation marks do besides quoting speech. */
  public enum Kind {
    /** The writer keeps a distance from the words. */
    SCARE_QUOTE,
    /** The title of a work, a programme, a ship or the like. */
    TITLE,
    /** A nickname inside or beside a name. */
    NICKNAME,
    /** A term that is mentioned, defined or named. */
    TERM,
    /** A proverb or saying. */
    SAYING
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the confidence lies outside 0 to 1
   */
  public MarkedExpression {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(rule, "rule");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
    }
  }

  @Override
  public List<Span> spans() {
    return List.of(span);
  }

  @Override
  public MarkedExpression map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
    return new MarkedExpression(own.apply(span), kind, rule, confidence);
  }
}
