package org.polylogue.corpus.spi;

import java.util.Objects;

/**
 * Something of a source that is in no text of the conversation, or that was read with doubt.
 * Readers drop nothing without one.
 *
 * @param kind what became of it
 * @param line line number in the source, from 1; 0 if the source has no lines
 * @param excerpt the words concerned, shortened to at most 200 characters
 * @param reason why, one line for people
 */
public record Notice(Kind kind, long line, String excerpt, String reason) {

  /** What became of a part of the source. */
  public enum Kind {
    /** Page furniture: counters, sign-in notices, share lines; in no text. */
    FURNITURE,
    /** The reader could not tell what it is; in no text. */
    UNPLACED,
    /** Read, but with doubt: a gap in a numbering, a date that cannot be told. */
    DOUBTFUL,
    /** Over a limit of the run, and not analysed because of it. */
    OVER_LIMIT
  }

  private static final int EXCERPT = 200;

  /** Checks the parts and shortens the excerpt. */
  public Notice {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(excerpt, "excerpt");
    Objects.requireNonNull(reason, "reason");
    if (excerpt.length() > EXCERPT) {
      int cut = Character.isHighSurrogate(excerpt.charAt(EXCERPT - 2)) ? EXCERPT - 2 : EXCERPT - 1;
      excerpt = excerpt.substring(0, cut) + "…";
    }
  }
}
