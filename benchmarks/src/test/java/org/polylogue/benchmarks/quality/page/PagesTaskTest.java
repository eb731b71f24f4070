package org.polylogue.benchmarks.quality.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.benchmarks.quality.QualityTask;

class PagesTaskTest {

  private static final String FIRST =
      "The harbour office closed its lower gate on Monday, because the tide had lifted two of the"
          + " planks that visitors walk on.";
  private static final String SECOND =
      "A carpenter will look at them this week, and until then the ferry leaves from the northern"
          + " pier, said the keeper of the gate.";

  @TempDir private Path folder;

  @Test
  void pagesAreScoredByRunsOfFourWordsAsThePublisherOfTheFirstSetDoes() throws IOException {
    Files.createDirectories(folder.resolve("html"));
    page("whole", FIRST, SECOND);
    page("half", FIRST, SECOND);
    Files.writeString(
        folder.resolve("ground-truth.json"),
        "{\"whole\": {\"articleBody\": \""
            + FIRST
            + " "
            + SECOND
            + "\"}, \"half\": {\"articleBody\": \""
            + FIRST
            + "\"}}");
    int wanted = FIRST.split(" ").length - 3;
    int read = (FIRST + " " + SECOND).split(" ").length - 3;
    // shares of each page are added: all of one, and of the other what was wanted of what was read
    double right = 1 + (double) wanted / read;
    double precision = right / 2;
    assertThat(scored())
        .startsWith(
            String.format(
                java.util.Locale.ROOT,
                "2 pages: F1 %.3f, precision %.3f, recall 1.000, exact 0.500",
                2 * precision / (precision + 1),
                precision));
  }

  @Test
  void pagesBesideTheirExpectedPagesAreScoredByWords() throws IOException {
    Path page = Files.createDirectories(folder.resolve("one"));
    Files.writeString(page.resolve("source.html"), html(FIRST, SECOND));
    Files.writeString(
        page.resolve("expected.html"), "<div><p>" + FIRST + "</p><p>" + SECOND + "</p></div>");
    assertThat(scored())
        .startsWith("1 pages: F1 1.000, precision 1.000, recall 1.000, exact 1.000");
  }

  @Test
  void aFolderWithoutPagesIsNamed() {
    assertThatThrownBy(this::scored)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("ground-truth.json");
  }

  private static String html(String... paragraphs) {
    return "<!DOCTYPE html><html><head><title>Gate</title></head><body><nav><a href='/'>Home</a></nav>"
        + "<article><h1>Gate</h1><p>"
        + String.join("</p><p>", paragraphs)
        + "</p></article></body></html>";
  }

  private void page(String name, String... paragraphs) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(
            Files.newOutputStream(folder.resolve("html").resolve(name + ".html.gz")))) {
      out.write(html(paragraphs).getBytes(StandardCharsets.UTF_8));
    }
  }

  private String scored() throws IOException {
    StringWriter out = new StringWriter();
    new PagesTask()
        .quality(
            new QualityTask.Request(
                folder,
                Optional.empty(),
                3,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of()),
            new PrintWriter(out, true));
    return out.toString();
  }
}
