package org.polylogue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.JsonLinesWriter;
import org.polylogue.corpus.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.discourse.table.DiscourseRows;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;
import org.polylogue.text.OffsetUnit;

/** Spark 4.0 runs on Java 17 and 21. */
@EnabledForJreRange(
    max = JRE.JAVA_21,
    disabledReason = "the Hadoop client of Spark 4.0 does not run on newer Java")
class SparkDiscourseTest {

  private static SparkSession session;

  @TempDir static Path temp;

  @BeforeAll
  static void start() {
    session =
        SparkSession.builder()
            .master("local[2]")
            .appName("test")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.codegen.wholeStage", false)
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.local.dir", temp.resolve("spark").toString())
            .config("spark.sql.warehouse.dir", temp.resolve("warehouse").toString())
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  private static List<Conversation> corpus() {
    Path pages = Path.of(System.getProperty("polylogue.root", ".")).resolve("samples/corpus/pages");
    List<Conversation> all = new ArrayList<>();
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(pages)) {
      outcomes.forEach(
          outcome -> {
            if (outcome instanceof ReadOutcome.Read read) {
              all.add(read.conversation());
            }
          });
    }
    for (int i = 0; i < 40; i++) {
      all.add(
          Conversation.of(
              Article.of("made" + i, "Title", "Ada Bell met Karl in Udvik. 🙂 It rained all day."),
              List.of(Comment.of("made" + i + "#1", "It rained all day. = Bella says"))));
    }
    return all;
  }

  private static List<String> local(DiscourseTable table, List<Conversation> corpus) {
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
    if (table == DiscourseTable.ACTORS) {
      actors.rows().forEach(row -> rows.add(row.toString()));
    }
    return rows;
  }

  private static List<String> onSpark(String table) {
    List<String> rows = new ArrayList<>();
    for (Row row : session.read().parquet(table).collectAsList()) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.get(i));
      }
      rows.add(cells.toString());
    }
    return rows;
  }

  private static Path written(String name, List<Conversation> corpus, String... more)
      throws IOException {
    List<String> lines = new ArrayList<>();
    corpus.forEach(c -> lines.add(JsonLinesWriter.line(c, OffsetUnit.UTF_16)));
    lines.addAll(List.of(more));
    return Files.write(temp.resolve(name), lines);
  }

  @Test
  void everyTableHasTheRowsOfTheLocalPipeline() throws IOException {
    List<Conversation> corpus = corpus();
    Path input = written("corpus.jsonl", corpus);
    String out = temp.resolve("equal").toString();
    new SparkDiscourse(session, CapitalNames::new, SparkSettings.DEFAULT)
        .run(List.of(input.toString()), out);
    for (DiscourseTable table : DiscourseTable.values()) {
      List<String> expected = local(table, corpus);
      assertThat(onSpark(out + "/" + table.label() + ".parquet"))
          .as(table.label())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(local(DiscourseTable.ECHOES, corpus)).hasSizeGreaterThanOrEqualTo(40);
    assertThat(onSpark(out + "/failures.parquet")).isEmpty();
    assertThat(Path.of(out + ".partial")).doesNotExist();
    assertThat(Path.of(out, "_staged")).doesNotExist();
  }

  @Test
  void whatFailsIsATableAndTheRestIsComplete() throws IOException {
    Conversation good = Conversation.of(Article.of("good", "=T", "Ada left."), List.of());
    Conversation bad = Conversation.of(Article.of("bad", "planted fault", "Text."), List.of());
    Path input = written("faults.jsonl", List.of(good, bad), "{\"schema\":", "", "  ");
    Path again = written("again.jsonl", List.of(good));
    String out = temp.resolve("faults").toString();
    SparkDiscourse run =
        new SparkDiscourse(session, CapitalNames::new, new SparkSettings(1_000_000, 600, true));
    run.run(List.of(input.toString(), again.toString()), out);
    assertThat(session.read().option("header", true).csv(out + "/articles.csv").collectAsList())
        .singleElement()
        .satisfies(row -> assertThat(row.getString(1)).isEqualTo("'=T"));
    assertThat(onSpark(out + "/articles.parquet")).singleElement().asString().startsWith("[good");
    assertThat(onSpark(out + "/failures.parquet"))
        .hasSize(3)
        .anyMatch(row -> row.startsWith("[bad, CapitalNames, planted fault"))
        .anyMatch(row -> row.contains("faults.jsonl, read, is no JSON object"))
        .anyMatch(row -> row.contains("article id good was used before"));
    assertThatThrownBy(() -> run.run(List.of(input.toString()), out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is there already");
  }

  @Test
  void aRunThatDiesLeavesNoOutput() throws IOException {
    Path input = written("dies.jsonl", corpus());
    String out = temp.resolve("dies").toString();
    AnalysisSource broken =
        () -> {
          throw new IllegalStateException("no model");
        };
    SparkDiscourse run = new SparkDiscourse(session, broken, SparkSettings.DEFAULT);
    assertThatThrownBy(() -> run.run(List.of(input.toString()), out))
        .hasStackTraceContaining("no model");
    assertThat(Path.of(out)).doesNotExist();
  }
}
