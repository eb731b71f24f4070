package org.polylogue.discourse.echo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.polylogue.language.WordLists;

/** The words of a text in lower case, with their places; marks and spaces lie between them. */
final class EchoWords {

  /** Words that say little by themselves; runs of these alone are no echo. */
  private static final Set<String> FUNCTION_WORDS =
      WordLists.of(EchoWords.class, "words.tsv").list("function");

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final String[] words;

  private EchoWords(String text, int[] starts, int[] ends, String[] words) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.words = words;
  }

  static EchoWords of(String text) {
    int[] starts = new int[16];
    int[] ends = new int[16];
    String[] words = new String[16];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && isPart(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (at > start) {
        if (count == words.length) {
          starts = Arrays.copyOf(starts, count * 2);
          ends = Arrays.copyOf(ends, count * 2);
          words = Arrays.copyOf(words, count * 2);
        }
        starts[count] = start;
        ends[count] = at;
        words[count++] = text.substring(start, at).toLowerCase(Locale.ROOT);
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return new EchoWords(
        text,
        Arrays.copyOf(starts, count),
        Arrays.copyOf(ends, count),
        Arrays.copyOf(words, count));
  }

  private static boolean isPart(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  int size() {
    return words.length;
  }

  String word(int i) {
    return words[i];
  }

  boolean isContent(int i) {
    return !FUNCTION_WORDS.contains(words[i]);
  }

  int start(int i) {
    return starts[i];
  }

  /** End of a word, together with the marks that end a sentence right after it. */
  int endWithMarks(int i) {
    int end = ends[i];
    while (end < text.length() && ".!?…".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** Whether a sentence, a line or a quotation begins at a word. */
  boolean beginsUnit(int i) {
    return i == 0 || isBoundary(ends[i - 1], starts[i]);
  }

  /** Whether a sentence, a line or a quotation ends with a word. */
  boolean endsUnit(int i) {
    return i + 1 == words.length || isBoundary(ends[i], starts[i + 1]);
  }

  private boolean isBoundary(int from, int to) {
    boolean space = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ("!?…\n\r\u2028\u2029\"“”«»".indexOf(c) >= 0) {
        return true;
      }
      space |= Character.isWhitespace(c);
    }
    return space && text.charAt(from) == '.';
  }
}
