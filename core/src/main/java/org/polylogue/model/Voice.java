package org.polylogue.model;

import java.util.Objects;

/** Whose voice a passage is in. */
public sealed interface Voice {

  /** The writer of the article. */
  record Author() implements Voice {}

  /**
   * Somebody who is quoted.
   *
   * @param speaker who
   */
  record Source(Speaker speaker) implements Voice {
    /** Checks that a speaker is there. */
    public Source {
      Objects.requireNonNull(speaker, "speaker");
    }
  }

  /** The writer of the comment. */
  record Commenter() implements Voice {}
}
