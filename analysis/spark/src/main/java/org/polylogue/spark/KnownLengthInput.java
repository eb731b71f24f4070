package org.polylogue.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that knows how much is left. {@link java.util.zip.GZIPInputStream} takes a file of
 * several gzip members, as web archives are, for ended when {@link #available()} is 0, which
 * streams over a network return at any place.
 */
final class KnownLengthInput extends FilterInputStream {

  private long left;

  KnownLengthInput(InputStream in, long length) {
    super(in);
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    left -= b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    left -= Math.max(0, n);
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    left -= skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, left));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
