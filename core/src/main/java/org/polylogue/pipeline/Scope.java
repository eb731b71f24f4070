package org.polylogue.pipeline;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Computes each result once for each pair of analysis and input, failures too. One scope serves one
 * run over one input and belongs to one thread; analyses and inputs are told apart by identity.
 */
public final class Scope {

  private record Done(Object result, RuntimeException failure) {}

  private static final Done RUNNING = new Done(null, null);

  private final Map<Analysis<?, ?>, Map<Object, Done>> memory = new IdentityHashMap<>();

  private String failedStage = "";

  /** A scope that remembers nothing yet. */
  public Scope() {}

  /**
   * The result of an analysis for an input, computed at the first call.
   *
   * @param analysis the question
   * @param input what to read
   * @param <I> what the analysis reads
   * @param <R> what it finds
   * @return the result
   * @throws IllegalStateException if the analysis needs its own result for the same input
   * @throws RuntimeException whatever the analysis throws, the same object at every call
   */
  public <I, R> R get(Analysis<? super I, R> analysis, I input) {
    Map<Object, Done> results = memory.computeIfAbsent(analysis, a -> new IdentityHashMap<>());
    Done done = results.get(input);
    if (done == null) {
      results.put(input, RUNNING);
      try {
        done = new Done(Objects.requireNonNull(analysis.analyze(input, this), "result"), null);
      } catch (RuntimeException e) {
        if (failedStage.isEmpty()) {
          failedStage = analysis.name();
        }
        done = new Done(null, e);
      } finally {
        results.put(input, done);
      }
    } else if (done == RUNNING) {
      throw new IllegalStateException(analysis + " needs its own result");
    }
    if (done.failure != null) {
      throw done.failure;
    }
    @SuppressWarnings("unchecked")
    R result = (R) done.result;
    return result;
  }

  /**
   * Names the innermost analysis that failed first.
   *
   * @return its name, empty if none failed
   */
  public String failedStage() {
    return failedStage;
  }

  /**
   * Enters a known result, such as a gold annotation, in place of the analysis.
   *
   * @param analysis the question
   * @param input what it would read
   * @param result the answer
   * @param <I> what the analysis reads
   * @param <R> what it finds
   * @return this scope
   */
  public <I, R> Scope with(Analysis<? super I, R> analysis, I input, R result) {
    memory
        .computeIfAbsent(analysis, a -> new IdentityHashMap<>())
        .put(input, new Done(Objects.requireNonNull(result, "result"), null));
    return this;
  }
}
