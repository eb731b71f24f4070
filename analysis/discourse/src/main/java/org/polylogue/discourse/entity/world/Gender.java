package org.polylogue.discourse.entity.world;

/** Grammatical gender that pronouns and titles of the text give to a person. */
public enum Gender {
  /** She, Mrs, spokeswoman. */
  FEMALE,
  /** He, Mr, spokesman. */
  MALE,
  /** The text does not tell, or tells both. */
  UNKNOWN;

  /**
   * The gender of a personal pronoun.
   *
   * @param word in lower case
   * @return unknown for "they", "it" and every word that is no pronoun
   */
  public static Gender ofPronoun(String word) {
    if (Resource.parts("he").contains(word)) {
      return MALE;
    }
    return Resource.parts("she").contains(word) ? FEMALE : UNKNOWN;
  }

  /**
   * Tells whether two readings can be of one person.
   *
   * @param other the other reading
   * @return false for female against male
   */
  public boolean fits(Gender other) {
    return this == UNKNOWN || other == UNKNOWN || this == other;
  }

  /**
   * This reading, or another where this one does not tell.
   *
   * @param other what to fall back on
   * @return the first of both that is known
   */
  public Gender or(Gender other) {
    return this == UNKNOWN ? other : this;
  }
}
