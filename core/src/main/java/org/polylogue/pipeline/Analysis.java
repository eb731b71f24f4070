package org.polylogue.pipeline;

/**
 * A question asked of an input. Implementations are pure and thread-safe: the same input gives the
 * same result, whatever was asked before. An analysis takes the analyses whose results it needs as
 * constructor arguments and reads them from the scope, so the object graph is the dependency graph.
 *
 * @param <I> what it reads
 * @param <R> what it finds
 */
@FunctionalInterface
public interface Analysis<I, R> {

  /**
   * Answers for one input.
   *
   * @param input what to read
   * @param scope gives the results of other analyses, each computed once
   * @return the result, never null
   */
  R analyze(I input, Scope scope);

  /**
   * Names this analysis in failures and reports.
   *
   * @return the simple name of its class
   */
  default String name() {
    return getClass().getSimpleName();
  }
}
