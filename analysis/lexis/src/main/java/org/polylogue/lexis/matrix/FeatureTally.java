package org.polylogue.lexis.matrix;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.polylogue.lexis.count.CountRows;

/** Pairs of row and feature, and how often each was added; sorted when they are added up. */
final class FeatureTally {

  /** Keys that wait at least before they are added up. */
  private static final int WAITING = 1 << 20;

  private long[] waiting = new long[1 << 10];
  private int filled;
  private long[] keys = new long[0];
  private int[] counts = new int[0];
  private int size;

  void add(int row, int feature) {
    if (filled == waiting.length) {
      if (filled < WAITING) {
        waiting = Arrays.copyOf(waiting, 2 * filled);
      } else {
        addUp();
        // as many wait as are there: each is moved a bounded number of times
        waiting = new long[Math.max(WAITING, Math.min(size, 1 << 28))];
      }
    }
    waiting[filled++] = (long) row << 32 | feature;
  }

  /** How many different pairs were there when they were last added up. */
  int size() {
    return size;
  }

  int row(int pair) {
    return (int) (keys[pair] >> 32);
  }

  int feature(int pair) {
    return (int) keys[pair];
  }

  /** Adds a row of the pairs in a range, which are all of one row; features may share a column. */
  void addRow(CountRows.Builder rows, int[] column, int from, int to) {
    long[] cells =
        IntStream.range(from, to)
            .mapToLong(i -> (long) column[(int) keys[i]] << 32 | counts[i])
            .sorted()
            .toArray();
    int[] columns = new int[cells.length];
    int[] sums = new int[cells.length];
    int n = 0;
    for (long cell : cells) {
      int own = (int) (cell >> 32);
      if (n > 0 && columns[n - 1] == own) {
        sums[n - 1] += (int) cell;
      } else {
        columns[n] = own;
        sums[n++] = (int) cell;
      }
    }
    rows.add(Arrays.copyOf(columns, n), Arrays.copyOf(sums, n));
  }

  void addUp() {
    Arrays.sort(waiting, 0, filled);
    long[] merged = new long[size + filled];
    int[] sums = new int[size + filled];
    int n = 0;
    int old = 0;
    int next = 0;
    while (old < size || next < filled) {
      boolean first = next == filled || old < size && keys[old] <= waiting[next];
      long key = first ? keys[old] : waiting[next];
      int count = first ? counts[old++] : 1;
      next += first ? 0 : 1;
      if (n > 0 && merged[n - 1] == key) {
        sums[n - 1] += count;
      } else {
        merged[n] = key;
        sums[n++] = count;
      }
    }
    keys = Arrays.copyOf(merged, n);
    counts = Arrays.copyOf(sums, n);
    size = n;
    filled = 0;
  }
}
