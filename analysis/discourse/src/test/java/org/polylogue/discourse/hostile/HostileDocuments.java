package org.polylogue.discourse.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes files that are broken, misleading or meant to be slow, each from a seed. */
final class HostileDocuments {

  private static final String[] PIECES = {
    "He said: ",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "'",
    "said Ada Kern",
    "Ada Kern ",
    "The Post",
    "according to ",
    ":\n\n",
    "\n\n",
    "\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    "  1. +7\n",
    "    2. -3\n",
    "1.1.1. 0\n",
    "99999999999. +1\n",
    "11 November 2023 11: 43\n",
    "31/31/2023 99:99\n",
    "3 hours ago\n",
    "11 comments\n",
    "Comments (999999999999)\n",
    "By \n",
    "> ",
    "# ",
    "https://",
    "\u0000",
    "\u0007",
    "\u001B[31m",
    "\u200B",
    "\u202E",
    "\u2066",
    "\uFEFF",
    "\uFFFF",
    "\u2028",
    "\u0085",
    "🙂",
    "👩‍👩‍👧",
    "e\u0301\u0302\u0303",
    "İ",
    "ß",
    "ﬁ",
    "ﷺ",
    "ا",
    "漢字",
    "<script>alert(1)</script>",
    "<blockquote>",
    "&amp;",
    "=cmd|' /C calc'!A0",
    "${jndi:ldap://x}",
    "../../etc/passwd",
    "%s%n",
    "{\"schema\":\"polylogue-conversation/1\",",
    "\"article\":{\"id\":\"a\",\"text\":\"x\"}}",
    "[[[[",
    "{}",
    "null",
    "\\ud800",
    "\\u0000",
    "1e999999",
    "-",
    "—",
    "...",
    "!!!",
    "???",
    "never not no ",
    "terrible wonderful ",
    "I think that you ",
    "Moscow said ",
    "the minister "
  };

  private final Random random;

  private HostileDocuments(long seed) {
    this.random = new Random(seed);
  }

  static byte[] of(long seed) {
    HostileDocuments documents = new HostileDocuments(seed);
    List<Supplier<byte[]>> kinds =
        List.of(
            documents::soup,
            documents::soup,
            documents::soup,
            documents::repeated,
            documents::bytes,
            documents::deepThread,
            documents::jsonLines,
            documents::wide);
    return kinds.get(documents.random.nextInt(kinds.size())).get();
  }

  private String piece() {
    return PIECES[random.nextInt(PIECES.length)];
  }

  private String mixed(int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(piece());
      if (random.nextInt(3) == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private byte[] soup() {
    return mixed(random.nextInt(120)).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] repeated() {
    return ("Title\n\n" + piece().repeat(random.nextInt(1_500)) + mixed(20))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes() {
    byte[] bytes = soup();
    for (int i = 0; i < 1 + bytes.length / 50 && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private byte[] deepThread() {
    StringBuilder page = new StringBuilder("Title\n\nText of the article.\n\n9 comments\n");
    int depth = random.nextInt(120);
    for (int i = 0; i < depth; i++) {
      String indent = " ".repeat(random.nextInt(4) == 0 ? random.nextInt(40) : i * 2);
      page.append(indent).append(random.nextInt(3) + 1).append(". +1\n");
      page.append(indent).append("  ").append(piece().replace("\n", " ")).append(" Yes.\n");
    }
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] jsonLines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < random.nextInt(6); i++) {
      String text =
          mixed(10)
              .replace("\\", "\\\\")
              .replace("\"", "\\\"")
              .replaceAll("[\\u0000-\\u001F]", " ");
      lines
          .append("{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a")
          .append(random.nextInt(4))
          .append("\",\"text\":\"")
          .append(text)
          .append("\"},\"comments\":[{\"id\":\"1\",\"text\":\"")
          .append(text)
          .append("\",\"replyTo\":\"")
          .append(random.nextInt(3))
          .append(
              "\"},{\"id\":\"2\",\"text\":\"x\",\"replyTo\":\"1\"},{\"id\":\"2\",\"text\":\"\"}]}");
      if (random.nextInt(3) == 0) {
        lines.setLength(random.nextInt(lines.length()));
      }
      lines.append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] wide() {
    Charset charset = random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\uFEFF".getBytes(charset));
    bytes.writeBytes(mixed(60).getBytes(charset));
    if (random.nextBoolean()) {
      bytes.write(0xD8);
    }
    return bytes.toByteArray();
  }
}
