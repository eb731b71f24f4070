package org.example.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.example.questions.QuestionAnalysis.QUESTIONS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.report.ReportFile;
import org.polylogue.results.Results;
import org.polylogue.results.exchange.FindingAnnotations;
import org.polylogue.results.exchange.Item;
import org.polylogue.results.exchange.Items;
import org.polylogue.results.exchange.Target;
import org.polylogue.results.run.AnalysisRun;
import org.polylogue.results.run.DiscourseLines;
import org.polylogue.results.run.DiscourseTables;
import org.polylogue.results.run.NoticeTable;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.results.run.ResultFile;
import org.polylogue.results.run.RunCounts;
import org.polylogue.results.run.RunMemory;
import org.polylogue.results.run.RunReport;
import org.polylogue.samples.Main;
import org.polylogue.spark.SparkDiscourse;
import org.polylogue.spark.SparkSettings;
import org.polylogue.text.OffsetUnit;

/** A layer made outside the library goes wherever its own layers go. */
class ToyLayerTest {

  private static final Layers LAYERS = Layers.STANDARD.with(QUESTIONS);
  private static final String PAGE =
      "The bridge\n\nIt is 😀 shut. Who shut it? Nobody says. Why not?\n\n"
          + "1 comments\n  1. +3\n    Who pays?\n";

  @TempDir Path temp;
  private Path results;
  private List<Discourse> found;

  @BeforeEach
  void analysesAPage() throws IOException {
    Files.createDirectories(temp.resolve("in"));
    Files.writeString(temp.resolve("in/bridge.txt"), PAGE);
    results = temp.resolve("results");
    try (OutputFolder folder = OutputFolder.open(results);
        RunMemory memory = RunMemory.open(results, false, new TreeMap<>(), LAYERS);
        ReportFile report = new ReportFile(folder)) {
      List<ResultFile> files =
          List.of(
              new DiscourseLines(folder, OffsetUnit.CODE_POINTS),
              new DiscourseTables(folder, LAYERS, false),
              report,
              new RunReport(folder, LAYERS));
      new AnalysisRun(CorpusReader.standard(), memory.of(new QuestionAnalysis()), 1)
          .run(List.of(temp.resolve("in")), files, new NoticeTable(folder, false), () -> {});
      folder.publish();
      memory.published();
    }
    try (Stream<Discourse> read = new Results(LAYERS).read(results)) {
      found = read.toList();
    }
  }

  private List<Question> questions(int document) {
    return found.get(0).documents().get(document).of(QUESTIONS);
  }

  @Test
  void itIsInTheResultsWithOffsetsInAnyUnit() throws IOException {
    String text = found.get(0).conversation().article().text();
    assertThat(questions(0).stream().map(question -> question.span().of(text)))
        .containsExactly("Who shut it?", "Why not?");
    assertThat(questions(1)).extracting(Question::form).containsExactly(Question.Form.WHO);
    JsonNode line = new ObjectMapper().readTree(results.resolve("discourse.jsonl").toFile());
    int units = questions(0).get(0).span().start();
    assertThat(line.at("/documents/0/questions/0/span/0").asInt()).isEqualTo(units - 1);
    assertThat(line.at("/documents/0/questions/0/form").asText()).isEqualTo("WHO");
    assertThat(new Results().are(results)).isTrue();
  }

  @Test
  void itHasATableAndACount() throws IOException {
    assertThat(Files.readAllLines(results.resolve("questions.csv")))
        .hasSize(4)
        .startsWith("article_id,document_id,kind,start,end,text,confidence")
        .element(1)
        .asString()
        .endsWith(",Who shut it?,0.75");
    JsonNode counts =
        new ObjectMapper().readTree(results.resolve("run.json").toFile()).get("counts");
    assertThat(counts.at("/questions/WHO").asInt()).isEqualTo(2);
    assertThat(counts.at("/questions/OTHER").asInt()).isEqualTo(1);
  }

  @Test
  void itGoesThroughAnnotationToolsAndIsCompared() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Target.Format format : List.of(Target.Format.BRAT, Target.Format.WEBANNO)) {
      Path folder = temp.resolve(format.name());
      try (Target target = Target.open(format, folder, OffsetUnit.UTF_16, LAYERS)) {
        target.add(new Item.Analysed(found.get(0)));
        assertThat(target.dropped()).doesNotContainKey("questions asked");
      }
      Map<String, List<Question>> back = new HashMap<>();
      try (Stream<Item> items = Items.read(folder, CorpusReader.standard())) {
        items.forEach(
            item -> {
              var document = ((Item.Layered) item).document();
              back.put(document.id(), FindingAnnotations.findings(document, LAYERS).of(QUESTIONS));
            });
      }
      assertThat(back).hasSize(2).containsEntry("bridge", questions(0));
      folders.add(folder);
    }
    assertThat(folders.get(0).resolve("annotation.conf"))
        .content()
        .contains("Question\n", "form\tArg:Mention|Question, Value:", "WHO|OTHER");
    StringWriter out = new StringWriter();
    String[] call = {"agreement", "--format", "csv", folders.get(0) + "", folders.get(1) + ""};
    Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), call);
    assertThat(out.toString()).contains("Question,spans,3,3,1.0,1.0,1.0", "Question,form,3,3");
  }

  @Test
  void itTravelsInTheMetadataOfConvokit() throws IOException {
    Path folder = temp.resolve("convokit");
    try (Target target = Target.open(Target.Format.CONVOKIT, folder, OffsetUnit.UTF_16, LAYERS)) {
      target.add(new Item.Analysed(found.get(0)));
    }
    JsonNode first =
        new ObjectMapper().readTree(Files.readAllLines(folder.resolve("utterances.jsonl")).get(0));
    assertThat(first.at("/meta/findings/questions").size()).isEqualTo(2);
  }

  @Test
  void theReportMarksIt() throws IOException {
    String page = Files.readString(results.resolve("report.html"));
    Matcher data = Pattern.compile("id=\"article-data-0\">([^<]+)</script>").matcher(page);
    assertThat(data.find()).isTrue();
    JsonNode article =
        new ObjectMapper()
            .readTree(
                new GZIPInputStream(
                    new ByteArrayInputStream(Base64.getDecoder().decode(data.group(1)))));
    assertThat(article.at("/more/0").asText()).isEqualTo("questions asked");
    JsonNode mark = article.at("/documents/0/marks/0");
    assertThat(mark.get(0).asInt()).isEqualTo(questions(0).get(0).span().start());
    assertThat(mark.get(3).asText()).isEqualTo("confidence 0.75, form WHO");
    assertThat(page).contains("\"questions asked\":3");
  }

  @Test
  void sparkWritesTheSameTable() throws IOException {
    String out = temp.resolve("spark").toString();
    List<String> rows = new ArrayList<>();
    try (SparkSession session =
        SparkSession.builder()
            .master("local[2]")
            .appName("toy")
            .config("spark.ui.enabled", "false")
            .getOrCreate()) {
      RunCounts counts =
          new SparkDiscourse(session, QuestionAnalysis::new, SparkSettings.DEFAULT)
              .withLayers(LAYERS)
              .run(List.of(temp.resolve("in").toString()), out);
      assertThat(counts.of("questions")).isEqualTo(3);
      assertThat(counts.findings().get("questions")).containsEntry("WHO", 2L);
      for (Row row : session.read().parquet(out + "/questions.parquet").collectAsList()) {
        rows.add(row.mkString(","));
      }
    }
    List<String> local = Files.readAllLines(results.resolve("questions.csv"));
    assertThat(rows).containsExactlyInAnyOrderElementsOf(local.subList(1, local.size()));
  }
}
