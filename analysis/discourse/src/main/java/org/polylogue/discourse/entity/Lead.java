package org.polylogue.discourse.entity;

import java.util.Map;
import java.util.Optional;

/**
 * Who is counted most often, and how often the next one is.
 *
 * @param who is counted most; of several that are counted as often, the first of the map
 * @param count how often
 * @param next how often the next one is counted, 0 if there is none
 */
record Lead<T>(T who, int count, int next) {

  /** Who leads; empty if nobody is counted. */
  static <T> Optional<Lead<T>> of(Map<T, Integer> counts) {
    T best = null;
    int most = 0;
    int second = 0;
    for (Map.Entry<T, Integer> one : counts.entrySet()) {
      int count = one.getValue();
      if (count > most) {
        second = most;
        most = count;
        best = one.getKey();
      } else {
        second = Math.max(second, count);
      }
    }
    return best == null ? Optional.empty() : Optional.of(new Lead<>(best, most, second));
  }
}
