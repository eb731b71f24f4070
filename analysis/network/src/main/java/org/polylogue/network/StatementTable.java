package org.polylogue.network;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.polylogue.text.Explanation;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;
import org.polylogue.text.SpreadsheetText;

/**
 * Statements as a CSV table, as the event list of the Discourse Network Analyzer has them: a row a
 * statement, with commas or semicolons between cells. Columns by name, case aside:
 *
 * <pre>
 * concept                                     what it is about
 * agreement                                   1 or 0, true or false, yes or no, agree or disagree
 * speaker, organization or person             who makes it; the column can also be named
 * document_id, document, docid or article     where it stands
 * date or time                                2023-11-30 or 30-11-2023, a time after it is left out
 * start, stop                                 the passage in the document, optional
 * any other                                   an attribute of the speaker
 * </pre>
 */
public final class StatementTable {

  private static final int MOST_COLUMNS = 1000;

  private StatementTable() {}

  /**
   * Reads a table.
   *
   * @param reader the file; closed by its owner
   * @param speakerColumn the column that names the speaker, empty for the first of {@code speaker},
   *     {@code organization}, {@code person}
   * @return the statements in the order of the rows
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if a column is missing or a cell cannot be read; the message
   *     names the line
   */
  public static List<Statement> read(Reader reader, Optional<String> speakerColumn)
      throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[1 << 16];
    for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
      text.append(buffer, 0, n);
    }
    String table = text.length() > 0 && text.charAt(0) == '\uFEFF' ? text.substring(1) : text + "";
    int lineEnd = table.indexOf('\n') < 0 ? table.length() : table.indexOf('\n');
    String header = table.substring(0, lineEnd);
    char delimiter = header.indexOf(';') >= 0 ? ';' : ',';
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.parse(table, format)) {
      Columns columns = new Columns(parser.getHeaderNames(), speakerColumn);
      List<Statement> statements = new ArrayList<>();
      for (CSVRecord row : parser) {
        statements.add(columns.statement(row));
      }
      return List.copyOf(statements);
    } catch (java.io.UncheckedIOException e) {
      throw new IllegalArgumentException("no CSV table: " + Explanation.of(e), e);
    }
  }

  private static final class Columns {
    private final List<String> names;
    private final int concept;
    private final int agreement;
    private final int speaker;
    private final int document;
    private final int date;
    private final int start;
    private final int stop;

    Columns(List<String> header, Optional<String> speakerColumn) {
      this.names = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
      if (names.size() > MOST_COLUMNS) {
        throw new IllegalArgumentException("a table has at most " + MOST_COLUMNS + " columns");
      }
      this.concept = required("concept");
      this.agreement = required("agreement");
      this.speaker =
          speakerColumn.isPresent()
              ? required(speakerColumn.get().toLowerCase(Locale.ROOT))
              : required("speaker", "organization", "person");
      this.document = first("document_id", "document", "docid", "article");
      this.date = first("date", "time");
      this.start = first("start");
      this.stop = first("stop");
    }

    private int required(String... candidates) {
      int found = first(candidates);
      if (found < 0) {
        throw new IllegalArgumentException(
            "the table needs a column " + String.join(" or ", candidates) + "; it has " + names);
      }
      return found;
    }

    private int first(String... candidates) {
      for (String candidate : candidates) {
        int found = names.indexOf(candidate);
        if (found >= 0) {
          return found;
        }
      }
      return -1;
    }

    Statement statement(CSVRecord row) {
      try {
        String documentId = document < 0 ? "" : cell(row, document);
        Optional<Passage> passage = Optional.empty();
        if (start >= 0 && stop >= 0 && !cell(row, start).isEmpty() && !cell(row, stop).isEmpty()) {
          int from = Integer.parseInt(cell(row, start));
          passage =
              Optional.of(
                  new Passage(documentId, new Span(from, Integer.parseInt(cell(row, stop)))));
        }
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < names.size() && i < row.size(); i++) {
          boolean own =
              i == concept
                  || i == agreement
                  || i == speaker
                  || i == document
                  || i == date
                  || i == start
                  || i == stop
                  || names.get(i).isEmpty();
          if (!own && !cell(row, i).isEmpty()) {
            attributes.put(names.get(i), cell(row, i));
          }
        }
        return new Statement(
            cell(row, speaker),
            cell(row, concept),
            agreement(cell(row, agreement)),
            documentId,
            passage,
            date < 0 || cell(row, date).isEmpty()
                ? Optional.empty()
                : Optional.of(day(cell(row, date))),
            attributes);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException(
            "statement " + row.getRecordNumber() + ": " + e.getMessage(), e);
      }
    }

    private static String cell(CSVRecord row, int column) {
      return column < row.size() ? SpreadsheetText.unguarded(row.get(column)) : "";
    }

    private static boolean agreement(String cell) {
      return switch (cell.strip().toLowerCase(Locale.ROOT)) {
        case "1", "true", "yes", "agree", "favor", "favour" -> true;
        case "0", "-1", "false", "no", "disagree", "against" -> false;
        default -> throw new IllegalArgumentException("agreement is 1 or 0, not \"" + cell + "\"");
      };
    }

    private static LocalDate day(String cell) {
      String day = cell.strip();
      day = day.length() > 10 ? day.substring(0, 10) : day;
      if (day.matches("\\d{2}[-./]\\d{2}[-./]\\d{4}")) {
        return LocalDate.of(
            Integer.parseInt(day.substring(6)),
            Integer.parseInt(day.substring(3, 5)),
            Integer.parseInt(day.substring(0, 2)));
      }
      return LocalDate.parse(day);
    }
  }

  /**
   * Writes a table that {@link #read} reads back equal.
   *
   * @param statements the statements
   * @param writer where to; closed by its owner
   * @throws IOException if it cannot be written
   */
  public static void write(List<Statement> statements, Writer writer) throws IOException {
    TreeMap<String, Boolean> facts = new TreeMap<>();
    statements.forEach(s -> s.attributes().keySet().forEach(name -> facts.put(name, true)));
    List<String> header =
        new ArrayList<>(
            List.of("document_id", "date", "speaker", "concept", "agreement", "start", "stop"));
    header.addAll(facts.keySet());
    CSVPrinter printer =
        new CSVPrinter(writer, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    printer.printRecord(header);
    for (Statement s : statements) {
      List<Object> row = new ArrayList<>();
      row.add(SpreadsheetText.guarded(s.documentId()));
      row.add(s.date().map(LocalDate::toString).orElse(""));
      row.add(SpreadsheetText.guarded(s.speaker()));
      row.add(SpreadsheetText.guarded(s.concept()));
      row.add(s.agreement() ? 1 : 0);
      row.add(s.passage().<Object>map(p -> p.span().start()).orElse(""));
      row.add(s.passage().<Object>map(p -> p.span().end()).orElse(""));
      facts
          .keySet()
          .forEach(name -> row.add(SpreadsheetText.guarded(s.attributes().getOrDefault(name, ""))));
      printer.printRecord(row);
    }
    printer.flush();
  }

  /**
   * Extracted statements beside hand-coded ones. Two are the same if document, speaker and concept
   * are, case aside; repetitions within a document count once.
   *
   * @param matched in both, with the same agreement
   * @param contrary in both, with the opposite agreement
   * @param onlyCoded coded by hand and not found
   * @param onlyExtracted found and not coded by hand
   */
  public record Comparison(int matched, int contrary, int onlyCoded, int onlyExtracted) {

    /**
     * Share of extracted statements that were coded by hand too.
     *
     * @return 0 to 1; 0 if nothing was extracted
     */
    public double precision() {
      int extracted = matched + contrary + onlyExtracted;
      return extracted == 0 ? 0 : (double) matched / extracted;
    }

    /**
     * Share of statements coded by hand that were extracted too.
     *
     * @return 0 to 1; 0 if nothing was coded
     */
    public double recall() {
      int coded = matched + contrary + onlyCoded;
      return coded == 0 ? 0 : (double) matched / coded;
    }

    /**
     * The harmonic mean of precision and recall.
     *
     * @return 0 to 1
     */
    public double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
  }

  /**
   * Compares statements.
   *
   * @param coded coded by hand
   * @param extracted found by program
   * @return what they share
   */
  public static Comparison compare(List<Statement> coded, List<Statement> extracted) {
    Map<List<String>, Integer> first = sides(coded);
    Map<List<String>, Integer> second = sides(extracted);
    int matched = 0;
    int contrary = 0;
    for (Map.Entry<List<String>, Integer> entry : first.entrySet()) {
      Integer other = second.get(entry.getKey());
      if (other != null) {
        matched += (entry.getValue() & other) != 0 ? 1 : 0;
        contrary += (entry.getValue() & other) == 0 ? 1 : 0;
      }
    }
    int shared = matched + contrary;
    return new Comparison(matched, contrary, first.size() - shared, second.size() - shared);
  }

  /** 1 for agreement, 2 for disagreement, 3 for both, by document, speaker and concept. */
  private static Map<List<String>, Integer> sides(List<Statement> statements) {
    Map<List<String>, Integer> sides = new java.util.HashMap<>();
    for (Statement s : Objects.requireNonNull(statements, "statements")) {
      sides.merge(
          List.of(
              s.documentId(),
              s.speaker().toLowerCase(Locale.ROOT),
              s.concept().toLowerCase(Locale.ROOT)),
          s.agreement() ? 1 : 2,
          (a, b) -> a | b);
    }
    return sides;
  }
}
