package org.polylogue.results.database;

import java.sql.SQLException;
import java.util.List;

/** Takes the rows of one table. */
interface RowWriter {

  /** Adds a row; cells are Strings, Integers, Doubles, or null. */
  void add(List<Object> cells) throws SQLException;

  /** Makes sure that the rows are in the table. */
  void flush() throws SQLException;

  void close() throws SQLException;
}
