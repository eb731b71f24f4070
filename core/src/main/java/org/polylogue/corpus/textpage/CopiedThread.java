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
 * on one line ({@code Ada • 3 hours ago}, {@code ada 3 hours ago | next}, {@code Ada on 3 May
 * 2024}), on two ({@code Ada says:} and a date), or on a few short lines ({@code Ada}, a place or
 * whom she answers, {@code 3 May 2024 11.43}). Where times stand below the texts, before a button,
 * a comment begins with the name alone. Buttons, votes, badges and the names of pictures are left
 * out.
 */
final class CopiedThread {

  private static final int MOST_HEAD_LINES = 6;
  private static final int LONGEST_NAME = 60;
  private static final int MOST_BEFORE = 40;

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?:all )?[0-9]{1,6} (?:thoughts?|responses?|replies|comments?|posts)"
              + "(?: (?:on|to) [\"“«„‘'].{1,200})?|conversation \\(?[0-9]{1,6} comments?\\)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SAYS =
      Pattern.compile(
          "(?<name>\\S.{0,58}?) (?:says|said|wrote|writes|commented|replied|posted)\\h?(?::|…|\\.\\.\\.)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_NAME =
      Pattern.compile(
          "^(?:\\[[–+-]\\]\\h?|[–—-]\\h?(?=\\p{L})|#[0-9]{1,6}\\h|(?:comment |reply )?(?:posted |written |commented )?by:? )",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER_NAME =
      Pattern.compile(
          "(?:(?:\\h|^)(?:says|said|wrote|writes|commented|replied|posted|on|at|this)\\h?:?"
              + "|\\h{0,3}[•·|»,(:–—-])\\h{0,3}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern POINTS =
      Pattern.compile("(?<score>-?[0-9]{1,6}) (?:points?|pts?|likes?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern FOOT =
      Pattern.compile(
          "(?:[•·|›»\\[\\]()–△▽▲▼👍👎*-]|reply to this|replies|reply|share|report(?: abuse)?|flagged|flag"
              + "|upvote|downvote|vote up|vote down|likes?|liked by|unlike|dislike|save|award|give award|follow"
              + "|edited|recommended|recommend|respond|response|permalink|embed|links?|next|prev|parent|root"
              + "|context|full comments|hide|unvote|favorite|quote|(?:view|show|hide|load|see|read)"
              + " (?:[0-9]{1,6} )?(?:more )?(?:repl(?:y|ies)|comments?|more|less)|translate|pick|staff pick"
              + "|reader picks|nyt picks?|editors[’']? pick|guardian pick|verified|author|op|mod|top"
              + " [0-9]{1,2}% commenter|leave a reply|log ?in to reply|sign in to reply|respect|highlight"
              + "|thumbs up|thumbs down|click to rate|copy link|more options|[0-9]{1,6}|\\h)++",
          Pattern.CASE_INSENSITIVE);

  /** What a page shows or reads aloud beside the name of a commenter. */
  private static final Pattern BADGE =
      Pattern.compile(
          "(?:(?:user[’']?s )?avatar|profile (?:picture|photo|image)|u/\\S{1,40} avatar|avatar (?:of|for) .{1,60}"
              + "|.{1,60}[’']s (?:avatar|profile (?:picture|photo))|photo of .{1,60}|[A-Z]|op|mod|author|verified"
              + "|subscriber|member|(?:nyt|guardian|staff|editors[’']?|times) pick|top [0-9]{1,2}% commenter"
              + "|edited.{0,30}|[•·] ?edited.{0,30}|[•·|]|new|pinned.{0,40})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ANSWERS =
      Pattern.compile(
          "\\(?(?:in )?repl(?:y|ies|ied|ying) to:? @?(?<name>[^)]{1,60})\\)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LISTING =
      Pattern.compile(
          "(?:sort|order|sorted|ordered|filter|view)(?:ed)? ?(?:by)?\\b.{0,60}|this discussion is closed.{0,60}"
              + "|comments (?:are|have been) (?:now )?closed.{0,60}|(?:newest|oldest|best|top|all)(?: first)?"
              + "|(?:leave|post|add|write) (?:a|your) (?:reply|comment).{0,80}|join the (?:conversation|discussion).{0,80}"
              + "|your (?:e-?mail )?address will not be published.{0,80}|share what you think.{0,40}"
              + "|start the discussion.{0,40}|log ?in with.{0,80}|[0-9]{1,6} (?:repl(?:y|ies)|more replies|people listening).{0,40}"
              + "|threads? (?:collapsed|expanded|unthreaded)|show [0-9]{1,6}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RECOMMENDED =
      Pattern.compile(
          "(?<![0-9])(?<score>[0-9]{1,6}) ?recommend(?:s|ed|ations?)?\\b|\\blikes? ?\\((?<likes>[0-9]{1,6})\\)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern VOTES_FIRST =
      Pattern.compile(
          "(?<score>-?[0-9]{1,6})\\h?[•·|△▽▲▼][•·|△▽▲▼\\h]{0,6}reply\\b.{0,60}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNT = Pattern.compile("-?[0-9]{1,6}");
  private static final Pattern SHORT_TIME =
      Pattern.compile(
          "[0-9]{1,3} ?(?:s|m|min|h|hrs?|d|w|wk|mo|y|yr)s?\\.?", Pattern.CASE_INSENSITIVE);

  /** How a name begins that stands below a text, as in letters: {@code – Ada, 3 May 2024}. */
  private static final Pattern SIGNED = Pattern.compile("[–—-]\\h?(?=\\p{L})");

  private static final Pattern ADDRESSED = Pattern.compile("@(?<name>\\S.{0,58}?)(?=[\\h,:]|$)");

  /** Where a comment begins. */
  private record Head(
      int line,
      int text,
      String name,
      Optional<String> answers,
      Optional<WrittenTime> time,
      OptionalInt score,
      boolean oneLine,
      boolean reply) {

    Head from(int first) {
      return new Head(line, first, name, answers, time, score, oneLine, reply);
    }
  }

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
    boolean early = false;
    boolean texts = false;
    boolean feet = false;
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      if (isHeader(line) && (texts || announced < 0)) {
        early = !texts && announced < 0;
        announced = i;
        texts = false;
        thread.heads.clear();
        continue;
      }
      texts |= line.content().length() > 80;
      Head head = thread.head(i, announced >= 0);
      feet |= head == null && FOOT.matcher(line.content()).matches();
      if (head != null && (announced >= 0 || head.oneLine() && texts)) {
        thread.heads.add(head);
        i = head.text() - 1;
      }
    }
    if (announced >= 0 && thread.isFarFrom(announced)) {
      thread.heads.clear();
      thread.timesBelow(announced);
    }
    boolean few = thread.heads.size() < (announced < 0 || early ? 2 : 1);
    if (few || early && !feet) {
      return Optional.empty();
    }
    thread.start = announced >= 0 ? announced : thread.heads.get(0).line();
    return Optional.of(thread);
  }

  /** A line that announces comments, with or without their number. */
  private static boolean isHeader(PageLine line) {
    return PageFurniture.isCommentHeader(line) || ANNOUNCED.matcher(line.content()).matches();
  }

  /** Whether more stands between the announcement and the first comment than buttons and rules. */
  private boolean isFarFrom(int announced) {
    if (heads.isEmpty()) {
      return true;
    }
    int between = 0;
    for (int i = announced + 1; i < heads.get(0).line(); i++) {
      String content = lines.get(i).content();
      if (content.length() > 120 || isTimedFoot(i)) {
        return true;
      }
      between += content.isEmpty() ? 0 : 1;
    }
    return between > MOST_BEFORE;
  }

  /** A time below a text, right before a button. */
  private boolean isTimedFoot(int at) {
    String content = lines.get(at).content();
    int next = at + 1;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    String below = next < lines.size() ? lines.get(next).content() : "";
    return SHORT_TIME.matcher(content).matches()
        && FOOT.matcher(below).matches()
        && !COUNT.matcher(below).matches();
  }

  /** Comments that begin with a name alone: each after the buttons below the one before. */
  private void timesBelow(int announced) {
    int from = announced + 1;
    for (int i = from; i < lines.size(); i++) {
      if (!isTimedFoot(i)) {
        continue;
      }
      int name = from;
      while (name < i && !isName(lines.get(name).content())) {
        name++;
      }
      if (name + 1 < i) {
        heads.add(
            new Head(
                name,
                name + 1,
                lines.get(name).content(),
                Optional.empty(),
                WrittenTime.find(lines.get(i).content() + " ago", order),
                OptionalInt.empty(),
                false,
                false));
      }
      from = i + 1;
      while (from < lines.size() && isFoot(lines.get(from).content())) {
        from++;
      }
    }
  }

  /** Index of the first line that is no part of the article. */
  int start() {
    return start;
  }

  private Head head(int at, boolean announced) {
    String content = lines.get(at).content();
    if (content.isEmpty() || content.length() > 120 || BADGE.matcher(content).matches()) {
      return null;
    }
    Optional<WrittenTime> own = WrittenTime.find(content, order);
    if (own.isPresent()) {
      return oneLine(at, content, own.get(), announced);
    }
    Matcher says = SAYS.matcher(content);
    boolean saying = says.matches();
    String name = saying ? says.group("name") : content;
    if (!isName(name) || ANSWERS.matcher(content).matches()) {
      return null;
    }
    Optional<String> between = Optional.empty();
    for (int i = at + 1; i < lines.size() && i <= at + MOST_HEAD_LINES; i++) {
      String next = lines.get(i).content();
      if (next.isEmpty()) {
        if (!saying) {
          return null;
        }
        continue;
      }
      if (BADGE.matcher(next).matches() || next.equals(name)) {
        continue;
      }
      Matcher answers = ANSWERS.matcher(next);
      if (answers.matches()) {
        between = Optional.of(answers.group("name").strip());
        continue;
      }
      Optional<WrittenTime> time = WrittenTime.find(next, order);
      if (time.isPresent() && isOnlyTime(next, time.get())) {
        return told(at, i + 1, name, between, time.get(), false, false);
      }
      if (between.isPresent() || !isName(next)) {
        return null;
      }
      between = Optional.of(next);
    }
    return null;
  }

  /** A head with the badges and votes that stand below its time. */
  private Head told(
      int at,
      int from,
      String name,
      Optional<String> answers,
      WrittenTime time,
      boolean oneLine,
      boolean reply) {
    int text = from;
    OptionalInt score = OptionalInt.empty();
    for (int i = from; i < lines.size() && i < from + MOST_HEAD_LINES; i++) {
      String content = lines.get(i).content();
      Matcher whom = ANSWERS.matcher(content);
      if (COUNT.matcher(content).matches() && score.isEmpty() && !endsAt(i)) {
        score = OptionalInt.of(Integer.parseInt(content));
      } else if (whom.matches()) {
        answers = Optional.of(whom.group("name").strip());
      } else if (!content.isEmpty() && !BADGE.matcher(content).matches()) {
        break;
      }
      text = content.isEmpty() ? text : i + 1;
    }
    return new Head(at, text, name, answers, Optional.of(time), score, oneLine, reply);
  }

  /** Whether nothing but the foot of a comment follows. */
  private boolean endsAt(int at) {
    int next = at + 1;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next == lines.size() || isFoot(lines.get(next).content());
  }

  private Head oneLine(int at, String content, WrittenTime time, boolean announced) {
    String left = content.substring(0, time.span().start()).strip();
    String right = content.substring(time.span().end()).strip();
    boolean marked = !left.isEmpty() && "•·|".indexOf(left.charAt(left.length() - 1)) >= 0;
    boolean relative = time.moment().isEmpty();
    boolean page =
        marked
            || relative
                && (right.startsWith("|") || left.startsWith("[") || POINTS.matcher(left).find());
    String name = BEFORE_NAME.matcher(left).replaceFirst("");
    OptionalInt score = OptionalInt.empty();
    Matcher points = POINTS.matcher(name);
    if (points.find()) {
      score = OptionalInt.of(Integer.parseInt(points.group("score")));
      name = name.substring(0, points.start()).strip();
    }
    for (Matcher after = AFTER_NAME.matcher(name); after.find(); after = AFTER_NAME.matcher(name)) {
      name = name.substring(0, after.start());
    }
    int comma = name.indexOf(", ");
    name = (comma > 0 ? name.substring(0, comma) : name).replaceFirst("\\[(?:S|A|M|F)\\]$", "");
    boolean bar =
        right.isEmpty()
            || FOOT.matcher(right).matches()
            || announced && (":.)".contains(right) || right.equals(name));
    boolean named = isName(name) || name.equals("[deleted]");
    if (!bar || !named || !page && !announced || isSpokenTwice(at, name)) {
      return null;
    }
    boolean reply = right.toLowerCase(Locale.ROOT).contains("parent");
    int text = at + 1;
    if (text < lines.size()) {
      String next = lines.get(text).content();
      Optional<WrittenTime> again = WrittenTime.find(next, order);
      text += again.isPresent() && isOnlyTime(next, again.get()) ? 1 : 0;
    }
    Head head = told(at, text, name, Optional.empty(), time, true, reply);
    return score.isEmpty()
        ? head
        : new Head(at, text, name, head.answers(), head.time(), score, true, reply);
  }

  /** Whether a line is read aloud only, since the name that it has stands below it once more. */
  private boolean isSpokenTwice(int at, String name) {
    return at + 1 < lines.size() && lines.get(at + 1).content().equals(name);
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_NAME
        && text.split("\\h+").length <= 5
        && ".!?:;,…\"”)".indexOf(text.charAt(text.length() - 1)) < 0
        && text.chars().anyMatch(Character::isLetterOrDigit)
        && !COUNT.matcher(text).matches()
        && !isFoot(text);
  }

  private static boolean isFoot(String text) {
    return FOOT.matcher(text).matches()
        || LISTING.matcher(text).matches()
        || VOTES_FIRST.matcher(text).matches()
        || FurnitureLine.is(text);
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
    boolean signed =
        heads.stream()
            .allMatch(head -> SIGNED.matcher(lines.get(head.line()).content()).lookingAt());
    for (int i = start; i < (signed ? start + 1 : heads.get(0).line()); i++) {
      notice(i, Notice.Kind.FURNITURE, "stands between the text and the first comment", notices);
    }
    List<Comment> comments = new ArrayList<>();
    Map<String, String> lastOf = new HashMap<>();
    List<int[]> open = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      Head head = heads.get(i);
      int end = i + 1 < heads.size() ? heads.get(i + 1).line() : lines.size();
      if (signed) {
        end = head.line();
        head = head.from(i == 0 ? start + 1 : heads.get(i - 1).line() + 1);
      }
      String id = articleId + "#" + (i + 1);
      StringBuilder text = new StringBuilder();
      OptionalInt score = text(head, end, text, notices);
      String name = head.name().replaceFirst("^@", "");
      Optional<String> answers =
          head.answers().map(whom -> whom.replaceFirst("^@", "")).filter(lastOf::containsKey);
      for (int cut = name.indexOf(' ');
          answers.isEmpty() && cut > 0;
          cut = name.indexOf(' ', cut + 1)) {
        String other = name.substring(cut + 1).replaceFirst("^[>→▶]\\h?", "");
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
      if (head.time().isPresent() && !head.time().get().problem().isEmpty()) {
        WrittenTime time = head.time().get();
        boolean lost = time.moment().isEmpty();
        notice(
            head.line(),
            lost ? Notice.Kind.UNPLACED : Notice.Kind.DOUBTFUL,
            time.problem(),
            notices);
      }
      boolean removed = Removed.isText(text.toString());
      Optional<String> author = removed ? Optional.empty() : Removed.value(name);
      Optional<Moment> time = head.time().flatMap(WrittenTime::moment);
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
    boolean ended = false;
    int counted = -2;
    int indent = lines.get(head.line()).indent();
    int last = end == lines.size() ? end : textEnd(head, end);
    for (int i = head.text(); i < last; i++) {
      PageLine line = lines.get(i);
      String content = line.content();
      Matcher votes = RECOMMENDED.matcher(content);
      Matcher first = VOTES_FIRST.matcher(content);
      boolean foot = isFoot(content) || isTimedFoot(i);
      if (!foot || content.isEmpty()) {
        if (end == lines.size() && ended && !content.isEmpty()) {
          notice(i, Notice.Kind.UNPLACED, "follows the last comment", notices);
        } else if (text.length() > 0 || !content.isEmpty()) {
          text.append(text.length() > 0 ? "\n" : "").append(line.from(indent));
        }
        continue;
      }
      ended |= text.length() > 0;
      if (first.matches()) {
        score = OptionalInt.of(Integer.parseInt(first.group("score")));
      } else if (votes.find()) {
        String found = votes.group("score") == null ? votes.group("likes") : votes.group("score");
        score = OptionalInt.of(Integer.parseInt(found));
      } else if (COUNT.matcher(content).matches()) {
        int count = Integer.parseInt(content);
        if (counted == i - 1) {
          score = OptionalInt.of(score.getAsInt() - count);
        } else if (score.isEmpty()) {
          score = OptionalInt.of(count);
          counted = i;
        }
      }
    }
    while (text.length() > 0 && Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
    return score;
  }

  /** Where a text ends before the next comment: above the badges that belong to that one. */
  private int textEnd(Head head, int end) {
    int last = end;
    while (last > head.text() + 1) {
      String content = lines.get(last - 1).content();
      Optional<WrittenTime> time = WrittenTime.find(content, order);
      boolean aloud =
          time.isPresent()
              && end < lines.size()
              && content.startsWith(lines.get(end).content() + " ");
      if (!content.isEmpty() && !aloud && !BADGE.matcher(content).matches()) {
        break;
      }
      last--;
    }
    return last;
  }

  private void notice(int at, Notice.Kind kind, String reason, List<Notice> notices) {
    PageLine line = lines.get(at);
    if (!line.isBlank()) {
      notices.add(new Notice(kind, line.number(), line.content(), reason));
    }
  }
}
