package org.polylogue.corpus.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Conversation;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.text.Span;

/** What a download says of one article, until it is one. For one thread. */
final class Fields {

  /** Lines of wrapped text are at least that long, but for the last one of a paragraph. */
  private static final int WRAPPED = 50;

  private static final int WIDEST = 100;

  String title = "";
  String outlet = "";
  String byline = "";
  String section = "";
  Optional<Moment> date = Optional.empty();
  final Map<String, String> others = new TreeMap<>();
  final List<String> body = new ArrayList<>();

  /** Takes a date, or keeps what is written. */
  boolean date(String written) {
    date =
        WrittenTime.find(written, WrittenTime.DayOrder.UNKNOWN)
            .filter(found -> found.span().start() <= 12)
            .flatMap(WrittenTime::moment);
    return date.isPresent();
  }

  void other(String name, String value) {
    if (!value.isBlank()) {
      others.merge(name, value, (one, more) -> one + " " + more);
    }
  }

  ReadOutcome outcome(CorpusSource source, String id, int line) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : paragraphs(body)) {
      text.append(text.length() == 0 ? "" : "\n\n");
      int start = text.length();
      text.append(paragraph);
      blocks.add(new Block(Block.Kind.PARAGRAPH, new Span(start, text.length())));
    }
    if (blocks.isEmpty()) {
      return new ReadOutcome.Failed(
          source.place(line), "an article of the download has no text; leave it out");
    }
    Publication publication =
        new Publication(
            known(outlet), known(byline), date, Optional.empty(), known(section), others);
    List<Notice> notices =
        date.isPresent()
            ? List.of()
            : List.of(new Notice(Notice.Kind.DOUBTFUL, line, title, "its date cannot be told"));
    Article article = new Article(id, title, publication, text.toString(), blocks);
    return new ReadOutcome.Read(source.place(line), Conversation.of(article, List.of()), notices);
  }

  private static Optional<String> known(String value) {
    return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  /** Blocks between empty lines; those whose lines are wrapped are one paragraph. */
  private static List<String> paragraphs(List<String> lines) {
    List<String> paragraphs = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (int i = 0; i <= lines.size(); i++) {
      String line = i < lines.size() ? lines.get(i) : "";
      if (!line.isBlank()) {
        block.add(line);
      } else if (!block.isEmpty()) {
        if (isWrapped(block)) {
          paragraphs.add(String.join(" ", block));
        } else {
          paragraphs.addAll(block);
        }
        block.clear();
      }
    }
    return paragraphs;
  }

  private static boolean isWrapped(List<String> block) {
    for (int i = 0; i < block.size(); i++) {
      int length = block.get(i).length();
      if (length > WIDEST || i < block.size() - 1 && length < WRAPPED) {
        return false;
      }
    }
    return true;
  }
}
