package org.polylogue.discourse.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * How the score grows with the amount of training data: whether coding more rows is worth the work.
 */
public final class LearningCurve {

  private LearningCurve() {}

  /**
   * One point of the curve.
   *
   * @param examples mean number of training items
   * @param score the cross-validated score with so many
   */
  public record Point(int examples, double score) {}

  /**
   * Measures the curve by cross-validation with growing parts of each training set (every first
   * n-th of it, so shuffle the items before if their order means something).
   *
   * @param items the data
   * @param folds the fold of each item
   * @param parts shares of the training data, each in 0…1, growing
   * @param predict from training and test items to predictions
   * @param score from all items and their predictions to a score
   * @param <T> item
   * @param <P> prediction
   * @return one point per part
   */
  public static <T, P> List<Point> measure(
      List<T> items,
      int[] folds,
      List<Double> parts,
      BiFunction<List<T>, List<T>, List<P>> predict,
      BiFunction<List<T>, List<P>, Double> score) {
    List<Point> points = new ArrayList<>();
    for (double part : parts) {
      if (!(part > 0 && part <= 1)) {
        throw new IllegalArgumentException("a part must lie in 0…1: " + part);
      }
      List<Integer> sizes = new ArrayList<>();
      List<P> predictions =
          CrossValidation.predict(
              items,
              folds,
              (training, test) -> {
                List<T> few = training.subList(0, (int) Math.ceil(training.size() * part));
                sizes.add(few.size());
                return predict.apply(few, test);
              });
      int mean = (int) Math.round(sizes.stream().mapToInt(Integer::intValue).average().orElse(0));
      points.add(new Point(mean, score.apply(items, predictions)));
    }
    return List.copyOf(points);
  }
}
