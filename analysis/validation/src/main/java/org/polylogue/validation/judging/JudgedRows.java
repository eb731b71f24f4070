package org.polylogue.validation.judging;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.results.run.CsvRows;
import org.polylogue.results.run.CsvTable;
import org.polylogue.validation.coding.CodingBook;

/**
 * Lets a judge code a sample as people do.
 *
 * @param rows how many were asked about
 * @param codes coded rows by code
 * @param rejected rows without a code by the reason up to its first colon
 */
public record JudgedRows(int rows, Map<String, Integer> codes, Map<String, Integer> rejected) {

  /** Copies the counts. */
  public JudgedRows {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
    rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
  }

  /**
   * Asks about every row of a sample, in its order, and writes the sample with codes, evidence or
   * the reason for its lack in {@code note}, and the judge in {@code coder}.
   *
   * @param sample the {@code sample.csv} that {@code polylogue sample} wrote
   * @param book the question and its codes
   * @param judge who is asked; it does not see what others coded
   * @param out takes the table, is not closed
   * @return how it went
   * @throws IOException if the sample cannot be read, the judge not be asked, or the table not be
   *     written
   */
  public static JudgedRows write(Path sample, CodingBook book, RowJudge judge, Writer out)
      throws IOException {
    Map<String, Integer> codes = new TreeMap<>();
    Map<String, Integer> rejected = new TreeMap<>();
    int count = 0;
    try (CsvRows rows = CsvRows.open(sample)) {
      List<String> columns = rows.columns();
      for (String column : List.of("row", "text", "code", "note", "coder", "task")) {
        if (!columns.contains(column)) {
          throw new IOException(
              sample + " has no column " + column + "; give what polylogue sample wrote");
        }
      }
      CsvTable table = new CsvTable(out, false, columns.toArray(String[]::new));
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        RowQuestion question = new RowQuestion(row.get("row"), book, row);
        RowAnswer answer = judge.answer(question).checked(question);
        Map<String, Object> cells = new LinkedHashMap<>(row);
        cells.replaceAll((column, cell) -> "".equals(cell) ? null : cell);
        cells.put("code", answer.code().isEmpty() ? null : answer.code());
        cells.put("note", note(answer));
        cells.put("coder", judge.name());
        table.row(cells.values().toArray());
        count++;
        if (answer.code().isEmpty()) {
          rejected.merge(answer.rejected().replaceFirst(":.*", ""), 1, Integer::sum);
        } else {
          codes.merge(answer.code(), 1, Integer::sum);
        }
      }
    }
    return new JudgedRows(count, codes, rejected);
  }

  private static String note(RowAnswer answer) {
    if (!answer.rejected().isEmpty()) {
      return answer.rejected();
    }
    return answer.evidence().isEmpty() ? null : "evidence: " + answer.evidence();
  }
}
