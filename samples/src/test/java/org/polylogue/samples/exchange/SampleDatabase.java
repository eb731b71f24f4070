package org.polylogue.samples.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** The results of the sample corpus as {@code convert} makes a database of them. */
final class SampleDatabase implements AutoCloseable {

  private static final Pattern NUMBER = Pattern.compile("-?\\d++(\\.\\d++)?(E-?\\d++)?");

  private final Connection connection;

  SampleDatabase(Path folder, String kind) throws SQLException {
    Path file = folder.resolve("results." + kind);
    SampleResults.command(
        "convert", SampleResults.FOLDER.toString(), file.toString(), "--to", kind);
    connection = DriverManager.getConnection("jdbc:" + kind + ":" + file);
  }

  /** The rows of a query, in its order. */
  List<List<String>> query(String sql) {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(cell(result.getString(i)));
        }
        rows.add(row);
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException(sql, e);
    }
    return rows;
  }

  /** Numbers in one form. */
  static String cell(String text) {
    if (text == null || text.equals("null")) {
      return "";
    }
    return NUMBER.matcher(text).matches()
        ? String.format(Locale.ROOT, "%.6f", Double.parseDouble(text) + 0.0)
        : text;
  }

  /** Rows whose numbers are the same but for the rounding to four decimals are equal. */
  static int compare(List<String> one, List<String> other) {
    boolean equal = one.size() == other.size();
    for (int i = 0; equal && i < one.size(); i++) {
      equal =
          one.get(i).equals(other.get(i))
              || NUMBER.matcher(one.get(i)).matches()
                  && NUMBER.matcher(other.get(i)).matches()
                  && Math.abs(Double.parseDouble(one.get(i)) - Double.parseDouble(other.get(i)))
                      < 1e-4;
    }
    return equal ? 0 : one.toString().compareTo(other.toString()) < 0 ? -1 : 1;
  }

  /** Some columns of a table that was printed as CSV. */
  static List<List<String>> columns(String csv, String... names) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(csv)).stream()
        .map(row -> Arrays.stream(names).map(name -> cell(row.get(name))).toList())
        .toList();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
