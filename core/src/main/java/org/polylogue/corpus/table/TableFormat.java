package org.polylogue.corpus.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.OutcomeReader;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.corpus.table.ColumnMapping.Meaning;
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
  private static final int CLEAR = 50;

  /** Names of columns and what stands between them; no line of JSON, markup or code. */
  private static final Pattern NAMES =
      Pattern.compile("[\\p{L}\\p{M}\\p{N} _.,;|()#?'\"/\\t-]{3,1000}");

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

  /**
   * Accepts {@code .csv} and {@code .tsv} files whose header can be read, files of other names that
   * begin with a line of known names, and folders of both tables.
   */
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
    if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab")) {
      return mapping.isPresent() || isReadable(source);
    }
    return looksLikeTable(source.headText()) && isReadable(source);
  }

  /** A first line of short names, known ones among them, and as many cells in the next one. */
  private static boolean looksLikeTable(String head) {
    List<String> lines = head.lines().filter(line -> !line.isBlank()).limit(2).toList();
    if (lines.size() < 2 || lines.get(0).length() > 1000) {
      return false;
    }
    String header = lines.get(0);
    if (TableRows.SEPARATOR.matcher(header).matches()) {
      return true;
    }
    if (!NAMES.matcher(header).matches()) {
      return false;
    }
    char mark = TableRows.delimiter(header);
    List<String> names = TableRows.split(header, mark);
    return names.size() > 1
        && names.stream().allMatch(name -> name.length() < 40)
        && TableRows.split(lines.get(1), mark).size() > 1
        && ColumnMapping.guess(names).columns().size() > 1;
  }

  /** Covers the two tables. */
  @Override
  public boolean covers(CorpusSource folder, Path entry) {
    String name = entry.getFileName().toString();
    return name.equals(ARTICLES) || name.equals(COMMENTS);
  }

  private boolean isReadable(CorpusSource table) {
    try (TableRows rows = new TableRows(table)) {
      return mapped(rows, table).isReadable();
    } catch (CorpusException | IllegalArgumentException e) {
      return true;
    }
  }

  private ColumnMapping mapped(TableRows rows, CorpusSource table) {
    if (mapping.isPresent() && mapping.get().columns().containsKey(Meaning.TEXT)) {
      return mapping.get().completed(rows.names());
    }
    ColumnMapping guessed = mapping.orElse(ColumnMapping.guess(List.of())).completed(rows.names());
    if (!guessed.readsArticleAsText()) {
      return guessed;
    }
    try (TableRows again = new TableRows(table)) {
      Map<String, String> row = nextGood(again);
      return row == null ? guessed : guessed.corrected(row);
    }
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    List<ReadOutcome> faults = new ArrayList<>();
    Map<String, List<Comment>> comments = new LinkedHashMap<>();
    Map<String, Article> heads = new HashMap<>();
    Deque<Notice> notices = new ArrayDeque<>();
    CorpusSource articles = source;
    if (source.isFolder()) {
      Path folder = source.path();
      articles = source.withPath(folder.resolve(ARTICLES));
      comments(source.withPath(folder.resolve(COMMENTS)), comments, heads, faults, notices);
    }
    TableRows rows = new TableRows(articles);
    ColumnMapping columns;
    try {
      columns = mapped(rows, articles);
    } catch (IllegalArgumentException e) {
      rows.close();
      throw new CorpusException(articles.place(1), e.getMessage());
    }
    if (!columns.isReadable()) {
      rows.close();
      throw new CorpusException(
          articles.place(1),
          "no column is known for the text of articles or comments; give a mapping such as"
              + " text=COLUMN,article=COLUMN");
    }
    Stream<ReadOutcome> items = Stream.of();
    if (columns.isComments()) {
      rows.close();
      comments(articles, comments, heads, faults, notices);
    } else {
      RowConversation reader = new RowConversation(columns, order(articles, columns, notices));
      if (columns.isExcerpt()) {
        notices.add(RowConversation.excerpt(columns));
      }
      items = new Articles(articles, rows, reader, comments).stream();
    }
    Stream<ReadOutcome> rest = new Rest(comments, heads, articles.place()).stream();
    return Stream.concat(Stream.concat(faults.stream(), items), rest)
        .map(outcome -> noticed(outcome, notices))
        .onClose(rows::close);
  }

  /** The first conversation gets the notices of the file. */
  private static ReadOutcome noticed(ReadOutcome outcome, Deque<Notice> notices) {
    if (notices.isEmpty() || !(outcome instanceof ReadOutcome.Read read)) {
      return outcome;
    }
    List<Notice> all = new ArrayList<>(read.notices());
    all.addAll(notices);
    notices.clear();
    return new ReadOutcome.Read(read.place(), read.conversation(), all);
  }

  /**
   * How days and months stand in the column of dates: as one that has a day above 12 shows, unless
   * another one shows the contrary. A column whose first values leave no doubt is read no further.
   */
  private WrittenTime.DayOrder order(
      CorpusSource table, ColumnMapping columns, Deque<Notice> notices) {
    Meaning dated = columns.isComments() ? Meaning.TIME : Meaning.DATE;
    WrittenTime.DayOrder order = WrittenTime.DayOrder.UNKNOWN;
    String example = "";
    if (!columns.columns().containsKey(dated)) {
      return order;
    }
    try (TableRows rows = new TableRows(table)) {
      int clear = 0;
      boolean doubt = false;
      for (Map<String, String> row = rows.next(); row != null; row = nextGood(rows)) {
        String written = columns.value(row, dated).orElse("");
        WrittenTime.DayOrder shown = WrittenTime.orderIn(written);
        boolean told = WrittenTime.moment(written).isPresent();
        clear += told && shown == WrittenTime.DayOrder.UNKNOWN ? 1 : 0;
        doubt |= !told && !written.isBlank();
        if (shown != WrittenTime.DayOrder.UNKNOWN) {
          if (order != WrittenTime.DayOrder.UNKNOWN && order != shown) {
            return WrittenTime.DayOrder.UNKNOWN;
          }
          example = order == shown ? example : written;
          order = shown;
        } else if (clear >= CLEAR && !doubt && order == WrittenTime.DayOrder.UNKNOWN) {
          return order;
        }
      }
      if (doubt && order != WrittenTime.DayOrder.UNKNOWN) {
        notices.add(
            new Notice(
                Notice.Kind.DOUBTFUL,
                0,
                example,
                (order == WrittenTime.DayOrder.DAY_FIRST ? "days" : "months")
                    + " stand first in dates of the column "
                    + columns.columns().get(dated)
                    + ", as this one shows"));
      }
      return order;
    } catch (CorpusException e) {
      return order;
    }
  }

  /** The next row that is not damaged; damaged ones are told when the table is read. */
  private static Map<String, String> nextGood(TableRows rows) {
    while (true) {
      try {
        return rows.next();
      } catch (CorpusException e) {
        // The next line may be sound.
      }
    }
  }

  private void comments(
      CorpusSource source,
      Map<String, List<Comment>> comments,
      Map<String, Article> heads,
      List<ReadOutcome> faults,
      Deque<Notice> notices) {
    long held = 0;
    Set<String> posts = new HashSet<>();
    try (TableRows rows = new TableRows(source)) {
      ColumnMapping columns = mapped(rows, source);
      WrittenTime.DayOrder order = order(source, columns, notices);
      RowConversation reader = new RowConversation(columns, order);
      boolean withArticles =
          columns.columns().containsKey(ColumnMapping.Meaning.TEXT)
              || columns.columns().containsKey(ColumnMapping.Meaning.TITLE);
      while (true) {
        try {
          Map<String, String> row = rows.next();
          if (row == null) {
            tellApart(comments);
            return;
          }
          Place place = source.place(Math.max(1, rows.line()));
          String article = reader.articleId(row, source.name());
          if (reader.isFirstPost(row)) {
            Article head =
                new RowConversation(columns.asArticle(), order).article(row, article, place);
            heads.put(article, head);
            posts.add(article);
            comments.computeIfAbsent(article, id -> new ArrayList<>());
            held += head.text().length() + 200L;
            continue;
          }
          if (withArticles) {
            Article head = heads.get(article);
            if (head == null) {
              head = reader.article(row, article, place);
              heads.put(article, head);
              held += head.text().length() + 200L;
            } else if (columns.hasOwnTitles()
                && !posts.contains(article)
                && !head.title().equals(columns.value(row, Meaning.TITLE).orElse(""))) {
              heads.put(article, Article.of(article, "", ""));
            }
          }
          List<Comment> under = comments.computeIfAbsent(article, id -> new ArrayList<>());
          Comment comment = reader.comment(row, under.size() + 1, article, place);
          held += comment.text().length() + 200L;
          if (held > MOST_HELD || under.size() >= source.limits().comments()) {
            throw new IllegalStateException("too many");
          }
          under.add(comment);
        } catch (CorpusException e) {
          faults.add(e.asOutcome());
        } catch (IllegalArgumentException e) {
          faults.add(
              new ReadOutcome.Failed(source.place(Math.max(1, rows.line())), e.getMessage()));
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

  /**
   * Comments of an article, with ids that are not mixed up with its own: it stands before theirs if
   * one of them has it. Who answers the article answers no comment.
   */
  static List<Comment> apart(String article, List<Comment> comments) {
    boolean mixed = comments.stream().anyMatch(comment -> comment.id().equals(article));
    return comments.stream()
        .map(
            comment ->
                comment.withReplyTo(
                    comment
                        .replyTo()
                        .filter(to -> !to.equals(article) || mixed && !to.equals(comment.id()))))
        .map(comment -> mixed ? under(article, comment) : comment)
        .toList();
  }

  /** The comment with the id of its article before its own and before that of what it answers. */
  private static Comment under(String article, Comment comment) {
    return new Comment(
        article + "#" + comment.id(),
        comment.author(),
        comment.time(),
        comment.score(),
        comment.text(),
        comment.replyTo().map(to -> article + "#" + to),
        comment.blocks(),
        comment.attributes());
  }

  /** Where ids count anew under each article, all get the id of their article before them. */
  private static void tellApart(Map<String, List<Comment>> comments) {
    Set<String> before = new HashSet<>();
    boolean again = false;
    for (List<Comment> under : comments.values()) {
      Set<String> here = new HashSet<>();
      under.forEach(comment -> here.add(comment.id()));
      again |= here.stream().anyMatch(before::contains);
      before.addAll(here);
    }
    if (again) {
      comments.replaceAll(
          (article, under) -> under.stream().map(comment -> under(article, comment)).toList());
    }
  }

  private static final class Articles extends OutcomeReader {

    private final CorpusSource source;
    private final TableRows rows;
    private final RowConversation reader;
    private final Map<String, List<Comment>> comments;
    private long number;

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
    protected ReadOutcome read() {
      try {
        Map<String, String> row = rows.next();
        if (row == null) {
          return null;
        }
        Place place = source.place(Math.max(1, rows.line()));
        Article article = reader.article(row, source.name() + "#" + ++number, place);
        List<Comment> under = comments.remove(article.id());
        return new ReadOutcome.Read(
            place,
            Conversation.of(article, under == null ? List.of() : apart(article.id(), under)),
            article.text().isBlank()
                ? List.of(RowConversation.textless(article, place))
                : List.of());
      } catch (CorpusException e) {
        return e.asOutcome();
      } catch (IllegalArgumentException e) {
        return new ReadOutcome.Failed(source.place(Math.max(1, rows.line())), e.getMessage());
      }
    }
  }

  /** Comments whose article no row has. */
  private static final class Rest extends OutcomeReader {

    private final Map<String, List<Comment>> comments;
    private final Map<String, Article> heads;
    private final Place place;

    Rest(Map<String, List<Comment>> comments, Map<String, Article> heads, Place place) {
      this.comments = comments;
      this.heads = heads;
      this.place = place;
    }

    @Override
    protected ReadOutcome read() {
      if (comments.isEmpty()) {
        return null;
      }
      String id = comments.keySet().iterator().next();
      Article article = heads.getOrDefault(id, Article.of(id, "", ""));
      List<Notice> notices =
          article.text().isEmpty()
              ? List.of(
                  new Notice(Notice.Kind.DOUBTFUL, 0, id, "no row has the article; it has no text"))
              : List.of();
      return new ReadOutcome.Read(
          place, Conversation.of(article, apart(id, comments.remove(id))), notices);
    }
  }
}
