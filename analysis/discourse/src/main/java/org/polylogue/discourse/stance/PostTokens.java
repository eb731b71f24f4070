package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts posts into tokens: words, hashtags, handles, addresses, numbers, emoticons, runs of
 * punctuation. Made for tweets and comments, where the language port's tokenizer would split
 * hashtags and smileys. One pass, linear time.
 */
final class PostTokens {

  /** What a token is. */
  enum Kind {
    /** Letters, with inner apostrophes and hyphens. */
    WORD,
    /** A word after #. */
    HASHTAG,
    /** A user's name after @. */
    HANDLE,
    /** A web address. */
    ADDRESS,
    /** Digits. */
    NUMBER,
    /** A smiley, emoticon or emoji. */
    EMOTICON,
    /** A run of the same or mixed sentence marks. */
    MARK
  }

  /**
   * A token.
   *
   * @param kind what it is
   * @param text as written
   * @param norm lower case, elongations cut to two letters, typographic apostrophes made plain
   * @param start of the token in the text, UTF-16 code units
   * @param end behind it
   */
  record Token(Kind kind, String text, String norm, int start, int end) {

    /** {@return whether the token is a word of two or more letters, all capitals} */
    boolean shouted() {
      return kind == Kind.WORD
          && text.length() > 2
          && text.equals(text.toUpperCase(Locale.ROOT))
          && !text.equals(text.toLowerCase(Locale.ROOT));
    }
  }

  private static final int LONGEST_WORD = 60;

  private PostTokens() {}

  /**
   * Cuts a text into tokens.
   *
   * @param text any text
   * @return its tokens in order
   */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>(text.length() / 5 + 1);
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int width = Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
        i += width;
        continue;
      }
      int end;
      Kind kind;
      if ((c == '#' || c == '@') && i + 1 < text.length() && wordPart(text.charAt(i + 1))) {
        end = i + 1;
        while (end < text.length() && wordPart(text.charAt(end))) {
          end++;
        }
        kind = c == '#' ? Kind.HASHTAG : Kind.HANDLE;
      } else if (address(text, i)) {
        end = i;
        while (end < text.length()
            && text.charAt(end) > ' '
            && !Character.isWhitespace(text.charAt(end))) {
          end++;
        }
        kind = Kind.ADDRESS;
      } else if (Character.isLetter(c)) {
        end = word(text, i);
        kind = Kind.WORD;
      } else if (Character.isDigit(c)) {
        end = i;
        while (end < text.length()
            && (Character.isDigit(text.charAt(end))
                || (".,:".indexOf(text.charAt(end)) >= 0
                    && end + 1 < text.length()
                    && Character.isDigit(text.charAt(end + 1))))) {
          end++;
        }
        kind = Kind.NUMBER;
      } else {
        end = emoticon(text, i);
        kind = Kind.EMOTICON;
        if (end == i) {
          end = i + width;
          if (c < 0x2190) {
            while (end < text.length()
                && ".!?,;:".indexOf(c) >= 0
                && ".!?".indexOf(text.charAt(end)) >= 0) {
              end++;
            }
            kind = Kind.MARK;
          } else {
            kind = c >= 0x2600 ? Kind.EMOTICON : Kind.MARK;
          }
        }
      }
      int stop = Math.min(end, i + LONGEST_WORD);
      if (stop < end && Character.isHighSurrogate(text.charAt(stop - 1))) {
        stop++;
      }
      String surface = text.substring(i, stop);
      tokens.add(new Token(kind, surface, norm(kind, surface), i, end));
      i = end;
    }
    return tokens;
  }

  private static boolean wordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean address(String text, int i) {
    return text.startsWith("http://", i)
        || text.startsWith("https://", i)
        || text.startsWith("www.", i);
  }

  private static int word(String text, int i) {
    int end = i;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean inner =
          (c == '\'' || c == '’' || c == '-')
              && end > i
              && end + 1 < text.length()
              && Character.isLetter(text.charAt(end + 1))
              && Character.isLetterOrDigit(text.charAt(end - 1));
      if (Character.isLetterOrDigit(c)
          || c == '_'
          || inner
          || Character.getType(c) == Character.NON_SPACING_MARK) {
        end++;
      } else if (Character.isHighSurrogate(c)
          && end + 1 < text.length()
          && Character.isLetter(text.codePointAt(end))) {
        end += 2;
      } else {
        break;
      }
    }
    return Math.max(end, i + 1);
  }

  private static int emoticon(String text, int i) {
    char c = text.charAt(i);
    if (c == '<' && i + 1 < text.length() && text.charAt(i + 1) == '3') {
      return i + 2;
    }
    if (c != ':' && c != ';' && c != '=') {
      return i;
    }
    int k = i + 1;
    if (k < text.length()
        && (text.charAt(k) == '-' || text.charAt(k) == '\'' || text.charAt(k) == 'o')) {
      k++;
    }
    if (k < text.length() && ")(DPp/\\|]*[".indexOf(text.charAt(k)) >= 0) {
      if (text.charAt(k) == '/' && k + 1 < text.length() && text.charAt(k + 1) == '/') {
        return i;
      }
      while (k + 1 < text.length() && text.charAt(k + 1) == text.charAt(k)) {
        k++;
      }
      return k + 1;
    }
    return i;
  }

  private static String norm(Kind kind, String surface) {
    if (kind == Kind.ADDRESS) {
      return "<url>";
    }
    if (kind == Kind.NUMBER) {
      return surface;
    }
    if (kind == Kind.MARK) {
      return surface.length() > 1 ? mark(surface) : plain(surface);
    }
    String lower = plain(surface.toLowerCase(Locale.ROOT));
    StringBuilder cut = null;
    int run = 0;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      run = i > 0 && lower.charAt(i - 1) == c ? run + 1 : 1;
      if (run > 2 && Character.isLetter(c)) {
        if (cut == null) {
          cut = new StringBuilder(lower.substring(0, i));
        }
      } else if (cut != null) {
        cut.append(c);
      }
    }
    return cut == null ? lower : cut.toString();
  }

  private static String mark(String surface) {
    boolean question = surface.indexOf('?') >= 0;
    boolean exclamation = surface.indexOf('!') >= 0;
    return question ? exclamation ? "?!" : "??" : exclamation ? "!!" : "...";
  }

  private static String plain(String text) {
    return text.replace('’', '\'')
        .replace('‘', '\'')
        .replace('“', '"')
        .replace('”', '"')
        .replace('…', '.');
  }

  /**
   * Splits a hashtag or handle at capitals, digits and underscores.
   *
   * @param tag with its leading sign
   * @return where its words begin and end in the tag, two numbers a word
   */
  static int[] parts(String tag) {
    int[] bounds = new int[tag.length() * 2];
    int n = 0;
    int start = -1;
    for (int i = 1; i < tag.length(); i++) {
      char c = tag.charAt(i);
      char before = tag.charAt(i - 1);
      boolean nextSmall = i + 1 < tag.length() && Character.isLowerCase(tag.charAt(i + 1));
      boolean cut =
          c == '_'
              || Character.isDigit(c) != Character.isDigit(before)
              || Character.isUpperCase(c)
                  && (Character.isLowerCase(before) || nextSmall && Character.isUpperCase(before));
      if (cut && start >= 0) {
        bounds[n++] = start;
        bounds[n++] = i;
        start = -1;
      }
      if (c != '_' && start < 0) {
        start = i;
      }
    }
    if (start >= 0) {
      bounds[n++] = start;
      bounds[n++] = tag.length();
    }
    return java.util.Arrays.copyOf(bounds, n);
  }
}
