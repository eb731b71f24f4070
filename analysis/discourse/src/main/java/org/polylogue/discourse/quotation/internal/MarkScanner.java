package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.model.Block;
import org.polylogue.text.Span;

/**
 * Pairs quotation marks of every kind in one pass over a text. A mark never pairs across the end of
 * its paragraph, unless the next paragraph opens with the same kind again, as newspapers do when
 * somebody speaks for several paragraphs. So a stray mark spoils at most its own paragraph. Runs in
 * time linear in the text.
 */
public final class MarkScanner {

  /**
   * A range between paired marks.
   *
   * @param begin where the opening mark begins
   * @param end after the closing mark, or after the last character where none closes
   * @param innerBegin after the opening mark
   * @param innerEnd before the closing mark
   * @param kind {@code '"'} double, {@code '\''} single, {@code '«'} and {@code '‹'} guillemets,
   *     {@code '「'} corner brackets
   * @param closed whether a mark closes it
   * @param depth how many open ranges held it, from 0
   */
  record MarkedRange(
      int begin, int end, int innerBegin, int innerEnd, char kind, boolean closed, int depth) {}

  private static final int DEPTH = 8;
  private static final Set<String> ELISIONS = QuotationWords.list("elision");

  private record Open(int at, int length, char kind, char mark) {}

  private final String text;
  private final List<MarkedRange> found = new ArrayList<>();
  private final Open[] stack = new Open[DEPTH];
  private int top;
  private int blockBegin;
  private int blockEnd;

  private MarkScanner(String text) {
    this.text = text;
  }

  /**
   * Finds all marked ranges.
   *
   * @param text the text
   * @param blocks its paragraphs in order
   * @return ranges ordered by begin, outer ones before those in them
   */
  static List<MarkedRange> scan(String text, List<Block> blocks) {
    MarkScanner scanner = new MarkScanner(text);
    int last = 0;
    for (Block block : blocks) {
      Span span = block.span();
      scanner.enter(span, last, block.kind() == Block.Kind.PARAGRAPH);
      last = span.end();
    }
    scanner.leave(last);
    scanner.found.sort(
        Comparator.comparingInt(MarkedRange::begin)
            .thenComparing(Comparator.comparingInt(MarkedRange::end).reversed()));
    return scanner.found;
  }

  /**
   * The kind of quotation mark a character is.
   *
   * @param c any character
   * @return true for every double or single mark, guillemet and corner bracket, not for the
   *     typewriter apostrophe
   */
  public static boolean isMark(char c) {
    return c == '"'
        || "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A\uFF02\u300C\u300D\u2018".indexOf(c)
            >= 0;
  }

  private void enter(Span span, int last, boolean running) {
    int i = span.start();
    blockEnd = span.end();
    if (top > 0) {
      boolean reopened =
          running
              && attributed(Math.max(stack[0].at, blockBegin), last) < 0
              && kind(i) == stack[0].kind
              && i + length(i) < span.end()
              && !Character.isWhitespace(text.charAt(i + length(i)));
      if (reopened) {
        i += length(i);
        top = 1;
      } else {
        leave(last);
      }
    }
    blockBegin = span.start();
    while (i < span.end()) {
      char kind = kind(i);
      if (kind == 0) {
        i++;
      } else {
        int length = length(i);
        mark(i, length, kind);
        i += length;
      }
    }
  }

  /** Ends what is open: a double mark that opened a phrase and has no other after it holds on. */
  private void leave(int last) {
    if (top > 0) {
      Open open = stack[0];
      boolean later = !found.isEmpty() && found.get(found.size() - 1).end() > open.at;
      if (open.kind != '\'' && !later && opensPhrase(open.at) && last > open.at + open.length) {
        int comma = attributed(Math.max(open.at, blockBegin), last);
        int end = comma < 0 ? last : comma + 1;
        found.add(new MarkedRange(open.at, end, open.at + open.length, end, open.kind, false, 0));
      }
    }
    top = 0;
  }

