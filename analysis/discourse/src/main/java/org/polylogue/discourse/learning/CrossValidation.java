package org.polylogue.discourse.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/** Predicts every item by a model that has not seen the item's fold. */
public final class CrossValidation {

  private CrossValidation() {}

  /**
   * Runs the folds one after the other.
   *
   * @param items the data
   * @param folds the fold of each item, as {@link Folds#grouped} gives it
   * @param predict from training and test items to one prediction per test item, in their order
   * @param <T> item
   * @param <P> prediction
   * @return one prediction per item, in the items' order
   */
  public static <T, P> List<P> predict(
      List<T> items, int[] folds, BiFunction<List<T>, List<T>, List<P>> predict) {
    if (items.size() != folds.length) {
      throw new IllegalArgumentException(items.size() + " items, but " + folds.length + " folds");
    }
    List<P> predictions = new ArrayList<>(Collections.nCopies(items.size(), null));
    for (int fold : Arrays.stream(folds).distinct().sorted().toArray()) {
      List<T> training = new ArrayList<>();
      List<T> test = new ArrayList<>();
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] == fold) {
          test.add(items.get(i));
          places.add(i);
        } else {
          training.add(items.get(i));
        }
      }
      List<P> made = predict.apply(training, test);
      if (made.size() != test.size()) {
        throw new IllegalStateException(made.size() + " predictions for " + test.size() + " items");
      }
      for (int i = 0; i < places.size(); i++) {
        predictions.set(places.get(i), made.get(i));
      }
    }
    return predictions;
  }
}
