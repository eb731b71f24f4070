package org.polylogue.lexis.count;

import java.util.Arrays;

/**
 * How often each text has each word, without the zeros: a row for each text, a column for each
 * word, and cells row by row with the columns rising in each. Takes 8 bytes a cell. Immutable and
 * thread-safe.
 */
public final class CountRows {

  private final int[] starts;
  private final int[] columns;
  private final int[] counts;
  private final int width;

  private CountRows(int[] starts, int[] columns, int[] counts, int width) {
    this.starts = starts;
    this.columns = columns;
    this.counts = counts;
    this.width = width;
  }

  /**
   * Starts without rows.
   *
   * @param columns how many there are, 0 or more
   * @return an empty builder
   */
  public static Builder builder(int columns) {
    return new Builder(columns);
  }

  /** Takes rows, the first first. For one thread. */
  public static final class Builder {
    private final int width;
    private int[] starts = new int[16];
    private int[] columns = new int[64];
    private int[] counts = new int[64];
    private int rows;

    private Builder(int width) {
      this.width = width;
    }

    /**
     * Adds a row.
     *
     * @param columnsOfRow columns, each greater than the one before
     * @param countsOfRow how often the row has each of them, 1 or more
     * @return this builder
     * @throws IllegalArgumentException if the columns do not rise or are not below the width, or a
     *     count is less than 1
     */
    public Builder add(int[] columnsOfRow, int[] countsOfRow) {
      int last = -1;
      for (int i = 0; i < columnsOfRow.length; i++) {
        if (columnsOfRow[i] <= last || columnsOfRow[i] >= width || countsOfRow[i] < 1) {
          throw new IllegalArgumentException(
              "row "
                  + rows
                  + ": column "
                  + columnsOfRow[i]
                  + " with count "
                  + countsOfRow[i]
                  + "; columns rise below "
                  + width
                  + " and counts are 1 or more");
        }
        last = columnsOfRow[i];
      }
      int from = starts[rows];
      int to = Math.addExact(from, columnsOfRow.length);
      if (to > columns.length) {
        columns = Arrays.copyOf(columns, Math.max(to, grown(columns.length)));
        counts = Arrays.copyOf(counts, columns.length);
      }
      System.arraycopy(columnsOfRow, 0, columns, from, columnsOfRow.length);
      System.arraycopy(countsOfRow, 0, counts, from, columnsOfRow.length);
      rows++;
      if (rows == starts.length) {
        starts = Arrays.copyOf(starts, grown(rows));
      }
      starts[rows] = to;
      return this;
    }

    private static int grown(int length) {
      return (int) Math.min(Integer.MAX_VALUE - 16, length * 3L / 2);
    }

    /**
     * Makes the rows.
     *
     * @return all that were added
     */
    public CountRows build() {
      return new CountRows(
          Arrays.copyOf(starts, rows + 1),
          Arrays.copyOf(columns, starts[rows]),
          Arrays.copyOf(counts, starts[rows]),
          width);
    }
  }

  /**
   * Rows of whole numbers.
   *
   * @param table a count for each column in each row, 0 or more; rows of equal length
   * @return the same without the zeros
   * @throws IllegalArgumentException if rows differ in length, or a count is negative
   */
  public static CountRows of(int[][] table) {
    int width = table.length == 0 ? 0 : table[0].length;
    Builder builder = builder(width);
    for (int[] row : table) {
      if (row.length != width) {
        throw new IllegalArgumentException("rows of " + width + " and " + row.length + " columns");
      }
      int[] columns = new int[width];
      int[] counts = new int[width];
      int n = 0;
      for (int column = 0; column < width; column++) {
        if (row[column] != 0) {
          columns[n] = column;
          counts[n++] = row[column];
        }
      }
      builder.add(Arrays.copyOf(columns, n), Arrays.copyOf(counts, n));
    }
    return builder.build();
  }

  /**
   * Counts the rows.
   *
   * @return 0 or more
   */
  public int rows() {
    return starts.length - 1;
  }

  /**
   * Counts the columns.
   *
   * @return 0 or more
   */
  public int columns() {
    return width;
  }

  /**
   * Where the cells of a row start.
   *
   * @param row from 0; {@link #rows()} gives the end of the last
   * @return a cell, from 0
   */
  public int start(int row) {
    return starts[row];
  }

  /**
   * The column of a cell.
   *
   * @param cell from 0
   * @return from 0
   */
  public int column(int cell) {
    return columns[cell];
  }

  /**
   * The count of a cell.
   *
   * @param cell from 0
   * @return 1 or more
   */
  public int count(int cell) {
    return counts[cell];
  }

  /**
   * Adds up a row.
   *
   * @param row from 0
   * @return its tokens
   */
  public long total(int row) {
    long sum = 0;
    for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
      sum += counts[cell];
    }
    return sum;
  }
}
