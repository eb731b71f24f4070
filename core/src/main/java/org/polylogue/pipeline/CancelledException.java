package org.polylogue.pipeline;

/** An analysis was stopped before it had its result: its run was closed or its time was up. */
public final class CancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A cancellation.
   *
   * @param message what was stopped
   */
  public CancelledException(String message) {
    super(message);
  }
}
