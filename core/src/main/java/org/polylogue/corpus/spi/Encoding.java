package org.polylogue.corpus.spi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** The encoding that a byte order mark declares, UTF-8 without one; decoded strictly. */
record Encoding(Charset charset, int markLength) {

  static Encoding of(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    return new Encoding(StandardCharsets.UTF_8, 0);
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Decodes bytes; the first one that is no text is named with its offset and line.
   *
   * @param base offset in the file of the first byte of the array
   * @param firstLine line number of the first byte to decode
   */
  String decode(byte[] bytes, int from, int to, Place place, long base, long firstLine) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    out.flip();
    if (result.isError()) {
      long line = firstLine + out.chars().filter(c -> c == '\n').count();
      long offset = base + in.position();
      throw new CorpusException(
          new Place(place.source(), OptionalLong.of(line), OptionalLong.of(offset)),
          String.format(
              java.util.Locale.ROOT,
              "byte 0x%02X at offset %d is not %s; convert the file to UTF-8",
              bytes[in.position()] & 0xFF,
              offset,
              charset.name()));
    }
    return out.toString();
  }
}
