package org.polylogue.corpus.textpage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.model.Comment;

/**
 * The numbered comments of a page. A number begins a comment if votes or a time follow it, or, in a
 * list without any, if it goes on counting; replies are found by dotted numbers ({@code 8.1.}) or,
 * without those, by deeper indentation.
 */
final class CommentList {

  private static final Pattern NUMBERED =
      Pattern.compile("^(?<path>[0-9](?:[0-9.]{0,1400}[0-9])?)[.)](?:\\h+(?<rest>.*))?");

  /** A line that begins a comment. */
  record Start(int line, String path, CommentHead head) {
    boolean isDotted() {
      return path.indexOf('.') >= 0;
    }

    int number() {
      return Integer.parseInt(path.substring(path.lastIndexOf('.') + 1));
    }
  }

  /** A comment that is open for replies. */
  private record Open(String path, int indent, int number) {}

  private final String articleId;
  private final List<PageLine> lines;
  private final List<Notice> notices;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private int topNumber;

  private CommentList(String articleId, List<PageLine> lines, List<Notice> notices) {
    this.articleId = articleId;
    this.lines = lines;
    this.notices = notices;
  }

  /** All lines that may begin a comment. */
  static List<Start> candidates(List<PageLine> lines, WrittenTime.DayOrder order) {
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String content = lines.get(i).content();
      if (content.isEmpty() || !isDigit(content.charAt(0))) {
        continue;
      }
      Matcher matcher = NUMBERED.matcher(content);
      if (matcher.matches() && isPath(matcher.group("path"))) {
        String rest = matcher.group("rest") == null ? "" : matcher.group("rest");
        starts.add(new Start(i, matcher.group("path"), CommentHead.read(rest, lines, i, order)));
      }
    }
    return starts;
  }

  private static boolean isPath(String path) {
    int digits = 0;
    for (int i = 0; i < path.length(); i++) {
      digits = path.charAt(i) == '.' ? 0 : digits + 1;
      if (digits > 7 || digits == 0 && path.charAt(i + 1) == '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Reads the comments whose numbers are among the candidates. */
  static List<Comment> read(
      String articleId, List<PageLine> lines, List<Start> candidates, List<Notice> notices) {
    CommentList list = new CommentList(articleId, lines, notices);
    List<Start> starts = list.choose(candidates);
    List<Comment> comments = new ArrayList<>(starts.size());
    boolean dotted = starts.stream().anyMatch(Start::isDotted);
    int margin = starts.stream().mapToInt(s -> lines.get(s.line()).indent()).min().orElse(0);
    for (int i = 0; i < starts.size(); i++) {
      Start start = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1).line() : lines.size();
      Optional<String> parent = dotted ? list.byNumber(start) : list.byIndent(start);
      comments.add(list.comment(start, end, parent, margin, i + 1 == starts.size()));
    }
    return comments;
  }

  private List<Start> choose(List<Start> candidates) {
    boolean anyStrong = candidates.stream().anyMatch(s -> s.head().isStrong());
    List<Start> chosen = new ArrayList<>();
    Map<Integer, Integer> lastAt = new HashMap<>();
    for (Start start : candidates) {
      int indent = lines.get(start.line()).indent();
      boolean goesOn = lastAt.getOrDefault(indent, 0) + 1 == start.number();
      boolean textIsDeeper =
          !chosen.isEmpty() && textIndent(chosen.get(chosen.size() - 1)) > indent;
      boolean begins =
          start.head().isStrong()
              || goesOn
                  && (anyStrong ? textIsDeeper : chosen.isEmpty() || textIsDeeper || indent == 0);
      if (begins) {
        chosen.add(start);
        lastAt.keySet().removeIf(other -> other > indent);
        lastAt.put(indent, start.number());
      } else if (goesOn) {
        notices.add(
            new Notice(
                Notice.Kind.DOUBTFUL,
                lines.get(start.line()).number(),
                lines.get(start.line()).content(),
                "counts on like a comment but has neither votes nor time; kept as text"));
      }
    }
    return chosen;
  }

  private int textIndent(Start start) {
    int at = start.head().textLine();
    if (at <= start.line() || at >= lines.size() || lines.get(at).isBlank()) {
      at = start.line() + 1;
    }
    return at < lines.size() ? lines.get(at).indent() : 0;
  }

  private Optional<String> byNumber(Start start) {
    int dot = start.path().lastIndexOf('.');
    remember(start.path());
    return dot < 0 ? Optional.empty() : Optional.of(id(start.path().substring(0, dot)));
  }

  private String id(String path) {
    return articleId + "#" + path;
  }

  private String path = "";

  private Optional<String> byIndent(Start start) {
    PageLine line = lines.get(start.line());
    int number = start.number();
    while (!open.isEmpty()
        && !isSibling(open.peek(), line.indent(), number)
        && !(line.indent() > open.peek().indent() + 1)) {
      if (Math.abs(line.indent() - open.peek().indent()) <= 1) {
        break;
      }
      open.pop();
    }
    boolean sibling = !open.isEmpty() && Math.abs(line.indent() - open.peek().indent()) <= 1;
    int expected = 1;
    if (sibling) {
      expected = open.pop().number() + 1;
    } else if (open.isEmpty()) {
      expected = topNumber + 1;
    }
    if (number != expected) {
      notices.add(
          new Notice(
              Notice.Kind.DOUBTFUL,
              line.number(),
              line.content(),
              "the numbering goes on with " + number + " where " + expected + " was expected"));
    }
    Open parent = open.peek();
    if (parent == null) {
      topNumber = number;
    }
    remember(parent == null ? start.path() : parent.path() + "." + start.path());
    open.push(new Open(path, line.indent(), number));
    return parent == null ? Optional.empty() : Optional.of(id(parent.path()));
  }

  private static boolean isSibling(Open last, int indent, int number) {
    return Math.abs(last.indent() - indent) <= 1 && number == last.number() + 1;
  }

  /** Makes the path of the comment at hand, told apart from earlier ones of the same number. */
  private void remember(String wanted) {
    int use = uses.merge(wanted, 1, Integer::sum);
    path = wanted;
    while (use > 1 && uses.containsKey(path = wanted + "~" + use)) {
      use++;
    }
    if (use > 1) {
      uses.put(wanted, use);
      uses.put(path, 1);
    }
  }

  private Comment comment(Start start, int end, Optional<String> parent, int margin, boolean last) {
    CommentHead head = start.head();
    notices.addAll(head.notices());
    List<PageLine> text = new ArrayList<>();
    int from = Math.max(head.textLine(), start.line() + 1);
    int own = lines.get(start.line()).indent();
    for (int i = from; i < end; i++) {
      PageLine line = lines.get(i);
      if (line.isBlank() || line.indent() >= own) {
        text.add(line);
      } else if (PageFurniture.isFurniture(line) || PageFurniture.isSignInNotice(line)) {
        notices.add(furniture(line));
      } else if (last || line.indent() > margin) {
        notices.add(
            new Notice(
                Notice.Kind.UNPLACED,
                line.number(),
                line.content(),
                "stands outside of comment " + start.path() + ", which begins further right"));
      } else {
        notices.add(
            new Notice(
                Notice.Kind.DOUBTFUL,
                line.number(),
                line.content(),
                "stands further left than comment " + start.path() + "; taken as its text"));
        text.add(line);
      }
    }
    stripEnd(text);
    int indent = text.stream().filter(l -> !l.isBlank()).mapToInt(PageLine::indent).min().orElse(0);
    StringBuilder body = new StringBuilder(head.textOnNumberLine());
    for (PageLine line : text) {
      if (body.length() > 0) {
        body.append('\n');
      }
      body.append(line.isBlank() && body.length() == 0 ? "" : line.from(indent));
    }
    return new Comment(
        id(path), head.author(), head.time(), head.score(), body.toString().strip(), parent);
  }

  private void stripEnd(List<PageLine> text) {
    while (!text.isEmpty()) {
      PageLine line = text.get(text.size() - 1);
      if (!line.isBlank() && !PageFurniture.isFurniture(line)) {
        break;
      }
      if (!line.isBlank()) {
        notices.add(furniture(line));
      }
      text.remove(text.size() - 1);
    }
  }

  private static Notice furniture(PageLine line) {
    return new Notice(Notice.Kind.FURNITURE, line.number(), line.content(), "page furniture");
  }
}
