package org.polylogue.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * One run of a pipeline: a window of inputs at work, handed on in their order. For one consumer.
 */
final class PipelineRun<I, R> implements Iterator<Outcome<I, R>> {

  private static final long STACK_BYTES = 8L << 20;

  private final Iterator<? extends I> inputs;
  private final BiFunction<I, Scope, Outcome<I, R>> analyse;
  private final int inFlight;
  private final Optional<Duration> timeLimit;
  private final Queue<CompletableFuture<Outcome<I, R>>> window = new ArrayDeque<>();
  private final ThreadPoolExecutor workers;
  private final ScheduledThreadPoolExecutor watch;

  PipelineRun(
      Iterator<? extends I> inputs,
      BiFunction<I, Scope, Outcome<I, R>> analyse,
      int threads,
      int inFlight,
      Optional<Duration> timeLimit) {
    this.inputs = inputs;
    this.analyse = analyse;
    this.inFlight = inFlight;
    this.timeLimit = timeLimit;
    this.workers =
        new ThreadPoolExecutor(
            threads,
            Integer.MAX_VALUE,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("polylogue-"));
    this.watch =
        timeLimit.isEmpty() ? null : new ScheduledThreadPoolExecutor(1, named("polylogue-watch-"));
    if (watch != null) {
      watch.setRemoveOnCancelPolicy(true);
    }
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(null, task, prefix + number.incrementAndGet(), STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    };
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
      Outcome<I, R> outcome = window.element().get();
      window.remove();
      return outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new CancelledException("interrupted while waiting for an analysis");
    } catch (ExecutionException e) {
      close();
      throw new IllegalStateException("an analysis ended the run", e.getCause());
    }
  }

  private void fill() {
    try {
      while (!workers.isShutdown() && window.size() < inFlight && inputs.hasNext()) {
        Task task = new Task(inputs.next());
        window.add(task.outcome);
        workers.execute(task);
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  void close() {
    workers.shutdownNow();
    if (watch != null) {
      watch.shutdownNow();
    }
    window.forEach(outcome -> outcome.cancel(false));
    window.clear();
  }

  /** An input at work. Its end and its time limit meet in the monitor of the task. */
  private final class Task implements Runnable {

    private final I input;
    private final CompletableFuture<Outcome<I, R>> outcome = new CompletableFuture<>();
    private Thread worker;
    private boolean replaced;

    Task(I input) {
      this.input = input;
    }

    @Override
    public void run() {
      Scope scope = new Scope();
      ScheduledFuture<?> alarm = begin(scope);
      try {
        outcome.complete(analyse.apply(input, scope));
      } catch (Throwable e) {
        outcome.completeExceptionally(e);
      } finally {
        end(alarm);
      }
    }

    private synchronized ScheduledFuture<?> begin(Scope scope) {
      worker = Thread.currentThread();
      if (watch == null) {
        return null;
      }
      try {
        return watch.schedule(
            () -> stop(scope), timeLimit.orElseThrow().toNanos(), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        return null; // the run was closed in this moment
      }
    }

    private synchronized void stop(Scope scope) {
      if (worker == null || workers.isShutdown()) {
        return;
      }
      String stage = scope.running();
      outcome.complete(
          new Outcome.Failed<>(
              input,
              stage.isEmpty() ? "start" : stage,
              new LimitExceededException(
                  "took longer than "
                      + timeLimit.orElseThrow().toMillis() / 1000.0
                      + " s; raise the time limit")));
      worker.interrupt();
      replaced = true;
      resize(1);
    }

    private void end(ScheduledFuture<?> alarm) {
      synchronized (this) {
        worker = null;
        if (!workers.isShutdown()) {
          Thread.interrupted();
        }
      }
      if (alarm != null) {
        alarm.cancel(false);
      }
      if (replaced) {
        resize(-1);
      }
    }

    private void resize(int change) {
      synchronized (workers) {
        workers.setCorePoolSize(workers.getCorePoolSize() + change);
      }
    }
  }
}
