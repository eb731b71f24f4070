package org.polylogue.validation.coding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.polylogue.results.run.CsvRows;

/**
 * A table in a folder that {@code polylogue analyze} wrote, with the facts of each row's article
 * and comment beside it. Immutable but for the files; thread-safe.
 */
public final class ResultTable {

  private static final String ARTICLE = "article.";
  private static final String COMMENT = "comment.";

  private final Path folder;
  private final String name;
  private final List<String> columns;
  private final Map<String, Map<String, String>> articles;
  private final Map<String, Map<String, String>> comments;

  /**
   * A row.
   *
   * @param id {@code r} and twelve hexadecimal digits, no number to a spreadsheet, that stand for
   *     the place that the row speaks of, whatever it says of it; the same in another run over the
   *     same texts
   * @param cells by column
   * @param article the facts of its article by column of {@code articles.csv}; empty if unknown
   * @param comment the facts of its comment by column of {@code comments.csv}; empty if it is of no
   *     comment
   */
  public record Row(
      String id,
      Map<String, String> cells,
      Map<String, String> article,
      Map<String, String> comment) {

    /**
     * A cell.
     *
     * @param column a column of the table, otherwise one of {@code articles.csv}; {@code
     *     article.COLUMN} and {@code comment.COLUMN} for one of those; {@code document} tells
     *     article or comment
     * @return its text; empty if there is none
     */
    public String cell(String column) {
      if (cells.containsKey(column)) {
        return cells.get(column);
      }
      if (column.equals("document")) {
        return comment.isEmpty() ? "article" : "comment";
      }
      if (column.startsWith(COMMENT)) {
        return comment.getOrDefault(column.substring(COMMENT.length()), "");
      }
      String other = column.startsWith(ARTICLE) ? column.substring(ARTICLE.length()) : column;
      return article.getOrDefault(other, "");
    }
  }

  private ResultTable(
      Path folder,
      String name,
      List<String> columns,
      Map<String, Map<String, String>> articles,
      Map<String, Map<String, String>> comments) {
    this.folder = folder;
    this.name = name;
    this.columns = List.copyOf(columns);
    this.articles = articles;
    this.comments = comments;
  }

  /**
   * A table.
   *
   * @param results the folder
   * @param name of the table, such as {@code quotations}
   * @return the table, not yet read
   * @throws IOException if there is no such table; the message says how to mend it
   */
  public static ResultTable of(Path results, String name) throws IOException {
    Path file = results.resolve(name + ".csv");
    if (!name.matches("[a-z_]++") || !Files.isRegularFile(file)) {
      throw new IOException(
          "no table " + name + " in " + results + "; give a folder that polylogue analyze wrote");
    }
    List<String> columns;
    try (CsvRows rows = CsvRows.open(file)) {
      columns = rows.columns();
    }
    return new ResultTable(
        results,
        name,
        columns,
        facts(results.resolve("articles.csv"), "article_id"),
        facts(results.resolve("comments.csv"), "comment_id"));
  }

  private static Map<String, Map<String, String>> facts(Path file, String id) throws IOException {
    Map<String, Map<String, String>> facts = new HashMap<>();
    if (Files.isRegularFile(file)) {
      try (CsvRows rows = CsvRows.open(file)) {
        while (rows.hasNext()) {
          Map<String, String> row = rows.next();
          row.remove("text");
          facts.put(row.getOrDefault(id, ""), row);
        }
      }
    }
    return facts;
  }

  /**
   * Its name.
   *
   * @return such as {@code quotations}
   */
  public String name() {
    return name;
  }

  /**
   * Whether rows have a cell of a name.
   *
   * @param column as for {@link Row#cell}
   * @return true if there is such a column
   */
  public boolean has(String column) {
    return columns.contains(column)
        || column.equals("document")
        || has(articles, column.startsWith(ARTICLE) ? column.substring(ARTICLE.length()) : column)
        || column.startsWith(COMMENT) && has(comments, column.substring(COMMENT.length()));
  }

  private static boolean has(Map<String, Map<String, String>> facts, String column) {
    return !facts.isEmpty() && facts.values().iterator().next().containsKey(column);
  }

  /**
   * The column that says how sure the machine is.
   *
   * @return {@code confidence}, {@code probability} or {@code similarity}; empty if none does
   */
  public String confidence() {
    return List.of("confidence", "probability", "similarity").stream()
        .filter(columns::contains)
        .findFirst()
        .orElse("");
  }

  /**
   * Reads the table.
   *
   * @param each takes the rows, in order
   * @throws IOException if it cannot be read
   */
  public void read(Consumer<Row> each) throws IOException {
    List<String> key = RowIds.key(name);
    if (!columns.containsAll(key)) {
      throw new IOException("the table " + name + " has no column " + key);
    }
    RowIds ids = new RowIds(name);
    try (CsvRows rows = CsvRows.open(folder.resolve(name + ".csv"))) {
      while (rows.hasNext()) {
        Map<String, String> cells = rows.next();
        String document = cells.getOrDefault("document_id", cells.getOrDefault("comment_id", ""));
        each.accept(
            new Row(
                ids.next(cells),
                cells,
                articles.getOrDefault(cells.getOrDefault("article_id", ""), Map.of()),
                comments.getOrDefault(document, Map.of())));
      }
    }
  }
}
