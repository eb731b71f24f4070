package org.polylogue.samples.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end well when the process is asked to stop (Ctrl-C, SIGTERM): its thread is
 * interrupted, and the process waits until the command has put its things in order.
 */
final class Stop implements AutoCloseable {

  /** What a process ends with after SIGINT. */
  static final int EXIT_CODE = 130;

  private static final int PATIENCE_SECONDS = 60;

  private final Thread command = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "polylogue-stop");
  private volatile boolean asked;

  private Stop() {}

  /** Watches for signals until closed. */
  static Stop watch() {
    Stop stop = new Stop();
    Runtime.getRuntime().addShutdownHook(stop.hook);
    return stop;
  }

  private void stop() {
    asked = true;
    command.interrupt();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process is ending. */
  boolean asked() {
    return asked;
  }

  /** Lets the process end if it was asked to. */
  @Override
  public void close() {
    ended.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        asked = true; // asked in this moment, which changes nothing any more
      }
    }
  }
}
