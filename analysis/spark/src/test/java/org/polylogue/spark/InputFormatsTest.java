package org.polylogue.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polylogue.spark.LocalSession.local;
import static org.polylogue.spark.LocalSession.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.DocumentLimits;
import org.polylogue.results.run.RunCounts;

/** Spark 4.0 runs on Java 17 and 21. */
@EnabledForJreRange(
    max = JRE.JAVA_21,
    disabledReason = "the Hadoop client of Spark 4.0 does not run on newer Java")
class InputFormatsTest {

  private static final SparkSettings SETTINGS = SparkSettings.DEFAULT.withPartitions(2);

  private static SparkSession session;

  @TempDir static Path temp;

  @BeforeAll
  static void start() {
    session = LocalSession.get();
  }

  private static SparkDiscourse spark() {
    return new SparkDiscourse(session, CapitalNames::new, SETTINGS);
  }

  private static Path jsonLines() {
    return LocalSession.samples().resolve("articles.jsonl");
  }

  private static void assertEqual(String out, List<Conversation> corpus) {
    for (Table<?> table : DiscourseTable.all(Layers.STANDARD)) {
      assertThat(rows(out, table.name()))
          .as(table.name())
          .containsExactlyInAnyOrderElementsOf(local(table.name(), corpus));
    }
  }

  private static String page(String title, String text) {
    return "<html><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1>"
        + ("<p>"
                + text
                + " The council of Udvik met again on Monday to hear what Ada Bell thinks "
                + "of the plan for the harbour, and nobody left before midnight.</p>")
            .repeat(3)
        + "</article></body></html>";
  }

  /** A member of its own for each record, as crawlers write them. */
  private static byte[] archive(int pages) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    for (int i = 0; i < pages; i++) {
      String html = page("Page " + i, "Number " + i + ".");
      String http =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
              + html.getBytes(UTF_8).length
              + "\r\n\r\n"
              + html;
      String record =
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/"
              + i
              + "\r\nWARC-Date: 2024-05-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
              + String.format("%012d", i)
              + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
              + http.getBytes(UTF_8).length
              + "\r\n\r\n"
              + http
              + "\r\n\r\n";
      try (OutputStream member = new GZIPOutputStream(archive)) {
        member.write(record.getBytes(UTF_8));
      }
    }
    return archive.toByteArray();
  }

  @Test
  void aFolderOfMixedFormatsGivesTheRowsAndNoticesOfTheLocalReader() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("mixed"));
    Files.write(folder.resolve("crawl.warc.gz"), archive(30));
    Files.createDirectories(folder.resolve("more"));
    Files.writeString(folder.resolve("odd [1] name.html"), page("Odd", "Karl spoke."));
    Files.writeString(folder.resolve("more/crawl.html"), page("Same name", "Karl spoke."));
    Files.copy(jsonLines(), folder.resolve("more/odd [1]{a}.jsonl"));
    List<Path> inputs = List.of(folder, LocalSession.samples().resolve("pages"));
    List<ReadOutcome> read;
    try (var outcomes = CorpusReader.standard().read(inputs)) {
      read = outcomes.toList();
    }
    String out = temp.resolve("mixed-out").toString();
    RunCounts counts = spark().run(inputs.stream().map(Path::toString).toList(), out);
    assertEqual(out, LocalSession.read(read.stream()));
    assertThat(counts.failed()).isZero();
    assertThat(counts.articles()).isEqualTo(read.size()).isGreaterThan(40);
    assertThat(rows(out, "notices"))
        .hasSize(read.stream().mapToInt(o -> ((ReadOutcome.Read) o).notices().size()).sum())
        .isNotEmpty();
  }

  @Test
  void parquetRowsAndLinesGiveTheSameTables() throws IOException {
    List<Conversation> corpus = LocalSession.read(CorpusReader.standard().read(jsonLines()));
    assertThat(corpus).hasSizeGreaterThan(1);
    Dataset<String> lines =
        session.createDataset(Files.readAllLines(jsonLines()), Encoders.STRING());
    Dataset<Row> articles = session.read().json(lines);
    String table = temp.resolve("articles.parquet").toString();
    articles.write().parquet(table);
    String fromParquet = temp.resolve("parquet-out").toString();
    spark().run(List.of(table), fromParquet);
    assertEqual(fromParquet, corpus);
    String fromRows = temp.resolve("rows-out").toString();
    spark().runArticles(articles.drop("schema"), fromRows);
    assertEqual(fromRows, corpus);
    String fromLines = temp.resolve("lines-out").toString();
    spark().runLines(lines, fromLines);
    assertEqual(fromLines, corpus);
  }

  @Test
  void whatCannotBeReadIsAFailureThatNamesTheFileAndTheCause() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("damaged"));
    byte[] whole = archive(20);
    Files.write(folder.resolve("torn.warc.gz"), Arrays.copyOf(whole, whole.length - 100));
    Files.write(
        folder.resolve("latin.jsonl"), "{\"schema\":\"caf\u00e9\"}\n".getBytes("ISO-8859-1"));
    Files.writeString(folder.resolve("nothing.jsonl"), "");
    Files.writeString(folder.resolve("empty.html"), "<html><body></body></html>");
    Files.writeString(
        folder.resolve("long.jsonl"),
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"long\",\"text\":\""
            + "Ada left. ".repeat(200)
            + "\"}}\n{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"half\",\"text\":\"\\ud83d\"}}\n");
    String out = temp.resolve("damaged-out").toString();
    SparkSettings strict =
        new SparkSettings(
            new DocumentLimits(1_500, 100, 10, 10, DocumentLimits.Excess.FAIL),
            ReadLimits.DEFAULT,
            60,
            2,
            false);
    RunCounts counts =
        new SparkDiscourse(session, CapitalNames::new, strict).run(List.of(folder.toString()), out);
    assertThat(counts.articles()).isEqualTo(19);
    List<String> failures = new ArrayList<>(rows(out, "failures"));
    assertThat(failures)
        .hasSize(6)
        .anyMatch(row -> row.contains("nothing.jsonl, read, holds no document"))
        .anyMatch(row -> row.contains("torn.warc.gz@") && row.contains("damaged"))
        .anyMatch(row -> row.contains("latin.jsonl, read, a line is not UTF-8"))
        .anyMatch(row -> row.contains("empty.html, read, "))
        .anyMatch(row -> row.contains("long.jsonl, read, document half has half a surrogate"))
        .anyMatch(row -> row.startsWith("[long, limits, ") && row.contains("more than 1500"));
  }

  @Test
  void anInputThatIsMissingIsNamedBeforeAnythingStarts() {
    String out = temp.resolve("missing-out").toString();
    assertThatThrownBy(() -> spark().run(List.of(temp.resolve("no-such").toString()), out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such");
    assertThat(Path.of(out)).doesNotExist();
  }
}
