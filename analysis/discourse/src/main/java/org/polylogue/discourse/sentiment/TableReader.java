package org.polylogue.discourse.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads tab-separated tables whose mistakes are named by file, line and column. */
final class TableReader {

  private static final int MAX_LINE = 10_000;

  private TableReader() {}

  /** A row and where it stands. */
  record Row(String table, int line, List<String> cells) {

    String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }

    /** A number of the range, or the mistake with line and column. */
    double number(int index, double least, double most, String what) {
      double value;
      try {
        value = Double.parseDouble(cell(index));
      } catch (NumberFormatException e) {
        value = Double.NaN;
      }
      if (!(value >= least && value <= most)) {
        throw mistake(
            index,
            what + " is '" + shown(cell(index)) + "', not a number from " + least + " to " + most);
      }
      return value;
    }

    IllegalArgumentException mistake(int index, String problem) {
      int column = 1;
      for (int i = 0; i < Math.min(index, cells.size()); i++) {
        column += cells.get(i).length() + 1;
      }
      if (index >= cells.size()) {
        column--;
      }
      return new IllegalArgumentException(
          table + ", line " + line + ", column " + column + ": " + problem);
    }

    static String shown(String cell) {
      return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }
  }

  static List<Row> read(String table, Reader reader) throws IOException {
    BufferedReader lines = new BufferedReader(reader);
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (number == 1 && line.startsWith("\uFEFF")) {
        line = line.substring(1);
      }
      if (line.isBlank() || line.startsWith("# ") || line.equals("#")) {
        continue;
      }
      Row row = new Row(table, number, List.of(line.split("\t", -1)));
      if (line.length() > MAX_LINE) {
        throw row.mistake(0, "the line is longer than " + MAX_LINE + " characters");
      }
      rows.add(row);
    }
    return rows;
  }
}
