package org.polylogue.validation.judging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.polylogue.validation.coding.CodingTask;
import org.polylogue.validation.coding.ResultTable;

/**
 * The models of this library: what a run over the same texts, perhaps with other judges, answers
 * where the sample asks. Immutable once read.
 */
public final class ResultCodes implements RowJudge {

  private final String name;
  private final Map<String, RowAnswer> answers;

  private ResultCodes(String name, Map<String, RowAnswer> answers) {
    this.name = name;
    this.answers = answers;
  }

  /**
   * Reads results.
   *
   * @param results a folder that {@code polylogue analyze} wrote
   * @param task what the sample asks
   * @return the judge, named by those who judged there
   * @throws IOException if there is no such table or column
   */
  public static ResultCodes read(Path results, CodingTask task) throws IOException {
    ResultTable table = ResultTable.of(results, task.table());
    if (!table.has(task.question())) {
      throw new IOException("the table " + task.table() + " has no column " + task.question());
    }
    Map<String, RowAnswer> answers = new HashMap<>();
    TreeSet<String> judges = new TreeSet<>();
    table.read(
        row -> {
          String label = row.cell(task.question());
          if (!label.isEmpty()) {
            answers.put(row.id(), RowAnswer.of(label, ""));
            judges.add(row.cell("judge"));
          }
        });
    judges.remove("");
    return new ResultCodes(judges.isEmpty() ? "polylogue" : String.join(" ", judges), answers);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public RowAnswer answer(RowQuestion question) {
    return answers.getOrDefault(
        question.id(), RowAnswer.rejected("these results have no such row"));
  }
}
