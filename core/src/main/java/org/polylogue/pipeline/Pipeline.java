package org.polylogue.pipeline;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Runs an analysis over a stream of inputs: lazily, in order, with a bounded number in flight, in
 * parallel on threads of its own. Results do not depend on the number of threads or on the order of
 * inputs. An input that fails, whatever is thrown, ends as {@link Outcome.Failed}; the others go
 * on.
 *
 * <p>Immutable and thread-safe; each run has its own threads, which end with the stream or when it
 * is closed. Closing interrupts what is still being analysed.
 *
 * @param <I> what is read
 * @param <R> what is found
 */
public final class Pipeline<I, R> {

  private final Analysis<? super I, R> analysis;
  private final int threads;
  private final int inFlight;
  private final Optional<Duration> timeLimit;

  private Pipeline(
      Analysis<? super I, R> analysis, int threads, int inFlight, Optional<Duration> timeLimit) {
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.threads = threads;
    this.inFlight = inFlight;
    this.timeLimit = timeLimit;
    if (threads < 1 || inFlight < threads) {
      throw new IllegalArgumentException(
          "a pipeline needs a thread and an input in flight for each: threads "
              + threads
              + ", in flight "
              + inFlight);
    }
    if (timeLimit.isPresent() && (timeLimit.get().isNegative() || timeLimit.get().isZero())) {
      throw new IllegalArgumentException("a time limit is positive, not " + timeLimit.get());
    }
  }

  /**
   * A pipeline with one thread for each processor, four inputs in flight for each thread, and no
   * time limit.
   *
   * @param analysis what to ask of each input
   * @param <I> what is read
   * @param <R> what is found
   * @return the pipeline
   */
  public static <I, R> Pipeline<I, R> of(Analysis<? super I, R> analysis) {
    return new Pipeline<I, R>(analysis, 1, 4, Optional.empty())
        .withThreads(Runtime.getRuntime().availableProcessors());
  }

  /**
   * The same pipeline on another number of threads, with four inputs in flight for each.
   *
   * @param count at least 1
   * @return a copy
   * @throws IllegalArgumentException if {@code count} is less than 1
   */
  public Pipeline<I, R> withThreads(int count) {
    return new Pipeline<>(analysis, count, Math.multiplyExact(count, 4), timeLimit);
  }

  /**
   * The same pipeline with another bound on inputs that are read but not yet handed on.
   *
   * @param count at least the number of threads
   * @return a copy
   * @throws IllegalArgumentException if {@code count} is less than the number of threads
   */
  public Pipeline<I, R> withInFlight(int count) {
    return new Pipeline<>(analysis, threads, count, timeLimit);
  }

  /**
   * The same pipeline with a limit on the time one input may take. At the limit the input ends as
   * {@link Outcome.Failed} with a {@link LimitExceededException}, its thread is interrupted, and
   * another takes its place until the interrupted one has ended; scopes stop at the next analysis.
   *
   * @param limit wall time for one input, positive
   * @return a copy
   * @throws IllegalArgumentException if the limit is not positive
   */
  public Pipeline<I, R> withTimeLimit(Duration limit) {
    return new Pipeline<>(analysis, threads, inFlight, Optional.of(limit));
  }

  /**
   * Analyses inputs as the result is consumed.
   *
   * @param inputs what to read, by the thread that consumes the result; closed with the result. If
   *     it throws, so does the result, and the run ends
   * @return outcomes in the order of the inputs; close it to stop early
   */
  public Stream<Outcome<I, R>> run(Stream<? extends I> inputs) {
    PipelineRun<I, R> run =
        new PipelineRun<>(inputs.iterator(), this::analyse, threads, inFlight, timeLimit);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(run, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(run::close)
        .onClose(inputs::close);
  }

  private Outcome<I, R> analyse(I input, Scope scope) {
    try {
      return new Outcome.Analysed<>(input, scope.get(analysis, input));
    } catch (Throwable e) {
      return new Outcome.Failed<>(input, scope.stageOf(e).orElse(analysis.name()), e);
    }
  }
}
