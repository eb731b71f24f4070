package org.polylogue.results.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.discourse.table.DiscourseRows;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.text.OffsetUnit;

/**
 * The tables of an analysis as CSV files, in the order of the articles; the actors of the corpus,
 * ordered by id, are written at the end. Not thread-safe.
 */
public final class DiscourseTables implements ResultFile {

  private final Map<String, CsvTable> tables = new HashMap<>();
  private final ActorRows actors = new ActorRows();
  private final boolean onRequest;
  private final OffsetUnit unit;

  /**
   * Tables with header rows, without those that are written only on request; offsets count UTF-16
   * code units.
   *
   * @param folder where the files appear once it is published
   * @param layers the layers that have tables
   * @param raw true to leave text cells as they are, see {@link CsvTable}
   * @throws IOException if a file cannot be made
   */
  public DiscourseTables(OutputFolder folder, Layers layers, boolean raw) throws IOException {
    this(folder, layers, raw, false, OffsetUnit.UTF_16);
  }

  /**
   * Tables with header rows.
   *
   * @param folder where the files appear once it is published
   * @param layers the layers that have tables
   * @param raw true to leave text cells as they are, see {@link CsvTable}
   * @param onRequest true for tables too that are written only on request
   * @param unit what the columns of offsets count
   * @throws IOException if a file cannot be made
   */
  public DiscourseTables(
      OutputFolder folder, Layers layers, boolean raw, boolean onRequest, OffsetUnit unit)
      throws IOException {
    this.onRequest = onRequest;
    this.unit = unit;
    for (Table<?> table : DiscourseTable.all(layers, onRequest)) {
      String[] columns = table.columns().stream().map(Table.Column::name).toArray(String[]::new);
      tables.put(table.name(), new CsvTable(folder.file(table.name() + ".csv"), raw, columns));
    }
  }

  @Override
  public String name() {
    return "the tables";
  }

  /**
   * Adds an article with all that was found.
   *
   * @throws IllegalArgumentException if something was found in a layer that has no table here
   */
  @Override
  public void add(Discourse discourse) throws IOException {
    DiscourseRows rows = DiscourseRows.of(discourse, onRequest, unit);
    Map<String, List<List<Object>>> all = new LinkedHashMap<>();
    for (String table : rows.tables()) {
      all.put(table, rows.of(table));
    }
    actors.add(discourse);
    for (Map.Entry<String, List<List<Object>>> table : all.entrySet()) {
      write(table.getKey(), table.getValue());
    }
  }

  /** Writes the actors of the corpus, which are known only now. */
  @Override
  public void finish() throws IOException {
    write(DiscourseTable.ACTORS.name(), actors.rows());
  }

  private void write(String name, List<List<Object>> rows) throws IOException {
    CsvTable table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("table " + name + " is of none of the layers of this run");
    }
    for (List<Object> row : rows) {
      table.row(row.toArray());
    }
  }
}
