package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A head of state or government whom articles name by surname and office. */
record Leader(String surname, String given, String country, String office, int from, int to) {

  private static final Map<String, List<Leader>> BY_SURNAME = new HashMap<>();

  static {
    for (String[] row : Resource.rows("leaders.tsv", 6)) {
      Leader leader =
          new Leader(
              row[0],
              row[1],
              row[2],
              row[3],
              Integer.parseInt(row[4]),
              row[5].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(row[5]));
      BY_SURNAME
          .computeIfAbsent(Folding.loose(leader.surname), key -> new ArrayList<>())
          .add(leader);
    }
  }

  /** Those of a surname in any of its spellings. */
  static List<Leader> named(String surname) {
    return BY_SURNAME.getOrDefault(Folding.loose(surname), List.of());
  }
}
