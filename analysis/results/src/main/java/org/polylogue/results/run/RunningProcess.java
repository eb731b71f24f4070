package org.polylogue.results.run;

import java.time.Instant;

/**
 * Names processes so that one whose number was given to another later, as containers do at every
 * start, is not taken for alive.
 */
final class RunningProcess {

  /** How far apart two processes may read the start of a third, as clocks are set. */
  private static final long SAME_MILLIS = 5_000;

  private RunningProcess() {}

  /** Number and start of this process. */
  static String current() {
    ProcessHandle own = ProcessHandle.current();
    return own.pid() + "-" + start(own);
  }

  /** Whether a process of that name is still running. */
  static boolean isAlive(String name) {
    if (name.equals(current())) {
      return true;
    }
    int dash = name.indexOf('-');
    long pid = Long.parseLong(name.substring(0, dash));
    long started = Long.parseLong(name.substring(dash + 1));
    return pid != ProcessHandle.current().pid()
        && ProcessHandle.of(pid)
            .filter(process -> Math.abs(start(process) - started) <= SAME_MILLIS)
            .isPresent();
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
  }
}
