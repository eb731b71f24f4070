package org.polylogue.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.samples.Main;
import org.polylogue.text.OffsetUnit;

/** Spark 4.0 runs on Java 17 and 21. */
@EnabledForJreRange(
    max = JRE.JAVA_21,
    disabledReason = "the Hadoop client of Spark 4.0 does not run on newer Java")
class SparkCommandTest {

  private static final int ARTICLES = 200;

  /** Two cores, and no more preparation than fifteen articles are worth. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.master", "local[2]",
          "spark.ui.enabled", "false",
          "spark.sql.shuffle.partitions", "2",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  @TempDir static Path temp;

  private final StringWriter printed = new StringWriter();

  @BeforeAll
  static void set() {
    SETTINGS.forEach(System::setProperty);
  }

  @AfterAll
  static void cleared() {
    SETTINGS.keySet().forEach(System::clearProperty);
  }

  private int spark(String... args) {
    PrintWriter out = new PrintWriter(printed, true);
    return SparkCommand.run(out, out, args);
  }

  private int local(String... args) {
    PrintWriter out = new PrintWriter(printed, true);
    List<String> call = new ArrayList<>(List.of("analyze"));
    call.addAll(List.of(args));
    return Main.run(out, out, call.toArray(String[]::new));
  }

  private static List<List<String>> rows(Path table) throws IOException {
    List<Path> files = List.of(table);
    if (Files.isDirectory(table)) {
      try (Stream<Path> parts = Files.list(table)) {
        files = parts.filter(part -> part.toString().endsWith(".csv")).toList();
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (Path file : files) {
      try (Reader reader = Files.newBufferedReader(file);
          CSVParser parser = CSVParser.parse(reader, CSVFormat.RFC4180)) {
        for (CSVRecord row : parser) {
          if (row.getRecordNumber() > 1) {
            rows.add(Arrays.asList(row.values()));
          } else {
            assertThat(row.values()).isNotEmpty();
          }
        }
      }
    }
    return rows;
  }

  private static ObjectNode counts(Path results) throws IOException {
    return (ObjectNode)
        new ObjectMapper().readTree(results.resolve("run.json").toFile()).get("counts");
  }

  private void assertSameTables(List<String> inputs, String actors, Path folder, List<String> empty)
      throws IOException {
    List<String> args = new ArrayList<>(inputs);
    if (!actors.isEmpty()) {
      args.addAll(List.of("--actors", actors));
    }
    args.add("--out");
    args.add(folder.resolve("local").toString());
    List<String> lean = new ArrayList<>(args);
    lean.addAll(List.of("--judges", "lean"));
    assertThat(local(lean.toArray(String[]::new))).as(printed.toString()).isZero();
    args.set(args.size() - 1, folder.resolve("spark").toString());
    args.add("--csv");
    assertThat(spark(args.toArray(String[]::new))).as(printed.toString()).isZero();
    String[] lines = printed.toString().lines().map(l -> l.split(";")[0]).toArray(String[]::new);
    assertThat(lines[lines.length - 1]).isEqualTo(lines[0]);
    JsonNode spark = counts(folder.resolve("spark"));
    ObjectNode local = counts(folder.resolve("local"));
    List<String> names = new ArrayList<>();
    spark.fieldNames().forEachRemaining(names::add);
    assertThat(names).hasSize(12);
    assertThat(spark).isEqualTo(local.retain(names));
    List<String> tables = new ArrayList<>(List.of("notices"));
    DiscourseTable.all(Layers.STANDARD).forEach(table -> tables.add(table.name()));
    for (String table : tables) {
      List<List<String>> expected = rows(folder.resolve("local").resolve(table + ".csv"));
      assertThat(expected.isEmpty()).as(table).isEqualTo(empty.contains(table));
      assertThat(rows(folder.resolve("spark").resolve(table + ".csv")))
          .as(table)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void theSampleCorpusGivesTheSameRowsAsTheLocalCommand() throws IOException {
    Path samples = Path.of(System.getProperty("polylogue.root", "../..")).resolve("samples");
    // Packed, since lines of a file that Spark splits are not counted.
    Path doubtful = temp.resolve("doubtful.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(doubtful))) {
      String lines =
          line(
                  "german",
                  "„Wir bauen die Brücke nicht“, sagte Anna Berg, und der Rat war mit ihr einig.",
                  "She said that we do not need the bridge, and I am with her on that.",
                  "Das ist nicht wahr, denn der Rat hat gar nicht mit uns geredet.")
              + "\n"
              + line("long", "Anna Berg said: " + "ha".repeat(400) + "! That was all she said.");
      out.write(lines.getBytes(StandardCharsets.UTF_8));
    }
    Path folder = temp.resolve("samples");
    assertSameTables(
        List.of(samples.resolve("corpus").toString(), doubtful.toString()),
        samples.resolve("tables/actors.csv").toString(),
        folder,
        List.of());
    assertThat(rows(folder.resolve("spark/notices.csv")))
        .extracting(cells -> cells.get(cells.size() - 1))
        .filteredOn(reason -> reason.contains("not in English") || reason.contains("in pieces"))
        .extracting(reason -> reason.substring(0, reason.indexOf(',')))
        .containsExactlyInAnyOrder(
            "german: not in English",
            "german#1: not in English",
            "long: 1 stretches without white space");
  }

  private static String line(String id, String text, String... comments) {
    List<Comment> replies = new ArrayList<>();
    for (String comment : comments) {
      replies.add(Comment.of(id + "#" + replies.size(), comment));
    }
    Conversation conversation = Conversation.of(Article.of(id, "Title", text), replies);
    return JsonLinesWriter.line(conversation, OffsetUnit.UTF_16);
  }

  @Test
  void twoHundredArticlesGiveTheSameRowsAsTheLocalCommand() throws IOException {
    String given = System.getProperty("polylogue.articles", "");
    assumeTrue(!given.isEmpty(), "name a folder of articles with -Dpolylogue.articles=");
    List<String> articles;
    // Hadoop takes the ".." out of paths, the local command leaves it in the place of a notice.
    try (Stream<Path> files = Files.walk(Path.of(given).toRealPath())) {
      articles = files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    }
    assertThat(articles).hasSizeGreaterThanOrEqualTo(ARTICLES);
    assertSameTables(
        articles.subList(0, ARTICLES),
        "",
        temp.resolve("articles"),
        List.of("comments", "stances", "echoes"));
  }

  @Test
  void aWrongCallIsOneLineAndTwo() {
    assertThat(spark("--out", "nowhere")).isEqualTo(2);
    assertThat(spark("corpus", "--out", "nowhere", "--max-depth", "0")).isEqualTo(2);
    assertThat(spark(temp.resolve("no-such").toString(), "--out", "nowhere")).isEqualTo(2);
    assertThat(printed.toString().lines())
        .hasSize(3)
        .allMatch(l -> l.startsWith("polylogue-spark: "));
    assertThat(printed.toString()).contains("no-such");
  }
}
