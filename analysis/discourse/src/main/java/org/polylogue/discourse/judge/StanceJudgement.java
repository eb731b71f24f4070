package org.polylogue.discourse.judge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polylogue.text.Span;

/**
 * What a judge says of a stance. The four probabilities are calibrated and sum to 1; for an article
 * or a comment, for means to agree and against to disagree.
 *
 * @param against 0 to 1
 * @param none 0 to 1; the text takes no side
 * @param favor 0 to 1
 * @param query 0 to 1; the text sincerely asks
 * @param evidence spans of the document that show it; empty if the judge does not tell
 * @param withheld why no side can be told, in one phrase for people; empty if one can
 */
public record StanceJudgement(
    double against,
    double none,
    double favor,
    double query,
    List<Span> evidence,
    Optional<String> withheld) {

  private static final double SLACK = 1e-6;

  /**
   * Checks the numbers and copies the evidence.
   *
   * @throws IllegalArgumentException if a probability is negative or they do not sum to 1
   */
  public StanceJudgement {
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(withheld, "withheld");
    double sum = against + none + favor + query;
    boolean inside = against >= 0 && none >= 0 && favor >= 0 && query >= 0;
    if (!(inside && Math.abs(sum - 1) <= SLACK)) {
      throw new IllegalArgumentException(
          against + ", " + none + ", " + favor + " and " + query + " are no probabilities");
    }
  }

  /**
   * No side can be told.
   *
   * @param reason why, in one phrase for people
   * @return a judgement in which none is certain
   */
  public static StanceJudgement withheld(String reason) {
    return new StanceJudgement(0, 1, 0, 0, List.of(), Optional.of(reason));
  }
}
