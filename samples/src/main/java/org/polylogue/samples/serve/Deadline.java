package org.polylogue.samples.serve;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts the thread that made it when its time is over, unless it is closed before. A thread
 * that reads from or writes to a socket channel loses its connection by that.
 */
final class Deadline {

  private final Thread thread = Thread.currentThread();
  private final Future<?> alarm;
  private boolean closed;

  Deadline(ScheduledExecutorService clock, Duration time) {
    alarm = clock.schedule(this::ring, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void ring() {
    if (!closed) {
      thread.interrupt();
    }
  }

  /** Calls it off, and takes an interruption back that came too late. */
  void close() {
    synchronized (this) {
      closed = true;
    }
    alarm.cancel(false);
    Thread.interrupted();
  }
}
