package org.polylogue.corpus.textpage;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises lines that belong to a page and to no text on it. */
final class PageFurniture {

  private static final int LONGEST = 200;

  private static final Pattern HEADER =
      Pattern.compile(
          "(?:(?:all|reader|readers['’]?|reader['’]s|user|latest)\\h+)*"
              + "(?:(?<before>[0-9][0-9., ]{0,11}|no|add)\\h+)?(?:comments?|responses|replies)"
              + "(?:\\h+yet)?(?:\\h*[:(\\[]?\\h*(?<after>[0-9][0-9., ]{0,11})?[)\\]]?)?\\h*[:.]?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOTICE =
      Pattern.compile(
          "\\b(?:sign(?:ed)?|log(?:ged)?)[\\h-]?(?:in|on|up)\\b|\\blogin\\b|\\bregister(?:ed)?\\b"
              + "|\\bcomments (?:are|have been) (?:closed|disabled|moderated)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ABOUT_COMMENTING =
      Pattern.compile("\\b(?:comment|post|reply|vote|discussion)", Pattern.CASE_INSENSITIVE);

  private static final Pattern LINE =
      Pattern.compile(
          "share (?:this|on|via)\\b.{0,60}|follow us\\b.{0,60}|(?:read|see) (?:also|more|next)\\b:?"
              + "|[0-9]{1,3} min(?:ute)?s? read|[0-9][0-9.,]{0,11} (?:views?|shares?|reads?)"
              + "|sort(?:ed)? by\\b.{0,40}|(?:load|show|view) (?:more|all)\\b.{0,30}"
              + "|(?:©|\\(c\\)|copyright)\\h.{0,120}|.{0,120}\\ball rights reserved\\.?"
              + "|(?:leave|add|write|post) (?:a|your) (?:comment|reply)\\b.{0,20}"
              + "|advertisement|sponsored|related(?: articles| stories| news)?:?",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> BUTTONS =
      Set.of(
          "share",
          "tweet",
          "print",
          "email",
          "e-mail",
          "save",
          "bookmark",
          "reply",
          "report",
          "like",
          "dislike",
          "permalink",
          "link",
          "flag",
          "copy",
          "facebook",
          "twitter",
          "whatsapp",
          "telegram",
          "linkedin",
          "reddit",
          "pinterest",
          "subscribe",
          "more");

  private static final Pattern SEPARATORS = Pattern.compile("[\\h|·•,/]+");

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
    String content = line.content();
    if (content.isEmpty() || content.length() > LONGEST) {
      return false;
    }
    return LINE.matcher(content).matches() || isButtons(content);
  }

  /** A line that asks to sign in before commenting. */
  static boolean isSignInNotice(PageLine line) {
    String content = line.content();
    return content.length() <= LONGEST
        && NOTICE.matcher(content).find()
        && (ABOUT_COMMENTING.matcher(content).find() || content.length() < 25);
  }

  private static boolean isButtons(String content) {
    if (content.length() > 80) {
      return false;
    }
    boolean any = false;
    for (String word : SEPARATORS.split(content.toLowerCase(Locale.ROOT))) {
      if (!word.isEmpty() && !BUTTONS.contains(word)) {
        return false;
      }
      any |= !word.isEmpty();
    }
    return any;
  }

  /** A line of figures alone. */
  static boolean isCounter(PageLine line) {
    String content = line.content();
    return !content.isEmpty()
        && content.length() <= 9
        && content.chars().allMatch(c -> c >= '0' && c <= '9' || c == ',' || c == ' ');
  }
}
