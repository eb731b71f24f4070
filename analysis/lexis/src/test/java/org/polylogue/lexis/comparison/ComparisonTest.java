package org.polylogue.lexis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.comparison.Likeness.Measure;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;

class ComparisonTest {

  @Test
  void likenessIsWhatItsFormulasGive() {
    Likeness likeness =
        Likeness.of(
            CountRows.of(new int[][] {{1, 1, 0}, {0, 0, 0}, {0, 2, 2}}), List.of(0, 1), List.of(2));
    assertThat(likeness.value(Measure.COSINE)).isCloseTo(0.5, within(1e-12));
    // shares 1/2 1/2 0 and 0 1/2 1/2: half of the mass has no partner
    assertThat(likeness.value(Measure.JENSEN_SHANNON)).isCloseTo(0.5, within(1e-12));
    assertThat(likeness.carriers(5)).extracting(Likeness.Carrier::column).containsExactly(0, 2);
    assertThat(likeness.carriers(1).get(0).part()).isCloseTo(0.5, within(1e-12));
    assertThat(likeness.interval(Measure.COSINE, 50, 1, 0.95).low()).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Likeness.of(CountRows.of(new int[][] {{1}, {0}}), List.of(0), List.of(1)))
        .withMessageContaining("second part has no word");
  }

  /** Texts of 20 words from 40; a second side has the first words more often. */
  private static CountRows made(int texts, double more, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] table = new int[texts][40];
    for (int text = 0; text < texts; text++) {
      for (int i = 0; i < 20; i++) {
        boolean marked = text % 2 == 1 && random.nextDouble() < more;
        table[text][marked ? random.nextInt(4) : random.nextInt(40)]++;
      }
    }
    return CountRows.of(table);
  }

  private static List<Integer> rows(int texts, int side) {
    return IntStream.range(0, texts).filter(i -> i % 2 == side).boxed().toList();
  }

  /** p = 1/40 each, against .3/4 more for four words: the divergence of what texts come from. */
  @Test
  void intervalsHoldTheDivergenceOfWhatTextsComeFromAndNotThatOfTheSample() {
    double truth = 0;
    for (int word = 0; word < 40; word++) {
      double p = 1 / 40.0;
      double q = 0.7 / 40 + (word < 4 ? 0.3 / 4 : 0);
      truth += (p * Math.log(2 * p / (p + q)) + q * Math.log(2 * q / (p + q))) / (2 * Math.log(2));
    }
    int held = 0;
    double mean = 0;
    double plain = 0;
    for (int run = 0; run < 60; run++) {
      CountRows rows = made(60, 0.3, run);
      Likeness likeness = Likeness.of(rows, rows(60, 0), rows(60, 1));
      Interval interval = likeness.interval(Measure.JENSEN_SHANNON, 100, run, 0.95);
      held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
      mean += interval.estimate() / 60;
      plain += likeness.value(Measure.JENSEN_SHANNON) / 60;
    }
    assertThat(held).isBetween(52, 60);
    assertThat(Math.abs(mean - truth)).isLessThan(0.4 * (plain - truth));
  }

  @Test
  void partsThatDoNotDifferHaveNoDivergence() {
    Likeness likeness = Likeness.of(made(60, 0, 4), rows(60, 0), rows(60, 1));
    assertThat(likeness.value(Measure.JENSEN_SHANNON)).isGreaterThan(0.01);
    assertThat(likeness.interval(Measure.JENSEN_SHANNON, 200, 1, 0.95).low()).isZero();
  }

  @Test
  void aRarePartIsTakenForItselfAsOften() {
    CountRows rows = made(200, 0.5, 8);
    List<String> labels = new ArrayList<>();
    for (int text = 0; text < 200; text++) {
      labels.add(text % 2 == 0 ? "plain" : text % 20 == 1 ? "marked" : null);
    }
    SliceClassifier found =
        SliceClassifier.of(rows, labels, IntStream.range(0, 200).toArray(), 5, 1, 1);
    assertThat(found.baseline()).isGreaterThan(0.9);
    assertThat(found.f1("marked", Resampling.of(50, 1), 0.95).estimate()).isGreaterThan(0.5);
  }

  private static SliceClassifier classifier(CountRows rows, int texts) {
    List<String> labels = new ArrayList<>();
    for (int text = 0; text < texts; text++) {
      labels.add(text % 2 == 0 ? "plain" : "marked");
    }
    return SliceClassifier.of(
        rows, labels, IntStream.range(0, texts).map(i -> i / 2).toArray(), 5, 1, 1);
  }

  @Test
  void wordsTellPartsApartAndWhichDo() {
    SliceClassifier found = classifier(made(200, 0.4, 8), 200);
    Resampling resampling = Resampling.of(200, 1);
    Interval accuracy = found.accuracy(resampling, 0.95);
    assertThat(accuracy.estimate()).isGreaterThan(0.85).isLessThan(1);
    assertThat(accuracy.low()).isLessThan(accuracy.estimate()).isGreaterThan(found.baseline());
    assertThat(found.baseline()).isEqualTo(0.5);
    assertThat(found.labels()).containsExactly("marked", "plain");
    assertThat(found.f1("", resampling, 0.95).estimate())
        .isCloseTo(
            (found.f1("marked", resampling, 0.95).estimate()
                    + found.f1("plain", resampling, 0.95).estimate())
                / 2,
            within(1e-12));
    assertThat(found.signs("marked", 4))
        .extracting(SliceClassifier.Sign::column)
        .containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(found.signs("marked", 4)).allMatch(sign -> sign.folds() == 5);
  }

  @Test
  void whereNothingDiffersAccuracyIsThatOfGuessing() {
    Interval accuracy = classifier(made(200, 0, 3), 200).accuracy(Resampling.of(200, 1), 0.95);
    assertThat(accuracy.estimate()).isBetween(0.35, 0.65);
  }

  /** Two texts, one word each: 1 = C·2·... has one solution, found by bisection here. */
  @Test
  void theRegressionIsAtItsOptimum() {
    CountRows rows = CountRows.of(new int[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}});
    SliceClassifier found =
        SliceClassifier.of(rows, List.of("a", "b", "a", "b"), new int[] {0, 1, 2, 3}, 2, 1, 1);
    // by symmetry the constant is 0 and weights are ±w with w = 2 C / (1 + exp(w))
    double low = 0;
    double high = 2;
    for (int i = 0; i < 60; i++) {
      double w = (low + high) / 2;
      if (w < 2 / (1 + Math.exp(w))) {
        low = w;
      } else {
        high = w;
      }
    }
    assertThat(found.signs("a", 5)).hasSize(1);
    assertThat(found.signs("a", 5).get(0).weight()).isCloseTo(low, within(1e-3));
  }

  @Test
  void callsThatCannotBeAnsweredAreRefused() {
    CountRows rows = CountRows.of(new int[][] {{1, 0}, {0, 1}, {0, 0}});
    int[] clusters = {0, 1, 2};
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SliceClassifier.of(rows, Arrays.asList("a", null, "b"), clusters, 2, 1, 1))
        .withMessageContaining("two or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SliceClassifier.of(rows, List.of("a", "b", "b"), clusters, 3, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SliceClassifier.of(rows, List.of("a"), clusters, 2, 1, 1));
  }
}
