package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
  private volatile long total = -1;

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
   * @return the progress; where the error stream is no terminal, a line each half minute
   */
  public static Progress start(String task) {
    if (!errorsReachTerminal()) {
      return new Progress(null, task);
    }
    return new Progress(
        new ProgressBarBuilder().setTaskName(task).setInitialMax(-1).showSpeed().build(), task);
  }

  /**
   * Tells how many steps there are, once they are counted; without it no time left is told.
   *
   * @param steps all of them
   */
  void expect(long steps) {
    total = steps;
    if (bar != null) {
      bar.maxHint(steps);
    }
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
      System.err.println(line(task, done, total, (now - begun) / 1_000_000_000));
    }
  }

  /** What a log is told: the time that is left if the rest goes on as what is done. */
  static String line(String task, long done, long total, long seconds) {
    return total < done
        ? String.format(Locale.ROOT, "%s: %d done in %d s", task, done, seconds)
        : String.format(
            Locale.ROOT,
            "%s: %d of %d done in %d s, about %d s left",
            task,
            done,
            total,
            seconds,
            Math.round((double) seconds * (total - done) / done));
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
