package org.polylogue.corpus.spi;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A stream that ends with a fault when a file, or what a compressed file expands to, is too big.
 */
final class BoundedInput extends FilterInputStream {

  /** Below this size no expansion is a bomb. */
  private static final long HARMLESS = 1 << 20;

  private final CorpusSource source;
  private final Counter compressed;
  private long count;

  private BoundedInput(InputStream in, Counter compressed, CorpusSource source) {
    super(in);
    this.source = source;
    this.compressed = compressed;
  }

  static InputStream open(InputStream raw, CorpusSource source) throws IOException {
    raw.mark(2);
    int magic = raw.read() | raw.read() << 8;
    raw.reset();
    if (magic != GZIPInputStream.GZIP_MAGIC) {
      return new BoundedInput(raw, null, source);
    }
    Counter counter = new Counter(raw);
    Members plain = new Members(counter);
    return new BoundedInput(new BufferedInputStream(plain, 1 << 14), counter, source);
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      counted(1);
    }
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    if (n > 0) {
      counted(n);
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = in.skip(n);
    counted(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void counted(long n) {
    count += n;
    ReadLimits limits = source.limits();
    if (count > limits.fileBytes()) {
      throw new CorpusException(
          source.place(),
          "is larger than " + limits.fileBytes() + " bytes; raise the limit on file bytes");
    }
    if (compressed != null
        && count > HARMLESS
        && count / limits.expansion() > Math.max(1, compressed.count)) {
      throw new CorpusException(
          source.place(),
          "expands to more than "
              + limits.expansion()
              + " times its size; if it is no decompression bomb, unpack it first");
    }
  }

  /** The members of a file, one after the other; what is damaged is named by its member. */
  private static final class Members extends InputStream {

    private final GzipCompressorInputStream in;
    private int member;
    private IOException fault;

    Members(InputStream raw) throws IOException {
      try {
        in =
            GzipCompressorInputStream.builder()
                .setInputStream(raw)
                .setDecompressConcatenated(true)
                .setOnMemberStart(started -> member++)
                .get();
      } catch (IOException e) {
        throw damaged(1, e);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (fault != null) {
        throw fault;
      }
      long before = in.getBytesRead();
      try {
        return in.read(bytes, offset, length);
      } catch (IOException e) {
        fault = damaged(Math.max(1, member), e);
        int whole = (int) (in.getBytesRead() - before);
        if (whole == 0) {
          throw fault;
        }
        return whole;
      }
    }

    private static IOException damaged(int member, IOException e) {
      String what =
          e instanceof EOFException ? "it ends too early" : String.valueOf(e.getMessage());
      ZipException damaged = new ZipException("member " + member + " or what follows it: " + what);
      damaged.initCause(e);
      return damaged;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Counts the compressed bytes. */
  private static final class Counter extends FilterInputStream {

    private long count;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = in.read(bytes, offset, length);
      count += Math.max(0, n);
      return n;
    }
  }
}
