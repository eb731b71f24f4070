package org.polylogue.samples.command;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.text.Explanation;

/** A figure of estimates with their intervals, one under the other, as SVG. */
final class IntervalPlot {

  private static final int LEFT = 340;
  private static final int WIDTH = 420;
  private static final int LINE = 18;
  private static final int LABEL = 46;

  private IntervalPlot() {}

  /** An estimate; rows of one group stand together. */
  record Row(String group, String name, Interval interval) {}

  static void write(Writer writer, String title, List<Row> rows) throws IOException {
    double low = 0;
    double high = 0;
    for (Row row : rows) {
      Interval interval = row.interval();
      low = Math.min(low, least(interval));
      high = Math.max(high, Double.isNaN(interval.high()) ? interval.estimate() : interval.high());
    }
    double span = high > low ? high - low : 1;
    int height = 60 + LINE * rows.size();
    int right = LEFT + WIDTH + 30;
    writer.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n",
            right,
            height));
    text(writer, 10, 18, "start", title);
    for (int tick = 0; tick <= 4; tick++) {
      double value = low + span * tick / 4;
      int x = x(value, low, span);
      writer.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" y1=\"28\" x2=\"%d\" y2=\"%d\" stroke=\"#ddd\"/>%n",
              x,
              x,
              height - 24));
      text(writer, x, height - 8, "middle", String.format(Locale.ROOT, "%.3f", value));
    }
    String last = null;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int y = 40 + LINE * i;
      if (!row.group().equals(last)) {
        text(writer, 10, y + 4, "start", row.group());
        last = row.group();
      }
      text(writer, LEFT - 10, y + 4, "end", row.name());
      Interval interval = row.interval();
      if (!Double.isNaN(interval.low())) {
        writer.append(
            String.format(
                Locale.ROOT,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#555\"/>%n",
                x(interval.low(), low, span),
                y,
                x(interval.high(), low, span),
                y));
      }
      writer.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#1f4e79\"/>%n",
              x(interval.estimate(), low, span),
              y));
    }
    writer.append("</svg>\n");
  }

  private static double least(Interval interval) {
    return Double.isNaN(interval.low()) ? interval.estimate() : interval.low();
  }

  private static int x(double value, double low, double span) {
    return LEFT + (int) Math.round(WIDTH * (value - low) / span);
  }

  private static void text(Writer writer, int x, int y, String anchor, String words)
      throws IOException {
    String line = Explanation.oneLine(words);
    String cut = line.length() > LABEL ? line.substring(0, LABEL - 1) + "…" : line;
    writer.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
  }
}
