package org.polylogue.pipeline;

/** A journal holds results of other versions or options. The message names them and the cure. */
public final class JournalMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A mismatch.
   *
   * @param message what differs and what to do; one line
   */
  public JournalMismatchException(String message) {
    super(message);
  }
}
