package org.polylogue.lexis.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import org.polylogue.lexis.topic.Prevalence.Effect;

class TopicQualityTest {

  @Test
  void coherenceIsWhatItsFormulaGives() {
    // texts with a: 3, with b: 2, with both: 1, with c: 1 and never with a or b, of 4
    Coherence coherence =
        Coherence.of(
            CountRows.of(new int[][] {{2, 1, 0}, {1, 0, 0}, {0, 5, 0}, {1, 0, 0}, {0, 0, 1}}));
    double npmi = Math.log((1 / 5.0) / (3 / 5.0 * 2 / 5.0)) / -Math.log(1 / 5.0);
    assertThat(coherence.npmi(new int[] {0, 1})).isCloseTo(npmi, within(1e-12));
    assertThat(coherence.npmi(new int[] {0, 2})).isEqualTo(-1);
    assertThat(coherence.npmi(new int[] {0, 1, 2})).isCloseTo((npmi - 2) / 3, within(1e-12));
    assertThat(coherence.mimno(new int[] {0, 1})).isCloseTo(Math.log(2 / 3.0), within(1e-12));
    assertThat(coherence.mimno(new int[] {1, 0})).isCloseTo(Math.log(2 / 2.0), within(1e-12));
    assertThatIllegalArgumentException().isThrownBy(() -> coherence.npmi(new int[] {0}));
  }

  @Test
  void theTrueNumberOfTopicsForeseesUnseenWordsBest() {
    LdaTest.Made made = LdaTest.Made.of(400, 60, 5, 21);
    DocumentCompletion heldOut = DocumentCompletion.of(made.rows, 1);
    long left = 0;
    for (int row = 0; row < 400; row++) {
      left += heldOut.training().total(row);
    }
    assertThat(left).isEqualTo(400 * 60 - 40 * 30);
    List<Double> found = new ArrayList<>();
    for (int topics : new int[] {2, 5}) {
      TopicModel model = Lda.of(topics).withSweeps(100, 5).fit(heldOut.training());
      Interval interval = heldOut.logLikelihood(model, Resampling.of(200, 1), 0.95);
      assertThat(interval.estimate()).isBetween(interval.low(), interval.high()).isNegative();
      found.add(interval.estimate());
    }
    // chance is ln 1/100, and a model that knows all topics of a text comes near ln 1/40
    assertThat(found.get(1))
        .isGreaterThan(found.get(0) + 0.1)
        .isGreaterThan(Math.log(1 / 40.0) - 0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocumentCompletion.of(CountRows.of(new int[][] {{1, 0}, {0, 1}}), 1));
  }

  @Test
  void groupsDifferInTheTopicsThatTheyWereMadeOf() {
    LdaTest.Made made = LdaTest.Made.of(400, 30, 3, 5);
    // texts with more than half of topic 0 are of one outlet
    List<String> outlets = new ArrayList<>();
    int[] groups = new int[400];
    for (int row = 0; row < 400; row++) {
      groups[row] = made.shares[row][0] > 0.5 ? 1 : 0;
      outlets.add(groups[row] == 1 ? "b" : "a");
    }
    TopicModel model = Lda.of(3).withSweeps(100, 10).fit(made.rows, groups);
    int topic = made.match(model)[0];
    Prevalence prevalence = Prevalence.of(model, IntStream.range(0, 400).toArray(), 0.95);
    List<Effect> means =
        prevalence.means(outlets).stream().filter(effect -> effect.topic() == topic).toList();
    assertThat(means).extracting(Effect::name).containsExactly("a", "b");
    double[] truth = new double[2];
    for (int row = 0; row < 400; row++) {
      truth[groups[row]] += made.shares[row][0] / means.get(groups[row]).texts();
    }
    for (int group = 0; group < 2; group++) {
      Interval interval = means.get(group).interval();
      assertThat(interval.estimate()).isCloseTo(truth[group], within(0.04));
      assertThat(interval.high() - interval.low()).isBetween(0.01, 0.12);
    }
    Covariates both =
        Covariates.builder(400)
            .factor("outlet", outlets)
            .number("row", IntStream.range(0, 400).asDoubleStream().toArray())
            .build();
    List<Effect> effects =
        prevalence.effects(both).stream().filter(effect -> effect.topic() == topic).toList();
    assertThat(effects).extracting(Effect::name).containsExactly("intercept", "outlet=b", "row");
    assertThat(effects.get(1).interval().estimate())
        .isCloseTo(
            means.get(1).interval().estimate() - means.get(0).interval().estimate(), within(0.01));
    assertThat(effects.get(2).interval().low()).isNegative();
    assertThat(effects.get(2).interval().high()).isPositive();
  }

  @Test
  void aMeanOfOneClusterHasNoBounds() {
    TopicModel model =
        Lda.of(2).withSweeps(10, 2).fit(CountRows.of(new int[][] {{1, 2}, {2, 1}, {0, 0}}));
    Effect mean = Prevalence.of(model, new int[3], 0.95).means(List.of("a", "a", "a")).get(0);
    assertThat(mean.texts()).isEqualTo(2);
    assertThat(mean.interval().estimate()).isBetween(0.0, 1.0);
    assertThat(mean.interval().low()).isNaN();
  }

  @Test
  void covariatesThatSayTheSameAreRefused() {
    TopicModel model =
        Lda.of(2).withSweeps(10, 2).fit(CountRows.of(new int[][] {{1, 2}, {2, 1}, {1, 1}}));
    Covariates twice =
        Covariates.builder(3)
            .factor("a", List.of("x", "y", "x"))
            .factor("b", List.of("u", "v", "u"))
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Prevalence.of(model, new int[] {0, 1, 2}, 0.95).effects(twice))
        .withMessageContaining("leave one out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Covariates.builder(2).factor("a", List.of("x", "x")))
        .withMessageContaining("1 values");
  }
}
