package org.polylogue.spark;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.results.run.RunCounts;

/**
 * Counts rows while tasks write them. Spark adds what a task of a job's last stage has counted
 * once, however often the task is repeated.
 */
final class RowCounter implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String KIND = "kind";

  private final OutputTables tables;
  private final LongAccumulator[] rows;
  private final LinkedHashMap<String, LinkedHashMap<String, LongAccumulator>> findings =
      new LinkedHashMap<>();
  private final int articles;
  private final int irregularitiesColumn;
  private final LongAccumulator irregularities;

  RowCounter(SparkContext context, OutputTables tables, Layers layers) {
    this.tables = tables;
    this.rows = new LongAccumulator[tables.count()];
    for (int table = 0; table < rows.length; table++) {
      rows[table] = context.longAccumulator();
    }
    for (Layer<?> layer : layers) {
      LinkedHashMap<String, LongAccumulator> kinds = new LinkedHashMap<>();
      List<String> names = layer.kinds().isEmpty() ? List.of("") : layer.kinds();
      names.forEach(kind -> kinds.put(kind, context.longAccumulator()));
      findings.put(layer.name(), kinds);
    }
    articles = tables.number(DiscourseTable.ARTICLES.name());
    irregularitiesColumn = tables.schema(articles).fieldIndex("irregularities");
    irregularities = context.longAccumulator();
  }

  void add(int table, Object[] cells) {
    rows[table].add(1);
    if (table == articles) {
      irregularities.add((Integer) cells[irregularitiesColumn]);
    }
    Map<String, LongAccumulator> kinds = findings.get(tables.layer(table));
    if (kinds != null) {
      String kind = kinds.containsKey("") ? "" : (String) cells[kindColumn(table)];
      kinds.get(kind).add(1);
    }
  }

  private int kindColumn(int table) {
    return tables.schema(table).fieldIndex(KIND);
  }

  RunCounts counts() {
    Map<String, Map<String, Long>> found = new LinkedHashMap<>();
    findings.forEach(
        (layer, kinds) -> {
          Map<String, Long> numbers = new LinkedHashMap<>();
          kinds.forEach((kind, count) -> numbers.put(kind, count.value()));
          found.put(layer, numbers);
        });
    return new RunCounts(
        rows[articles].value(),
        rows(DiscourseTable.COMMENTS.name()),
        rows[tables.failures()].value(),
        irregularities.value(),
        rows(DiscourseTable.ACTORS.name()),
        found);
  }

  private long rows(String table) {
    return rows[tables.number(table)].value();
  }
}
