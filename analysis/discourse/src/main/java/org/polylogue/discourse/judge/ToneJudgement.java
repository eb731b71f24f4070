package org.polylogue.discourse.judge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polylogue.model.Affected;
import org.polylogue.model.Sentiment.Contribution;
import org.polylogue.model.Tone;
import org.polylogue.model.ToneProbabilities;
import org.polylogue.text.Span;

/**
 * What a judge says of a tone.
 *
 * @param score −1 to 1
 * @param tone its sign
 * @param probabilities how likely each sign is, calibrated; empty if the judge cannot tell
 * @param affected what is done to the target, {@link Affected#NONE} where there is no target
 * @param evidence words of the document that carry the tone, in order; empty if it does not tell
 * @param trace what moved the score, strongest first; empty if it does not tell
 */
public record ToneJudgement(
    double score,
    Tone tone,
    Optional<ToneProbabilities> probabilities,
    Affected affected,
    List<Span> evidence,
    List<Contribution> trace) {

  /** Checks that all parts are there and copies the lists. */
  public ToneJudgement {
    Objects.requireNonNull(tone, "tone");
    Objects.requireNonNull(probabilities, "probabilities");
    Objects.requireNonNull(affected, "affected");
    evidence = List.copyOf(evidence);
    trace = List.copyOf(trace);
  }

  /**
   * A judgement from probabilities.
   *
   * @param probabilities they give the tone and the score
   * @param trace what moved it
   * @return without evidence, and with nobody affected
   */
  public static ToneJudgement of(ToneProbabilities probabilities, List<Contribution> trace) {
    return new ToneJudgement(
        probabilities.score(),
        probabilities.tone(),
        Optional.of(probabilities),
        Affected.NONE,
        List.of(),
        trace);
  }

  /**
   * A judgement that is a score and no more.
   *
   * @param score −1 to 1; it gives the tone
   * @param trace what moved it
   * @return without probabilities and evidence, and with nobody affected
   */
  public static ToneJudgement of(double score, List<Contribution> trace) {
    return new ToneJudgement(
        score, Tone.of(score), Optional.empty(), Affected.NONE, List.of(), trace);
  }
}
