package org.polylogue.corpus.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a file, one after the other, in bounded memory. A line that is too long or is no
 * valid text is a fault of that line alone. Lines end at LF or CR LF. For one thread.
 */
public final class CorpusLines implements AutoCloseable {

  /**
   * A line.
   *
   * @param number from 1
   * @param offset bytes before it in the file
   * @param text its characters without the line end; empty if it has a fault
   * @param fault what is wrong with it
   */
  public record Line(long number, long offset, String text, Optional<CorpusException> fault) {}

  private final CorpusSource source;
  private final InputStream in;
  private final Encoding encoding;
  private final int unit;
  private byte[] buffer = new byte[1 << 13];
  private long number;
  private long offset;
  private boolean ended;

  CorpusLines(CorpusSource source) {
    this.source = source;
    this.encoding = source.encoding();
    this.unit = encoding.unit();
    this.in = source.open();
    try {
      in.skipNBytes(encoding.markLength());
    } catch (IOException e) {
      close();
      throw source.unreadable(e);
    }
    this.offset = encoding.markLength();
  }

  /**
   * Reads the next line.
   *
   * @return the line, empty at the end of the file
   * @throws CorpusException if the file cannot be read on
   */
  public Optional<Line> next() {
    if (ended) {
      return Optional.empty();
    }
    int length = 0;
    long start = offset;
    boolean tooLong = false;
    try {
      while (true) {
        if (length + unit > buffer.length) {
          buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = readUnit(length);
        if (read == 0) {
          ended = true;
          break;
        }
        offset += read;
        if (unit == 1
            ? buffer[length] == '\n'
            : read == unit && encoding.isLineFeed(buffer, length)) {
          break;
        }
        if (length + unit > source.limits().lineBytes()) {
          tooLong = true;
        } else {
          length += read;
        }
      }
    } catch (IOException e) {
      ended = true;
      throw source.unreadable(e);
    }
    if (ended && offset == start) {
      return Optional.empty();
    }
    number++;
    if (tooLong) {
      return Optional.of(
          faulty(
              start,
              new CorpusException(
                  source.place(number),
                  "the line is longer than "
                      + source.limits().lineBytes()
                      + " bytes; raise the limit on line bytes")));
    }
    try {
      String text = encoding.decode(buffer, 0, length, source.place(), start, number);
      boolean carriage = text.endsWith("\r");
      text = carriage ? text.substring(0, text.length() - 1) : text;
      return Optional.of(new Line(number, start, text, Optional.empty()));
    } catch (CorpusException e) {
      return Optional.of(faulty(start, e));
    }
  }

  private Line faulty(long start, CorpusException fault) {
    return new Line(number, start, "", Optional.of(fault));
  }

  private int readUnit(int at) throws IOException {
    if (unit > 1) {
      return in.readNBytes(buffer, at, unit);
    }
    int b = in.read();
    if (b < 0) {
      return 0;
    }
    buffer[at] = (byte) b;
    return 1;
  }

  /** Closes the file. */
  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw source.unreadable(e);
    }
  }
}
