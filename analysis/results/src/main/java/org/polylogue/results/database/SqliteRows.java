package org.polylogue.results.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Rows through a prepared statement, in batches. */
final class SqliteRows implements RowWriter {

  private final PreparedStatement insert;

  SqliteRows(Connection connection, String table, int columns) throws SQLException {
    String marks = String.join(", ", Collections.nCopies(columns, "?"));
    this.insert =
        connection.prepareStatement("INSERT INTO \"" + table + "\" VALUES (" + marks + ")");
  }

  @Override
  public void add(List<Object> cells) throws SQLException {
    for (int i = 0; i < cells.size(); i++) {
      insert.setObject(i + 1, cells.get(i));
    }
    insert.addBatch();
  }

  @Override
  public void flush() throws SQLException {
    insert.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
