package org.polylogue.report.internal;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.polylogue.pipeline.Sha256;

/**
 * The page around the data. Scripts and styles are the project's own files and the chart library,
 * allowed by their hashes in the content-security-policy; nothing else runs.
 */
public final class Page {

  private static final String ROOT = "/org/polylogue/report/";
  private static final String CHARTS_VERSION = "/META-INF/maven/org.mvnpm/echarts/pom.properties";
  private static final List<String> SCRIPTS =
      List.of(
          "base.js",
          "charts.js",
          "annotate.js",
          "article.js",
          "list.js",
          "findings.js",
          "network.js",
          "start.js");
  private static final String SUMMARY_MARK = "\u0001summary\u0001";
  private static final String DATA_MARK = "\u0001data\u0001";

  private final String start;
  private final String middle;
  private final String end;

  /**
   * Fills the template.
   *
   * @param title title of the report
   * @param whole false if parts of it lie beside the page
   */
  public Page(String title, boolean whole) {
    String style = text("report.css");
    String charts = text(charts());
    StringBuilder joined = new StringBuilder("\"use strict\";\n");
    SCRIPTS.forEach(name -> joined.append(text(name)).append('\n'));
    String script = joined.toString();
    String page =
        filled(
            "report.peb",
            Map.of(
                "title", visible(title),
                "whole", whole,
                "style", style,
                "styleHash", hash(style),
                "charts", charts,
                "chartsHash", hash(charts),
                "script", script,
                "scriptHash", hash(script),
                "summary", SUMMARY_MARK,
                "data", DATA_MARK));
    int summary = page.indexOf(SUMMARY_MARK);
    int data = page.indexOf(DATA_MARK);
    start = page.substring(0, summary);
    middle = page.substring(summary + SUMMARY_MARK.length(), data);
    end = page.substring(data + DATA_MARK.length());
  }

  /**
   * Writes the block of an article's data.
   *
   * @param index position of the article in the report, from 0
   * @param data in Base64; empty for nothing
   * @param out where to
   * @throws IOException if that fails
   */
  public static void writeArticle(int index, String data, Writer out) throws IOException {
    if (!data.isEmpty()) {
      out.write("<script type=\"application/octet-stream\" id=\"article-data-" + index + "\">");
      out.write(data);
      out.write("</script>\n");
    }
  }

  /**
   * Writes the page up to the summary's data.
   *
   * @param out where to
   * @throws IOException if that fails
   */
  public void writeStart(Writer out) throws IOException {
    out.write(start);
  }

  /**
   * Writes what stands between the summary's data and the articles' data.
   *
   * @param out where to
   * @throws IOException if that fails
   */
  public void writeAfterSummary(Writer out) throws IOException {
    out.write(middle);
  }

  /**
   * Writes what follows the articles' data.
   *
   * @param out where to
   * @throws IOException if that fails
   */
  public void writeEnd(Writer out) throws IOException {
    out.write(end);
  }

  /** A template with its parts in place; what is not marked raw is escaped. */
  static String filled(String template, Map<String, Object> parts) {
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(new ClasspathLoader(Page.class.getClassLoader()))
            .autoEscaping(true)
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
    StringWriter page = new StringWriter();
    try {
      engine.getTemplate(ROOT.substring(1) + template).evaluate(page, parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  static String visible(String title) {
    return title.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
  }

  static String hash(String content) {
    return Base64.getEncoder()
        .encodeToString(Sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static String charts() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text(CHARTS_VERSION)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/_static/echarts/"
        + properties.getProperty("version")
        + "/dist/echarts.min.js";
  }

  /** A file of the project, by its name, or one of a library, by its path. */
  static String text(String name) {
    String resource = name.startsWith("/") ? name : ROOT + name;
    try (InputStream in = Page.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the report's part " + resource + " is not on the path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
