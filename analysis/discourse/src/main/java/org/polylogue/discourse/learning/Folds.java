package org.polylogue.discourse.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Cuts data into folds for cross-validation. Deterministic: the same data, number and seed give the
 * same folds.
 */
public final class Folds {

  private Folds() {}

  /**
   * Assigns a fold to every item so that a group is never torn apart. Groups are shuffled, then
   * dealt out to the fold that holds the fewest items of the group's first label, so that the
   * labels are spread evenly.
   *
   * @param groups the group of each item
   * @param labels the label of each item; for regression pass equal labels
   * @param folds number of folds, at least 2
   * @param seed of the shuffle
   * @return the fold of each item, 0…folds − 1
   * @throws IllegalArgumentException if the lists differ in length or there are fewer groups than
   *     folds
   */
  public static int[] grouped(List<String> groups, List<String> labels, int folds, long seed) {
    if (groups.size() != labels.size()) {
      throw new IllegalArgumentException(
          "groups and labels differ in length: " + groups.size() + " and " + labels.size());
    }
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      members.computeIfAbsent(groups.get(i), g -> new ArrayList<>()).add(i);
    }
    if (folds < 2 || members.size() < folds) {
      throw new IllegalArgumentException(
          folds
              + " folds cannot be made of "
              + members.size()
              + " groups; at least 2 folds, a group each");
    }
    List<List<Integer>> shuffled = new ArrayList<>(members.values());
    Collections.shuffle(shuffled, new Random(seed));
    Map<String, int[]> counts = new LinkedHashMap<>();
    int[] totals = new int[folds];
    int[] assigned = new int[groups.size()];
    for (List<Integer> group : shuffled) {
      int[] count = counts.computeIfAbsent(labels.get(group.get(0)), l -> new int[folds]);
      int best = 0;
      for (int fold = 1; fold < folds; fold++) {
        if (count[fold] < count[best]
            || count[fold] == count[best] && totals[fold] < totals[best]) {
          best = fold;
        }
      }
      for (int item : group) {
        assigned[item] = best;
      }
      count[best] += group.size();
      totals[best] += group.size();
    }
    return assigned;
  }
}
