package org.polylogue.samples.command;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.text.Explanation;

/** Figures of estimates with their intervals, as SVG. */
final class Figure {

  private static final double LEVEL = 0.95;
  private static final int MARGIN = 12;
  private static final int WIDTH = 460;
  private static final int LINE = 18;
  private static final int HEAD = 52;
  private static final int LABEL = 48;
  private static final int LONG = 100;
  private static final int LETTER = 8;
  private static final int PANEL_WIDTH = 250;
  private static final int PANEL_HEIGHT = 110;
  private static final int PANELS = 3;

  private final Writer out;

  private Figure(Writer out) {
    this.out = out;
  }

  /**
   * An estimate.
   *
   * @param group rows of one group stand together; empty for none
   * @param name of the row, or its time
   * @param interval bounds are NaN if there are none
   */
  record Row(String group, String name, Interval interval) {

    /** A number without an interval. */
    static Row of(String group, String name, double value) {
      return new Row(group, name, new Interval(value, Double.NaN, Double.NaN, LEVEL));
    }

    /** With bounds that may be missing. */
    static Row of(String group, String name, double value, Double low, Double high) {
      return new Row(
          group,
          name,
          new Interval(
              value, low == null ? Double.NaN : low, high == null ? Double.NaN : high, LEVEL));
    }

    private double low() {
      return Double.isNaN(interval.low()) ? interval.estimate() : interval.low();
    }

    private double high() {
      return Double.isNaN(interval.high()) ? interval.estimate() : interval.high();
    }

    private String told() {
      String value = number(interval.estimate());
      return name
          + ": "
          + (Double.isNaN(interval.low())
              ? value
              : value + " (" + number(interval.low()) + " to " + number(interval.high()) + ")");
    }
  }

  /** Numbers from one to another in round steps. */
  private record Axis(double low, double high, double step) {

    static Axis of(List<Row> rows, int steps) {
      double low = rows.stream().mapToDouble(Row::low).reduce(0, Math::min);
      double high = rows.stream().mapToDouble(Row::high).reduce(0, Math::max);
      double span = high > low ? high - low : 1;
      double power = Math.pow(10, Math.floor(Math.log10(span / steps)));
      double step = 10 * power;
      for (double round : new double[] {5, 2, 1}) {
        step = round * power * steps >= span ? round * power : step;
      }
      return new Axis(step * Math.floor(low / step), step * Math.ceil((low + span) / step), step);
    }

    int count() {
      return (int) Math.round((high - low) / step);
    }

    double tick(int i) {
      // not the sum of steps, which is not round
      return step * Math.rint(low / step + i);
    }

    double part(double value) {
      return (value - low) / (high - low);
    }
  }

  private static String number(double value) {
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(4))
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * Estimates one under the other.
   *
   * @param axis what the numbers are
   */
  static void intervals(Writer out, String title, String axis, List<Row> rows) throws IOException {
    Figure figure = new Figure(out);
    int longest = rows.stream().mapToInt(row -> shown(row.name()).length()).max().orElse(0);
    int left = 2 * MARGIN + LETTER * longest;
    long groups = rows.stream().map(Row::group).filter(g -> !g.isEmpty()).distinct().count();
    int bottom = HEAD + LINE * (rows.size() + (int) groups);
    Axis numbers = Axis.of(rows, 6);
    int width = left + WIDTH + 3 * MARGIN;
    figure.open(
        Math.max(width, 2 * MARGIN + LETTER * cut(title, LONG).length()), bottom + 44, title);
    figure.text(MARGIN, 22, "start", " font-size=\"14\"", title, LONG);
    for (int i = 0; i <= numbers.count(); i++) {
      double tick = numbers.tick(i);
      int x = left + (int) Math.round(WIDTH * numbers.part(tick));
      figure.line(x, HEAD - LINE, x, bottom, tick == 0 ? "#999" : "#e4e4e4");
      figure.text(x, bottom + 14, "middle", " fill=\"#555\"", number(tick));
    }
    figure.text(left + WIDTH / 2, bottom + 34, "middle", " fill=\"#555\"", axis, LONG);
    int y = HEAD - LINE / 2;
    String last = "";
    for (Row row : rows) {
      if (!row.group().equals(last)) {
        figure.text(MARGIN, y + 4, "start", " font-weight=\"bold\"", row.group());
        last = row.group();
        y += LINE;
      }
      figure.text(left - MARGIN, y + 4, "end", "", row.name());
      figure.mark(
          row,
          left + (int) Math.round(WIDTH * numbers.part(row.low())),
          left + (int) Math.round(WIDTH * numbers.part(row.interval().estimate())),
          left + (int) Math.round(WIDTH * numbers.part(row.high())),
          y);
      y += LINE;
    }
    out.append("</svg>\n");
  }

