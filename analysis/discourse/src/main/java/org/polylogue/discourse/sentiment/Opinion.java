package org.polylogue.discourse.sentiment;

import java.util.List;

/**
 * A lexicon entry in a sentence and what its surroundings make of it.
 *
 * @param first position of its first token
 * @param last position of its last token, itself included
 * @param entry the entry as it stands in the lexicon
 * @param prior the valence of the lexicon, −1 to 1
 * @param value the valence after all shifts, may leave −1 to 1
 * @param negated whether a negation reaches it
 * @param shifts what moved it from prior to value
 */
record Opinion(
    int first,
    int last,
    String entry,
    double prior,
    double value,
    boolean negated,
    List<Shift> shifts) {

  /**
   * A shift of a valence.
   *
   * @param cause such as {@code negation "not"}
   * @param amount how far it moved the value
   */
  record Shift(String cause, double amount) {}
}
