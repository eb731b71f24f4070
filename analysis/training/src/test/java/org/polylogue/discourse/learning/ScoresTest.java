package org.polylogue.discourse.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {

  private static final List<String> LABELS = List.of("a", "b", "c");

  @Test
  void precisionRecallAndF1FollowFromTheCounts() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(
            LABELS, List.of("a", "a", "a", "b", "b", "c"), List.of("a", "a", "b", "b", "a", "b"));
    assertThat(matrix.count("a", "b")).isEqualTo(1);
    assertThat(matrix.precision("a")).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(matrix.recall("b")).isEqualTo(0.5);
    assertThat(matrix.f1("b")).isCloseTo(0.4, within(1e-12));
    assertThat(matrix.f1("c")).isZero();
    assertThat(matrix.accuracy()).isEqualTo(0.5);
    assertThat(matrix.meanF1(List.of("a", "b"))).isCloseTo((2.0 / 3 + 0.4) / 2, within(1e-12));
    assertThat(matrix.macroF1()).isCloseTo((2.0 / 3 + 0.4) / 3, within(1e-12));
  }

  @Test
  void anUnknownLabelIsRefused() {
    assertThatThrownBy(() -> ConfusionMatrix.of(LABELS, List.of("a"), List.of("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
  }

  @Test
  void foldsKeepGroupsTogetherAndSpreadLabels() {
    List<String> groups = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      groups.add("g" + i / 2);
      labels.add(i / 2 % 5 == 0 ? "rare" : "common");
    }
    int[] folds = Folds.grouped(groups, labels, 5, 1);
    for (int i = 0; i < 100; i += 2) {
      assertThat(folds[i]).isEqualTo(folds[i + 1]);
    }
    for (int fold = 0; fold < 5; fold++) {
      int one = fold;
      assertThat(IntStream.range(0, 100).filter(i -> folds[i] == one).count()).isEqualTo(20);
      assertThat(
              IntStream.range(0, 100)
                  .filter(i -> folds[i] == one && labels.get(i).equals("rare"))
                  .count())
          .isEqualTo(4);
    }
    assertThat(Folds.grouped(groups, labels, 5, 1)).isEqualTo(folds);
    assertThat(Folds.grouped(groups, labels, 5, 2)).isNotEqualTo(folds);
  }

  @Test
  void moreFoldsThanGroupsAreRefused() {
    assertThatThrownBy(() -> Folds.grouped(List.of("g", "g"), List.of("a", "b"), 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 folds");
  }

  @Test
  void crossValidationNeverTestsWhatItTrainedOn() {
    List<Integer> items = IntStream.range(0, 20).boxed().toList();
    int[] folds = items.stream().mapToInt(i -> i % 4).toArray();
    List<Integer> predicted =
        CrossValidation.predict(
            items,
            folds,
            (training, test) -> {
              assertThat(training).doesNotContainAnyElementsOf(test).hasSize(15);
              return test;
            });
    assertThat(predicted).isEqualTo(items);
  }

  @Test
  void theLearningCurveUsesGrowingPartsOfTheTrainingData() {
    List<Integer> items = IntStream.range(0, 10).boxed().toList();
    int[] folds = items.stream().mapToInt(i -> i % 2).toArray();
    List<LearningCurve.Point> points =
        LearningCurve.<Integer, Integer>measure(
            items,
            folds,
            List.of(0.4, 1.0),
            (training, test) -> test.stream().map(i -> training.size()).toList(),
            (all, sizes) -> (double) sizes.get(0));
    assertThat(points)
        .containsExactly(new LearningCurve.Point(2, 2), new LearningCurve.Point(5, 5));
  }
}
