package org.polylogue.pipeline;

import java.util.Objects;

/**
 * How an input ended: analysed or failed, nothing between.
 *
 * @param <I> what was read
 * @param <R> what was found
 */
public sealed interface Outcome<I, R> {

  /**
   * What was read.
   *
   * @return the input
   */
  I input();

  /**
   * The input was analysed.
   *
   * @param input what was read
   * @param result what was found
   * @param <I> type of the input
   * @param <R> type of the result
   */
  record Analysed<I, R>(I input, R result) implements Outcome<I, R> {
    /** Checks that both parts are there. */
    public Analysed {
      Objects.requireNonNull(input, "input");
      Objects.requireNonNull(result, "result");
    }
  }

  /**
   * The input could not be analysed.
   *
   * @param input what was read
   * @param stage the analysis that failed
   * @param cause why
   * @param <I> type of the input
   * @param <R> type of the result
   */
  record Failed<I, R>(I input, String stage, Throwable cause) implements Outcome<I, R> {
    /** Checks that all parts are there. */
    public Failed {
      Objects.requireNonNull(input, "input");
      Objects.requireNonNull(stage, "stage");
      Objects.requireNonNull(cause, "cause");
    }
  }
}
