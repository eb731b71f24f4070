package org.polylogue.corpus.webanno;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.text.Span;

/**
 * Cuts a text into tokens so that every annotation begins and ends with one: words and single other
 * characters. White space is a token only where an annotation or the text begins or ends with it.
 */
final class TsvTokens {

  private TsvTokens() {}

  static List<Span> of(LayeredText document) {
    String text = document.text();
    Set<Integer> starts = new HashSet<>();
    Set<Integer> ends = new HashSet<>();
    for (LayerSpan one : document.annotations()) {
      for (Span span : one.spans()) {
        starts.add(span.start());
        ends.add(span.end());
      }
    }
    List<Span> tokens = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int kind = kind(text, start);
      int end = start + Character.charCount(text.codePointAt(start));
      while (end < text.length()
          && kind != OTHER
          && !starts.contains(end)
          && !ends.contains(end)
          && kind(text, end) == kind) {
        end += Character.charCount(text.codePointAt(end));
      }
      boolean outer = end == text.length() || start == 0 && !isLineFeeds(text, end);
      if (kind != SPACE || starts.contains(start) || ends.contains(end) || outer) {
        tokens.add(new Span(start, end));
      }
      start = end;
    }
    return tokens;
  }

  private static final int SPACE = 0;
  private static final int WORD = 1;
  private static final int OTHER = 2;

  private static int kind(String text, int at) {
    int c = text.codePointAt(at);
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return SPACE;
    }
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return Character.isLetterOrDigit(c) || mark ? WORD : OTHER;
  }

  private static boolean isLineFeeds(String text, int to) {
    for (int i = 0; i < to; i++) {
      if (text.charAt(i) != '\n') {
        return false;
      }
    }
    return true;
  }
}
