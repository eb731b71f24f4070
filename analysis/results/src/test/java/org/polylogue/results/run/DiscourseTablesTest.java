package org.polylogue.results.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.CommentMarker;
import org.polylogue.model.Conversation;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Voice;
import org.polylogue.results.Findings;
import org.polylogue.text.OffsetUnit;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

class DiscourseTablesTest {

  @TempDir Path temp;

  @BeforeEach
  void writesTwoArticles() throws IOException {
    try (OutputFolder folder = OutputFolder.open(temp)) {
      DiscourseTables tables = new DiscourseTables(folder, Layers.STANDARD, false);
      tables.add(Findings.everyKind());
      tables.add(Findings.everyKind());
      tables.finish();
      folder.publish();
    }
  }

  @Test
  void everyQuotationIsARowWithItsWordsAndSpeaker() throws IOException {
    List<CSVRecord> rows = rows("quotations");
    assertThat(rows).hasSize(8);
    assertThat(rows.get(0).toMap())
        .containsEntry("kind", "DIRECT")
        .containsEntry("speaker", "Anna")
        .containsEntry("speaker_type", "actor")
        .containsEntry("text", "“Yes,” … “no.”")
        .containsEntry("spans", "0-6,18-23")
        .containsEntry("parent", "");
    assertThat(rows.get(1).toMap())
        .containsEntry("speaker", "a source")
        .containsEntry("actor_id", "")
        .containsEntry("parent", "0");
  }

  @Test
  void aCommentKeepsItsZeroScoreAndLosesItsFormula() throws IOException {
    List<CSVRecord> rows = rows("comments");
    assertThat(rows.get(0).toMap())
        .containsEntry("score", "0")
        .containsEntry("author", "'-me")
        .containsEntry("time", "2024-01-03")
        .containsEntry("replies", "1")
        .containsEntry("text", "'@all no.");
    assertThat(rows.get(1).toMap()).containsEntry("score", "").containsEntry("depth", "2");
  }

