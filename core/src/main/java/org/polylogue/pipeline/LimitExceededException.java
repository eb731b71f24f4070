package org.polylogue.pipeline;

/** An input is larger than a limit, or took longer. The message names the limit and the cure. */
public final class LimitExceededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A limit that was passed.
   *
   * @param message what is too large, the limit, and how to raise it; one line
   */
  public LimitExceededException(String message) {
    super(message);
  }
}
