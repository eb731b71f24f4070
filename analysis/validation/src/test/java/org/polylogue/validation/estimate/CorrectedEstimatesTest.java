package org.polylogue.validation.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.polylogue.validation.estimate.CorrectedEstimates.Model;

class CorrectedEstimatesTest {

  /** Weight, in 1000 lbs, of the 32 cars of Henderson and Velleman (1981), R's mtcars. */
  private static final double[] WEIGHT = {
    2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25,
    5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17,
    2.77, 3.57, 2.78
  };

  private static final double[] MANUAL = {
    1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1
  };

  private static final double[] MILES = {
    21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4,
    14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4
  };

  private static CorrectedEstimates all(int rows) {
    boolean[] coded = new boolean[rows];
    Arrays.fill(coded, true);
    return CorrectedEstimates.of(SampleDesign.simple(coded), 0.95);
  }

  private static double[][] withConstant(double[] values) {
    return Arrays.stream(values).mapToObj(v -> new double[] {1, v}).toArray(double[][]::new);
  }

  @Test
  void ifAllRowsAreCodedALogisticRegressionIsThatOfTheCodesWhateverTheMachineSays() {
    double[] wrong = Arrays.stream(MANUAL).map(v -> 1 - v).toArray();
    List<CorrectedEstimate> estimates =
        all(32).regression(Model.LOGISTIC, wrong, MANUAL, withConstant(WEIGHT));
    // R: glm(am ~ wt, binomial, mtcars)
    assertThat(estimates.get(0).corrected().estimate()).isCloseTo(12.040, within(5e-4));
    assertThat(estimates.get(1).corrected().estimate()).isCloseTo(-4.024, within(5e-4));
    assertThat(estimates.get(1).uncorrected().estimate()).isCloseTo(4.024, within(5e-4));
  }

  @Test
  void ifAllRowsAreCodedALinearRegressionHasWhitesStandardErrors() {
    CorrectedEstimate slope =
        all(32).regression(Model.LINEAR, MILES, MILES, withConstant(WEIGHT)).get(1);
    // R: lm(mpg ~ wt, mtcars); sandwich::vcovHC(type = "HC0") times 32/31
    assertThat(slope.corrected().estimate()).isCloseTo(-5.3445, within(5e-5));
    double half = slope.corrected().high() - slope.corrected().estimate();
    double sums = 0;
    double mean = Arrays.stream(WEIGHT).average().orElseThrow();
    double squares = Arrays.stream(WEIGHT).map(w -> (w - mean) * (w - mean)).sum();
    for (int i = 0; i < 32; i++) {
      double rest = MILES[i] - 37.28513 + 5.344472 * WEIGHT[i];
      sums += Math.pow((WEIGHT[i] - mean) * rest / squares, 2);
    }
    assertThat(half).isCloseTo(2.039513 * Math.sqrt(sums * 32 / 31), within(1e-4));
  }

  /** Cochran 1977, 5.1: the mean of strata is weighed by their sizes. */
  @Test
  void withAUselessMachineTheMeanIsThatOfAStratifiedSample() {
    int[] stratum = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
    boolean[] coded = {true, true, true, false, false, false, true, true, false, false};
    double[] people = {2, 4, 6, 0, 0, 0, 10, 14, 0, 0};
    int[] cluster = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    CorrectedEstimate mean =
        CorrectedEstimates.of(SampleDesign.of(stratum, coded, cluster), 0.95)
            .mean(new double[10], people);
    assertThat(mean.codedOnly().estimate()).isCloseTo(.6 * 4 + .4 * 12, within(1e-9));
    assertThat(mean.corrected().estimate()).isCloseTo(.6 * 4 + .4 * 12, within(1e-9));
  }

  @Test
  void aMachineThatIsRightLeavesNoMoreDoubtThanCodingEveryRow() {
    SplittableRandom random = new SplittableRandom(7);
    double[] values = random.doubles(400).map(v -> v < .3 ? 1 : 0).toArray();
    boolean[] coded = new boolean[400];
    Arrays.fill(coded, 0, 50, true);
    CorrectedEstimate mean =
        CorrectedEstimates.of(SampleDesign.simple(coded), 0.95).mean(values, values);
    assertThat(mean.trust()).isGreaterThan(.95);
    assertThat(mean.corrected().estimate()).isCloseTo(mean.uncorrected().estimate(), within(.002));
    double width = mean.corrected().high() - mean.corrected().low();
    assertThat(width).isLessThan((mean.codedOnly().high() - mean.codedOnly().low()) / 2);
    assertThat(mean.furtherRows()).isEmpty();
  }

  @Test
  void theFurtherRowsThatAreToldDoHalveTheInterval() {
    SplittableRandom random = new SplittableRandom(11);
    int rows = 40_000;
    double[] people = new double[rows];
    double[] machine = new double[rows];
    for (int i = 0; i < rows; i++) {
      people[i] = random.nextDouble() < .4 ? 1 : 0;
      machine[i] = random.nextDouble() < .8 ? people[i] : 1 - people[i];
    }
    CorrectedEstimate before = firstCoded(200, machine, people);
    int more = before.furtherRows().orElseThrow();
    assertThat(more).isBetween(500, 900);
    CorrectedEstimate after = firstCoded(200 + more, machine, people);
    double ratio =
        (after.corrected().high() - after.corrected().low())
            / (before.corrected().high() - before.corrected().low());
    assertThat(ratio).isCloseTo(.5, within(.06));
  }

  private static CorrectedEstimate firstCoded(int n, double[] machine, double[] people) {
    boolean[] coded = new boolean[machine.length];
    Arrays.fill(coded, 0, n, true);
    return CorrectedEstimates.of(SampleDesign.simple(coded), 0.95).mean(machine, people);
  }

  @Test
  void whatCannotBeEstimatedIsSaidAndNotGuessed() {
    double[] values = {0, 0, 1, 1};
    double[][] covariates = withConstant(new double[] {0, 0, 1, 1});
    assertThatThrownBy(() -> all(4).regression(Model.LOGISTIC, values, values, covariates))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                all(4)
                    .regression(
                        Model.LINEAR, values, values, withConstant(new double[] {1, 1, 1, 1})))
        .hasMessageContaining("depend on each other");
    assertThatThrownBy(() -> SampleDesign.simple(new boolean[] {true, false, false}))
        .hasMessageContaining("1 coded of 3 rows");
  }
}
