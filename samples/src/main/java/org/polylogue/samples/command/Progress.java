package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * A progress bar on the error stream, or a line now and then where that is no terminal.
 * Thread-safe.
 */
public final class Progress implements AutoCloseable {

  private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(30);

  private final ProgressBar bar;
  private final String task;
  private final long begun = System.nanoTime();
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong next = new AtomicLong(begun + BETWEEN_LINES);

  private Progress(ProgressBar bar, String task) {
    this.bar = bar;
    this.task = task;
  }

  /**
   * Shows nothing.
   *
   * @return a silent progress
   */
  public static Progress none() {
    return new Progress(null, null);
  }

  /**
   * Starts to show progress.
   *
   * @param task what is being done
   * @param total how many steps there are, −1 if unknown
   * @return the progress; where the error stream is no terminal, a line each half minute
   */
  public static Progress start(String task, long total) {
    if (!errorsReachTerminal()) {
      return new Progress(null, task);
    }
    return new Progress(
        new ProgressBarBuilder().setTaskName(task).setInitialMax(total).showSpeed().build(), task);
  }

  /** One step is done. */
  public void step() {
    if (bar != null) {
      bar.step();
      return;
    }
    long done = steps.incrementAndGet();
    long now = System.nanoTime();
    long due = next.get();
    if (task != null && now - due >= 0 && next.compareAndSet(due, now + BETWEEN_LINES)) {
      System.err.printf("%s: %d done in %d s%n", task, done, (now - begun) / 1_000_000_000);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  // System.console() tells of stdin and stdout only; where /proc exists it tells of stderr.
  private static boolean errorsReachTerminal() {
    if (System.console() == null) {
      return false;
    }
    Path errors = Path.of("/proc/self/fd/2");
    try {
      return !Files.isSymbolicLink(errors)
          || Files.readSymbolicLink(errors).toString().matches("/dev/(pts/|tty).*");
    } catch (IOException e) {
      return false;
    }
  }
}
