package org.polylogue.corpus.spi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The encoding of a file: what its byte order mark declares, what the caller asked for, or UTF-8,
 * in this order; decoded strictly.
 *
 * @param charset the encoding
 * @param markLength bytes of the byte order mark, 0 without one
 */
public record Encoding(Charset charset, int markLength) {

  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  /** What browsers read for a label where Java reads something else or nothing. */
  private static final Map<String, String> LABELS = labels();

  private static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    String[][] rows = {
      {"utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8"},
      {"utf-8", "utf-16", "utf-16le", "utf-16be", "unicode", "ucs-2", "csunicode"},
      {"windows-1252", "ascii", "us-ascii", "ansi_x3.4-1968", "cp819", "csisolatin1", "ibm819"},
      {"windows-1252", "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "iso-ir-100", "l1"},
      {
        "windows-1252",
        "latin1",
        "latin-1",
        "x-cp1252",
        "cp1252",
        "windows1252",
        "ansi",
        "x-user-defined"
      },
      {"windows-1254", "iso-8859-9", "iso8859-9", "iso88599", "latin5", "l5", "x-cp1254", "cp1254"},
      {"x-windows-874", "tis-620", "iso-8859-11", "iso8859-11", "windows-874", "dos-874"},
      {"iso-8859-8", "iso-8859-8-i", "logical", "visual", "hebrew", "iso-8859-8-e"},
      {"windows-1250", "x-cp1250", "cp1250"},
      {"windows-1251", "x-cp1251", "cp1251"},
      {"windows-1253", "x-cp1253", "cp1253"},
      {"windows-1255", "x-cp1255", "cp1255"},
      {"windows-1256", "x-cp1256", "cp1256"},
      {"windows-1257", "x-cp1257", "cp1257"},
      {"windows-1258", "x-cp1258", "cp1258"},
      {"gb18030", "gb2312", "gb_2312-80", "chinese", "csgb2312", "gbk", "x-gbk", "gb_2312"},
      {"big5-hkscs", "big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5"},
      {"windows-31j", "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "ms932"},
      {"x-windows-949", "euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "korean", "ksc5601"},
      {"x-windows-949", "windows-949", "ksc_5601", "cseuckr", "iso-ir-149"},
      {"koi8-r", "koi", "koi8", "koi8_r", "cskoi8r"},
      {"koi8-u", "koi8-ru"},
      {"x-macroman", "macintosh", "mac", "x-mac-roman", "csmacintosh"},
      {"x-maccyrillic", "x-mac-cyrillic", "x-mac-ukrainian"},
      {"ibm866", "866", "cp866", "csibm866"},
    };
    for (String[] row : rows) {
      for (String label : row) {
        labels.put(label, row[0]);
      }
    }
    return Map.copyOf(labels);
  }

  /**
   * The encoding that a label on a web page means, as browsers read it (the Encoding Standard of
   * the WHATWG): {@code iso-8859-1} is windows-1252, {@code gb2312} is GB 18030, {@code utf-16} in
   * a page that could be read so far is UTF-8.
   *
   * @param label the name, in any case
   * @return the encoding, empty if there is none of that name or it is not compatible with ASCII
   */
  public static Optional<Charset> ofWebLabel(String label) {
    String wanted = label.strip().toLowerCase(Locale.ROOT);
    try {
      Charset charset = Charset.forName(LABELS.getOrDefault(wanted, wanted));
      boolean compatible = "<a>".equals(new String(new byte[] {'<', 'a', '>'}, charset));
      return compatible ? Optional.of(charset) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The encoding of a file.
   *
   * @param head its first bytes, four or more if it has as many
   * @param asked what to take without a byte order mark
   * @return the encoding
   */
  public static Encoding of(byte[] head, Charset asked) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, 0, 0, 0xFE, 0xFF)) {
      return new Encoding(UTF_32BE, 4);
    }
    if (startsWith(head, 0xFF, 0xFE, 0, 0)) {
      return new Encoding(UTF_32LE, 4);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    return new Encoding(asked, 0);
  }

  /** Bytes of the smallest unit in which a line feed is written. */
  int unit() {
    return charset.name().startsWith("UTF-32") ? 4 : charset.name().startsWith("UTF-16") ? 2 : 1;
  }

  /** Whether a unit is a line feed. */
  boolean isLineFeed(byte[] bytes, int at) {
    int unit = unit();
    int feed = charset.name().endsWith("LE") ? 0 : unit - 1;
    for (int i = 0; i < unit; i++) {
      if (bytes[at + i] != (i == feed ? '\n' : 0)) {
        return false;
      }
    }
    return true;
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
              "byte 0x%02X at offset %d is not %s; %s",
              bytes[in.position()] & 0xFF,
              offset,
              charset.name(),
              cure(bytes, from, to)));
    }
    return out.toString();
  }

  /**
   * How to read bytes that are not in the encoding at hand.
   *
   * @param bytes some of the file
   * @param from the first
   * @param to after the last
   * @return half a sentence for people
   */
  public static String cure(byte[] bytes, int from, int to) {
    int high = 0;
    for (int i = from; i < to; i++) {
      int b = bytes[i] & 0xFF;
      high += b >= 0x80 ? 1 : 0;
    }
    int all = to - from;
    if (looksLikeEbcdic(Arrays.copyOfRange(bytes, from, to))) {
      return "it looks like EBCDIC; convert the file to UTF-8";
    }
    byte[] some = Arrays.copyOfRange(bytes, from, to);
    if (looksLikeUtf16(some)) {
      int zeros = 0;
      for (int i = 0; i + 1 < some.length; i += 2) {
        zeros += some[i] == 0 ? 1 : -1;
      }
      return "it looks like UTF-16 without a mark; name it with --encoding UTF-16"
          + (zeros > 0 ? "BE" : "LE");
    }
    return high * 3 < all
        ? "if it is a Western European file of Windows, add --encoding windows-1252; otherwise name"
            + " its encoding or convert the file to UTF-8"
        : "name its encoding with --encoding, such as windows-1251 or GB18030, or convert the file"
            + " to UTF-8";
  }

  /** In EBCDIC lower-case letters are no ASCII, and the space is what ASCII has for the sign at. */
  static boolean looksLikeEbcdic(byte[] bytes) {
    int letters = 0;
    int ats = 0;
    for (byte b : bytes) {
      int value = b & 0xFF;
      letters += value >= 0x81 && value <= 0xA9 ? 1 : 0;
      ats += value == '@' ? 1 : 0;
    }
    return bytes.length >= 16 && letters * 5 > bytes.length * 2 && ats * 20 > bytes.length;
  }

  static boolean looksLikeUtf16(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    int half = bytes.length / 2;
    return half >= 8
        && Math.max(zeros[0], zeros[1]) * 2 > half
        && Math.min(zeros[0], zeros[1]) * 10 < half;
  }
}
