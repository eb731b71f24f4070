package org.polylogue.corenlp;

import java.util.Map;

/** A map from 64-bit numbers to indices from 0, by open addressing. Immutable once it is filled. */
final class LongTable {

  /** What is told of a key that is not there. */
  static final int ABSENT = -1;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] keys;
  private final int[] values;
  private final int shift;

  private LongTable(int size) {
    int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(Math.max(1, size)));
    keys = new long[1 << bits];
    values = new int[1 << bits];
    shift = 64 - bits;
  }

  /**
   * A table of what is in a map.
   *
   * @param entries no key is 0, no value negative
   */
  static LongTable of(Map<Long, Integer> entries) {
    LongTable table = new LongTable(entries.size());
    entries.forEach(table::put);
    return table;
  }

  private void put(long key, int value) {
    if (key == 0 || value < 0) {
      throw new IllegalArgumentException("no entry of a table: " + key + " " + value);
    }
    int slot = (int) (key * SPREAD >>> shift);
    while (keys[slot] != 0) {
      slot = slot + 1 & keys.length - 1;
    }
    keys[slot] = key;
    values[slot] = value;
  }

  /** The index of a key, or {@link #ABSENT}. */
  int get(long key) {
    int slot = (int) (key * SPREAD >>> shift);
    while (keys[slot] != key) {
      if (keys[slot] == 0) {
        return ABSENT;
      }
      slot = slot + 1 & keys.length - 1;
    }
    return values[slot];
  }
}
