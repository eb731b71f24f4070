package org.polylogue.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.discourse.table.DiscourseRows;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;

/** The session that all tests of the JVM share, and what it is compared with. */
final class LocalSession {

  private LocalSession() {}

  static SparkSession get() {
    String scratch = Path.of("target", "spark").toAbsolutePath().toString();
    return SparkSession.builder()
        .master("local[2]")
        .appName("test")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.sql.adaptive.enabled", false)
        .config("spark.sql.codegen.wholeStage", false)
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.local.dir", scratch)
        .config("spark.sql.warehouse.dir", scratch)
        .getOrCreate();
  }

  static Path samples() {
    return Path.of(System.getProperty("polylogue.root", ".")).resolve("samples/corpus");
  }

  static List<Conversation> read(Stream<ReadOutcome> outcomes) {
    try (outcomes) {
      return outcomes
          .filter(ReadOutcome.Read.class::isInstance)
          .map(outcome -> ((ReadOutcome.Read) outcome).conversation())
          .toList();
    }
  }

  /** The rows of the local pipeline. */
  static List<String> local(String table, List<Conversation> corpus) {
    List<String> rows = new ArrayList<>();
    ActorRows actors = new ActorRows();
    try (Stream<Outcome<Conversation, Discourse>> outcomes =
        Pipeline.of(new CapitalNames()).withThreads(2).run(corpus.stream())) {
      outcomes.forEach(
          outcome -> {
            Discourse found = ((Outcome.Analysed<Conversation, Discourse>) outcome).result();
            DiscourseRows.of(found).of(table).forEach(row -> rows.add(row.toString()));
            actors.add(found);
          });
    }
    if (table.equals(DiscourseTable.ACTORS.name())) {
      actors.rows().forEach(row -> rows.add(row.toString()));
    }
    return rows;
  }

  /** The rows that Spark wrote. */
  static List<String> rows(String out, String table) {
    List<String> rows = new ArrayList<>();
    for (Row row : get().read().parquet(out + "/" + table + ".parquet").collectAsList()) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.get(i));
      }
      rows.add(cells.toString());
    }
    return rows;
  }
}
