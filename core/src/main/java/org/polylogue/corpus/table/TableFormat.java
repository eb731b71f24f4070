package org.polylogue.corpus.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/**
 * Reads tables (CSV, TSV or semicolons, UTF-8, a header row): one article a row, or one comment a
 * row. A folder with {@code articles.csv} and {@code comments.csv} is one corpus. Columns are known
 * by their names, or by a mapping. Comments of one article may stand anywhere in their table, which
 * is therefore held in memory, up to 200 million characters; articles are read row by row.
 *
 * <p>A table of comments alone gives articles without text. Immutable and thread-safe.
 */
public final class TableFormat implements CorpusFormat {

  private static final String ARTICLES = "articles.csv";
  private static final String COMMENTS = "comments.csv";
  private static final long MOST_HELD = 200_000_000;

  private final Optional<ColumnMapping> mapping;

  /** A reader that knows columns by their names. */
  public TableFormat() {
    this.mapping = Optional.empty();
  }

  /**
   * A reader with a mapping.
   *
   * @param mapping which column holds what
   */
  public TableFormat(ColumnMapping mapping) {
    this.mapping = Optional.of(mapping);
  }

  @Override
  public String name() {
    return "table";
  }

  /** Accepts {@code .csv} and {@code .tsv} files whose header can be read, and folders of both. */
  @Override
  public boolean accepts(CorpusSource source) {
    if (source.isFolder()) {
      Path articles = source.path().resolve(ARTICLES);
      return Files.isRegularFile(articles)
          && Files.isRegularFile(source.path().resolve(COMMENTS))
          && isReadable(source.withPath(articles));
    }
    String name = source.path().toString().toLowerCase(Locale.ROOT);
    name = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (!name.endsWith(".csv") && !name.endsWith(".tsv")) {
      return false;
    }
    return isReadable(source);
  }

  /** Covers the two tables. */
  @Override
  public boolean covers(CorpusSource folder, Path entry) {
    String name = entry.getFileName().toString();
    return name.equals(ARTICLES) || name.equals(COMMENTS);
  }

  private boolean isReadable(CorpusSource table) {
    try (TableRows rows = new TableRows(table)) {
      return mapped(rows).isReadable();
    } catch (CorpusException e) {
      return true;
    }
  }

  private ColumnMapping mapped(TableRows rows) {
    return mapping.orElseGet(() -> ColumnMapping.guess(rows.names()));
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    List<ReadOutcome> faults = new ArrayList<>();
    Map<String, List<Comment>> comments = new LinkedHashMap<>();
    CorpusSource articles = source;
    if (source.isFolder()) {
      Path folder = source.path();
      articles = source.withPath(folder.resolve(ARTICLES));
      comments(source.withPath(folder.resolve(COMMENTS)), comments, faults);
    }
    TableRows rows = new TableRows(articles);
    ColumnMapping columns = mapped(rows);
    if (!columns.isReadable()) {
      rows.close();
      throw new CorpusException(
          articles.place(1),
          "no column is known for the text of articles or comments; give a mapping such as"
              + " text=COLUMN,article=COLUMN");
    }
    Iterator<ReadOutcome> items;
    if (columns.isComments()) {
      rows.close();
      comments(articles, comments, faults);
      items = List.<ReadOutcome>of().iterator();
    } else {
      items = new Articles(articles, rows, new RowConversation(columns), comments);
    }
    Iterator<ReadOutcome> rest = new Rest(comments, articles.place());
    Iterator<ReadOutcome> all =
        List.of(faults.iterator(), items, rest).stream().reduce(Chain::new).orElseThrow();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(rows::close);
  }

  private void comments(
      CorpusSource source, Map<String, List<Comment>> comments, List<ReadOutcome> faults) {
    long held = 0;
    try (TableRows rows = new TableRows(source)) {
      RowConversation reader = new RowConversation(mapped(rows));
      while (true) {
        try {
          Map<String, String> row = rows.next();
          if (row == null) {
            return;
          }
          Place place = source.place(Math.max(1, rows.line()));
          String article = reader.articleId(row, place);
          List<Comment> under = comments.computeIfAbsent(article, id -> new ArrayList<>());
          Comment comment = reader.comment(row, under.size() + 1, article, place);
          held += comment.text().length() + 200L;
          if (held > MOST_HELD || under.size() >= source.limits().comments()) {
            throw new IllegalStateException("too many");
          }
          under.add(comment);
        } catch (CorpusException e) {
          faults.add(e.asOutcome());
        } catch (IllegalStateException e) {
          faults.add(
              new ReadOutcome.Failed(
                  source.place(Math.max(1, rows.line())),
                  "the table is too large to be held in memory; split it by article, or use JSON"
                      + " Lines"));
          return;
        }
      }
    }
  }

  /** One iterator after the other. */
  private record Chain(Iterator<ReadOutcome> first, Iterator<ReadOutcome> second)
      implements Iterator<ReadOutcome> {
    @Override
    public boolean hasNext() {
      return first.hasNext() || second.hasNext();
    }

    @Override
    public ReadOutcome next() {
      return first.hasNext() ? first.next() : second.next();
    }
  }

  private static final class Articles implements Iterator<ReadOutcome> {

    private final CorpusSource source;
    private final TableRows rows;
    private final RowConversation reader;
    private final Map<String, List<Comment>> comments;
    private ReadOutcome next;
    private long number;
    private boolean ended;

    Articles(
        CorpusSource source,
        TableRows rows,
        RowConversation reader,
        Map<String, List<Comment>> comments) {
      this.source = source;
      this.rows = rows;
      this.reader = reader;
      this.comments = comments;
    }

    @Override
    public boolean hasNext() {
      if (next == null && !ended) {
        try {
          Map<String, String> row = rows.next();
          if (row == null) {
            ended = true;
            return false;
          }
          Place place = source.place(Math.max(1, rows.line()));
          Article article = reader.article(row, source.name() + "#" + ++number, place);
          List<Comment> under = comments.remove(article.id());
          next =
              new ReadOutcome.Read(
                  place, Conversation.of(article, under == null ? List.of() : under), List.of());
        } catch (CorpusException e) {
          next = e.asOutcome();
        } catch (IllegalArgumentException e) {
          next = new ReadOutcome.Failed(source.place(Math.max(1, rows.line())), e.getMessage());
        }
      }
      return next != null;
    }

    @Override
    public ReadOutcome next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ReadOutcome outcome = next;
      next = null;
      return outcome;
    }
  }

  /** Comments whose article no row has. */
  private record Rest(Map<String, List<Comment>> comments, Place place)
      implements Iterator<ReadOutcome> {
    @Override
    public boolean hasNext() {
      return !comments.isEmpty();
    }

    @Override
    public ReadOutcome next() {
      if (comments.isEmpty()) {
        throw new NoSuchElementException();
      }
      String id = comments.keySet().iterator().next();
      Conversation conversation = Conversation.of(Article.of(id, "", ""), comments.remove(id));
      return new ReadOutcome.Read(
          place,
          conversation,
          List.of(
              new Notice(Notice.Kind.DOUBTFUL, 0, id, "no row has the article; it has no text")));
    }
  }
}
