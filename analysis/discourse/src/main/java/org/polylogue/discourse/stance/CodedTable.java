package org.polylogue.discourse.stance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.StanceLabel.Agreement;
import org.polylogue.model.StanceLabel.Favor;

/**
 * Coded texts in a CSV file (RFC 4180, UTF-8) whose first row names the columns. Column names match
 * in any case. Broken UTF-8 is read as replacement characters.
 */
public final class CodedTable {

  private static final int LONGEST_CELL = 1_000_000;

  private final Path file;
  private final UnaryOperator<String> cleaning;

  private CodedTable(Path file, UnaryOperator<String> cleaning) {
    this.file = file;
    this.cleaning = cleaning;
  }

  /**
   * A table in a file.
   *
   * @param file the CSV file
   * @return the table, not yet read
   */
  public static CodedTable of(Path file) {
    return new CodedTable(file, UnaryOperator.identity());
  }

  /**
   * The same table, whose texts are changed before they are used.
   *
   * @param change for instance takes away a mark that the collectors put into every text
   * @return a table
   */
  public CodedTable cleaned(UnaryOperator<String> change) {
    return new CodedTable(file, change);
  }

  /**
   * Reads texts with a target and a stance, whose cells say FAVOR, AGAINST or NONE in any case.
   *
   * @param text name of the column with the text
   * @param target name of the column with the target
   * @param label name of the column with the stance
   * @return the rows in order
   * @throws IOException if the file cannot be read, is no CSV, lacks a column or has another label;
   *     the message names file and line
   */
  public List<TargetExample> targets(String text, String target, String label) throws IOException {
    List<TargetExample> rows = new ArrayList<>();
    for (String[] cells : cells(text, target, label)) {
      Favor favor = label(Favor.values(), cells[2].toUpperCase(Locale.ROOT), label, cells[3]);
      rows.add(new TargetExample(cleaning.apply(cells[0]), cells[1].strip(), favor));
    }
    return rows;
  }

  /**
   * Reads pairs of a text and the reply to it.
   *
   * @param parent name of the column with the text that is answered
   * @param reply name of the column with the reply
   * @param label name of the column with the agreement
   * @param names what the cells of that column mean, such as 0 for DISAGREE
   * @return the rows in order
   * @throws IOException if the file cannot be read, is no CSV, lacks a column or has another label;
   *     the message names file and line
   */
  public List<ReplyExample> replies(
      String parent, String reply, String label, Map<String, Agreement> names) throws IOException {
    List<ReplyExample> rows = new ArrayList<>();
    for (String[] cells : cells(parent, reply, label)) {
      Agreement agreement = names.get(cells[2]);
      if (agreement == null) {
        throw new IOException(
            file
                + ", "
                + cells[3]
                + ": "
                + label
                + " is '"
                + shown(cells[2])
                + "', not one of "
                + names.keySet().stream().sorted().toList());
      }
      rows.add(new ReplyExample(cleaning.apply(cells[0]), cleaning.apply(cells[1]), agreement));
    }
    return rows;
  }

  /** Three named cells of each row and, as a fourth, where the row stands. */
  private List<String[]> cells(String... columns) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(false)
            .get();
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        CSVParser parser = CSVParser.builder().setReader(marked(reader)).setFormat(format).get()) {
      for (String column : columns) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new IOException(
              file + ", line 1: no column '" + column + "'; there are " + parser.getHeaderNames());
        }
      }
      List<String[]> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        String place = "line " + parser.getCurrentLineNumber();
        String[] cells = new String[columns.length + 1];
        for (int k = 0; k < columns.length; k++) {
          if (!record.isSet(columns[k])) {
            throw new IOException(file + ", " + place + ": no cell for '" + columns[k] + "'");
          }
          cells[k] = record.get(columns[k]);
          if (cells[k].length() > LONGEST_CELL) {
            throw new IOException(
                file
                    + ", "
                    + place
                    + ", '"
                    + columns[k]
                    + "': more than "
                    + LONGEST_CELL
                    + " characters in a cell; is a quotation mark missing?");
          }
        }
        cells[2] = cells[2].strip();
        cells[columns.length] = place;
        rows.add(cells);
      }
      return rows;
    } catch (UncheckedIOException e) {
      throw new IOException(file + ": " + e.getCause().getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static BufferedReader marked(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private <L extends Enum<L> & StanceLabel> L label(
      L[] labels, String cell, String column, String place) throws IOException {
    return Arrays.stream(labels)
        .filter(label -> label.name().equals(cell))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    file
                        + ", "
                        + place
                        + ": "
                        + column
                        + " is '"
                        + shown(cell)
                        + "', not one of "
                        + Arrays.toString(labels)));
  }

  private static String shown(String cell) {
    return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
  }
}
