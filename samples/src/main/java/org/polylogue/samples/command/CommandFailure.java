package org.polylogue.samples.command;

/**
 * Input or output that cannot be used. The message is one line for the user: what is wrong, where,
 * and how to mend it. It ends the command with exit code 2.
 */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param message one line: what is wrong, where, and how to mend it
   */
  public CommandFailure(String message) {
    super(message);
  }

  /**
   * A failure with a cause.
   *
   * @param message one line: what is wrong, where, and how to mend it
   * @param cause why
   */
  public CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
