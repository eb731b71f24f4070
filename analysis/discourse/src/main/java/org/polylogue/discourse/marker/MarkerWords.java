package org.polylogue.discourse.marker;

import java.util.Arrays;
import java.util.Locale;

/** The words of a text with their places; an apostrophe inside a word belongs to it. */
final class MarkerWords {

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final String[] lower;

  private MarkerWords(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.lower = new String[starts.length];
  }

  static MarkerWords of(String text) {
    int[] starts = new int[16];
    int[] ends = new int[16];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && isPart(text, start, at)) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (at > start) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
          ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = at;
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return new MarkerWords(text, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }

  private static boolean isPart(String text, int start, int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '’') {
      return at > start && at + 1 < text.length() && Character.isLetter(text.codePointAt(at + 1));
    }
    int type = Character.getType(text.codePointAt(at));
    return Character.isLetterOrDigit(text.codePointAt(at)) || type == Character.NON_SPACING_MARK;
  }

  int size() {
    return starts.length;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /** In lower case, with straight apostrophes. */
  String lower(int i) {
    if (lower[i] == null) {
      lower[i] = text.substring(starts[i], ends[i]).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
    return lower[i];
  }

  /** Whether it has letters, and all of them are capitals. */
  boolean isCapital(int i) {
    boolean letters = false;
    for (int at = starts[i]; at < ends[i]; at++) {
      char c = text.charAt(at);
      if (Character.isLowerCase(c)) {
        return false;
      }
      letters |= Character.isUpperCase(c);
    }
    return letters;
  }
}