  @Test
  void anActorOfTwoArticlesIsOneRow() throws IOException {
    List<CSVRecord> rows = rows("actors");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).toMap())
        .containsEntry("aliases", "A.; Anna")
        .containsEntry("attributes", "party=-")
        .containsEntry("articles", "2");
  }

  @Test
  void aWithheldStanceHasAReasonAndNoLabel() throws IOException {
    List<CSVRecord> rows = rows("stances");
    assertThat(rows).hasSize(10);
    assertThat(rows.get(0).toMap())
        .containsEntry("label", "AGAINST")
        .containsEntry("evidence", "'@all … no.");
    assertThat(rows.get(4).toMap())
        .containsEntry("target_type", "concept")
        .containsEntry("label", "")
        .containsEntry("withheld", "too short");
  }

  @Test
  void sentimentsAndEchoesShowTheirPlaces() throws IOException {
    assertThat(rows("target_sentiments").get(0).toMap())
        .containsEntry("label", "negative")
        .containsEntry("score", "-0.5")
        .containsEntry("probability", "")
        .containsEntry("voice", "source")
        .containsEntry("speaker", "Anna")
        .containsEntry("speaker_id", "person/anna")
        .containsEntry("target_start", "12")
        .containsEntry("target_id", "x")
        .containsEntry("affected", "");
    assertThat(rows("echoes").get(0).toMap())
        .containsEntry("source_id", "a")
        .containsEntry("source_text", "no");
  }

  @Test
  void toneOfSentencesAndToneTowardsMentionsAreTablesApart() throws IOException {
    assertThat(rows("sentiments")).hasSize(4).extracting(row -> row.get("score")).contains("0.1");
    assertThat(rows("target_sentiments")).hasSize(2);
  }

  @Test
  void tablesAreJoinedByIds() throws IOException {
    assertThat(rows("quotations").get(3).toMap()).containsEntry("quotation_id", "a:q3");
    assertThat(rows("target_sentiments").get(0).toMap()).containsEntry("quotation_id", "");
    assertThat(rows("mentions").get(0).toMap())
        .containsEntry("actor_id", "person/anna")
        .containsEntry("quotation_id", "");
  }

  @Test
  void tracesAreWrittenOnRequest() throws IOException {
    assertThat(temp.resolve("traces.csv")).doesNotExist();
    try (OutputFolder folder = OutputFolder.open(temp)) {
      DiscourseTables tables =
          new DiscourseTables(folder, Layers.STANDARD, false, true, OffsetUnit.UTF_16);
      tables.add(Findings.everyKind());
      tables.finish();
      folder.publish();
    }
    assertThat(rows("traces")).hasSize(1);
    assertThat(rows("traces").get(0).toMap())
        .containsEntry("target_start", "12")
        .containsEntry("cause", "no")
        .containsEntry("amount", "-0.5");
  }

  @Test
  void offsetsCountCodePointsWhereAsked() throws IOException {
    Article article = Article.of("a", "", "\uD83D\uDE00 \u201CYes,\u201D said \uD83D\uDE00Anna");
    Comment comment =
        new Comment(
            "a/1",
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            "\uD83D\uDE00\uD83D\uDE00 Yes, thanks",
            Optional.empty());
    Span yes = new Span(3, 9);
    Span anna = new Span(17, 21);
    Discourse discourse =
        new Discourse(
            Conversation.of(article, List.of(comment)),
            List.of(),
            List.of(
                new DocumentDiscourse(
                    "a",
                    List.of(
                        new Mention(anna, Mention.Form.NAME, "person/anna", Optional.empty(), 1)),
                    List.of(
                        new Quotation(
                            List.of(yes),
                            Optional.empty(),
                            Optional.of(anna),
                            new Speaker.Resolved("person/anna", "Anna"),
                            Quotation.Kind.DIRECT,
                            Quotation.Mode.SPEECH,
                            OptionalInt.empty(),
                            "rule",
                            0.5)),
                    List.of(new MarkedExpression(yes, MarkedExpression.Kind.TITLE, "rule", 0.25)),
                    List.of(
                        new Sentiment(yes, -0.5, new Voice.Author(), Optional.of(anna), List.of())),
                    List.of()),
                new DocumentDiscourse(
                        "a/1",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Echo(new Span(5, 8), new Passage("a", new Span(4, 7)), 1)))
                    .with(
                        Layers.MARKERS,
                        List.of(new CommentMarker(new Span(10, 16), CommentMarker.Kind.THANKS)))),
            List.of());
    try (OutputFolder folder = OutputFolder.open(temp)) {
      DiscourseTables tables =
          new DiscourseTables(folder, Layers.STANDARD, true, false, OffsetUnit.CODE_POINTS);
      tables.add(discourse);
      tables.finish();
      folder.publish();
    }
    Map<String, int[]> texts =
        Map.of(
            "a", article.text().codePoints().toArray(),
            "a/1", comment.text().codePoints().toArray());
    for (String name :
        List.of("mentions", "expressions", "target_sentiments", "echoes", "markers")) {
      Map<String, String> row = rows(name).get(0).toMap();
      assertThat(words(texts.get(row.get("document_id")), row.get("start"), row.get("end")))
          .as(name)
          .isEqualTo(row.get("text"));
    }
    Map<String, String> tone = rows("target_sentiments").get(0).toMap();
    assertThat(words(texts.get("a"), tone.get("target_start"), tone.get("target_end")))
        .isEqualTo("Anna")
        .isEqualTo(tone.get("target"));
    Map<String, String> echo = rows("echoes").get(0).toMap();
    assertThat(words(texts.get("a"), echo.get("source_start"), echo.get("source_end")))
        .isEqualTo("Yes")
        .isEqualTo(echo.get("source_text"));
    assertThat(rows("quotations").get(0).get("spans")).isEqualTo("2-8");
  }

  private static String words(int[] text, String start, String end) {
    int from = Integer.parseInt(start);
    return new String(text, from, Integer.parseInt(end) - from);
  }

  @Test
  void everyColumnIsDocumented() throws IOException {
    Path docs = Path.of(System.getProperty("polylogue.root"), "docs/formats/discourse.md");
    List<String> lines = Files.readAllLines(docs);
    for (Table<?> table : DiscourseTable.all(Layers.STANDARD, true)) {
      String own =
          lines.stream()
              .filter(line -> line.startsWith("| `" + table.name() + ".csv`"))
              .findFirst()
              .orElseThrow();
      String all =
          table.name().equals("target_sentiments") ? own + lines.get(lines.indexOf(own) - 1) : own;
      for (Table.Column column : table.columns()) {
        assertThat(all + "article_id document_id")
            .as(table.name())
            .containsPattern("\\b" + column.name() + "\\b");
      }
    }
  }

  private List<CSVRecord> rows(String name) throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(temp.resolve(name + ".csv")))) {
      return parser.getRecords();
    }
  }
}
