package org.polylogue.corpus.textpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.model.Moment;

/** What the lines before a comment's text say: votes, time and author, in any order. */
final class CommentHead {

  private static final int LONGEST_LINE = 160;
  private static final int MOST_LINES = 5;

  private static final String UNIT =
      "(?:points?|pts?|votes?|likes?|upvotes?|recommendations?|recommends?)";
  private static final Pattern SCORE =
      Pattern.compile(
          "[(\\[]?(?:(?:score|rating|votes?|likes?|points?|karma)\\h{0,9}:?\\h{0,9})?"
              + "(?<sign>[+\\-−–▲▼↑↓👍👎])?\\h?(?<figure>[0-9]{1,7})(?:\\h{0,9}"
              + UNIT
              + ")?[)\\]]?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BOTH_WAYS =
      Pattern.compile(
          "(?<up>[0-9]{1,7})\\h{0,9}(?:likes?|upvotes?|up)\\h{0,9}[,/|·]?\\h{0,9}"
              + "(?<down>[0-9]{1,7})\\h{0,9}(?:dislikes?|downvotes?|down)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TRAILING_SCORE =
      Pattern.compile(
          "^(?<rest>.*\\S)\\h+(?<score>[(\\[]?[+\\-−–][0-9]{1,7}[)\\]]?|[(\\[]?0[)\\]]?)");
  private static final Pattern SEPARATOR = Pattern.compile("\\h*[|·•]\\h*|\\h{2,}|\\t");
  private static final Pattern FILLER =
      Pattern.compile(
          "(?:posted|commented|written|wrote|said|says|on|at|edited|reply|by|author|date|time|name)?[\\h:,.]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LEADING_BY =
      Pattern.compile(
          "(?:(?:posted|comment(?:ed)?|written) )?by:?\\h+|(?:author|name|user):\\h*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INITIAL_AT_END = Pattern.compile("^.*(?:^|\\h)\\p{L}{1,3}\\.");

  private final WrittenTime.DayOrder order;
  private OptionalInt score = OptionalInt.empty();
  private Optional<Moment> time = Optional.empty();
  private Optional<String> author = Optional.empty();
  private boolean timeLine;
  private boolean strong;
  private int textLine;
  private String textOnNumberLine = "";
  private final List<Notice> notices = new ArrayList<>();

  private CommentHead(WrittenTime.DayOrder order) {
    this.order = order;
  }

  /** Parts of one line; null if the line is something else. */
  private record Parts(
      OptionalInt score, Optional<WrittenTime> time, Optional<String> author, boolean bareFigure) {

    boolean isCertain() {
      return score.isPresent() || time.isPresent();
    }
  }

  /**
   * Reads the head of a comment.
   *
   * @param rest what follows the number on its line
   * @param lines all lines of the page
   * @param at index of the line with the number
   * @param order how the page writes days and months
   */
  static CommentHead read(String rest, List<PageLine> lines, int at, WrittenTime.DayOrder order) {
    CommentHead head = new CommentHead(order);
    head.readLines(rest, lines, at);
    return head;
  }

  private void readLines(String rest, List<PageLine> lines, int at) {
    textLine = at + 1;
    if (!rest.isEmpty()) {
      Parts parts = parse(rest);
      Parts following = at + 1 < lines.size() ? parse(lines.get(at + 1).content()) : null;
      boolean nameBeforeFacts =
          parts != null
              && !parts.isCertain()
              && following != null
              && following.isCertain()
              && (!following.bareFigure() || timeFollows(lines, at + 2));
      if (parts != null && (parts.isCertain() || nameBeforeFacts)) {
        take(parts, lines.get(at));
      } else {
        textOnNumberLine = rest;
        textLine = at;
        return;
      }
    }
    int last = Math.min(lines.size(), at + 1 + MOST_LINES);
    for (int i = at + 1; i < last; i++) {
      Parts parts = parse(lines.get(i).content());
      if (parts == null || repeats(parts)) {
        break;
      }
      Parts following = i + 1 < last ? parse(lines.get(i + 1).content()) : null;
      boolean figureBeforeText =
          !parts.bareFigure() || parts.score().orElse(-1) == 0 || hasText(lines, i + 1);
      boolean nameBeforeFacts =
          author.isEmpty() && following != null && following.isCertain() && !repeats(following);
      if (parts.isCertain() ? !figureBeforeText : !nameBeforeFacts) {
        break;
      }
      take(parts, lines.get(i));
      textLine = i + 1;
    }
  }

  private boolean timeFollows(List<PageLine> lines, int at) {
    Parts parts = at < lines.size() ? parse(lines.get(at).content()) : null;
    return parts != null && parts.time().isPresent();
  }

  private static boolean hasText(List<PageLine> lines, int at) {
    return at < lines.size() && !lines.get(at).isBlank();
  }

  private boolean repeats(Parts parts) {
    return parts.score().isPresent() && score.isPresent()
        || parts.time().isPresent() && timeLine
        || parts.author().isPresent() && author.isPresent();
  }

  private void take(Parts parts, PageLine line) {
    strong |= parts.isCertain();
    if (parts.score().isPresent()) {
      score = parts.score();
    }
    if (parts.author().isPresent()) {
      author = parts.author();
    }
    if (parts.time().isPresent()) {
      WrittenTime written = parts.time().get();
      timeLine = true;
      time = written.moment();
      if (!written.problem().isEmpty()) {
        notices.add(
            new Notice(
                time.isEmpty() ? Notice.Kind.UNPLACED : Notice.Kind.DOUBTFUL,
                line.number(),
                line.content(),
                written.problem()));
      }
    }
  }

  private Parts parse(String line) {
    if (line.isEmpty() || line.length() > LONGEST_LINE) {
      return null;
    }
    Optional<WrittenTime> when = WrittenTime.find(line, order);
    List<String> pieces = new ArrayList<>();
    if (when.isPresent()) {
      String left = line.substring(0, when.get().span().start());
      String right = line.substring(when.get().span().end());
      pieces.addAll(List.of(SEPARATOR.split(left)));
      boolean apart = right.isBlank() || !Character.isLetter(right.strip().charAt(0));
      if (!apart && !LEADING_BY.matcher(right.strip()).lookingAt()) {
        return null;
      }
      pieces.addAll(List.of(SEPARATOR.split(right)));
    } else {
      pieces.addAll(List.of(SEPARATOR.split(line)));
    }
    OptionalInt votes = OptionalInt.empty();
    Optional<String> name = Optional.empty();
    boolean bare = false;
    for (String raw : pieces) {
      String piece = trimmed(raw);
      if (FILLER.matcher(piece).matches()) {
        continue;
      }
      OptionalInt figure = score(piece);
      if (figure.isEmpty()) {
        Matcher trailing = TRAILING_SCORE.matcher(piece);
        if (votes.isEmpty() && trailing.matches()) {
          figure = score(trailing.group("score"));
          piece = trimmed(trailing.group("rest"));
        } else {
          trailing = null;
        }
        if (trailing == null || !FILLER.matcher(piece).matches()) {
          Optional<String> candidate = name(piece);
          if (candidate.isEmpty() || name.isPresent()) {
            return null;
          }
          name = candidate;
        }
      } else {
        bare = pieces.size() == 1 && piece.chars().allMatch(Character::isDigit);
      }
      if (figure.isPresent()) {
        if (votes.isPresent()) {
          return null;
        }
        votes = figure;
      }
    }
    if (votes.isEmpty() && when.isEmpty() && name.isEmpty()) {
      return null;
    }
    return new Parts(votes, when, name, bare);
  }

  private static String trimmed(String piece) {
    int start = 0;
    int end = piece.length();
    while (start < end
        && (PageLine.isSpace(piece.charAt(start))
            || ",;:".indexOf(piece.charAt(start)) >= 0
            || isDash(piece, start))) {
      start++;
    }
    while (end > start
        && (PageLine.isSpace(piece.charAt(end - 1))
            || ",;:".indexOf(piece.charAt(end - 1)) >= 0
            || "–—-".indexOf(piece.charAt(end - 1)) >= 0)) {
      end--;
    }
    return piece.substring(start, end);
  }

  private static boolean isDash(String piece, int at) {
    return "–—-".indexOf(piece.charAt(at)) >= 0
        && !(at + 1 < piece.length() && Character.isDigit(piece.charAt(at + 1)));
  }

  private static OptionalInt score(String piece) {
    Matcher both = BOTH_WAYS.matcher(piece);
    if (both.matches()) {
      return OptionalInt.of(
          Integer.parseInt(both.group("up")) - Integer.parseInt(both.group("down")));
    }
    Matcher matcher = SCORE.matcher(piece);
    if (!matcher.matches()) {
      return OptionalInt.empty();
    }
    int figure = Integer.parseInt(matcher.group("figure"));
    String sign = matcher.group("sign");
    boolean against = sign != null && "-−–▼↓👎".contains(sign);
    return OptionalInt.of(against ? -figure : figure);
  }

  /** A short piece that can be somebody's name: no sentence. */
  private static Optional<String> name(String piece) {
    Matcher by = LEADING_BY.matcher(piece);
    String name = by.lookingAt() ? piece.substring(by.end()) : piece;
    name =
        name.replaceFirst(
            "(?i)(?:\\h{1,9}(?:says|said|wrote|commented|posted|on|at)){1,4}+[:,]?$", "");
    if (name.isEmpty() || name.length() > 60 || name.split("\\h+").length > 5) {
      return Optional.empty();
    }
    char last = name.charAt(name.length() - 1);
    boolean sentence =
        "!?…;:\"”»".indexOf(last) >= 0 || last == '.' && !INITIAL_AT_END.matcher(name).matches();
    boolean hasWord = name.chars().anyMatch(Character::isLetterOrDigit);
    return sentence || !hasWord ? Optional.empty() : Optional.of(name);
  }

  /** True if votes or a time stand in the head: this is a comment and no item of a list. */
  boolean isStrong() {
    return strong;
  }

  boolean hasTime() {
    return timeLine;
  }

  OptionalInt score() {
    return score;
  }

  Optional<Moment> time() {
    return time;
  }

  Optional<String> author() {
    return author;
  }

  /** Index of the first line of the text. */
  int textLine() {
    return textLine;
  }

  /** Text that stands on the line of the number, empty if none does. */
  String textOnNumberLine() {
    return textOnNumberLine;
  }

  List<Notice> notices() {
    return notices;
  }
}
