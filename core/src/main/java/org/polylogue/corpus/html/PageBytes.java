package org.polylogue.corpus.html;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.Encoding;
import org.polylogue.corpus.spi.Place;

/**
 * The characters of a page: in the encoding of its byte order mark, of its transport, of its meta
 * element, or in UTF-8, in this order; but bytes that are UTF-8 throughout are read as that where a
 * label names an encoding of one byte per character, as in pages that were saved anew. Strict: a
 * byte that is no text is a fault.
 */
public final class PageBytes {

  private static final int META_WITHIN = 4096;
  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,200}charset\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([A-Za-z0-9_:.-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DECLARATION =
      Pattern.compile(
          "\\s{0,9}<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9_:.-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private PageBytes() {}

  /**
   * The encoding that a page names in its first bytes.
   *
   * @param bytes the page
   * @return the label of its XML declaration or meta element, empty without one
   */
  static Optional<String> declared(byte[] bytes) {
    return meta(bytes);
  }

  /**
   * Decodes a page.
   *
   * @param bytes the page
   * @param declared the encoding that its transport names
   * @param place where it stands, for messages
   * @return its characters without a byte order mark
   * @throws CorpusException if the bytes are not in the encoding they claim
   */
  public static String decode(byte[] bytes, Optional<String> declared, Place place) {
    Encoding marked = Encoding.of(bytes, StandardCharsets.UTF_8);
    int mark = marked.markLength();
    Charset charset = mark > 0 ? marked.charset() : charset(declared.or(() -> meta(bytes)), place);
    if (mark == 0 && charset.newEncoder().maxBytesPerChar() == 1 && isUtf8(bytes)) {
      charset = StandardCharsets.UTF_8;
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    try {
      return decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      throw fault(bytes, mark, charset, place);
    }
  }

  /** Whether the bytes have characters beyond ASCII and all of them are UTF-8, as by no chance. */
  private static boolean isUtf8(byte[] bytes) {
    boolean beyond = false;
    for (int i = 0; i < bytes.length && !beyond; i++) {
      beyond = bytes[i] < 0;
    }
    try {
      if (beyond) {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      }
      return beyond;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static CorpusException fault(byte[] bytes, int mark, Charset charset, Place place) {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    CharBuffer out = CharBuffer.allocate(1 << 12);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    return new CorpusException(
        new Place(place.source(), OptionalLong.empty(), OptionalLong.of(in.position())),
        "byte at offset "
            + in.position()
            + " is not "
            + charset.name()
            + "; name the page's encoding with --encoding, such as --encoding windows-1252, or convert it to"
            + " UTF-8");
  }

  private static Optional<String> meta(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, META_WITHIN), StandardCharsets.ISO_8859_1);
    Matcher matcher = META.matcher(head);
    Matcher declaration = DECLARATION.matcher(head);
    if (declaration.lookingAt()) {
      return Optional.of(declaration.group(1));
    }
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Charset charset(Optional<String> name, Place place) {
    if (name.isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    return Encoding.ofWebLabel(name.get())
        .orElseThrow(
            () ->
                new CorpusException(
                    place,
                    "declares the encoding "
                        + name.get()
                        + ", which is unknown or none of the web; convert the page to UTF-8"));
  }
}
