package org.polylogue.samples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FigureTest {

  private static Document intervals(Figure.Row... rows) throws Exception {
    StringWriter out = new StringWriter();
    Figure.intervals(out, "A title", "an axis", List.of(rows));
    return parsed(out);
  }

  private static Document series(Figure.Row... rows) throws Exception {
    StringWriter out = new StringWriter();
    Figure.series(out, "A title", List.of(rows));
    return parsed(out);
  }

  private static Document parsed(StringWriter out) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(out.toString())));
  }

  private static List<String> texts(Document figure, String name) {
    NodeList found = figure.getElementsByTagName(name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static int attribute(Document figure, String name, int at, String attribute) {
    Element element = (Element) figure.getElementsByTagName(name).item(at);
    return Integer.parseInt(element.getAttribute(attribute));
  }

  @Test
  void anEstimateStandsBetweenItsBoundsOnARoundScale() throws Exception {
    Document figure =
        intervals(
            Figure.Row.of("one", "a", 0.31, 0.12, 0.5),
            Figure.Row.of("one", "b", 0.9, null, null),
            Figure.Row.of("two", "a", -0.4, -0.7, -0.2));
    assertThat(texts(figure, "text"))
        .containsSubsequence("A title", "-1", "-0.5", "0", "0.5", "1", "an axis")
        .containsSubsequence("one", "a", "b", "two", "a");
    assertThat(texts(figure, "title")).contains("a: 0.31 (0.12 to 0.5)", "b: 0.9");
    int zero = attribute(figure, "circle", 2, "cx");
    assertThat(attribute(figure, "circle", 0, "cx")).isGreaterThan(zero);
    int bounds = figure.getElementsByTagName("line").getLength() - 2;
    assertThat(attribute(figure, "circle", 0, "cx"))
        .isBetween(
            attribute(figure, "line", bounds, "x1"), attribute(figure, "line", bounds, "x2"));
    // what has no interval has no line
    assertThat(figure.getElementsByTagName("g").getLength()).isEqualTo(3);
  }

  @Test
  void aTimeWithoutTextsBreaksTheLine() throws Exception {
    Document figure =
        series(
            Figure.Row.of("one", "2023-01", 0.3, 0.1, 0.5),
            Figure.Row.of("one", "2023-02", 0.2, 0.1, 0.4),
            Figure.Row.of("one", "2023-04", 0.2, null, null),
            Figure.Row.of("two", "2023-03", 0.1, 0.1, 0.1));
    assertThat(texts(figure, "text")).contains("one", "two", "2023-01", "2023-04");
    assertThat(figure.getElementsByTagName("polyline").getLength()).isEqualTo(3);
    assertThat(figure.getElementsByTagName("circle").getLength()).isEqualTo(4);
    assertThat(attribute(figure, "circle", 1, "cy"))
        .isGreaterThan(attribute(figure, "circle", 0, "cy"));
  }

  @Test
  void namesFromACorpusAreTextAndNoMarkup() throws Exception {
    String name = "<script>&\u202e\u0007\uFFFF" + "x".repeat(38) + "\uD83D\uDE00".repeat(20);
    Document figure = intervals(Figure.Row.of(name, name, 1));
    assertThat(figure.getElementsByTagName("script").getLength()).isZero();
    assertThat(texts(figure, "text")).anyMatch(text -> text.startsWith("<script>&"));
    assertThat(series(Figure.Row.of(name, name, 1)).getElementsByTagName("g").getLength())
        .isEqualTo(1);
  }

  @Test
  void figuresOfOneNumberAndOfZeroHaveAScale() throws IOException {
    for (double value : new double[] {0, 1e-12, 5, -3, 1e9}) {
      StringWriter out = new StringWriter();
      Figure.intervals(out, "t", "x", List.of(Figure.Row.of("", "a", value)));
      assertThat(out.toString()).doesNotContain("NaN", "Infinity").endsWith("</svg>\n");
    }
  }
}
