package org.polylogue.lexis.index;

import java.util.Arrays;

/** An int array that grows. */
final class IntColumn {

  private int[] values = new int[1024];
  private int size;

  void add(int value) {
    if (size == values.length) {
      long wanted = size + (size >> 1);
      if (size >= Integer.MAX_VALUE - 16) {
        throw new IllegalStateException("an index holds at most " + size + " tokens");
      }
      values = Arrays.copyOf(values, (int) Math.min(wanted, Integer.MAX_VALUE - 16));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  int get(int at) {
    return values[at];
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  int[] mapped(int[] through) {
    int[] mapped = new int[size];
    for (int i = 0; i < size; i++) {
      mapped[i] = through[values[i]];
    }
    return mapped;
  }
}
