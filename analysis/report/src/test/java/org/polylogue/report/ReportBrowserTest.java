package org.polylogue.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * Opens reports in a real browser, as a person would. 50,000 comments stand under a thousand
 * articles, or under as many as {@code -Dpolylogue.articles} says.
 */
class ReportBrowserTest {

  private static final int ARTICLES = Integer.getInteger("polylogue.articles", 1_000);

  private static final String SLIDE = "return getComputedStyle(document.body).backgroundColor";

  @TempDir static Path folder;

  private static Path report;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Browser.isThere(),
        "no Chromium: install Debian's packages chromium and chromium-driver to run this");
    report = folder.resolve("report.html");
    try (ReportWriter writer =
        new ReportWriter(report, ReportOptions.DEFAULT.withTitle("Test " + Fixtures.ATTACK))) {
      for (int i = 0; i < 60; i++) {
        writer.add(Fixtures.discourse(i, i == 2 ? 250 : 12, i == 1 ? Fixtures.ATTACK : null));
      }
      writer.addFailure(Fixtures.ATTACK, "read", Fixtures.ATTACK);
      writer.finish();
    }
    browser = Browser.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void open() {
    browser.get("about:blank");
    Browser.complaints(browser);
    browser.get(report.toUri().toString());
  }

  @Test
  void everyFigureIsDrawnWithoutAComplaint() {
    for (WebElement chart : browser.findElements(By.className("chart"))) {
      browser.executeScript("arguments[0].scrollIntoView()", chart);
      await(() -> !chart.findElements(By.tagName("svg")).isEmpty());
    }
    assertThat(browser.findElements(By.cssSelector(".chart svg"))).hasSizeGreaterThanOrEqualTo(9);
    assertThat(Browser.complaints(browser)).isEmpty();
  }

  @Test
  void nothingThatWasPlantedRuns() {
    openArticle(1);
    assertThat(text("#reader")).contains("<script>window.hit=1</script>").contains("U+202E");
    assertThat(browser.findElements(By.tagName("img"))).isEmpty();
    assertThat(browser.executeScript("return typeof window.hit")).isEqualTo("undefined");
    assertThat(browser.executeScript("return document.body.textContent.includes('\\u202E')"))
        .isEqualTo(false);
    assertThat(Browser.complaints(browser)).isEmpty();
  }

  @Test
  void nothingIsAllowedToLoadOrRun() {
    browser.executeScript(
        "const image = new Image(); image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';"
            + "document.body.append(image); const s = document.createElement('script');"
            + "s.textContent = 'window.hit = 3'; document.body.append(s);");
    assertThat(browser.executeScript("return typeof window.hit")).isEqualTo("undefined");
    assertThat(String.join("\n", Browser.complaints(browser))).contains("Content Security Policy");
  }

  @Test
  void theListFiltersSortsAndTurnsPages() {
    assertThat(text("#list-status")).isEqualTo("60 articles, page 1 of 3");
    browser.findElement(By.id("search")).sendKeys("TOLLS 59");
    assertThat(text("#list-status")).isEqualTo("1 article");
    browser.findElement(By.id("search")).clear();
    browser.findElement(By.id("search")).sendKeys("quay");
    assertThat(text("#list-status")).startsWith("40 articles");
    choose("sort", "comments");
    assertThat(text("#article-list li:first-child")).contains("250 comments");
    click(browser.findElement(By.id("next")));
    assertThat(text("#list-status")).isEqualTo("40 articles, page 2 of 2");
  }

  @Test
  void pointingAtAQuotationShowsWhoSaysIt() {
    openArticle(0);
    WebElement quotation = browser.findElement(By.cssSelector(".body .quotation"));
    new Actions(browser).moveToElement(quotation).perform();
    assertThat(text("#tip")).contains("speech").contains("quoted+cue").contains("0.88");
    new Actions(browser).sendKeys(Keys.ESCAPE).perform();
    assertThat(browser.findElement(By.id("tip")).isDisplayed()).isFalse();
  }

  @Test
  void theKeyboardReachesTheEvidence() {
    openArticle(0);
    for (int i = 0; i < 40 && focused("dataset.items") == null; i++) {
      new Actions(browser).sendKeys(Keys.TAB).perform();
    }
    assertThat(focused("dataset.items")).isNotNull();
    assertThat(browser.findElement(By.id("tip")).isDisplayed()).isTrue();
    new Actions(browser).sendKeys(Keys.ESCAPE, Keys.ESCAPE).perform();
    await(() -> browser.findElement(By.id("articles")).isDisplayed());
  }

  @Test
  void anEchoLeadsToThePassageItRepeats() {
    openArticle(0);
    WebElement echo = browser.findElement(By.cssSelector(".comments .echo"));
    click(echo);
    WebElement source = browser.findElement(By.cssSelector(".body .picked"));
    assertThat(echo.getText()).startsWith(source.getText());
    click(source);
    assertThat(browser.findElements(By.cssSelector(".comments .picked"))).isNotEmpty();
  }

  @Test
  void layersAndSpeakersCanBePicked() {
    openArticle(0);
    click(browser.findElement(By.id("layer-quotation")));
    assertThat(browser.findElement(By.id("reader")).getAttribute("class")).contains("no-quotation");
    click(browser.findElement(By.cssSelector(".quoted button")));
    assertThat(browser.findElements(By.cssSelector(".body .quotation.picked"))).isNotEmpty();
  }

  @Test
  void longThreadsComeInPartsAndCanBeFiltered() {
    openArticle(2);
    assertThat(browser.findElements(By.cssSelector(".comments > li"))).hasSize(100);
    click(browser.findElement(By.cssSelector("#reader .pager button")));
    assertThat(browser.findElements(By.cssSelector(".comments > li"))).hasSize(200);
    choose("comment-filter", "AGAINST");
    List<WebElement> kept = browser.findElements(By.cssSelector(".comments > li"));
    assertThat(kept).isNotEmpty().allMatch(item -> item.getText().contains("against the article"));
  }

  @Test
  void anActorHasAPageThatLeadsToTheArticles() {
    click(browser.findElement(By.cssSelector("#actor-list a")));
    await(() -> !browser.findElements(By.id("reader-title")).isEmpty());
    assertThat(text("#reader")).contains("mentions").contains("Said by").contains("Articles");
    click(browser.findElement(By.cssSelector("#reader .list a")));
    await(() -> !browser.findElements(By.cssSelector("#reader .body")).isEmpty());
    assertThat(Browser.complaints(browser)).isEmpty();
  }

  @Test
  void quotationsAreFoundByTheirWords() {
    openArticle(0);
    String word = text(".body .quotation").replaceAll("(?s)^\\W*(\\w+).*", "$1");
    open();
    WebElement input = browser.findElement(By.cssSelector("#find input"));
    input.sendKeys(word, Keys.ENTER);
    await(() -> text("#find [role=status]").matches("The first.*|.*places?"));
    assertThat(text("#find .list li:first-child").toLowerCase(Locale.ROOT))
        .contains(word.toLowerCase(Locale.ROOT));
    assertThat(Browser.complaints(browser)).isEmpty();
  }

  @Test
  void barsLeadToWhatTheyCount() {
    String click = "drawn.find((one) => one.chart.closest('%s')).click({ dataIndex: 0 })";
    browser.executeScript(click.formatted("#words"));
    await(() -> text("#find [role=status]").matches("The first.*|[1-9].*places?"));
    browser.executeScript(click.formatted("#time"));
    await(() -> text("#list-status").matches("[1-9]\\d? articles?.*"));
    assertThat(text("#article-list li:first-child")).contains("2024-01");
    browser.findElement(By.id("find-actor")).sendKeys("organisation");
    assertThat(text("#people [role=status]")).startsWith("4 actors");
    assertThat(Browser.complaints(browser)).isEmpty();
  }

  @Test
  void anotherMeasureOrFactIsDrawnAnew() {
    for (String section : List.of("#sources", "#time")) {
      WebElement choice = browser.findElement(By.cssSelector(section + " select"));
      for (WebElement option : choice.findElements(By.tagName("option"))) {
        browser.executeScript(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))",
            choice,
            option.getAttribute("value"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", choice);
        await(
            () ->
                !browser.findElements(By.cssSelector(section + " .chart svg")).isEmpty()
                    || browser.findElement(By.cssSelector(section)).getText().contains("nothing"));
      }
    }
    assertThat(Browser.complaints(browser)).isEmpty();
  }

  @Test
  void chartsStayInTheirCardsOnPaper() {
    browser.executeScript("dispatchEvent(new Event('beforeprint'))");
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 700, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
    try {
      for (WebElement card : browser.findElements(By.tagName("figure"))) {
        Object out =
            browser.executeScript(
                "const c = arguments[0].getBoundingClientRect();"
                    + "const s = arguments[0].querySelector('svg').getBoundingClientRect();"
                    + "return s.height < 50 || s.right > c.right + 1 || s.bottom > c.bottom + 1",
                card);
        assertThat(out).as(card.getText()).isEqualTo(false);
      }
    } finally {
      browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @ParameterizedTest
  @CsvSource({"1200, false, 75", "400, false, 15", "1200, true, 55"})
  void aNetworkOfManyIsReadable(int width, boolean paper, int names) throws IOException {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", width < 640));
    try {
      browser.get(crowd());
      browser.executeScript("document.getElementById('network').scrollIntoView()");
      if (paper) {
        browser.executeScript("dispatchEvent(new Event('beforeprint'))");
      }
      await(() -> !browser.findElements(By.cssSelector("#network svg text")).isEmpty());
      assertThat(text("#network [role=status]")).contains(" actors who are in most links, of 240");
      assertThat(
              (List<?>)
                  browser.executeScript(
                      "const all = [...document.querySelectorAll('#network svg text')]"
                          + ".map((t) => [t.textContent, t.getBoundingClientRect()]);"
                          + "const c = document.querySelector('#network svg')"
                          + ".getBoundingClientRect(); const bad = [];"
                          + "all.forEach(([name, a], i) => {"
                          + "  if (a.left < c.left - 1 || a.right > c.right + 1) bad.push(name);"
                          + "  all.slice(0, i).forEach(([other, b]) => { if (a.left + 1 < b.right"
                          + "    && b.left + 1 < a.right && a.top + 2 < b.bottom"
                          + "    && b.top + 2 < a.bottom) bad.push(name + ' on ' + other); }); });"
                          + "return bad;"))
          .isEmpty();
      List<String> shown =
          browser.findElements(By.cssSelector("#network svg text")).stream()
              .map(name -> name.getDomProperty("textContent"))
              .toList();
      assertThat(shown).hasSizeGreaterThan(names);
      // those spoken of by most
      for (int i = 1; i < 20; i += 3) {
        assertThat(shown).contains("Speaker Number" + i);
      }
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  void anActorOfTheNetworkIsFoundByNameAndALinkLeadsToItsSentences() throws IOException {
    browser.get(crowd());
    browser.findElement(By.id("find-node")).sendKeys("number217", Keys.ENTER);
    await(() -> text("#network [role=status]").startsWith("Speaker Number217 and"));
    click(browser.findElement(By.cssSelector("#ties summary")));
    await(() -> !browser.findElements(By.cssSelector("#ties li")).isEmpty());
    assertThat(text("#ties li")).contains("knows the tide number").contains("Many voices");
    click(browser.findElement(By.cssSelector("#network .tools button")));
    assertThat(text("#network [role=status]")).contains("200 actors who");
    browser.findElement(By.id("find-node")).sendKeys("nobody at all", Keys.ENTER);
    await(() -> text("#network [role=status]").startsWith("Nobody"));
    choose("most", "50");
    assertThat(text("#network [role=status]")).contains("42 actors");
    assertThat(Browser.complaints(browser)).isEmpty();
  }

  private static String crowd() throws IOException {
    Path page = folder.resolve("crowd.html");
    try (ReportWriter writer = new ReportWriter(page, ReportOptions.DEFAULT)) {
      writer.add(Fixtures.crowd(240));
      writer.finish();
    }
    return page.toUri().toString();
  }

  @Test
  void darkAndLightSwitch() {
    Object before = browser.executeScript(SLIDE);
    click(browser.findElement(By.id("theme")));
    assertThat(browser.executeScript(SLIDE)).isNotEqualTo(before);
  }

  @Test
  void aPhoneNeedsNoSidewaysScrolling() {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
    try {
      open();
      assertThat(width()).isLessThanOrEqualTo(360);
      openArticle(1);
      assertThat(width()).isLessThanOrEqualTo(360);
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  void fiftyThousandCommentsOpen() throws IOException {
    Path large = folder.resolve("large.html");
    try (ReportWriter writer = new ReportWriter(large, ReportOptions.DEFAULT)) {
      for (int i = 0; i < ARTICLES; i++) {
        writer.add(Fixtures.discourse(i, 50_000 / ARTICLES, null));
      }
      writer.finish();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("large")))
          .hasSizeGreaterThan(2)
          .allMatch(file -> file.toFile().length() < 5_000_000);
    }
    long start = System.nanoTime();
    browser.get(large.toUri().toString());
    await(() -> text("#list-status").startsWith(String.format("%,d article", ARTICLES)));
    long opened = System.nanoTime();
    openArticle(ARTICLES - 1);
    System.out.printf(
        "%d articles: the page of %d bytes opens in %d ms, the last article in %d ms%n",
        ARTICLES,
        Files.size(large),
        (opened - start) / 1_000_000,
        (System.nanoTime() - opened) / 1_000_000);
    assertThat(text("#reader-title")).isEqualTo("Cranes and tolls, part " + (ARTICLES - 1));
    assertThat((Long) browser.executeScript("return document.querySelectorAll('*').length"))
        .isLessThan(20_000);
    assertThat(Browser.complaints(browser)).isEmpty();
  }

  @Test
  void whatLiesBesideThePageIsReadWhenItIsLookedAt() throws IOException {
    Path page = folder.resolve("beside.html");
    try (ReportWriter writer =
        new ReportWriter(page, new ReportOptions("Beside", 0, 1_000_000_000, 30, List.of()))) {
      for (int i = 0; i < 60; i++) {
        writer.add(Fixtures.discourse(i, 5, i == 1 ? Fixtures.ATTACK : null));
      }
      writer.finish();
    }
    browser.get(page.toUri().toString());
    await(() -> text("#list-status").equals("60 articles, page 1 of 3"));
    choose("sort", "tone");
    browser.findElement(By.id("search")).sendKeys("tolls 59");
    await(() -> text("#list-status").equals("1 article"));
    click(browser.findElement(By.cssSelector("#actor-list a")));
    await(() -> text("#reader").contains("Said by"));
    openArticle(1);
    assertThat(text("#reader")).contains("<script>window.hit=1</script>").contains("U+202E");
    assertThat(browser.executeScript("return typeof window.hit")).isEqualTo("undefined");
    browser.get(page.toUri() + "#find");
    browser.findElement(By.cssSelector("#find input")).sendKeys("harbour", Keys.ENTER);
    await(() -> text("#find [role=status]").matches("The first.*|.*places?"));
    assertThat(Browser.complaints(browser)).isEmpty();

    Files.move(folder.resolve("beside-articles-0.js"), folder.resolve("away"));
    browser.get("about:blank");
    browser.get(page.toUri() + "#article-3");
    await(() -> text("#reader").contains("beside-articles-0.js does not lie beside this page"));
  }

  private static void openArticle(int index) {
    browser.executeScript("location.hash = '#article-" + index + "'");
    await(() -> !browser.findElements(By.id("reader-title")).isEmpty());
  }

  private static void choose(String id, String value) {
    browser.executeScript(
        "const s = document.getElementById(arguments[0]); s.value = arguments[1];"
            + "s.dispatchEvent(new Event('input', {bubbles: true}));"
            + "s.dispatchEvent(new Event('change', {bubbles: true}));",
        id,
        value);
  }

  private static void click(WebElement element) {
    browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  private static Object focused(String path) {
    return browser.executeScript("return document.activeElement." + path + " ?? null");
  }

  private static long width() {
    return (Long) browser.executeScript("return document.documentElement.scrollWidth");
  }

  private static String text(String selector) {
    return browser.findElement(By.cssSelector(selector)).getText();
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    new FluentWait<>(browser)
        .withTimeout(Duration.ofSeconds(15))
        .pollingEvery(Duration.ofMillis(50))
        .until(driver -> condition.getAsBoolean());
  }
}