  /**
   * Estimates over time, a panel for each group; names are the times, which sort as their
   * characters do.
   */
  static void series(Writer out, String title, List<Row> rows) throws IOException {
    Figure figure = new Figure(out);
    Map<String, Map<String, Row>> panels = new LinkedHashMap<>();
    TreeSet<String> all = new TreeSet<>();
    for (Row row : rows) {
      panels.computeIfAbsent(row.group(), group -> new LinkedHashMap<>()).put(row.name(), row);
      all.add(row.name());
    }
    List<String> times = List.copyOf(all);
    Axis numbers = Axis.of(rows, 3);
    int left = 2 * MARGIN + LETTER * number(numbers.high()).length();
    int across = left + PANEL_WIDTH;
    int down = PANEL_HEIGHT + 60;
    int lines = (panels.size() + PANELS - 1) / PANELS;
    figure.open(
        across * Math.min(PANELS, Math.max(2, panels.size())) + 2 * MARGIN,
        HEAD + down * lines,
        title);
    figure.text(MARGIN, 22, "start", " font-size=\"14\"", title, LONG);
    int panel = 0;
    for (Map.Entry<String, Map<String, Row>> group : panels.entrySet()) {
      int x = left + across * (panel % PANELS);
      int y = HEAD + down * (panel / PANELS);
      figure.panel(group.getKey(), group.getValue(), times, numbers, x, y);
      panel++;
    }
    out.append("</svg>\n");
  }

  private void panel(
      String name, Map<String, Row> rows, List<String> times, Axis numbers, int left, int top)
      throws IOException {
    text(left, top - 4, "start", " font-weight=\"bold\"", name, 34);
    for (int i = 0; i <= numbers.count(); i++) {
      int y = top + PANEL_HEIGHT - (int) Math.round(PANEL_HEIGHT * numbers.part(numbers.tick(i)));
      line(left, y, left + PANEL_WIDTH - MARGIN, y, numbers.tick(i) == 0 ? "#999" : "#e4e4e4");
      text(left - 4, y + 4, "end", " fill=\"#555\"", number(numbers.tick(i)));
    }
    text(left, top + PANEL_HEIGHT + 16, "start", " fill=\"#555\"", times.get(0));
    if (times.size() > 1) {
      text(
          left + PANEL_WIDTH - MARGIN,
          top + PANEL_HEIGHT + 16,
          "end",
          " fill=\"#555\"",
          times.get(times.size() - 1));
    }
    // a time without texts breaks the line
    List<Row> run = new ArrayList<>();
    int first = 0;
    for (int i = 0; i <= times.size(); i++) {
      Row row = i < times.size() ? rows.get(times.get(i)) : null;
      if (row != null) {
        first = run.isEmpty() ? i : first;
        run.add(row);
      } else if (!run.isEmpty()) {
        run(run, first, times.size(), numbers, left, top);
        run.clear();
      }
    }
  }

  private void run(List<Row> rows, int first, int times, Axis numbers, int left, int top)
      throws IOException {
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    StringBuilder middle = new StringBuilder();
    int inner = PANEL_WIDTH - MARGIN;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      long x = left + Math.round((first + i + 0.5) * inner / times);
      upper.append(point(x, top, numbers, row.high()));
      lower.insert(0, point(x, top, numbers, row.low()));
      middle.append(point(x, top, numbers, row.interval().estimate()));
    }
    out.append("<polygon points=\"" + upper + lower + "\" fill=\"#1f4e79\" opacity=\"0.2\"/>\n");
    out.append(
        "<polyline points=\""
            + middle
            + "\" fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"2\"/>\n");
    for (int i = 0; i < rows.size(); i++) {
      int x = left + (int) Math.round((first + i + 0.5) * inner / times);
      mark(rows.get(i), x, x, x, y(top, numbers, rows.get(i).interval().estimate()));
    }
  }

  private static int y(int top, Axis numbers, double value) {
    return top + PANEL_HEIGHT - (int) Math.round(PANEL_HEIGHT * numbers.part(value));
  }

  private static String point(long x, int top, Axis numbers, double value) {
    return x + "," + y(top, numbers, value) + " ";
  }

  private void open(int width, int height, String title) throws IOException {
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0"
                + " %1$d %2$d\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<title>%3$s</title>%n<rect width=\"%1$d\" height=\"%2$d\" fill=\"#fff\"/>%n",
            width,
            height,
            escaped(title)));
  }

  /** An interval with its estimate; a pointer over it tells the numbers. */
  private void mark(Row row, int low, int at, int high, int y) throws IOException {
    out.append("<g><title>" + escaped(row.told()) + "</title>");
    if (high > low) {
      line(low, y, high, y, "#1f4e79\" stroke-width=\"2");
    }
    out.append(
        String.format(
            Locale.ROOT, "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#1f4e79\"/></g>%n", at, y));
  }

  private void line(int x1, int y1, int x2, int y2, String stroke) throws IOException {
    out.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>%n",
            x1,
            y1,
            x2,
            y2,
            stroke));
  }

  private void text(int x, int y, String anchor, String style, String words) throws IOException {
    text(x, y, anchor, style, words, LABEL);
  }

  private void text(int x, int y, String anchor, String style, String words, int longest)
      throws IOException {
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\"%s>%s</text>%n",
            x,
            y,
            anchor,
            style,
            escaped(cut(words, longest))));
  }

  private static String shown(String words) {
    return cut(words, LABEL);
  }

  private static String cut(String words, int longest) {
    String line = Explanation.oneLine(words);
    if (line.length() <= longest) {
      return line;
    }
    int end = longest - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static String escaped(String text) {
    return Explanation.oneLine(text)
        .replaceAll("[\\uFFFE\\uFFFF]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
