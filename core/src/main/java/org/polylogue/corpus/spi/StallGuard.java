package org.polylogue.corpus.spi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the reading of a file that says it is empty and is none, such as {@code /proc/kmsg}, if it
 * has not ended after a while; reading it then throws.
 */
final class StallGuard extends FilterInputStream {

  private final CountDownLatch closed = new CountDownLatch(1);

  StallGuard(InputStream in, Duration limit) {
    super(in);
    Thread guard = new Thread(() -> watch(limit), "reading guard");
    guard.setDaemon(true);
    guard.start();
  }

  private void watch(Duration limit) {
    try {
      if (!closed.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        in.close();
      }
    } catch (InterruptedException | IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    super.close();
  }
}
