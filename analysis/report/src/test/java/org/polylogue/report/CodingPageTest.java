package org.polylogue.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;
import org.polylogue.validation.coding.CodedSample;
import org.polylogue.validation.coding.CodingBook;
import org.polylogue.validation.coding.CodingSample;
import org.polylogue.validation.coding.CodingTask;
import org.polylogue.validation.coding.SampleTable;
import org.polylogue.validation.coding.SampledRow;

class CodingPageTest {

  private static final int ROWS = 50;
  private static final CodingTask TASK =
      new CodingTask("sentiments", "label", List.of(), List.of("outlet"));

  @TempDir Path folder;

  private static CodingSample sample() {
    List<SampledRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String text =
          i == 3 ? Fixtures.ATTACK : i == 4 ? "=SUM(A1) \"quoted\",\nand more" : "Row " + i;
      rows.add(
          new SampledRow(
              "r" + i,
              1 + i % 2,
              100,
              .25,
              "a" + i,
              "a" + i,
              "Title " + i,
              i == 3 ? Fixtures.ATTACK : "",
              i % 2 == 0 ? "" : "Answered " + i,
              "Before. ",
              text,
              " After.",
              List.of(),
              "secret-label"));
    }
    return new CodingSample(TASK, rows, Map.of());
  }

  private static CodingBook book() {
    return new CodingBook(
        "Which tone is it? " + Fixtures.ATTACK,
        "Look well.",
        List.of(
            new CodingBook.Code("bad", "Blame.", List.of(Fixtures.ATTACK), List.of("no")),
            new CodingBook.Code("none", "Neither.", List.of(), List.of()),
            new CodingBook.Code("good", "Praise.", List.of(), List.of())));
  }

  @Test
  void thePageIsOneFileThatLoadsNothingAndDoesNotTellTheMachinesAnswer() throws IOException {
    StringWriter page = new StringWriter();
    CodingPage.write(sample(), book(), false, page);
    assertThat(page.toString())
        .contains("default-src 'none'; script-src 'sha256-")
        .doesNotContain("unsafe-inline", "http://", "https://", "<img", "<link", "secret-label")
        .doesNotContain("<script>window.hit");
    StringWriter shown = new StringWriter();
    CodingPage.write(sample(), book(), true, shown);
    assertThat(shown.toString()).contains("secret-label");
    StringWriter read = new StringWriter();
    CodingPage.writeBook(book(), read);
    assertThat(read.toString())
        .contains("Blame.", "&lt;script&gt;")
        .doesNotContain("<script", "http://", "https://");
  }

  @Test
  void fiftyRowsAreCodedByKeysKeptOverAReloadSavedAndReadBack() throws IOException {
    assumeTrue(
        Browser.isThere(),
        "no Chromium: install Debian's packages chromium and chromium-driver to run this");
    Path page = folder.resolve("coding.html");
    try (Writer writer = Files.newBufferedWriter(page)) {
      CodingPage.write(sample(), book(), false, writer);
    }
    Path saved = Files.createDirectory(folder.resolve("saved"));
    ChromeDriver browser = Browser.start(folder.resolve("profile"));
    try {
      browser.executeCdpCommand(
          "Browser.setDownloadBehavior",
          Map.of("behavior", "allow", "downloadPath", saved.toString()));
      browser.get(page.toUri().toString());
      for (int i = 0; i < 30; i++) {
        press(browser, String.valueOf(1 + i % 3));
      }
      assertThat(text(browser, "progress")).isEqualTo("Row 31 of 50; 30 coded");
      browser.navigate().refresh();
      assertThat(text(browser, "progress")).isEqualTo("Row 31 of 50; 30 coded");
      for (int i = 30; i < ROWS; i++) {
        press(browser, String.valueOf(1 + i % 3));
      }
      press(browser, Keys.ARROW_LEFT, "0");
      assertThat(text(browser, "progress")).isEqualTo("Row 49 of 50; 49 coded");
      press(browser, "1", "0", "u", "2");
      assertThat(text(browser, "progress")).isEqualTo("Row 50 of 50; 50 coded");
      press(browser, "u", "1", "n");
      press(browser, "=1+1, \"note\"", Keys.ESCAPE, "s");
      assertThat(text(browser, "warning")).contains("name first");
      press(browser, "Ann Quist", Keys.ENTER, "s");
      Path file = saved.resolve("coded-Ann-Quist.csv");
      new FluentWait<>(file)
          .withTimeout(Duration.ofSeconds(20))
          .until(path -> Files.exists(path) && path.toFile().length() > 0);
      CodedSample coded = CodedSample.read(List.of(file));
      assertThat(coded.task()).isEqualTo(TASK);
      assertThat(coded.coders()).containsExactly("Ann Quist");
      assertThat(coded.rows()).hasSize(ROWS);
      List<String> codes = List.of("bad", "none", "good");
      for (int i = 0; i < 48; i++) {
        assertThat(coded.rows().get("r" + i).code()).contains(codes.get(i % 3));
      }
      List<String> lines = Files.readAllLines(file);
      StringWriter table = new StringWriter();
      SampleTable.write(sample(), false, table);
      assertThat(lines.get(0)).isEqualTo(table.toString().lines().findFirst().orElseThrow());
      assertThat(Files.readString(file)).contains("\"'=SUM(A1) \"\"quoted\"\",\nand more\"");
      assertThat(browser.executeScript("return typeof window.hit")).isEqualTo("undefined");
      assertThat(Browser.complaints(browser)).isEmpty();
    } finally {
      browser.quit();
    }
  }

  private static void press(ChromeDriver browser, CharSequence... keys) {
    new Actions(browser).sendKeys(keys).perform();
  }

  private static String text(ChromeDriver browser, String id) {
    return browser.findElement(By.id(id)).getText();
  }
}
