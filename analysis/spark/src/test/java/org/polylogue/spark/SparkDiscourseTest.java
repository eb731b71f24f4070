package org.polylogue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polylogue.spark.LocalSession.local;
import static org.polylogue.spark.LocalSession.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.results.run.RunCounts;
import org.polylogue.text.OffsetUnit;

/** Spark 4.0 runs on Java 17 and 21. */
@EnabledForJreRange(
    max = JRE.JAVA_21,
    disabledReason = "the Hadoop client of Spark 4.0 does not run on newer Java")
class SparkDiscourseTest {

  private static final AtomicInteger LOADED = new AtomicInteger();

  private static SparkSession session;

  @TempDir static Path temp;

  @BeforeAll
  static void start() {
    session = LocalSession.get();
  }

  private static List<Conversation> corpus() {
    List<Conversation> all =
        new ArrayList<>(
            LocalSession.read(
                CorpusReader.standard().read(LocalSession.samples().resolve("pages"))));
    for (int i = 0; i < 40; i++) {
      all.add(
          Conversation.of(
              Article.of("made" + i, "Title", "Ada Bell met Karl in Udvik. 🙂 It rained all day."),
              List.of(Comment.of("made" + i + "#1", "It rained all day. = Bella says"))));
    }
    return all;
  }

  private static List<String> lines(List<Conversation> corpus) {
    return corpus.stream().map(c -> JsonLinesWriter.line(c, OffsetUnit.UTF_16)).toList();
  }

  private static Path written(String name, List<Conversation> corpus, String... more)
      throws IOException {
    List<String> lines = new ArrayList<>(lines(corpus));
    lines.addAll(List.of(more));
    return Files.write(temp.resolve(name), lines);
  }

  @Test
  void everyTableHasTheRowsOfTheLocalPipeline() throws IOException {
    List<Conversation> corpus = corpus();
    Path input = written("corpus.jsonl", corpus);
    String out = temp.resolve("equal").toString();
    RunCounts counts =
        new SparkDiscourse(session, CapitalNames::new, SparkSettings.DEFAULT.withPartitions(2))
            .run(List.of(input.toString()), out);
    for (Table<?> table : DiscourseTable.all(Layers.STANDARD)) {
      assertThat(rows(out, table.name()))
          .as(table.name())
          .containsExactlyInAnyOrderElementsOf(local(table.name(), corpus));
    }
    assertThat(local("echoes", corpus)).hasSizeGreaterThanOrEqualTo(40);
    assertThat(counts.articles()).isEqualTo(corpus.size());
    assertThat(counts.failed()).isZero();
    assertThat(rows(out, "failures")).isEmpty();
    assertThat(Path.of(out + ".partial")).doesNotExist();
    assertThat(Path.of(out, "_staged")).doesNotExist();
  }

  @Test
  void whatFailsIsATableAndTheRestIsComplete() throws IOException {
    Conversation good = Conversation.of(Article.of("good", "=T", "Ada left."), List.of());
    Conversation bad = Conversation.of(Article.of("bad", "planted fault", "Text."), List.of());
    Path first = written("again.jsonl", List.of(good));
    Path input = written("faults.jsonl", List.of(good, bad), "{\"schema\":", "", "  ");
    String out = temp.resolve("faults").toString();
    SparkDiscourse run =
        new SparkDiscourse(
            session, CapitalNames::new, SparkSettings.DEFAULT.withPartitions(2).withCsv(true));
    RunCounts counts = run.run(List.of(input.toString(), first.toString()), out);
    assertThat(counts.articles()).isEqualTo(1);
    assertThat(counts.failed()).isEqualTo(3);
    assertThat(session.read().option("header", true).csv(out + "/articles.csv").collectAsList())
        .singleElement()
        .satisfies(row -> assertThat(row.getString(1)).isEqualTo("'=T"));
    assertThat(rows(out, "articles")).singleElement().asString().startsWith("[good");
    assertThat(rows(out, "failures"))
        .hasSize(3)
        .anyMatch(row -> row.startsWith("[bad, CapitalNames, ") && row.contains("planted fault"))
        .anyMatch(row -> row.contains("faults.jsonl, read, is no JSON object"))
        .anyMatch(row -> row.contains("faults.jsonl, read, article id good was used before"));
    assertThatThrownBy(() -> run.run(List.of(input.toString()), out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is there already");
  }

  @Test
  void aRunThatDiesInTheMiddleLeavesNoOutputAndTheNextOneIsComplete() throws IOException {
    List<Conversation> corpus = corpus();
    Dataset<String> lines = session.createDataset(lines(corpus), Encoders.STRING());
    String out = temp.resolve("dies").toString();
    AnalysisSource cancelled =
        () ->
            (conversation, scope) -> {
              if (conversation.article().id().equals("made39")) {
                SparkContext.getOrCreate().cancelAllJobs();
              }
              return new CapitalNames().analyze(conversation, scope);
            };
    SparkSettings settings = SparkSettings.DEFAULT.withPartitions(8);
    assertThatThrownBy(() -> new SparkDiscourse(session, cancelled, settings).runLines(lines, out))
        .hasStackTraceContaining("cancelled");
    SparkDiscourse run = new SparkDiscourse(session, CapitalNames::new, settings);
    assertThat(Path.of(out)).doesNotExist();
    assertThat(run.runLines(lines, out).articles()).isEqualTo(corpus.size());
    assertThat(Path.of(out + ".partial")).doesNotExist();
  }

  @Test
  void anAnalysisThatCannotBeMadeEndsTheRun() throws IOException {
    Path input = written("no-model.jsonl", corpus());
    String out = temp.resolve("no-model").toString();
    AnalysisSource broken =
        () -> {
          throw new IllegalStateException("no model");
        };
    SparkDiscourse run = new SparkDiscourse(session, broken, SparkSettings.DEFAULT);
    assertThatThrownBy(() -> run.run(List.of(input.toString()), out))
        .hasStackTraceContaining("no model");
    assertThat(Path.of(out)).doesNotExist();
  }

  @Test
  void theAnalysisIsMadeOnceForAllTasksOfAnExecutor() throws IOException {
    AnalysisSource counted =
        () -> {
          LOADED.incrementAndGet();
          return new CapitalNames();
        };
    Dataset<String> lines = session.createDataset(lines(corpus()), Encoders.STRING());
    new SparkDiscourse(session, counted, SparkSettings.DEFAULT.withPartitions(7))
        .runLines(lines, temp.resolve("once").toString());
    assertThat(LOADED).hasValue(1);
  }
}
