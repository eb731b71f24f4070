package org.polylogue.corenlp;

import java.io.IOException;
import java.util.Map;

/** A map from 64-bit numbers to indices from 0, by open addressing. Immutable once it is filled. */
final class LongTable {

  /** What is told of a key that is not there. */
  static final int ABSENT = -1;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] keys;
  private final int[] values;
  private final int shift;
  private final int size;

  private LongTable(int size) {
    this.size = size;
    int bits = Math.max(4, 32 - Integer.numberOfLeadingZeros(size + size / 2));
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

  static LongTable read(Tables.In in) {
    long[] keys = in.longs();
    int[] values = in.ints();
    LongTable table = new LongTable(keys.length);
    for (int i = 0; i < keys.length; i++) {
      table.put(keys[i], values[i]);
    }
    return table;
  }

  void write(Tables.Out out) throws IOException {
    long[] filledKeys = new long[size];
    int[] filledValues = new int[size];
    int filled = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0) {
        filledKeys[filled] = keys[slot];
        filledValues[filled++] = values[slot];
      }
    }
    out.longs(filledKeys);
    out.ints(filledValues);
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
