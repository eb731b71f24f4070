package org.polylogue.corpus.warc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with a fault when a header never ends, since headers are held in memory. */
final class HeaderLimit extends FilterInputStream {

  private static final long LONGEST_HEADER = 4L << 20;

  private long left = LONGEST_HEADER;

  HeaderLimit(InputStream in) {
    super(in);
  }

  /** A header is read next. */
  void arm() {
    left = LONGEST_HEADER;
  }

  /** A body is read next, whose reader has a limit of its own. */
  void disarm() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    counted(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    counted(Math.max(0, n));
    return n;
  }

  private void counted(int n) throws IOException {
    left -= n;
    if (left < 0) {
      throw new IOException("a header is longer than " + LONGEST_HEADER + " bytes");
    }
  }
}
