package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A progress bar on the error stream, or nothing where that is no terminal. Thread-safe. */
public final class Progress implements AutoCloseable {

  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Starts to show progress.
   *
   * @param task what is being done
   * @param total how many steps there are, −1 if unknown
   * @return the progress, silent if the error stream is no terminal
   */
  public static Progress start(String task, long total) {
    if (!errorsReachTerminal()) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder().setTaskName(task).setInitialMax(total).showSpeed().build());
  }

  /** One step is done. */
  public void step() {
    if (bar != null) {
      bar.step();
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
