package org.polylogue.discourse.entity;

/** Grammatical gender that pronouns and titles of the text give to a person. */
public enum Gender {
  /** She, Mrs, spokeswoman. */
  FEMALE,
  /** He, Mr, spokesman. */
  MALE,
  /** The text does not tell, or tells both. */
  UNKNOWN;

  /**
   * Tells whether two readings can be of one person.
   *
   * @param other the other reading
   * @return false for female against male
   */
  public boolean fits(Gender other) {
    return this == UNKNOWN || other == UNKNOWN || this == other;
  }

  Gender or(Gender other) {
    return this == UNKNOWN ? other : this;
  }
}
