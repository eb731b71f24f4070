package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.report.ReportFile;
import org.polylogue.results.DiscourseJson;
import org.polylogue.results.run.AnalysisRun;
import org.polylogue.results.run.DiscourseLines;
import org.polylogue.results.run.DiscourseTables;
import org.polylogue.results.run.FailureLog;
import org.polylogue.results.run.NoticeTable;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.results.run.RunReport;
import org.polylogue.text.OffsetUnit;

/** Documents without words, and whole runs, through every analysis that the command runs. */
class HardDocumentsTest {

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t\u00a0\u2003\n",
        "\uD83D\uDE00\uD83D\uDC4D\uD83C\uDFFD \uD83D\uDE02\uD83D\uDE02",
        "\u0000\u0001\u0007\u001b[31m\u007f",
        "\u202e\u2066\u200f\ufeff\u2028\u2029",
        "\uD83D \uDE00 \uD83D",
        "“““““ ”” \" ' « »",
        "11\n\n+7\n\n11: 43",
        "<script>alert(1)</script> = + - @",
        "………:::——— ;;; ,,,"
      })
  void aDocumentWithoutWordsPassesThroughEveryAnalysis(String text) {
    assertNothingIsFound(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "„Wir bauen die Brücke nicht“, sagte Anna Berg, und der Rat war mit ihr einig. “Nein” “Ja”",
        "« Nous ne voulons pas du pont », a dit la mairesse, et le conseil est avec elle. \"Non\"",
        "«Мы не строим мост», сказала Анна. “Нет” \"Да\"",
        "「橋は作らない」と市長は言った。“いいえ”"
      })
  void aDocumentInAnotherLanguageIsLeftUnread(String text) {
    assertNothingIsFound(text);
  }

  private static void assertNothingIsFound(String text) {
    Conversation conversation =
        Conversation.of(
            Article.of("a", "", text), List.of(Comment.of("c", text), Comment.of("d", "Yes.")));
    Discourse discourse = RealDiscourse.of(conversation);
    for (DocumentDiscourse found : discourse.documents().subList(0, 2)) {
      assertThat(found.quotations()).isEmpty();
      assertThat(found.mentions()).isEmpty();
    }
    DiscourseJson json = DiscourseJson.exact(Layers.STANDARD);
    assertThat(json.read(json.write(discourse))).isEqualTo(discourse);
  }

  @Test
  void theCommandWritesTheSameBytesWithOneAndWithFourThreads() throws IOException {
    Path corpus = Path.of(System.getProperty("polylogue.root"), "samples/corpus");
    List<Path> inputs =
        List.of(
            corpus.resolve("pages/strait-treaty.txt"),
            corpus.resolve("html/tram-line.html"),
            corpus.resolve("pages/museum-loan.txt"));
    run(inputs, 1, "one");
    run(inputs, 4, "four");
    run(List.of(inputs.get(2), inputs.get(0), inputs.get(1)), 4, "turned");
    for (String name : names("one")) {
      if (!name.equals("run.json")) {
        assertThat(temp.resolve("four").resolve(name))
            .hasSameBinaryContentAs(temp.resolve("one").resolve(name));
      }
    }
    assertThat(Files.readAllLines(temp.resolve("turned/discourse.jsonl")))
        .containsExactlyInAnyOrderElementsOf(
            Files.readAllLines(temp.resolve("one/discourse.jsonl")));
    assertThat(temp.resolve("turned/actors.csv"))
        .hasSameBinaryContentAs(temp.resolve("one/actors.csv"));
  }

  private void run(List<Path> inputs, int threads, String out) throws IOException {
    try (OutputFolder folder = OutputFolder.open(temp.resolve(out));
        ReportFile report = new ReportFile(folder)) {
      new AnalysisRun(CorpusReader.standard(), RealDiscourse.analysis(), threads)
          .run(
              inputs,
              List.of(
                  new DiscourseLines(folder, OffsetUnit.UTF_16),
                  new DiscourseTables(folder, Layers.STANDARD, false),
                  new FailureLog(folder),
                  report,
                  new RunReport(folder, Layers.STANDARD)),
              new NoticeTable(folder, false),
              () -> {});
      folder.publish();
    }
  }

  private Set<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
