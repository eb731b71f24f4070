package org.polylogue.results.run;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.discourse.table.DiscourseRows;
import org.polylogue.discourse.table.DiscourseTable;

/**
 * The tables of an analysis as CSV files, in the order of the articles; the actors of the corpus,
 * ordered by id, are written at the end. Not thread-safe.
 */
public final class DiscourseTables implements ResultFile {

  private final Map<DiscourseTable, CsvTable> tables = new EnumMap<>(DiscourseTable.class);
  private final ActorRows actors = new ActorRows();

  /**
   * Tables with header rows.
   *
   * @param folder where the files appear once it is published
   * @param raw true to leave text cells as they are, see {@link CsvTable}
   * @throws IOException if a file cannot be made
   */
  public DiscourseTables(OutputFolder folder, boolean raw) throws IOException {
    for (DiscourseTable table : DiscourseTable.values()) {
      String[] columns =
          table.columns().stream().map(DiscourseTable.Column::name).toArray(String[]::new);
      tables.put(table, new CsvTable(folder.file(table.label() + ".csv"), raw, columns));
    }
  }

  @Override
  public void add(Discourse discourse) throws IOException {
    DiscourseRows rows = DiscourseRows.of(discourse);
    for (DiscourseTable table : DiscourseTable.values()) {
      write(table, rows.of(table));
    }
    actors.add(discourse);
  }

  /** Writes the actors of the corpus, which are known only now. */
  @Override
  public void finish() throws IOException {
    write(DiscourseTable.ACTORS, actors.rows());
  }

  private void write(DiscourseTable table, List<List<Object>> rows) throws IOException {
    for (List<Object> row : rows) {
      tables.get(table).row(row.toArray());
    }
  }
}
