package org.polylogue.lexis.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ContingencyTest {

  /** Corpus of Manning and Schütze (1999), chapter 5: the New York Times, 14,307,668 words. */
  private static final long NEWS = 14_307_668;

  private static Contingency pair(long first, long second, long together) {
    return new Contingency(
        together, first - together, second - together, NEWS - first - second + together);
  }

  @Test
  void two_cell_log_likelihood_is_that_of_the_lancaster_calculator() {
    // 52 in 50,000 against 57 in 75,000 words: + 2.65, the example on the calculator's page
    Contingency table = Contingency.of(52, 50_000, 57, 75_000);
    assertThat(table.twoCellLogLikelihood()).isCloseTo(2.65, within(0.005));
    assertThat(table.logLikelihood()).isCloseTo(2.65, within(0.01));
    assertThat(table.isAttracted()).isTrue();
  }

  /** Their figure lies within a ten-thousandth of the exact one. */
  @Test
  void log_likelihood_is_that_of_manning_and_schuetze_table_5_12() {
    assertThat(pair(12_593, 932, 150).logLikelihood()).isCloseTo(1291.42, within(0.15));
  }

  @Test
  void chi_squared_and_t_are_those_of_new_companies_in_manning_and_schuetze() {
    Contingency table = pair(15_828, 4_675, 8);
    assertThat(table.chiSquared()).isCloseTo(1.55, within(0.005));
    assertThat(table.tScore()).isCloseTo(0.999932, within(1e-3));
  }

  @Test
  void mutual_information_is_that_of_manning_and_schuetze_table_5_14() {
    assertThat(pair(42, 20, 20).mutualInformation()).isCloseTo(18.38, within(0.005));
  }

  @Test
  void delta_p_is_that_of_of_course_in_gries_2013() {
    Contingency table = new Contingency(5_610, 168_938, 2_257, 10_233_063);
    assertThat(table.deltaPColumnGivenRow()).isCloseTo(0.032, within(0.0005));
    assertThat(table.deltaPRowGivenColumn()).isCloseTo(0.697, within(0.0005));
  }

  @Test
  void fisher_is_that_of_the_tea_tasting_and_of_the_convictions() {
    // Fisher (1935) and Fisher (1970), as in the examples of R's fisher.test: 0.4857 and 0.0005367
    assertThat(new Contingency(3, 1, 1, 3).fisherExact()).isCloseTo(0.485714, within(1e-6));
    assertThat(new Contingency(2, 15, 10, 3).fisherExact()).isCloseTo(0.0005367, within(5e-8));
  }

  @Test
  void fisher_meets_log_likelihood_where_counts_are_great() {
    Contingency table = Contingency.of(50_300, 1_000_000, 50_000, 1_000_000);
    assertThat(table.fisherExact())
        .isCloseTo(Contingency.probability(table.logLikelihood()), within(0.005));
  }

  @Test
  void measures_worked_by_hand() {
    // 20 in 1,000 against 10 in 2,000: relative 0.02 and 0.005
    Contingency table = Contingency.of(20, 1_000, 10, 2_000);
    assertThat(table.logRatio()).isCloseTo(2, within(1e-12));
    assertThat(table.percentDifference()).isCloseTo(300, within(1e-9));
    assertThat(table.differenceCoefficient()).isCloseTo(0.6, within(1e-12));
    assertThat(table.oddsRatio()).isCloseTo(20.0 * 1990 / (980 * 10), within(1e-12));
    assertThat(table.expected()).isCloseTo(10, within(1e-12));
    assertThat(table.mutualInformation()).isCloseTo(1, within(1e-12));
    assertThat(table.cubedMutualInformation())
        .isCloseTo(Math.log(800) / Math.log(2), within(1e-12));
    assertThat(table.zScore()).isCloseTo(10 / Math.sqrt(10), within(1e-12));
    assertThat(table.tScore()).isCloseTo(10 / Math.sqrt(20), within(1e-12));
    // (20·1990 − 980·10)² · 3000 / (1000 · 2000 · 30 · 2970)
    assertThat(table.chiSquared())
        .isCloseTo(30_000.0 * 30_000 * 3_000 / (1e3 * 2e3 * 30 * 2970), within(1e-9));
  }

  @Test
  void a_word_that_one_corpus_lacks_has_finite_effects() {
    Contingency table = Contingency.of(8, 1_000, 0, 1_000);
    assertThat(table.logRatio()).isCloseTo(4, within(1e-12));
    assertThat(table.percentDifference()).isCloseTo(1500, within(1e-9));
    assertThat(table.oddsRatio()).isCloseTo(8.5 * 1000.5 / (992.5 * 0.5), within(1e-9));
    assertThat(table.differenceCoefficient()).isEqualTo(1);
  }

  @Property
  void no_measure_is_ever_nan(
      @ForAll @LongRange(max = 40) long a,
      @ForAll @LongRange(max = 40) long b,
      @ForAll @LongRange(max = 40) long c,
      @ForAll @LongRange(max = 40) long d) {
    Contingency t = new Contingency(a, b, c, d);
    double[] finite = {
      t.expected(),
      t.logLikelihood(),
      t.twoCellLogLikelihood(),
      t.chiSquared(),
      t.fisherExact(),
      t.logRatio(),
      t.percentDifference(),
      t.oddsRatio(),
      t.differenceCoefficient(),
      t.tScore(),
      t.zScore(),
      t.deltaPColumnGivenRow(),
      t.deltaPRowGivenColumn(),
      Contingency.probability(t.logLikelihood())
    };
    for (double value : finite) {
      assertThat(value).isFinite();
    }
    assertThat(t.mutualInformation()).isNotNaN();
    assertThat(t.cubedMutualInformation()).isNotNaN();
    assertThat(t.fisherExact()).isBetween(0.0, 1.0 + 1e-9);
  }

  @Property
  void fisher_is_the_sum_over_all_tables_with_the_same_totals(
      @ForAll @LongRange(max = 12) long a,
      @ForAll @LongRange(max = 12) long b,
      @ForAll @LongRange(max = 12) long c,
      @ForAll @LongRange(max = 12) long d) {
    Contingency own = new Contingency(a, b, c, d);
    double limit = weight(own) * (1 + 1e-7);
    double sum = 0;
    double all = 0;
    for (long k = 0; k <= Math.min(own.row1(), own.column1()); k++) {
      long low = own.row2() - (own.column1() - k);
      if (low >= 0) {
        double w = weight(new Contingency(k, own.row1() - k, own.column1() - k, low));
        all += w;
        sum += w <= limit ? w : 0;
      }
    }
    assertThat(own.fisherExact()).isCloseTo(sum / all, within(1e-9));
  }

  private static double weight(Contingency t) {
    return 1 / (factorial(t.o11()) * factorial(t.o12()) * factorial(t.o21()) * factorial(t.o22()));
  }

  private static double factorial(long n) {
    double product = 1;
    for (long i = 2; i <= n; i++) {
      product *= i;
    }
    return product;
  }
}
