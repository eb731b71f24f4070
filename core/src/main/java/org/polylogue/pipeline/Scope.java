package org.polylogue.pipeline;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Computes each result once for each pair of analysis and input, failures too. One scope serves one
 * run over one input and belongs to one thread; analyses and inputs are told apart by identity.
 */
public final class Scope {

  private record Done(Object result, Throwable failure) {}

  private static final Done RUNNING = new Done(null, null);

  private final Map<Analysis<?, ?>, Map<Object, Done>> memory = new IdentityHashMap<>();

  private final Map<Throwable, String> stages = new IdentityHashMap<>();

  private volatile String running = "";

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
   * @throws CancelledException if the thread was interrupted, before anything is computed
   * @throws RuntimeException whatever the analysis throws, the same object at every call; errors
   *     are handed on in the same way
   */
  public <I, R> R get(Analysis<? super I, R> analysis, I input) {
    Map<Object, Done> results = memory.computeIfAbsent(analysis, a -> new IdentityHashMap<>());
    Done done = results.get(input);
    if (done == RUNNING) {
      throw new IllegalStateException(analysis.name() + " needs its own result");
    }
    if (done == null) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancelledException("interrupted before " + analysis.name());
      }
      String outer = running;
      running = analysis.name();
      results.put(input, RUNNING);
      try {
        done = new Done(Objects.requireNonNull(analysis.analyze(input, this), "result"), null);
      } catch (RuntimeException | Error e) {
        stages.putIfAbsent(e, analysis.name());
        done = new Done(null, e);
      } finally {
        results.put(input, done);
        running = outer;
      }
    }
    if (done.failure instanceof RuntimeException failure) {
      throw failure;
    }
    if (done.failure instanceof Error failure) {
      throw failure;
    }
    @SuppressWarnings("unchecked")
    R result = (R) done.result;
    return result;
  }

  /**
   * Names the innermost analysis that threw a failure or one of its causes.
   *
   * @param failure what came out of {@link #get}
   * @return the name, empty if no analysis of this scope threw it
   */
  public Optional<String> stageOf(Throwable failure) {
    String stage = null;
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      stage = stages.getOrDefault(cause, stage);
    }
    return Optional.ofNullable(stage);
  }

  /** Name of the analysis at work, empty if none is; read by the watch of the time limit. */
  String running() {
    return running;
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
