package org.polylogue.lexis.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Numbers strings as they come, and renumbers them in sorted order at the end. */
final class Interner {

  private final Map<String, Integer> ids = new HashMap<>();
  private String[] entries = new String[1024];

  int id(String value) {
    Integer known = ids.get(value);
    if (known != null) {
      return known;
    }
    int id = ids.size();
    if (id == entries.length) {
      entries = Arrays.copyOf(entries, id * 2);
    }
    entries[id] = value;
    ids.put(value, id);
    return id;
  }

  int size() {
    return ids.size();
  }

  String entry(int id) {
    return entries[id];
  }

  /** Position in sorted order for each id, and the sorted entries. */
  record Sorted(int[] rank, String[] entries) {}

  Sorted sorted() {
    int n = ids.size();
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing((Integer i) -> entries[i]));
    int[] rank = new int[n];
    String[] sorted = new String[n];
    for (int i = 0; i < n; i++) {
      rank[order[i]] = i;
      sorted[i] = entries[order[i]];
    }
    return new Sorted(rank, sorted);
  }
}
