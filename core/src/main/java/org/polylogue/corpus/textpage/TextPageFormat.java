package org.polylogue.corpus.textpage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.FileKind;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/**
 * Reads a web page that was saved as text: a title, facts of publication, paragraphs and headings,
 * and a numbered list of comments with votes, times, names and replies. Markup is gone, so the
 * structure is inferred by rules that {@code docs/formats/text-page.md} states. What is recognised
 * as page furniture and what cannot be placed is reported, never dropped in silence.
 *
 * <p>Ids: the article has the name of its source; a comment has that name, {@code #}, and its
 * number below the numbers of what it answers, as in {@code page#8.1}. Immutable and thread-safe;
 * time and memory are linear in the length of the page.
 */
public final class TextPageFormat implements CorpusFormat {

  private static final int MOST_BETWEEN = 12;

  /** A reader; it has no options. */
  public TextPageFormat() {}

  @Override
  public String name() {
    return "text-page";
  }

  /** Accepts files that look like running text; a reader of several formats asks this one last. */
  @Override
  public boolean accepts(CorpusSource source) {
    return !source.isFolder() && FileKind.notProse(source).isEmpty();
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    String text = source.text();
    if (text.isEmpty()) {
      throw new CorpusException(source.place(), "the file is empty");
    }
    return Stream.of(read(source.place(), source.name(), text));
  }

  /**
   * Reads the text of a page.
   *
   * @param place where it stands, for messages
   * @param id the article's id
   * @param text the page
   * @return the conversation, with a notice for each line that is in no text
   */
  public ReadOutcome.Read read(Place place, String id, String text) {
    List<PageLine> lines = PageLine.of(text);
    List<Notice> notices = new ArrayList<>();
    WrittenTime.DayOrder order = dayOrder(lines);
    List<CommentList.Start> starts = CommentList.candidates(lines, order);
    int first = firstComment(lines, starts);
    Optional<CopiedThread> copied = first < 0 ? CopiedThread.find(lines, order) : Optional.empty();
    int bodyEnd =
        first >= 0
            ? sectionStart(lines, first)
            : copied.map(CopiedThread::start).orElseGet(() -> endWithoutComments(lines));
    Article article = PageBody.read(id, lines.subList(0, bodyEnd), order, notices);
    List<Comment> comments = List.of();
    if (first >= 0) {
      for (PageLine line : lines.subList(bodyEnd, first)) {
        if (!line.isBlank()) {
          notices.add(
              new Notice(
                  Notice.Kind.FURNITURE,
                  line.number(),
                  line.content(),
                  "stands between the text and the first comment"));
        }
      }
      starts = starts.stream().filter(s -> s.line() >= first).toList();
      comments = CommentList.read(id, lines, starts, notices);
    } else if (copied.isPresent()) {
      comments = copied.get().comments(id, notices);
    } else {
      for (PageLine line : lines.subList(bodyEnd, lines.size())) {
        if (!line.isBlank()) {
          boolean known =
              PageFurniture.isFurniture(line)
                  || PageFurniture.isSignInNotice(line)
                  || PageFurniture.isCommentHeader(line);
          notices.add(
              new Notice(
                  known ? Notice.Kind.FURNITURE : Notice.Kind.UNPLACED,
                  line.number(),
                  line.content(),
                  known
                      ? "page furniture after the text"
                      : "follows the text in no numbered comment"));
        }
      }
    }
    notices.sort(Comparator.comparingLong(Notice::line));
    return new ReadOutcome.Read(place, Conversation.of(article, comments), notices);
  }

  private static WrittenTime.DayOrder dayOrder(List<PageLine> lines) {
    boolean dayFirst = false;
    boolean monthFirst = false;
    for (PageLine line : lines) {
      WrittenTime.DayOrder order = WrittenTime.orderIn(line.content());
      dayFirst |= order == WrittenTime.DayOrder.DAY_FIRST;
      monthFirst |= order == WrittenTime.DayOrder.MONTH_FIRST;
    }
    return dayFirst == monthFirst
        ? WrittenTime.DayOrder.UNKNOWN
        : dayFirst ? WrittenTime.DayOrder.DAY_FIRST : WrittenTime.DayOrder.MONTH_FIRST;
  }

  /** The line of the first comment, -1 if the page has none. */
  private static int firstComment(List<PageLine> lines, List<CommentList.Start> starts) {
    CommentList.Start firstStrong = null;
    for (CommentList.Start start : starts) {
      boolean announced = headerBefore(lines, start.line()) >= 0;
      if (announced) {
        return start.line();
      }
      if (firstStrong == null && start.head().hasTime()) {
        firstStrong = start;
      }
    }
    return firstStrong == null ? -1 : firstStrong.line();
  }

  /** The nearest line above that announces comments, with nothing but short lines between. */
  private static int headerBefore(List<PageLine> lines, int at) {
    int seen = 0;
    for (int i = at - 1; i >= 0 && seen < MOST_BETWEEN; i--) {
      PageLine line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      if (PageFurniture.isCommentHeader(line)) {
        return i;
      }
      if (line.content().length() > 200) {
        return -1;
      }
      seen++;
    }
    return -1;
  }

  private static int sectionStart(List<PageLine> lines, int first) {
    int header = headerBefore(lines, first);
    int start = header >= 0 ? header : first;
    while (start > 0
        && (lines.get(start - 1).isBlank()
            || PageFurniture.isFurniture(lines.get(start - 1))
            || PageFurniture.isSignInNotice(lines.get(start - 1))
            || PageFurniture.isCommentHeader(lines.get(start - 1)))) {
      start--;
    }
    return start;
  }

  /** Where the text ends on a page without numbered comments: at a counted comment header. */
  private static int endWithoutComments(List<PageLine> lines) {
    int texts = 0;
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      if (texts >= 2 && PageFurniture.isCountedCommentHeader(line)) {
        return i;
      }
      texts += !line.isBlank() && line.content().length() > 80 ? 1 : 0;
    }
    return lines.size();
  }
}
