package org.polylogue.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polylogue.encoder.PairReader.Relation;

class MixtureTest {

  private static final double[] AGAINST = {0.7, 0.2, 0.05, 0.05};
  private static final double[] FAVOR = {0.1, 0.2, 0.65, 0.05};

  @Test
  void each_relation_has_one() {
    assertThat(Mixture.shipped()).containsOnlyKeys(Relation.values());
  }

  @Test
  void one_judge_alone_is_heard_as_he_spoke() {
    Mixture alone = new Mixture(1, 0, 1, List.of(0.0, 0.0, 0.0, 0.0));
    assertThat(alone.of(AGAINST, FAVOR)).containsExactly(FAVOR, within(1e-9));
  }

  @Test
  void both_and_the_addends_count() {
    Mixture both = new Mixture(1, 0.5, 0.5, List.of(0.0, 0.0, 1.0, 0.0));
    double[] likely = both.of(AGAINST, FAVOR);
    assertThat(Arrays.stream(likely).sum()).isCloseTo(1, within(1e-9));
    assertThat(likely[2] / likely[0])
        .isCloseTo(Math.E * Math.sqrt(0.05 * 0.65 / (0.7 * 0.1)), within(1e-9));
  }

  @Test
  void what_is_impossible_for_one_judge_is_not_so_for_both() {
    double[] never = {0, 1, 0, 0};
    assertThat(new Mixture(1, 1, 1, List.of(0.0, 0.0, 0.0, 0.0)).of(never, AGAINST)[0])
        .isPositive();
  }

  @Test
  void a_sure_judge_is_not_doubted() {
    Mixture mixture = new Mixture(0.7, 1, 1, List.of(0.0, 0.0, 0.0, 0.0));
    assertThat(mixture.isSure(AGAINST)).isTrue();
    assertThat(mixture.isSure(FAVOR)).isFalse();
  }

  @Test
  void a_class_without_an_addend_is_refused() {
    assertThatThrownBy(() -> new Mixture(1, 1, 1, List.of(0.0))).hasMessageContaining("1 addends");
  }
}
