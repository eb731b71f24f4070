package org.polylogue.lexis.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.association.Contingency;
import org.polylogue.lexis.dispersion.PartCounts;

class ResamplingTest {

  private static final Resampling THOUSAND = Resampling.of(1000, 17);

  private static final ToDoubleBiFunction<List<PartCounts.Part>, List<PartCounts.Part>> LOG_RATIO =
      (first, second) -> {
        PartCounts a = PartCounts.of(first);
        PartCounts b = PartCounts.of(second);
        return Contingency.of(a.count(), a.size(), b.count(), b.size()).logRatio();
      };

  private static double mean(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).average().orElseThrow();
  }

  private static List<PartCounts.Part> documents(int documents, int count) {
    List<PartCounts.Part> parts = new ArrayList<>();
    for (int i = 0; i < documents; i++) {
      parts.add(new PartCounts.Part(count + i % 3, 1000));
    }
    return parts;
  }

  @Test
  void an_interval_holds_the_estimate_and_narrows_with_more_units() {
    List<Integer> few = new ArrayList<>();
    List<Integer> many = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      (i < 10 ? few : many).add(i % 10);
    }
    Interval wide = THOUSAND.bootstrap(few, ResamplingTest::mean, 0.95).orElseThrow();
    Interval narrow = THOUSAND.bootstrap(many, ResamplingTest::mean, 0.95).orElseThrow();
    assertThat(wide.estimate()).isCloseTo(4.5, within(1e-12));
    assertThat(wide.low()).isLessThan(4.5);
    assertThat(wide.high()).isGreaterThan(4.5);
    assertThat(narrow.high() - narrow.low()).isLessThan((wide.high() - wide.low()) / 5);
    // standard error of the mean of ten: 2.872 / √10 = 0.908, so about 4.5 ± 1.78
    assertThat(wide.low()).isCloseTo(2.72, within(0.25));
    assertThat(wide.high()).isCloseTo(6.28, within(0.25));
  }

  @Test
  void the_same_seed_gives_the_same_interval_and_another_seed_another() {
    List<Integer> units = List.of(1, 5, 9, 2, 6);
    assertThat(THOUSAND.bootstrap(units, ResamplingTest::mean, 0.9))
        .isEqualTo(Resampling.of(1000, 17).bootstrap(units, ResamplingTest::mean, 0.9))
        .isNotEqualTo(
            Resampling.of(1000, 18).bootstrap(units, list -> mean(list) + list.get(0) / 7.0, 0.9));
  }

  @Test
  void slices_that_differ_have_a_ratio_away_from_0_and_a_small_probability() {
    List<PartCounts.Part> often = documents(30, 8);
    List<PartCounts.Part> seldom = documents(30, 2);
    Interval ratio = THOUSAND.bootstrap(often, seldom, LOG_RATIO, 0.95).orElseThrow();
    assertThat(ratio.estimate()).isCloseTo(Math.log(9 / 3.0) / Math.log(2), within(1e-9));
    assertThat(ratio.low()).isPositive();
    assertThat(THOUSAND.permutation(often, seldom, LOG_RATIO)).isCloseTo(1 / 1001.0, within(1e-9));
  }

  @Test
  void slices_that_do_not_differ_have_probability_1() {
    List<PartCounts.Part> same = documents(30, 5);
    assertThat(THOUSAND.permutation(same, same, LOG_RATIO)).isEqualTo(1);
  }

  @Test
  void without_units_there_is_no_interval_and_no_difference() {
    assertThat(THOUSAND.bootstrap(List.<Integer>of(), ResamplingTest::mean, 0.95)).isEmpty();
    assertThat(THOUSAND.bootstrap(List.of(), documents(3, 3), LOG_RATIO, 0.95)).isEmpty();
    assertThat(THOUSAND.permutation(List.of(), documents(3, 3), LOG_RATIO)).isEqualTo(1);
  }

  @Test
  void one_unit_has_an_interval_without_width() {
    Interval one = THOUSAND.bootstrap(List.of(4), ResamplingTest::mean, 0.95).orElseThrow();
    assertThat(one).isEqualTo(new Interval(4, 4, 4, 0.95));
  }

  @Test
  void a_statistic_that_is_no_number_is_refused() {
    assertThatThrownBy(() -> THOUSAND.bootstrap(List.of(1), list -> Double.NaN, 0.95))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> THOUSAND.bootstrap(List.of(1), ResamplingTest::mean, 95))
        .hasMessageContaining("level");
  }

  @Test
  void sharesOfManyPartsAreThoseOfOneAtATime() {
    double[] totals = {4, 0, 10, 6, 3, 7};
    double[] mine = {1, 0, 9, 0, 3, 2};
    List<double[]> units = new java.util.ArrayList<>();
    for (int i = 0; i < totals.length; i++) {
      if (totals[i] > 0) {
        units.add(new double[] {mine[i], totals[i]});
      }
    }
    Resampling resampling = Resampling.of(500, 3);
    List<Interval> many =
        resampling.shares(
            totals,
            List.of(
                new Resampling.Part(new int[] {0, 2, 4, 5}, new double[] {1, 9, 3, 2}),
                new Resampling.Part(new int[0], new double[0])),
            0.95);
    Interval one =
        resampling
            .bootstrap(
                units,
                drawn ->
                    drawn.stream().mapToDouble(u -> u[0]).sum()
                        / drawn.stream().mapToDouble(u -> u[1]).sum(),
                0.95)
            .orElseThrow();
    assertThat(many.get(0)).isEqualTo(one);
    assertThat(many.get(1)).isEqualTo(new Interval(0, 0, 0, 0.95));
    assertThat(resampling.shares(new double[2], List.of(), 0.95)).isEmpty();
  }
}
