package org.polylogue.results.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Rows through DuckDB's appender, which is much faster than statements. They wait here until {@link
 * #flush}: the appender writes its rows whenever it has some 2,000, also before those of other
 * tables that they lead to.
 */
final class DuckDbRows implements RowWriter {

  private final DuckDBAppender appender;
  private final List<List<Object>> waiting = new ArrayList<>();

  DuckDbRows(Connection connection, String table) throws SQLException {
    this.appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
  }

  @Override
  public void add(List<Object> cells) {
    waiting.add(cells);
  }

  private void append(List<Object> cells) throws SQLException {
    appender.beginRow();
    for (Object cell : cells) {
      if (cell == null) {
        appender.appendNull();
      } else if (cell instanceof Integer whole) {
        appender.append(whole.intValue());
      } else if (cell instanceof Double decimal) {
        appender.append(decimal.doubleValue());
      } else {
        appender.append((String) cell);
      }
    }
    appender.endRow();
  }

  @Override
  public void flush() throws SQLException {
    for (List<Object> cells : waiting) {
      append(cells);
    }
    waiting.clear();
    appender.flush();
  }

  @Override
  public void close() throws SQLException {
    appender.close();
  }
}