  /**
   * The comma after which somebody is named as the speaker though no mark has closed, −1 for none.
   */
  private int attributed(int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.startsWith(", said ", at) || text.startsWith(", says ", at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean opensPhrase(int at) {
    int p = at - 1;
    while (p >= 0 && text.charAt(p) == ' ') {
      p--;
    }
    return p < 0 || ".,:;!?\n\r\u2028\u2029".indexOf(text.charAt(p)) >= 0;
  }

  private void mark(int i, int length, char kind) {
    int match = top - 1;
    while (match >= 0 && stack[match].kind != kind) {
      match--;
    }
    if (match >= 0 && isInside(i, kind)) {
      return;
    }
    if (match >= 0 && closes(i, length, kind, stack[match].mark)) {
      Open open = stack[match];
      if (i > open.at + open.length) {
        found.add(
            new MarkedRange(open.at, i + length, open.at + open.length, i, kind, true, match));
      }
      top = match;
    } else if (opens(i, length, kind)) {
      // the same kind is open and nothing between: the earlier one was stray
      if (top > 0 && stack[top - 1].kind == kind) {
        top--;
      }
      if (top < DEPTH) {
        stack[top++] = new Open(i, length, kind, text.charAt(i));
      }
    }
  }

  /**
   * Whether a mark that could close a range is an apostrophe after a plural ("the farmers' stalls")
   * or stands for inches: more words follow, and the next mark is one that closes after a comma or
   * another sign.
   */
  private boolean isInside(int i, char kind) {
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    boolean plural = kind == '\'' && before == 's';
    boolean inches = text.charAt(i) == '"' && Character.isDigit(before);
    boolean goesOn =
        i + 2 < blockEnd && text.charAt(i + 1) == ' ' && Character.isLetter(text.charAt(i + 2));
    if (!plural && !inches || !goesOn) {
      return false;
    }
    for (int next = i + 1; next < blockEnd; next++) {
      boolean inWord =
          next + 1 < blockEnd
              && Character.isLetter(text.charAt(next - 1))
              && Character.isLetter(text.charAt(next + 1));
      if (kind(next) == kind && !inWord) {
        return ",.!?\u2026;:".indexOf(text.charAt(next - 1)) >= 0;
      }
    }
    return false;
  }

  private char kind(int i) {
    return switch (text.charAt(i)) {
      case '"', '\u201C', '\u201D', '\u201E', '\u201F', '\uFF02' -> '"';
      case '\u00AB', '\u00BB' -> '\u00AB';
      case '\u2039', '\u203A' -> '\u2039';
      case '\u300C', '\u300D', '\u300E', '\u300F' -> '\u300C';
      case '\u2018', '\u2019', '\u201A', '\u201B' -> '\'';
      case '\'' -> length(i) == 2 ? '"' : '\'';
      case '`' -> length(i) == 2 ? '"' : 0;
      default -> 0;
    };
  }

  private int length(int i) {
    char c = text.charAt(i);
    return (c == '\'' || c == '`') && i + 1 < text.length() && text.charAt(i + 1) == c ? 2 : 1;
  }

  /** Whether a word may begin after position {@code i}. */
  private boolean edgeBefore(int i) {
    if (i == 0) {
      return true;
    }
    char c = text.charAt(i - 1);
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || "([{-\u2013\u2014/\"\u201C\u2018\u00AB:>*_".indexOf(c) >= 0;
  }

  /** Whether a word may have ended before position {@code i}. */
  private boolean edgeAfter(int i) {
    if (i >= text.length()) {
      return true;
    }
    return !Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '$';
  }

  private boolean opens(int i, int length, char kind) {
    char c = text.charAt(i);
    boolean wordFollows = i + length < text.length() && !edgeSpace(i + length);
    return switch (c) {
      case '\u201E', '\u201A', '\u201F', '\u201B', '\u300C', '\u300E', '\u00AB', '\u2039', '`' ->
          true;
      case '\u201C' -> wordFollows;
      case '\u300D', '\u300F', '\u2019' -> false;
      case '\u00BB', '\u203A', '\u201D' -> edgeBefore(i) && wordFollows;
      case '\u2018' -> edgeBefore(i) && wordFollows;
      default ->
          kind == '\''
              ? edgeBefore(i)
                  && i + 1 < text.length()
                  && Character.isLetter(text.charAt(i + 1))
                  && !isElision(i + 1)
              : wordFollows && (edgeBefore(i) || !edgeAfter(i + length));
    };
  }

  /** Whether a word stands there that begins with an apostrophe, as in 'til. */
  private boolean isElision(int i) {
    int end = i;
    while (end < text.length() && end - i < 6 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return ELISIONS.contains(text.substring(i, end).toLowerCase(Locale.ROOT));
  }

  private boolean edgeSpace(int i) {
    return Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i));
  }

  private boolean closes(int i, int length, char kind, char opener) {
    char c = text.charAt(i);
    boolean afterWord = i > 0 && !edgeSpace(i - 1);
    return switch (c) {
      case '\u201E', '\u201A', '\u201F', '\u201B', '\u300C', '\u300E', '`' -> false;
      case '\u201D', '\u300D', '\u300F' -> true;
      case '\u00BB', '\u00AB', '\u203A', '\u2039' ->
          c != opener || afterWord && edgeAfter(i + length);
      case '\u201C' ->
          afterWord
              && edgeAfter(i + length)
              && (opener == '\u201E' || opener == '\u201C')
              && !(edgeBefore(i) && opener == '\u201C');
      case '\u2018' -> opener == '\u201A' && afterWord && edgeAfter(i + length);
      case '\u2019' -> afterWord && edgeAfter(i + length) && opener != '\'';
      default ->
          kind == '\''
              ? afterWord && edgeAfter(i + length) && opener == '\''
              : afterWord && edgeAfter(i + length)
                  || afterWord && !edgeBefore(i)
                  || !afterWord && edgeSpaceAt(i + length);
    };
  }

  private boolean edgeSpaceAt(int i) {
    return i >= text.length() || edgeSpace(i);
  }
}
