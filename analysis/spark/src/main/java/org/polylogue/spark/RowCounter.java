package org.polylogue.spark;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Quotation;

/**
 * Counts rows while tasks write them. Spark adds what a task of a job's last stage has counted
 * once, however often the task is repeated.
 */
final class RowCounter implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int IRREGULARITIES = column(DiscourseTable.ARTICLES, "irregularities");
  private static final int KIND = column(DiscourseTable.QUOTATIONS, "kind");

  private final LongAccumulator[] rows = new LongAccumulator[OutputTables.COUNT];
  private final EnumMap<Quotation.Kind, LongAccumulator> quotations =
      new EnumMap<>(Quotation.Kind.class);
  private final LongAccumulator irregularities;

  RowCounter(SparkContext context) {
    for (int table = 0; table < rows.length; table++) {
      rows[table] = context.longAccumulator();
    }
    for (Quotation.Kind kind : Quotation.Kind.values()) {
      quotations.put(kind, context.longAccumulator());
    }
    irregularities = context.longAccumulator();
  }

  private static int column(DiscourseTable table, String name) {
    List<String> names = table.columns().stream().map(DiscourseTable.Column::name).toList();
    return names.indexOf(name);
  }

  void add(int table, Object[] cells) {
    rows[table].add(1);
    if (table == DiscourseTable.ARTICLES.ordinal()) {
      irregularities.add((Integer) cells[IRREGULARITIES]);
    } else if (table == DiscourseTable.QUOTATIONS.ordinal()) {
      quotations.get(Quotation.Kind.valueOf((String) cells[KIND])).add(1);
    }
  }

  RunCounts counts() {
    Map<Quotation.Kind, Long> byKind = new EnumMap<>(Quotation.Kind.class);
    quotations.forEach((kind, count) -> byKind.put(kind, count.value()));
    return new RunCounts(
        rows(DiscourseTable.ARTICLES),
        rows(DiscourseTable.COMMENTS),
        rows[OutputTables.FAILURES].value(),
        irregularities.value(),
        rows(DiscourseTable.ACTORS),
        rows(DiscourseTable.MENTIONS),
        byKind,
        rows(DiscourseTable.EXPRESSIONS),
        rows(DiscourseTable.SENTIMENTS),
        rows(DiscourseTable.STANCES),
        rows(DiscourseTable.ECHOES));
  }

  private long rows(DiscourseTable table) {
    return rows[table.ordinal()].value();
  }
}
