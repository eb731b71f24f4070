package org.polylogue.lexis.index;

import java.util.Arrays;

/** For each id the positions that hold it, in one array. */
final class Postings {

  private final int[] offsets;
  private final int[] positions;

  private Postings(int[] offsets, int[] positions) {
    this.offsets = offsets;
    this.positions = positions;
  }

  /** Counting sort of the positions of a column, whose ids may be mapped to others first. */
  static Postings of(int[] column, int[] map, int ids) {
    int[] offsets = new int[ids + 1];
    for (int id : column) {
      offsets[(map == null ? id : map[id]) + 1]++;
    }
    for (int i = 0; i < ids; i++) {
      offsets[i + 1] += offsets[i];
    }
    int[] next = Arrays.copyOf(offsets, ids);
    int[] positions = new int[column.length];
    for (int at = 0; at < column.length; at++) {
      int id = map == null ? column[at] : map[column[at]];
      positions[next[id]++] = at;
    }
    return new Postings(offsets, positions);
  }

  int count(int id) {
    return offsets[id + 1] - offsets[id];
  }

  int[] positions(int id) {
    return Arrays.copyOfRange(positions, offsets[id], offsets[id + 1]);
  }
}
