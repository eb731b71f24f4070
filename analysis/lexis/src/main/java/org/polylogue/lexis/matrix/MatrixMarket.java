package org.polylogue.lexis.matrix;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes the coordinate format of Matrix Market (Boisvert, Pozo and Remington 1996), row by row.
 * For one thread.
 */
final class MatrixMarket {

  private final Writer out;
  private final int[] ranges;
  private final long rows;
  private final boolean weighted;
  private long row;

  /**
   * Writes the head.
   *
   * @param ranges by column, in how many rows it is
   * @param weighted whether counts are weighed by {@link #tfIdf}
   */
  MatrixMarket(Writer out, long rows, int[] ranges, boolean weighted) throws IOException {
    this.out = out;
    this.ranges = ranges;
    this.rows = rows;
    this.weighted = weighted;
    long cells = 0;
    for (int range : ranges) {
      cells += range;
    }
    // counts too are called real: Gensim reads nothing else
    out.write("%%MatrixMarket matrix coordinate real general\n");
    out.write(rows + " " + ranges.length + " " + cells + "\n");
  }

  static double tfIdf(int count, long rows, int range) {
    return count * Math.log10((double) rows / range);
  }

  void nextRow() {
    row++;
  }

  void cell(int column, int count) throws IOException {
    String value =
        weighted
            ? String.format(Locale.ROOT, "%.6g", tfIdf(count, rows, ranges[column]))
            : Integer.toString(count);
    out.write(row + " " + (column + 1) + " " + value + "\n");
  }
}
