package org.polylogue.corpus.textpage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.FurnitureLine;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Removed;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.model.Comment;
import org.polylogue.model.Moment;

/**
 * Comments without numbers, as people copy them from a browser. Each begins with a name and a time:
 * on one line ({@code Ada • 3 hours ago}, {@code ada 3 hours ago | next}), on two ({@code Ada
 * says:} and a date), or on a few short lines ({@code Ada}, a place or whom she answers, {@code 3
 * May 2024 11.43}). Buttons and votes around the text are left out.
 */
final class CopiedThread {

  private static final int MOST_HEAD_LINES = 4;
  private static final int LONGEST_NAME = 60;

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "[0-9]{1,6} (?:thoughts?|responses?|replies|comments?) (?:on|to) [\"“«„‘'].{1,200}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SAYS =
      Pattern.compile(
          "(?<name>\\S.{0,58}?) (?:says|said|wrote|writes|commented|replied)\\h?(?::|…|\\.\\.\\.)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern POINTS =
      Pattern.compile("(?<score>-?[0-9]{1,6}) (?:points?|pts?|likes?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern FOOT =
      Pattern.compile(
          "(?:[•·|›»\\[\\]–-]|reply|replies|share|report|flagged|flag|upvote|downvote|vote up|vote down|like"
              + "|unlike|save|award|give award|follow|edited|recommended|recommend|respond|permalink|link"
              + "|next|prev|parent|root|context|hide|unvote|favorite|quote|view replies|show more"
              + "|see more|translate|pick|staff pick|reader picks|nyt picks|verified|author|op|mod|top"
              + " [0-9]{1,2}% commenter|leave a reply|log in to reply|respect|thumbs up|thumbs down"
              + "|[0-9]{1,6}|▲|▼|👍|👎|\\h)++",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LISTING =
      Pattern.compile(
          "(?:sort|order|sorted|ordered|filter|view)(?:ed)? ?(?:by)?\\b.{0,60}|this discussion is closed.{0,60}"
              + "|comments (?:are|have been) (?:now )?closed.{0,60}|(?:newest|oldest|best|top|all)(?: first)?"
              + "|(?:leave|post|add|write) (?:a|your) (?:reply|comment).{0,80}|join the (?:conversation|discussion).{0,80}"
              + "|start the discussion.{0,40}|log ?in with.{0,80}|[0-9]{1,6} (?:replies|more replies|people listening).{0,40}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RECOMMENDED =
      Pattern.compile("(?<score>[0-9]{1,6}) recommend(?:s|ed|ations?)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern VOTES_FIRST =
      Pattern.compile("(?<score>-?[0-9]{1,6}) ?[•·|] ?reply\\b.{0,60}", Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNT = Pattern.compile("-?[0-9]{1,6}");
  private static final Pattern ADDRESSED = Pattern.compile("@(?<name>\\S.{0,58}?)(?=[\\h,:]|$)");

  /** Where a comment begins. */
  private record Head(
      int line,
      int text,
      String name,
      Optional<String> answers,
      WrittenTime time,
      OptionalInt score,
      boolean oneLine,
      boolean reply) {}

  private final List<PageLine> lines;
  private final WrittenTime.DayOrder order;
  private final List<Head> heads = new ArrayList<>();
  private int start;

  private CopiedThread(List<PageLine> lines, WrittenTime.DayOrder order) {
    this.lines = lines;
    this.order = order;
  }

  /** The thread at the end of a page, empty if there is none. */
  static Optional<CopiedThread> find(List<PageLine> lines, WrittenTime.DayOrder order) {
    CopiedThread thread = new CopiedThread(lines, order);
    int announced = -1;
    int texts = 0;
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      boolean header =
          PageFurniture.isCountedCommentHeader(line) || ANNOUNCED.matcher(line.content()).matches();
      if (header && (texts > 0 || announced < 0)) {
        announced = i;
        thread.heads.clear();
      }
      texts += line.content().length() > 80 ? 1 : 0;
      Head head = header ? null : thread.head(i);
      if (head != null && (announced >= 0 || head.oneLine() && texts > 0)) {
        thread.heads.add(head);
        i = head.text() - 1;
      }
    }
    if (thread.heads.isEmpty() || announced < 0 && thread.heads.size() < 2) {
      return Optional.empty();
    }
    thread.start = announced >= 0 ? announced : thread.heads.get(0).line();
    return Optional.of(thread);
  }

  /** Index of the first line that is no part of the article. */
  int start() {
    return start;
  }

  private Head head(int at) {
    String content = lines.get(at).content();
    if (content.isEmpty() || content.length() > 120) {
      return null;
    }
    Optional<WrittenTime> own = WrittenTime.find(content, order);
    if (own.isPresent()) {
      return oneLine(at, content, own.get());
    }
    Matcher says = SAYS.matcher(content);
    boolean saying = says.matches();
    String name = saying ? says.group("name") : content;
    if (!isName(name)) {
      return null;
    }
    Optional<String> between = Optional.empty();
    for (int i = at + 1; i < lines.size() && i <= at + MOST_HEAD_LINES; i++) {
      String next = lines.get(i).content();
      if (next.isEmpty() || "•·|".contains(next)) {
        if (next.isEmpty() && !saying) {
          return null;
        }
        continue;
      }
      Optional<WrittenTime> time = WrittenTime.find(next, order);
      if (time.isPresent() && isOnlyTime(next, time.get())) {
        int text = i + 1;
        OptionalInt score = OptionalInt.empty();
        if (text + 1 < lines.size()
            && COUNT.matcher(lines.get(text).content()).matches()
            && !lines.get(text + 1).isBlank()) {
          score = OptionalInt.of(Integer.parseInt(lines.get(text).content()));
          text++;
        }
        return new Head(at, text, name, between, time.get(), score, false, false);
      }
      if (between.isPresent() || !isName(next)) {
        return null;
      }
      between = Optional.of(next);
    }
    return null;
  }

  private static Head oneLine(int at, String content, WrittenTime time) {
    String left = content.substring(0, time.span().start()).strip();
    String right = content.substring(time.span().end()).strip();
    boolean bar = right.isEmpty() || FOOT.matcher(right).matches();
    boolean marked = !left.isEmpty() && "•·|".indexOf(left.charAt(left.length() - 1)) >= 0;
    boolean relative = time.moment().isEmpty();
    if (!bar
        || left.isEmpty()
        || !marked
            && !(relative
                && (right.startsWith("|")
                    || left.startsWith("[")
                    || POINTS.matcher(left).find()))) {
      return null;
    }
    String name = left.replaceAll("^\\[[–+-]\\]\\h?|(?<![•·|\\h])[•·|\\h]+$", "");
    OptionalInt score = OptionalInt.empty();
    Matcher points = POINTS.matcher(name);
    if (points.find()) {
      score = OptionalInt.of(Integer.parseInt(points.group("score")));
      name = name.substring(0, points.start()).strip();
    }
    boolean reply = right.toLowerCase(Locale.ROOT).contains("parent");
    return isName(name)
        ? new Head(at, at + 1, name, Optional.empty(), time, score, true, reply)
        : null;
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_NAME
        && text.split("\\h+").length <= 5
        && ".!?:;,…\"”)".indexOf(text.charAt(text.length() - 1)) < 0
        && text.chars().anyMatch(Character::isLetterOrDigit)
        && !COUNT.matcher(text).matches()
        && !FOOT.matcher(text).matches()
        && !LISTING.matcher(text).matches();
  }

  private static boolean isOnlyTime(String line, WrittenTime time) {
    String around =
        line.substring(0, time.span().start()) + " " + line.substring(time.span().end());
    return around
        .replaceAll("(?i)\\b(?:at|on|edited|posted|et|est|gmt|utc|bst)\\b", " ")
        .chars()
        .noneMatch(Character::isLetterOrDigit);
  }

  /** Reads the comments and says what was left out. */
  List<Comment> comments(String articleId, List<Notice> notices) {
    for (int i = start; i < heads.get(0).line(); i++) {
      notice(i, Notice.Kind.FURNITURE, "stands between the text and the first comment", notices);
    }
    List<Comment> comments = new ArrayList<>();
    Map<String, String> lastOf = new HashMap<>();
    List<int[]> open = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      Head head = heads.get(i);
      int end = i + 1 < heads.size() ? heads.get(i + 1).line() : lines.size();
      String id = articleId + "#" + (i + 1);
      StringBuilder text = new StringBuilder();
      OptionalInt score = text(head, end, text, notices);
      String name = head.name();
      Optional<String> answers = head.answers().filter(lastOf::containsKey);
      for (int cut = name.indexOf(' ');
          answers.isEmpty() && cut > 0;
          cut = name.indexOf(' ', cut + 1)) {
        String other = name.substring(cut + 1).replaceFirst("^[>→]\\h?", "");
        if (lastOf.containsKey(other)) {
          answers = Optional.of(other);
          name = name.substring(0, cut);
        }
      }
      Matcher addressed = ADDRESSED.matcher(text);
      if (answers.isEmpty() && addressed.lookingAt()) {
        answers = Optional.of(addressed.group("name")).filter(lastOf::containsKey);
      }
      int indent = lines.get(head.line()).indent();
      while (!open.isEmpty() && open.get(open.size() - 1)[0] >= indent) {
        open.remove(open.size() - 1);
      }
      Optional<String> parent = answers.map(lastOf::get);
      if (parent.isEmpty() && !open.isEmpty()) {
        parent = Optional.of(articleId + "#" + open.get(open.size() - 1)[1]);
      } else if (parent.isEmpty() && head.reply() && i > 0) {
        parent = Optional.of(articleId + "#" + i);
        notice(
            head.line(),
            Notice.Kind.DOUBTFUL,
            "answers a comment that the page does not name; taken as the one before it",
            notices);
      }
      open.add(new int[] {indent, i + 1});
      if (!head.time().problem().isEmpty()) {
        boolean lost = head.time().moment().isEmpty();
        Notice.Kind kind = lost ? Notice.Kind.UNPLACED : Notice.Kind.DOUBTFUL;
        notice(head.line(), kind, head.time().problem(), notices);
      }
      boolean removed = Removed.isText(text.toString());
      Optional<String> author =
          removed ? Optional.empty() : Removed.value(name.replaceFirst("^@", ""));
      Optional<Moment> time = head.time().moment();
      comments.add(
          new Comment(
              id,
              author,
              time,
              head.score().isPresent() ? head.score() : score,
              removed ? "" : text.toString(),
              parent));
      lastOf.put(name, id);
    }
    return comments;
  }

  /** Gathers the text of a comment; the votes that stand below it. */
  private OptionalInt text(Head head, int end, StringBuilder text, List<Notice> notices) {
    OptionalInt score = OptionalInt.empty();
    boolean upvote = false;
    boolean ended = false;
    int indent = lines.get(head.line()).indent();
    for (int i = head.text(); i < end; i++) {
      PageLine line = lines.get(i);
      String content = line.content();
      Matcher votes = RECOMMENDED.matcher(content);
      Matcher first = VOTES_FIRST.matcher(content);
      boolean foot =
          FOOT.matcher(content).matches()
              || LISTING.matcher(content).matches()
              || votes.matches()
              || first.matches()
              || FurnitureLine.is(content);
      if (votes.matches()) {
        score = OptionalInt.of(Integer.parseInt(votes.group("score")));
      } else if (first.matches()) {
        score = OptionalInt.of(Integer.parseInt(first.group("score")));
      } else if (upvote && COUNT.matcher(content).matches()) {
        score = OptionalInt.of(Integer.parseInt(content));
      }
      upvote = content.equalsIgnoreCase("upvote") || upvote && content.isEmpty();
      boolean last = end == lines.size() && ended && !foot && !content.isEmpty();
      if (foot && !content.isEmpty()) {
        ended = true;
        continue;
      }
      if (last) {
        notice(i, Notice.Kind.UNPLACED, "follows the last comment", notices);
      } else if (text.length() > 0 || !content.isEmpty()) {
        text.append(text.length() > 0 ? "\n" : "").append(line.from(indent));
      }
    }
    while (text.length() > 0 && Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
    return score;
  }

  private void notice(int at, Notice.Kind kind, String reason, List<Notice> notices) {
    PageLine line = lines.get(at);
    if (!line.isBlank()) {
      notices.add(new Notice(kind, line.number(), line.content(), reason));
    }
  }
}
