package org.polylogue.model;

/**
 * How likely each tone is.
 *
 * @param negative 0 to 1
 * @param neutral 0 to 1
 * @param positive 0 to 1; the three sum to 1, up to what rounding to four decimals takes
 */
public record ToneProbabilities(double negative, double neutral, double positive) {

  private static final double SLACK = 2e-4;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is outside 0 to 1 or they do not sum to 1
   */
  public ToneProbabilities {
    double sum = negative + neutral + positive;
    boolean inside = negative >= 0 && neutral >= 0 && positive >= 0;
    if (!(inside && Math.abs(sum - 1) <= SLACK)) {
      throw new IllegalArgumentException(
          negative + ", " + neutral + " and " + positive + " are no probabilities");
    }
  }

  /**
   * The likeliest tone.
   *
   * @return neutral on ties
   */
  public Tone tone() {
    if (neutral >= negative && neutral >= positive) {
      return Tone.NEUTRAL;
    }
    return negative >= positive ? Tone.NEGATIVE : Tone.POSITIVE;
  }

  /**
   * The tone as one number.
   *
   * @return positive less negative, −1 to 1
   */
  public double score() {
    return Math.max(-1, Math.min(1, positive - negative));
  }

  /**
   * How likely a tone is.
   *
   * @param tone one of the three
   * @return its probability
   */
  public double of(Tone tone) {
    return switch (tone) {
      case NEGATIVE -> negative;
      case NEUTRAL -> neutral;
      case POSITIVE -> positive;
    };
  }
}
