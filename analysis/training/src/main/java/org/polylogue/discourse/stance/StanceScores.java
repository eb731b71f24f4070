package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.discourse.learning.ConfusionMatrix;

/**
 * How well a model judges texts that it has not seen.
 *
 * @param all over all texts
 * @param byTarget over the texts about each target, sorted by target
 */
public record StanceScores(ConfusionMatrix all, SortedMap<String, ConfusionMatrix> byTarget) {

  /** The labels whose F1 SemEval-2016 task 6 averages. */
  public static final List<String> AVERAGED = List.of("FAVOR", "AGAINST");

  /** Copies the map. */
  public StanceScores {
    byTarget = Collections.unmodifiableSortedMap(new TreeMap<>(byTarget));
  }

  /**
   * The measure of SemEval-2016 task 6.
   *
   * @return the mean of F1(FAVOR) and F1(AGAINST) over all texts, 0 to 1
   */
  public double meanF1() {
    return all.meanF1(AVERAGED);
  }

  static StanceScores of(List<TargetExample> examples, List<Judgement<?>> judgements) {
    SortedMap<String, List<Integer>> rows = new TreeMap<>();
    List<Integer> everything = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      rows.computeIfAbsent(examples.get(i).target(), target -> new ArrayList<>()).add(i);
      everything.add(i);
    }
    SortedMap<String, ConfusionMatrix> byTarget = new TreeMap<>();
    rows.forEach((target, some) -> byTarget.put(target, matrix(some, examples, judgements)));
    return new StanceScores(matrix(everything, examples, judgements), byTarget);
  }

  private static ConfusionMatrix matrix(
      List<Integer> rows, List<TargetExample> examples, List<Judgement<?>> judgements) {
    return ConfusionMatrix.of(
        TargetStance.CLASSES,
        rows.stream().map(i -> examples.get(i).label().name()).toList(),
        rows.stream().map(i -> judgements.get(i).label().name()).toList());
  }
}
