package org.polylogue.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.Discourse;

class ReportWriterTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void theSameArticlesMakeTheSameFile() throws IOException {
    assertThat(write("a.html", 3, null)).hasSameBinaryContentAs(write("b.html", 3, null));
  }

  @Test
  void onlyTheReportIsLeftInTheFolder() throws IOException {
    write("report.html", 2, null);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsOnly("report.html");
    }
  }

  @Test
  void aReportThatIsNotFinishedLeavesNothing() throws IOException {
    try (ReportWriter writer =
        new ReportWriter(folder.resolve("report.html"), ReportOptions.DEFAULT)) {
      writer.add(Fixtures.discourse(1, 2, null));
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anEmptyReportSaysSo() throws IOException {
    JsonNode summary = summary(write("report.html", 0, null));
    assertThat(summary.at("/articles").size()).isZero();
    assertThat(summary.at("/totals/documents failed").asInt()).isZero();
  }

  @Test
  void hostileTextStandsInTheFileOnlyEscaped() throws IOException {
    String page = Files.readString(write("report.html", 2, Fixtures.ATTACK));
    assertThat(page.contains("window.hit=1<")).isFalse();
    assertThat(page.contains("onerror=\"window")).isFalse();
    assertThat(page.contains("\u202E")).isFalse();
    Matcher scripts = Pattern.compile("<script").matcher(page);
    // summary, two articles, charts, the report's own script
    assertThat(scripts.results().count()).isEqualTo(5);
  }

  @Test
  void everyArticleUnpacksToItsText() throws IOException {
    Path report = write("report.html", 2, Fixtures.ATTACK);
    Matcher data =
        Pattern.compile("id=\"article-data-(\\d+)\">([^<]+)</script>")
            .matcher(Files.readString(report));
    for (int i = 0; i < 2; i++) {
      assertThat(data.find()).isTrue();
      JsonNode article =
          JSON.readTree(
              new GZIPInputStream(
                  new ByteArrayInputStream(Base64.getDecoder().decode(data.group(2)))));
      Discourse discourse = Fixtures.discourse(i, 5, Fixtures.ATTACK);
      assertThat(article.at("/documents/0/text").asText())
          .isEqualTo(discourse.conversation().article().text());
      assertThat(article.at("/documents").size()).isEqualTo(6);
      assertThat(article.at("/documents/0/quotations").size())
          .isEqualTo(discourse.article().quotations().size());
    }
  }

  @Test
  void countsAreTheSumsOverTheArticles() throws IOException {
    JsonNode summary = summary(write("report.html", 4, null));
    int quotations = 0;
    int stances = 0;
    for (int i = 0; i < 4; i++) {
      Discourse discourse = Fixtures.discourse(i, 5, null);
      quotations += discourse.article().quotations().size();
      stances += discourse.stances().size();
    }
    assertThat(summary.at("/totals/articles").asInt()).isEqualTo(4);
    assertThat(summary.at("/totals/comments").asInt()).isEqualTo(20);
    assertThat(summary.at("/totals/quotations").asInt()).isEqualTo(quotations);
    assertThat(
            summary.at("/totals/stances").asInt() + summary.at("/totals/stances withheld").asInt())
        .isEqualTo(stances);
    int quoted = 0;
    for (JsonNode voice : summary.at("/voices")) {
      quoted +=
          voice.get(1).asInt() + voice.get(2).asInt() + voice.get(3).asInt() + voice.get(4).asInt();
    }
    assertThat(quoted).isEqualTo(quotations);
  }

  @Test
  void fewerThanFiveArticlesHaveNoInterval() throws IOException {
    assertThat(summary(write("four.html", 4, null)).at("/tones/0/2").isNull()).isTrue();
    JsonNode five = summary(write("five.html", 5, null)).at("/tones/0");
    assertThat(five.get(2).asDouble()).isLessThanOrEqualTo(five.get(1).asDouble());
    assertThat(five.get(3).asDouble()).isGreaterThanOrEqualTo(five.get(1).asDouble());
  }

  @Test
  void articlesPastTheLimitAreCountedAndSaidToBeMissing() throws IOException {
    Path file = folder.resolve("report.html");
    try (ReportWriter writer =
        new ReportWriter(file, new ReportOptions("Small", 10_000, 10_000, 5, List.of()))) {
      for (int i = 0; i < 5; i++) {
        writer.add(Fixtures.discourse(i, 5, null));
      }
      writer.addFailure("x.html", "read", "no article was found");
      writer.finish();
    }
    JsonNode summary = summary(file);
    int missing = summary.at("/totals/articles counted but not shown").asInt();
    assertThat(missing).isBetween(1, 4);
    assertThat(summary.at("/totals/articles").asInt()).isEqualTo(5);
    assertThat(summary.at("/totals/documents failed").asInt()).isEqualTo(1);
    assertThat(summary.at("/failures/0/0").asText()).isEqualTo("x.html");
  }

  @Test
  void limitsMustBePositive() {
    assertThatThrownBy(() -> new ReportOptions("x", 0, 0, 1, List.of()))
        .hasMessageContaining("positive");
    assertThatThrownBy(() -> new ReportOptions("x", -1, 1, 1, List.of()))
        .hasMessageContaining("negative");
  }

  @Test
  void articlesThatDoNotFitIntoThePageLieBesideItAndAreEscapedThereToo() throws IOException {
    Path report = write("large.html", 3, Fixtures.ATTACK, 0);
    assertThat(summary(report).at("/articles").isMissingNode()).isTrue();
    assertThat(summary(report).at("/parts/articles").toString()).isEqualTo("[0]");
    assertThat(Files.readString(report)).doesNotContain("article-data-0");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsOnly("large.html", "large-list-0.js", "large-articles-0.js");
    }
    String list = Files.readString(folder.resolve("large-list-0.js"));
    assertThat(list).doesNotContain("<", "\u202E").startsWith("part(\"list-0\", [\n");
    JsonNode rows = JSON.readTree(list.substring(list.indexOf('['), list.lastIndexOf(')')));
    JsonNode whole = summary(write("small.html", 3, Fixtures.ATTACK)).at("/articles");
    assertThat(rows).hasSize(3).isEqualTo(whole);
    String articles = Files.readString(folder.resolve("large-articles-0.js"));
    JsonNode packed =
        JSON.readTree(articles.substring(articles.indexOf('['), articles.lastIndexOf(')')));
    String page = Files.readString(folder.resolve("small.html"));
    for (int i = 0; i < 3; i++) {
      assertThat(page).contains("id=\"article-data-" + i + "\">" + packed.get(i).asText() + "<");
    }
  }

  @Test
  void figuresOfALargeCorpusAreThoseOfASmallOne() throws IOException {
    ObjectNode large = (ObjectNode) summary(write("large.html", 8, null, 0));
    ObjectNode small = (ObjectNode) summary(write("small.html", 8, null));
    large.remove("parts");
    small.remove("articles");
    assertThat(large).isEqualTo(small);
    assertThat(small.at("/outlets")).isNotEmpty();
    assertThat(small.at("/debated")).isNotEmpty();
    assertThat(small.at("/threads")).hasSize(8);
  }

  @Test
  void partsOfAnEarlierReportGoWithIt() throws IOException {
    write("report.html", 3, null, 0);
    Path other = Files.writeString(folder.resolve("report-list-x.js"), "");
    write("report.html", 3, null);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(folder.resolve("report.html"), other);
    }
  }

  private Path write(String name, int articles, String hostile) throws IOException {
    return write(name, articles, hostile, ReportOptions.DEFAULT.pageBytes());
  }

  private Path write(String name, int articles, String hostile, long pageBytes) throws IOException {
    Path file = folder.resolve(name);
    String title = hostile == null ? "Test" : hostile;
    try (ReportWriter writer =
        new ReportWriter(file, new ReportOptions(title, pageBytes, 1_000_000_000, 30, List.of()))) {
      for (int i = 0; i < articles; i++) {
        writer.add(Fixtures.discourse(i, 5, hostile));
      }
      writer.finish();
    }
    return file;
  }

  private static JsonNode summary(Path report) throws IOException {
    List<String> found =
        Pattern.compile("id=\"summary\">([^<]+)</script>")
            .matcher(Files.readString(report))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(found).hasSize(1);
    return JSON.readTree(found.get(0));
  }
}
