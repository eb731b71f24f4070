package org.polylogue.validation.judging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.polylogue.results.run.CsvRows;

/**
 * Codes that were made elsewhere: a CSV table with the columns {@code id} (of the row), {@code
 * label}, and perhaps {@code evidence}. Immutable once read.
 */
public final class CodeTable implements RowJudge {

  private final String name;
  private final Map<String, RowAnswer> answers;

  private CodeTable(String name, Map<String, RowAnswer> answers) {
    this.name = name;
    this.answers = answers;
  }

  /**
   * Reads a table.
   *
   * @param file the table
   * @param name who made the codes
   * @return the judge
   * @throws IOException if it cannot be read, lacks a column, or has a row twice
   */
  public static CodeTable read(Path file, String name) throws IOException {
    Map<String, RowAnswer> answers = new HashMap<>();
    try (CsvRows rows = CsvRows.open(file)) {
      for (String column : new String[] {"id", "label"}) {
        if (!rows.columns().contains(column)) {
          throw new IOException(
              file + " has no column " + column + "; codes have id, label and perhaps evidence");
        }
      }
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        String label = row.get("label").strip();
        RowAnswer answer =
            label.isEmpty()
                ? RowAnswer.rejected("the table has no label for it")
                : RowAnswer.of(label, row.getOrDefault("evidence", "").strip());
        if (answers.put(row.get("id").strip(), answer) != null) {
          throw new IOException(file + " has the row " + row.get("id") + " twice; keep one");
        }
      }
    }
    return new CodeTable(name, answers);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public RowAnswer answer(RowQuestion question) {
    return answers.getOrDefault(question.id(), RowAnswer.rejected("the table has no such row"));
  }
}
