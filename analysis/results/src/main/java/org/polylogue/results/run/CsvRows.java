package org.polylogue.results.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.polylogue.text.SpreadsheetText;
import org.polylogue.text.Utf8File;

/**
 * Reads a table that {@link CsvTable} wrote, or a like one, row by row: RFC 4180, UTF-8, a header
 * row. The apostrophe before what a spreadsheet would run is taken away, see {@link
 * SpreadsheetText}. For one thread; to be closed.
 */
public final class CsvRows implements AutoCloseable, Iterator<Map<String, String>> {

  private final Path file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  private CsvRows(Path file, CSVParser parser) {
    this.file = file;
    this.parser = parser;
    this.records = parser.iterator();
  }

  /**
   * Opens a table.
   *
   * @param file the table
   * @return its rows
   * @throws IOException if it cannot be read or its header has a name twice; the message names the
   *     file
   */
  public static CsvRows open(Path file) throws IOException {
    BufferedReader reader = Utf8File.open(file);
    try {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      return new CsvRows(file, CSVParser.builder().setReader(reader).setFormat(format).get());
    } catch (IllegalArgumentException e) {
      reader.close();
      throw new IOException(file + ": " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /**
   * The names of the columns.
   *
   * @return in order
   */
  public List<String> columns() {
    return parser.getHeaderNames();
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(
          new IOException(file + ": " + e.getCause().getMessage(), e.getCause()));
    }
  }

  /** The cells of the next row by column; a cell that a short row lacks is empty. */
  @Override
  public Map<String, String> next() {
    CSVRecord row = records.next();
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : columns()) {
      cells.put(column, row.isSet(column) ? SpreadsheetText.unguarded(row.get(column)) : "");
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
