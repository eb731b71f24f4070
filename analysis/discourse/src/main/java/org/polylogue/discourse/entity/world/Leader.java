package org.polylogue.discourse.entity.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A head of state or government whom articles name by surname and office.
 *
 * @param surname as English-language news write it
 * @param given the given name
 * @param country name of the country
 * @param office such as {@code president}, in lower case
 * @param from first year in office
 * @param to last year in office, {@link Integer#MAX_VALUE} while it lasts
 */
public record Leader(
    String surname, String given, String country, String office, int from, int to) {

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

  /**
   * Those of a surname.
   *
   * @param surname in any of its spellings
   * @return in the order of the table; empty if there is none
   */
  public static List<Leader> named(String surname) {
    return BY_SURNAME.getOrDefault(Folding.loose(surname), List.of());
  }
}
