package org.polylogue.validation.coding;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
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
    List<String> columns = new ArrayList<>(CodedSample.COLUMNS);
    int code = columns.indexOf("code");
    if (shown) {
      columns.add(code, "machine");
    }
    CsvTable table = new CsvTable(out, false, columns.toArray(String[]::new));
    String task = sample.task().toJson();
    for (SampledRow row : sample.rows()) {
      List<Object> cells = new ArrayList<>();
      cells.add(row.id());
      cells.add(row.article());
      cells.add(row.document());
      cells.add(row.title());
      cells.add(row.about());
      cells.add(row.answered());
      cells.add(row.before());
      cells.add(row.text());
      cells.add(row.after());
      cells.add(null);
      cells.add(null);
      cells.add(null);
      cells.add(row.stratum());
      cells.add(row.stratumRows());
      cells.add(row.inclusion());
      cells.add(task);
      if (shown) {
        cells.add(code, row.machine());
      }
      table.row(cells.toArray());
    }
  }
}
