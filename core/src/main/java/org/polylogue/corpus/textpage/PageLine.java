package org.polylogue.corpus.textpage;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a page saved as text.
 *
 * @param number from 1
 * @param indent columns of white space before its first character, a tab ending at the next
 *     multiple of four
 * @param raw the line as it stands, without the line end
 * @param content the line without surrounding white space
 */
record PageLine(int number, int indent, String raw, String content) {

  static List<PageLine> of(String text) {
    List<PageLine> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !isLineEnd(text.charAt(end))) {
        end++;
      }
      lines.add(line(lines.size() + 1, text.substring(start, end)));
      start =
          end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n'
              ? end + 2
              : end + 1;
    }
    return lines;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  private static PageLine line(int number, String raw) {
    int indent = 0;
    int start = 0;
    while (start < raw.length() && isSpace(raw.charAt(start))) {
      indent = raw.charAt(start) == '\t' ? indent / 4 * 4 + 4 : indent + 1;
      start++;
    }
    int end = raw.length();
    while (end > start && isSpace(raw.charAt(end - 1))) {
      end--;
    }
    return new PageLine(number, start == end ? 0 : indent, raw, raw.substring(start, end));
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /** The white space before the content. */
  String before() {
    return raw.substring(0, raw.indexOf(content));
  }

  /** The white space behind the content. */
  String after() {
    return raw.substring(raw.indexOf(content) + content.length());
  }

  boolean isBlank() {
    return content.isEmpty();
  }

  /** The line without the first columns of its indentation. */
  String from(int column) {
    int at = 0;
    int start = 0;
    while (start < raw.length() && at < column && isSpace(raw.charAt(start))) {
      at = raw.charAt(start) == '\t' ? at / 4 * 4 + 4 : at + 1;
      start++;
    }
    int end = raw.length();
    while (end > start && isSpace(raw.charAt(end - 1))) {
      end--;
    }
    return raw.substring(start, end);
  }
}
