package org.polylogue.corpus.webanno;

import java.util.ArrayList;
import java.util.List;

/** The escapes of WebAnno TSV: a backslash before a reserved character, t, n or r. */
final class TsvEscapes {

  private TsvEscapes() {}

  /** Escapes a text: the line of a sentence or the form of a token. */
  static String text(String text) {
    return escaped(text, "\\");
  }

  /** Escapes the value of a feature. */
  static String value(String value) {
    return escaped(value, "\\[]|_;*>");
  }

  private static String escaped(String text, String reserved) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\n' || c == '\r') {
        escaped.append('\\').append(c == '\t' ? 't' : c == '\n' ? 'n' : 'r');
      } else {
        escaped.append(reserved.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }

  static String plain(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    StringBuilder plain = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '\\' && i + 1 < escaped.length()) {
        char next = escaped.charAt(++i);
        plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Cuts at a character that is not escaped. */
  static List<String> split(String text, char at) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == at) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
