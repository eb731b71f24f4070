package org.polylogue.corpus.textpage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.FurnitureLine;

/** Recognises lines that belong to a page and to no text on it. */
final class PageFurniture {

  private static final int LONGEST = 200;

  private static final Pattern HEADER =
      Pattern.compile(
          "(?:(?:all|reader|readers['’]?|reader['’]s|user|latest)\\h{1,9}){0,5}+"
              + "(?:(?<before>[0-9][0-9., ]{0,11}|no|add)\\h+)?(?:comments?|responses|replies)"
              + "(?:\\h+yet)?(?:\\h{0,9}[:(\\[]?\\h{0,9}(?<after>[0-9][0-9., ]{0,11})?[)\\]]?)?\\h{0,9}[:.]?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOTICE =
      Pattern.compile(
          "\\b(?:sign(?:ed)?|log(?:ged)?)[\\h-]?(?:in|on|up)\\b|\\blogin\\b|\\bregister(?:ed)?\\b"
              + "|\\bcomments (?:are|have been) (?:closed|disabled|moderated)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ABOUT_COMMENTING =
      Pattern.compile("\\b(?:comment|post|reply|vote|discussion)", Pattern.CASE_INSENSITIVE);

  private PageFurniture() {}

  /** Whether a line announces comments, as {@code 11 comments} or {@code Comments (11)} does. */
  static boolean isCommentHeader(PageLine line) {
    return line.content().length() < 60 && HEADER.matcher(line.content()).matches();
  }

  /** The same, with a number or a word for none. */
  static boolean isCountedCommentHeader(PageLine line) {
    Matcher matcher = HEADER.matcher(line.content());
    return line.content().length() < 60
        && matcher.matches()
        && (matcher.group("after") != null
            || matcher.group("before") != null && !matcher.group("before").equalsIgnoreCase("add"));
  }

  /** A line of share buttons, a copyright line and the like, wherever it stands. */
  static boolean isFurniture(PageLine line) {
    return FurnitureLine.is(line.content());
  }

  /** A line that asks to sign in before commenting. */
  static boolean isSignInNotice(PageLine line) {
    String content = line.content();
    return content.length() <= LONGEST
        && NOTICE.matcher(content).find()
        && (ABOUT_COMMENTING.matcher(content).find() || content.length() < 25);
  }

  /** A line of figures alone. */
  static boolean isCounter(PageLine line) {
    String content = line.content();
    return !content.isEmpty()
        && content.length() <= 9
        && content.chars().allMatch(c -> c >= '0' && c <= '9' || c == ',' || c == ' ');
  }
}
