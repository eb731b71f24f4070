package org.polylogue.validation.coding;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.results.run.CsvTable;

/** Writes a sample as a table whose column {@code code} is to be filled in. */
public final class SampleTable {

  private SampleTable() {}

  /**
   * Writes a sample.
   *
   * @param sample the sample
   * @param shown true to show what the machine answered, in a column {@code machine}; coders who
   *     see it tend to agree with it
   * @param out takes the table, is not closed
   * @throws IOException if it cannot
   */
  public static void write(CodingSample sample, boolean shown, Writer out) throws IOException {
    List<String> columns = columns(shown);
    CsvTable table = new CsvTable(out, false, columns.toArray(String[]::new));
    String task = sample.task().toJson();
    for (SampledRow row : sample.rows()) {
      Map<String, Object> cells = cells(row);
      cells.put("machine", row.machine());
      cells.put("task", task);
      table.row(
          columns.stream().map(cells::get).map(cell -> "".equals(cell) ? null : cell).toArray());
    }
  }

  /**
   * The columns of the table.
   *
   * @param shown true with what the machine answered
   * @return their names in order
   */
  public static List<String> columns(boolean shown) {
    List<String> columns = new ArrayList<>(CodedSample.COLUMNS);
    if (shown) {
      columns.add(columns.indexOf("code"), "machine");
    }
    return columns;
  }

  /**
   * What a coder sees of a row, and its place in the sample.
   *
   * @param row the row
   * @return texts and numbers by column, without the machine's answer, codes and task
   */
  public static Map<String, Object> cells(SampledRow row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("row", row.id());
    cells.put("article_id", row.article());
    cells.put("document_id", row.document());
    cells.put("title", row.title());
    cells.put("about", row.about());
    cells.put("answered", row.answered());
    cells.put("before", row.before());
    cells.put("text", row.text());
    cells.put("after", row.after());
    cells.put("stratum", row.stratum());
    cells.put("stratum_rows", row.stratumRows());
    cells.put("inclusion", row.inclusion());
    return cells;
  }
}
