package org.polylogue.pipeline;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Runs an analysis over a stream of inputs: lazily, in order, with a bounded number in flight, in
 * parallel on threads of its own. Results do not depend on the number of threads or on the order of
 * inputs. An input that fails ends as {@link Outcome.Failed}; the others go on.
 *
 * <p>Immutable and thread-safe; each run has its own threads, which end with the stream or when it
 * is closed.
 *
 * @param <I> what is read
 * @param <R> what is found
 */
public final class Pipeline<I, R> {

  private static final AtomicInteger RUNS = new AtomicInteger();

  private final Analysis<? super I, R> analysis;
  private final int threads;
  private final int inFlight;

  private Pipeline(Analysis<? super I, R> analysis, int threads, int inFlight) {
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.threads = threads;
    this.inFlight = inFlight;
    if (threads < 1 || inFlight < threads) {
      throw new IllegalArgumentException(
          "a pipeline needs a thread and an input in flight for each: threads "
              + threads
              + ", in flight "
              + inFlight);
    }
  }

  /**
   * A pipeline with one thread for each processor and four inputs in flight for each thread.
   *
   * @param analysis what to ask of each input
   * @param <I> what is read
   * @param <R> what is found
   * @return the pipeline
   */
  public static <I, R> Pipeline<I, R> of(Analysis<? super I, R> analysis) {
    return new Pipeline<I, R>(analysis, 1, 4)
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
    return new Pipeline<>(analysis, count, Math.multiplyExact(count, 4));
  }

  /**
   * The same pipeline with another bound on inputs that are read but not yet handed on.
   *
   * @param count at least the number of threads
   * @return a copy
   * @throws IllegalArgumentException if {@code count} is less than the number of threads
   */
  public Pipeline<I, R> withInFlight(int count) {
    return new Pipeline<>(analysis, threads, count);
  }

  /**
   * Analyses inputs as the result is consumed.
   *
   * @param inputs what to read; closed with the result
   * @return outcomes in the order of the inputs; close it to stop early
   */
  public Stream<Outcome<I, R>> run(Stream<? extends I> inputs) {
    Run run = new Run(inputs.iterator());
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(run, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(run::close)
        .onClose(inputs::close);
  }

  private Outcome<I, R> analyse(I input) {
    Scope scope = new Scope();
    try {
      return new Outcome.Analysed<>(input, scope.get(analysis, input));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      String stage = scope.failedStage().isEmpty() ? analysis.name() : scope.failedStage();
      return new Outcome.Failed<>(input, stage, e);
    }
  }

  private final class Run implements Iterator<Outcome<I, R>> {

    private final Iterator<? extends I> inputs;
    private final Queue<Future<Outcome<I, R>>> window = new ArrayDeque<>();
    private final ExecutorService workers;

    Run(Iterator<? extends I> inputs) {
      this.inputs = inputs;
      String prefix = "polylogue-" + RUNS.incrementAndGet() + "-";
      AtomicInteger number = new AtomicInteger();
      this.workers =
          Executors.newFixedThreadPool(
              threads,
              task -> {
                Thread worker = new Thread(null, task, prefix + number.incrementAndGet(), 8L << 20);
                worker.setDaemon(true);
                return worker;
              });
    }

    @Override
    public boolean hasNext() {
      fill();
      if (window.isEmpty()) {
        close();
        return false;
      }
      return true;
    }

    @Override
    public Outcome<I, R> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        Outcome<I, R> outcome = window.remove().get();
        fill();
        return outcome;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        close();
        throw new IllegalStateException("interrupted while waiting for an analysis", e);
      } catch (ExecutionException e) {
        close();
        throw new IllegalStateException("an analysis ended the run", e.getCause());
      }
    }

    private void fill() {
      while (!workers.isShutdown() && window.size() < inFlight && inputs.hasNext()) {
        I input = inputs.next();
        window.add(workers.submit(() -> analyse(input)));
      }
    }

    void close() {
      workers.shutdownNow();
    }
  }
}
