package org.polylogue.samples.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.text.OffsetUnit;

/** Files that a seed makes up to break readers and analyses: each of another kind than the last. */
final class HostileDocuments {

  private static final String[] PIECES = {
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "(",
    ")",
    "\n",
    "\n\n",
    "\r",
    "\t",
    " ",
    "  ",
    "\u0000",
    "\u0007",
    "\u001b[31m",
    "\u202e",
    "\u2066",
    "\u200d",
    "\ufeff",
    "\u2028",
    "\u0085",
    "🙂",
    "👩‍👩‍👧",
    "e\u0301\u0301\u0301",
    "\ufffd",
    "\uFDFA",
    "ﬁ",
    "İ",
    "ß",
    "Ⅷ",
    "٣",
    "한",
    "…",
    "=1+1",
    "@all",
    "-2",
    "+7",
    "<script>alert(1)</script>",
    "&#0;",
    "&lt;",
    "]]>",
    "<!--",
    "%s",
    "${jndi:ldap://x}",
    "../../etc/passwd",
    "C:\\con",
    "'; DROP TABLE a; --",
    "\\u0000",
    "\\",
    "Anna Berg",
    "Mr.",
    "U.S.",
    "said",
    "according to",
    "the minister",
    "she",
    "who",
    "not",
    "no",
    "2 comments",
    "  1. +1",
    "11.43.",
    "NAME:",
    "a",
    "www.x.y",
    "http://a/?b#c",
    "e-mail@x.y",
    "1,000.00"
  };

  private final Random random;

  HostileDocuments(long seed) {
    this.random = new Random(seed);
  }

  /** Writes files of all kinds in turn. */
  List<Path> write(Path folder, int count) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] content = content(i % 12, i);
      String extension = List.of("txt", "txt", "jsonl", "jsonl", "html", "csv").get(i % 12 / 2);
      boolean packed = i % 12 == 11 || i % 36 == 4;
      Path file = folder.resolve("d" + i + "." + extension + (packed ? ".gz" : ""));
      files.add(Files.write(file, packed ? packed(content) : content));
    }
    return files;
  }

  private byte[] content(int kind, int number) {
    return switch (kind) {
      case 0 -> bytes(random.nextInt(400));
      case 1 -> utf8(words(random.nextInt(120)));
      case 2 -> utf8("A title\n\n" + words(60) + "\n\n2 comments\n  1. +1\n    " + words(20));
      case 3 -> utf8(repeated());
      case 4 -> utf8(conversation(number));
      case 5 -> damaged(utf8(conversation(number)));
      case 6 -> utf8("{\"schema\":" + "[".repeat(random.nextInt(5_000)) + words(3));
      case 7 -> utf8(thread(number));
      case 8 -> utf8(markup());
      case 9 -> damaged(utf8("<html><body><article>" + markup() + "</article></body></html>"));
      case 10 -> utf8("id,text,title\n" + number + "," + words(30) + "\n\"" + words(9));
      default -> damaged(utf8("id,text\nx" + number + ",\"" + words(20).replace('"', '\'') + "\""));
    };
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }

  /** One piece, or two in turn, thousands of times. */
  private String repeated() {
    String one = PIECES[random.nextInt(PIECES.length)];
    String other = random.nextBoolean() ? "" : PIECES[random.nextInt(PIECES.length)];
    return "Title\n\n" + (one + other).repeat(1 + random.nextInt(3_000));
  }

  private String conversation(int number) {
    Article article = Article.of("h" + number, words(3), words(80));
    List<Comment> comments = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Comment comment = Comment.of("h" + number + "/" + random.nextInt(4), words(15));
      comments.add(comment.withReplyTo(Optional.of("h" + number + "/" + random.nextInt(4))));
    }
    return JsonLinesWriter.line(Conversation.of(article, comments), OffsetUnit.UTF_16) + "\n";
  }

  /** Replies to replies to replies. */
  private String thread(int number) {
    List<Comment> comments = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Comment comment = Comment.of("t" + i, PIECES[random.nextInt(PIECES.length)]);
      comments.add(i == 0 ? comment : comment.withReplyTo(Optional.of("t" + (i - 1))));
    }
    Article article = Article.of("t" + number, "", words(10));
    return JsonLinesWriter.line(Conversation.of(article, comments), OffsetUnit.UTF_16) + "\n";
  }

  private String markup() {
    String[] tags = {
      "<div>", "<p>", "</p>", "<b", "<table>", "</div>", "<q>", "<!", "<a href='x", "</q>"
    };
    StringBuilder page = new StringBuilder("<html><h1>" + words(4) + "</h1>");
    for (int i = random.nextInt(200); i > 0; i--) {
      page.append(tags[random.nextInt(tags.length)]).append(words(random.nextInt(4)));
    }
    return page.append("<div>".repeat(random.nextInt(2_000))).toString();
  }

  private byte[] damaged(byte[] bytes) {
    byte[] changed = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
    for (int i = random.nextInt(4); i > 0; i--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return random.nextBoolean() ? packed.toByteArray() : damaged(packed.toByteArray());
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
