package org.polylogue.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * The tone of a passage. Where there is no evidence there is no sentiment, not one of 0.
 *
 * @param span the passage, a sentence or a clause of one voice
 * @param score −1 (negative) to +1 (positive), never NaN
 * @param voice whose tone it is
 * @param target the mention that it is towards, empty if it is about nothing in particular
 * @param trace what moved the score and by how much, strongest first
 */
public record Sentiment(
    Span span, double score, Voice voice, Optional<Span> target, List<Contribution> trace)
    implements Finding {

  /**
   * A cause that moved a score.
   *
   * @param cause what it is, such as a word of the lexicon, a negation or a model feature
   * @param amount how far it moved the score, signed
   */
  public record Contribution(String cause, double amount) {
    /** Checks that a cause is there. */
    public Contribution {
      Objects.requireNonNull(cause, "cause");
    }
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the score is NaN or outside −1 to 1
   */
  public Sentiment {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(voice, "voice");
    Objects.requireNonNull(target, "target");
    trace = List.copyOf(trace);
    if (!(score >= -1 && score <= 1)) {
      throw new IllegalArgumentException("score " + score + " is not in -1..1");
    }
  }

  @Override
  public List<Span> spans() {
    return List.of(span);
  }

  @Override
  public Sentiment map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
    return new Sentiment(own.apply(span), score, voice.map(own), target.map(own), trace);
  }
}
