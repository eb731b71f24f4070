package org.polylogue.corpus.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StallGuardTest {

  /** Has no byte until it is closed, and none after it. */
  private static final class Silent extends InputStream {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read() throws IOException {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("closed");
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  @Test
  @Timeout(60)
  void aFileThatNeverEndsIsGivenUp() throws IOException {
    try (InputStream guarded = new StallGuard(new Silent(), Duration.ofMillis(10))) {
      assertThatThrownBy(guarded::read).isInstanceOf(IOException.class).hasMessage("closed");
    }
  }

  @Test
  void aFileThatEndsIsReadAsItIs() throws IOException {
    InputStream empty = InputStream.nullInputStream();
    try (InputStream guarded = new StallGuard(empty, Duration.ofDays(1))) {
      assertThat(guarded.read()).isEqualTo(-1);
    }
    assertThatThrownBy(empty::read).isInstanceOf(IOException.class);
  }
}
