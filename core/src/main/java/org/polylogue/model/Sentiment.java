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
 * @param tone the sign
 * @param probabilities how likely each sign is, empty if the judge does not tell
 * @param affected what is done to the target
 * @param evidence the words that carry it, in order; empty if the judge does not tell
 * @param judge who judged, empty if that is not known
 */
public record Sentiment(
    Span span,
    double score,
    Voice voice,
    Optional<Span> target,
    List<Contribution> trace,
    Tone tone,
    Optional<ToneProbabilities> probabilities,
    Affected affected,
    List<Span> evidence,
    Optional<JudgeId> judge)
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
    Objects.requireNonNull(tone, "tone");
    Objects.requireNonNull(probabilities, "probabilities");
    Objects.requireNonNull(affected, "affected");
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(judge, "judge");
    if (!(score >= -1 && score <= 1)) {
      throw new IllegalArgumentException("score " + score + " is not in -1..1");
    }
  }

  @Override
  public List<Span> spans() {
    return List.of(span);
  }

  /** How likely its tone is, where the judge tells. */
  @Override
  public double confidence() {
    return probabilities.map(each -> each.of(tone)).orElse(1.0);
  }

  @Override
  public Sentiment map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
    return new Sentiment(
        own.apply(span),
        score,
        voice.map(own),
        target.map(own),
        trace,
        tone,
        probabilities,
        affected,
        evidence.stream().map(own).toList(),
        judge);
  }

  /**
   * A tone of which no more is known than its score, such as one that somebody else annotated.
   *
   * @param span the passage
   * @param score −1 to 1; it gives the sign
   * @param voice whose tone it is
   * @param target the mention that it is towards, if any
   * @param trace what moved the score
   */
  public Sentiment(
      Span span, double score, Voice voice, Optional<Span> target, List<Contribution> trace) {
    this(
        span,
        score,
        voice,
        target,
        trace,
        Tone.of(score),
        Optional.empty(),
        Affected.NONE,
        List.of(),
        Optional.empty());
  }
}
