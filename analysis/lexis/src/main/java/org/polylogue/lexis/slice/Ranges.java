package org.polylogue.lexis.slice;

import java.util.Arrays;

/** Sorted, disjoint, non-empty, non-touching ranges of positions: from, to, from, to and so on. */
final class Ranges {

  static final Ranges NONE = new Ranges(new int[0]);

  final int[] bounds;

  private Ranges(int[] bounds) {
    this.bounds = bounds;
  }

  static Ranges upTo(int size) {
    return size == 0 ? NONE : new Ranges(new int[] {0, size});
  }

  /** Collects ranges in any order. */
  static final class Collector {
    private long[] ranges = new long[64];
    private int count;

    void add(int from, int to) {
      if (from < to) {
        if (count == ranges.length) {
          ranges = Arrays.copyOf(ranges, count * 2);
        }
        ranges[count++] = (long) from << 32 | to;
      }
    }

    Ranges toRanges() {
      Arrays.sort(ranges, 0, count);
      int[] bounds = new int[count * 2];
      int n = 0;
      for (int i = 0; i < count; i++) {
        int from = (int) (ranges[i] >>> 32);
        int to = (int) ranges[i];
        if (n > 0 && from <= bounds[n - 1]) {
          bounds[n - 1] = Math.max(bounds[n - 1], to);
        } else {
          bounds[n++] = from;
          bounds[n++] = to;
        }
      }
      return new Ranges(Arrays.copyOf(bounds, n));
    }
  }

  int size() {
    int size = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      size += bounds[i + 1] - bounds[i];
    }
    return size;
  }

  Ranges and(Ranges other) {
    Collector both = new Collector();
    int i = 0;
    int j = 0;
    while (i < bounds.length && j < other.bounds.length) {
      both.add(Math.max(bounds[i], other.bounds[j]), Math.min(bounds[i + 1], other.bounds[j + 1]));
      if (bounds[i + 1] < other.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return both.toRanges();
  }

  Ranges or(Ranges other) {
    Collector either = new Collector();
    for (int i = 0; i < bounds.length; i += 2) {
      either.add(bounds[i], bounds[i + 1]);
    }
    for (int i = 0; i < other.bounds.length; i += 2) {
      either.add(other.bounds[i], other.bounds[i + 1]);
    }
    return either.toRanges();
  }

  Ranges not(int size) {
    Collector rest = new Collector();
    int from = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      rest.add(from, bounds[i]);
      from = bounds[i + 1];
    }
    rest.add(from, size);
    return rest.toRanges();
  }

  /** The range that holds a position, or −1. */
  int holding(int position) {
    int low = 0;
    int high = bounds.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (position < bounds[2 * middle]) {
        high = middle - 1;
      } else if (position >= bounds[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return -1;
  }
}
