package org.polylogue.samples.command;

import org.jline.utils.Signals;

/**
 * Lets a command end well when it is asked to stop (Ctrl-C, SIGTERM): its thread is interrupted,
 * and the process ends when the command has put its things in order. A second signal ends it at
 * once.
 *
 * <p>Signals are heard before the virtual machine begins to end, since native libraries that are in
 * use are taken down with it.
 */
final class Stop implements AutoCloseable {

  /** What a process ends with after SIGINT. */
  static final int EXIT_CODE = 130;

  private static final int TERMINATED = 143;

  private final Thread command = Thread.currentThread();
  private final Object interrupting = Signals.register("INT", () -> ask(EXIT_CODE));
  private final Object terminating = Signals.register("TERM", () -> ask(TERMINATED));
  private volatile int code;

  private Stop() {}

  /** Watches for signals until closed. */
  static Stop watch() {
    return new Stop();
  }

  private synchronized void ask(int asked) {
    if (code != 0) {
      Runtime.getRuntime().halt(asked);
    }
    code = asked;
    command.interrupt();
  }

  /** Whether the process is ending. */
  boolean asked() {
    return code != 0;
  }

  /** What the process shall end with: 128 and the signal's number, 0 if none came. */
  int exitCode() {
    return code;
  }

  @Override
  public void close() {
    Signals.unregister("INT", interrupting);
    Signals.unregister("TERM", terminating);
  }
}
