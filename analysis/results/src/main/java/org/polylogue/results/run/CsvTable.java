package org.polylogue.results.run;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.polylogue.text.SpreadsheetText;

/**
 * A CSV table (RFC 4180, header row, {@code \n} ends a row). A text cell that a spreadsheet would
 * take for a formula gets an apostrophe in front unless raw cells are asked for, see {@link
 * SpreadsheetText}; numbers are never changed. Not thread-safe.
 */
public final class CsvTable {

  /** Java writes smaller numbers with an exponent. */
  private static final double LEAST_PLAIN = 1e-3;

  private final CSVPrinter printer;
  private final boolean raw;
  private final int columns;

  /**
   * A table with its header row written.
   *
   * @param writer where to; closed by its owner
   * @param raw true to leave text cells as they are
   * @param columns names of the columns
   * @throws IOException if the header cannot be written
   */
  public CsvTable(Writer writer, boolean raw, String... columns) throws IOException {
    this.printer =
        new CSVPrinter(writer, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    this.raw = raw;
    this.columns = columns.length;
    row((Object[]) columns);
  }

  /**
   * Writes a row.
   *
   * @param cells one for each column; null and empty optionals are empty cells
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if there are more or fewer cells than columns
   */
  public void row(Object... cells) throws IOException {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    for (Object cell : cells) {
      printer.print(printable(cell));
    }
    printer.println();
  }

  private Object printable(Object cell) {
    Object value = cell instanceof Optional<?> optional ? optional.orElse(null) : cell;
    if (value instanceof Double number && number != 0 && Math.abs(number) < LEAST_PLAIN) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    if (value == null || value instanceof Number || raw) {
      return value;
    }
    return SpreadsheetText.guarded(value.toString());
  }
}
