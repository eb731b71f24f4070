package org.polylogue.samples.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the tables that a run on Spark wrote with DuckDB and prints what is in them. */
public final class ParquetRows {

  private static final String MOST_QUOTED =
      "SELECT a.name, count(*) AS quotations FROM '%s/quotations.parquet/*.parquet' q"
          + " JOIN '%s/actors.parquet/*.parquet' a ON a.actor_id = q.actor_id"
          + " GROUP BY a.name ORDER BY quotations DESC, a.name LIMIT 3";

  private ParquetRows() {}

  /**
   * Prints the number of rows of each table, and who is quoted most.
   *
   * @param args the folder of the run
   * @throws IOException if it cannot be listed
   * @throws SQLException if a table cannot be read
   */
  public static void main(String[] args) throws IOException, SQLException {
    Path folder = Path.of(args[0]);
    List<String> tables;
    try (Stream<Path> files = Files.list(folder)) {
      tables =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".parquet"))
              .sorted()
              .toList();
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        String from = "'" + folder.resolve(table) + "/*.parquet'";
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
          rows.next();
          System.out.printf(Locale.ROOT, "%6d rows of %s%n", rows.getLong(1), table);
        }
      }
      String most = String.format(Locale.ROOT, MOST_QUOTED, folder, folder);
      try (ResultSet rows = statement.executeQuery(most)) {
        while (rows.next()) {
          System.out.printf(
              Locale.ROOT, "%6d quotations of %s%n", rows.getLong(2), rows.getString(1));
        }
      }
    }
  }
}
