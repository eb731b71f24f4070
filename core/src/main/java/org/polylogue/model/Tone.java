package org.polylogue.model;

/** The sign of a tone. */
public enum Tone {
  /** Negative. */
  NEGATIVE,
  /** Neither negative nor positive. */
  NEUTRAL,
  /** Positive. */
  POSITIVE;

  /** Scores nearer to 0 than this are neutral. */
  public static final double NEUTRAL_SCORE = 0.05;

  /**
   * The sign of a score.
   *
   * @param score −1 to 1
   * @return neutral if it is nearer to 0 than {@link #NEUTRAL_SCORE}
   */
  public static Tone of(double score) {
    return Math.abs(score) < NEUTRAL_SCORE ? NEUTRAL : score < 0 ? NEGATIVE : POSITIVE;
  }
}
