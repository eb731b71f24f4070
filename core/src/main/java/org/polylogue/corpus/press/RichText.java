package org.polylogue.corpus.press;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.corpus.spi.Encoding;

/** The running text of a document in the Rich Text Format (RTF 1.9), a line for each paragraph. */
final class RichText {

  private static final Set<String> ASIDE =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "fldinst",
          "listtable",
          "listoverridetable",
          "object",
          "datastore",
          "themedata");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("par", "\n"),
          Map.entry("line", "\n"),
          Map.entry("page", "\n"),
          Map.entry("sect", "\n"),
          Map.entry("row", "\n"),
          Map.entry("cell", "\t"),
          Map.entry("tab", "\t"),
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("bullet", "•"));

  /** What a group inherits. */
  private record State(boolean aside, int fallback) {}

  private final byte[] rtf;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream coded = new ByteArrayOutputStream();
  private final Deque<State> outer = new ArrayDeque<>();
  private State state = new State(false, 1);
  private Charset charset = Encoding.ofWebLabel("windows-1252").orElseThrow();
  private int at;
  private int skip;
  private boolean optional;

  private RichText(byte[] rtf) {
    this.rtf = rtf;
  }

  static String of(byte[] rtf) {
    RichText reader = new RichText(rtf);
    while (reader.at < rtf.length) {
      reader.step();
    }
    reader.flush();
    return reader.text.toString();
  }

  private void step() {
    char c = (char) (rtf[at++] & 0xff);
    switch (c) {
      case '{' -> outer.push(state);
      case '}' -> {
        flush();
        state = outer.isEmpty() ? state : outer.pop();
        optional = false;
      }
      case '\\' -> control();
      case '\r', '\n' -> {}
      default -> character(c);
    }
  }

  private void control() {
    if (at >= rtf.length) {
      return;
    }
    char c = (char) (rtf[at++] & 0xff);
    if (c == '\'') {
      if (at + 2 <= rtf.length) {
        int value = hex(rtf[at]) * 16 + hex(rtf[at + 1]);
        at += 2;
        character((char) Math.max(0, value));
      }
    } else if (c == '*') {
      optional = true;
    } else if (c == '~') {
      add("\u00A0");
    } else if (c == '_') {
      add("-");
    } else if (c == '\n' || c == '\r') {
      add("\n");
    } else if (isLetter(c)) {
      at--;
      word();
    } else if (c == '\\' || c == '{' || c == '}') {
      character(c);
    }
  }

  private void word() {
    int start = at;
    while (at < rtf.length && isLetter((char) rtf[at])) {
      at++;
    }
    String word = new String(rtf, start, at - start, StandardCharsets.US_ASCII);
    int from = at;
    while (at < rtf.length
        && at - from < 9
        && (rtf[at] == '-' || rtf[at] >= '0' && rtf[at] <= '9')) {
      at++;
    }
    Optional<Integer> number = number(new String(rtf, from, at - from, StandardCharsets.US_ASCII));
    if (at < rtf.length && rtf[at] == ' ') {
      at++;
    }
    if (optional || ASIDE.contains(word)) {
      optional = false;
      flush();
      state = new State(true, state.fallback());
    } else if (word.equals("u") && number.isPresent()) {
      add("" + (char) (number.get() & 0xffff));
      skip = state.fallback();
    } else if (word.equals("uc") && number.isPresent()) {
      state = new State(state.aside(), Math.max(0, Math.min(9, number.get())));
    } else if (word.equals("ansicpg") && number.isPresent()) {
      charset = Encoding.ofWebLabel("windows-" + number.get()).orElse(charset);
    } else if (word.equals("bin")) {
      at = (int) Math.min(rtf.length, (long) at + Math.max(0, number.orElse(0)));
    } else if (WORDS.containsKey(word)) {
      add(WORDS.get(word));
    }
  }

  private static Optional<Integer> number(String digits) {
    try {
      return Optional.of(Integer.parseInt(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static int hex(byte digit) {
    return Math.max(0, Character.digit((char) digit, 16));
  }

  private void character(char c) {
    if (skip > 0) {
      skip--;
    } else if (!state.aside()) {
      coded.write(c);
    }
  }

  private void add(String characters) {
    flush();
    if (!state.aside()) {
      text.append(characters);
    }
  }

  /** Decodes what was collected, since a character may take several bytes. */
  private void flush() {
    if (coded.size() > 0) {
      text.append(coded.toString(charset));
      coded.reset();
    }
  }
}
