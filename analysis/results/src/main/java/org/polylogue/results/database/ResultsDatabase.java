package org.polylogue.results.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.discourse.table.DiscourseRows;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.results.run.ResultFile;
import org.polylogue.text.OffsetUnit;

/**
 * The tables of an analysis as a database, or as Parquet files: the rows of the CSV files, where an
 * empty cell is NULL. Articles, comments, actors, mentions and quotations have their ids as primary
 * keys; every {@code article_id} leads to an article. {@code docs/formats/database.md} describes
 * the schema and its views. Not thread-safe.
 */
public final class ResultsDatabase implements ResultFile {

  /** Kinds of databases. */
  public enum Kind {
    /** A file of DuckDB. */
    DUCKDB,
    /** A file of SQLite. */
    SQLITE,
    /** A folder with a Parquet file for each table. */
    PARQUET
  }

  private static final int ROWS_PER_FLUSH = 50_000;
  private static final String SCRATCH = ".scratch";

  /** Ids of comments, mentions and quotations are unique in their article. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "articles", List.of("article_id"),
          "comments", List.of("article_id", "comment_id"),
          "actors", List.of("actor_id"),
          "mentions", List.of("article_id", "mention_id"),
          "quotations", List.of("article_id", "quotation_id"));

  private final Kind kind;
  private final Path out;
  private final Connection connection;
  private final Map<String, RowWriter> tables = new LinkedHashMap<>();
  private final ActorRows actors = new ActorRows();
  private final OffsetUnit unit;
  private int waiting;
  private boolean finished;

  /**
   * An empty database, where offsets count UTF-16 code units.
   *
   * @param kind of which kind
   * @param out the file to make, or the folder for Parquet; must not be there yet
   * @param layers the layers that have tables
   * @throws IOException if it cannot be made or the driver is not on the class path
   */
  public ResultsDatabase(Kind kind, Path out, Layers layers) throws IOException {
    this(kind, out, layers, OffsetUnit.UTF_16);
  }

  /**
   * An empty database.
   *
   * @param kind of which kind
   * @param out the file to make, or the folder for Parquet; must not be there yet
   * @param layers the layers that have tables
   * @param unit what the columns of offsets count
   * @throws IOException if it cannot be made or the driver is not on the class path
   */
  public ResultsDatabase(Kind kind, Path out, Layers layers, OffsetUnit unit) throws IOException {
    this.unit = Objects.requireNonNull(unit, "unit");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.out = Objects.requireNonNull(out, "out");
    Path file = out;
    if (kind == Kind.PARQUET) {
      Files.createDirectories(out);
      file = out.resolve(SCRATCH);
    }
    String driver = kind == Kind.SQLITE ? "jdbc:sqlite:" : "jdbc:duckdb:";
    try {
      connection = DriverManager.getConnection(driver + file);
      create(DiscourseTable.all(layers));
    } catch (SQLException e) {
      throw new IOException(out + ": " + e.getMessage(), e);
    }
  }

  private void create(List<Table<?>> all) throws SQLException {
    if (kind == Kind.SQLITE) {
      // nothing is lost by it: the file is new, and gets its name only when it is whole
      run("PRAGMA journal_mode = OFF");
      run("PRAGMA synchronous = OFF");
      run("PRAGMA foreign_keys = ON");
      connection.setAutoCommit(false);
    }
    for (Table<?> table : all) {
      run(creation(table));
    }
    for (Table<?> table : all) {
      String name = table.name();
      tables.put(
          name,
          kind == Kind.SQLITE
              ? new SqliteRows(connection, name, table.columns().size())
              : new DuckDbRows(connection, name));
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * The statement that makes a table.
   *
   * @param table the table
   * @return SQL that DuckDB and SQLite take
   */
  static String creation(Table<?> table) {
    List<String> parts = new ArrayList<>();
    for (Table.Column column : table.columns()) {
      String type =
          switch (column.type()) {
            case TEXT -> "VARCHAR";
            case WHOLE -> "INTEGER";
            case DECIMAL -> "DOUBLE";
          };
      boolean article = column.name().equals("article_id") && !table.name().equals("articles");
      parts.add(
          quoted(column.name())
              + " "
              + type
              + (article ? " REFERENCES \"articles\" (\"article_id\")" : ""));
    }
    List<String> key = KEYS.getOrDefault(table.name(), List.of());
    if (!key.isEmpty()) {
      parts.add(
          "PRIMARY KEY ("
              + key.stream().map(ResultsDatabase::quoted).collect(Collectors.joining(", "))
              + ")");
    }
    return "CREATE TABLE " + quoted(table.name()) + " (" + String.join(", ", parts) + ")";
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * Adds an article with all that was found.
   *
   * @throws IllegalArgumentException if something was found in a layer that has no table here
   */
  @Override
  public void add(Discourse discourse) throws IOException {
    DiscourseRows rows = DiscourseRows.of(discourse, false, unit);
    try {
      for (String table : rows.tables()) {
        add(table, rows.of(table));
      }
      if (waiting >= ROWS_PER_FLUSH) {
        flush();
      }
    } catch (SQLException e) {
      throw new IOException(out + ": " + e.getMessage(), e);
    }
    actors.add(discourse);
  }

  private void add(String name, List<List<Object>> rows) throws SQLException {
    RowWriter table =
        Optional.ofNullable(tables.get(name))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "table " + name + " is of none of the layers of this database"));
    for (List<Object> row : rows) {
      List<Object> cells = new ArrayList<>(row);
      cells.replaceAll(cell -> "".equals(cell) ? null : cell);
      table.add(cells);
      waiting++;
    }
  }

  // articles come first, since the others lead to them
  private void flush() throws SQLException {
    for (RowWriter table : tables.values()) {
      table.flush();
    }
    waiting = 0;
  }

  /** Writes the actors and makes the views. */
  @Override
  public void finish() throws IOException {
    try {
      add(DiscourseTable.ACTORS.name(), actors.rows());
      flush();
      for (RowWriter table : tables.values()) {
        table.close();
      }
      Set<String> names = Set.copyOf(tables.keySet());
      if (kind == Kind.PARQUET) {
        for (String table : names) {
          Path file = out.resolve(table + ".parquet");
          run(
              "COPY "
                  + quoted(table)
                  + " TO '"
                  + file.toString().replace("'", "''")
                  + "' (FORMAT parquet)");
        }
      } else {
        for (Map.Entry<String, String> view : Views.all().entrySet()) {
          run("CREATE VIEW " + quoted(view.getKey()) + " AS " + view.getValue());
        }
      }
      if (kind == Kind.SQLITE) {
        connection.commit();
      }
      finished = true;
    } catch (SQLException e) {
      throw new IOException(out + ": " + e.getMessage(), e);
    }
  }

  /** Closes the database; one that was not finished is removed. */
  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(out + ": " + e.getMessage(), e);
    } finally {
      if (kind == Kind.PARQUET) {
        Files.deleteIfExists(out.resolve(SCRATCH));
        Files.deleteIfExists(out.resolve(SCRATCH + ".wal"));
      } else if (!finished) {
        Files.deleteIfExists(out);
        Files.deleteIfExists(out.resolveSibling(out.getFileName() + ".wal"));
      }
    }
  }
}
