package org.polylogue.results.summary;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.results.database.ResultsDatabase;

/** The database of some results, to count again in SQL what was counted in Java. */
final class Recount implements AutoCloseable {

  private final Connection connection;

  Recount(Path folder, List<Discourse> discourses) throws IOException, SQLException {
    Path file = folder.resolve("results.duckdb");
    try (ResultsDatabase database =
        new ResultsDatabase(ResultsDatabase.Kind.DUCKDB, file, Layers.STANDARD)) {
      for (Discourse discourse : discourses) {
        database.add(discourse);
      }
      database.finish();
    }
    connection = DriverManager.getConnection("jdbc:duckdb:" + file);
  }

  /** The rows of a query; an empty text for NULL, numbers to six decimals. */
  List<List<String>> query(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(cell(result.getObject(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  static String cell(Object value) {
    return value instanceof Double number
        ? String.format(java.util.Locale.ROOT, "%.6f", Math.rint(number * 1e6) / 1e6 + 0.0)
        : Objects.toString(value, "");
  }

  static List<List<String>> written(List<List<Object>> rows, int... columns) {
    return rows.stream()
        .map(row -> java.util.Arrays.stream(columns).mapToObj(i -> cell(row.get(i))).toList())
        .toList();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
