package org.polylogue.lexis.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Facts by row and name; equal values are held once. */
final class AttributeTable {

  private final Map<String, List<String>> columns = new TreeMap<>();
  private final Map<String, String> pool = new HashMap<>();
  private int rows;

  void addRow(Map<String, String> facts) {
    facts.forEach(
        (key, value) -> {
          List<String> column = columns.computeIfAbsent(key, k -> new ArrayList<>());
          while (column.size() < rows) {
            column.add(null);
          }
          column.add(pool.computeIfAbsent(value, v -> v));
        });
    rows++;
  }

  Set<String> keys() {
    return columns.keySet();
  }

  /** The value, null if the row has none. */
  String value(String key, int row) {
    List<String> column = columns.get(key);
    return column == null || row >= column.size() ? null : column.get(row);
  }
}
