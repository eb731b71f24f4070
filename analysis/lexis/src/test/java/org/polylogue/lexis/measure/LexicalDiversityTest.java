package org.polylogue.lexis.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexicalDiversityTest {

  private static LexicalDiversity of(String text) {
    return LexicalDiversity.of(text.isEmpty() ? List.of() : List.of(text.split(" ")));
  }

  @Test
  void ratio_of_types_to_tokens() {
    assertThat(of("a b a c").typeTokenRatio()).hasValue(0.75);
    assertThat(of("").typeTokenRatio()).isEmpty();
    assertThat(of("dam").typeTokenRatio()).hasValue(1);
  }

  @Test
  void moving_average_worked_by_hand() {
    // windows of 3: a b a, b a a, a a c: 2/3, 2/3, 2/3; then a c d: 1
    assertThat(of("a b a a c d").movingAverageTypeTokenRatio(3).getAsDouble())
        .isCloseTo((2 / 3.0 * 3 + 1) / 4, within(1e-12));
    assertThat(of("a b").movingAverageTypeTokenRatio(3)).isEmpty();
  }

  @Test
  void mtld_worked_by_hand() {
    // forwards: a b a = 2/3 ends a stretch, b a b ends another: 2 factors of 6 words, length 3;
    // backwards the same
    assertThat(of("a b a b a b").mtld(0.72).getAsDouble()).isCloseTo(3, within(1e-12));
    // rest after a b a: b c has ratio 1 and adds no part: 5 words / 1 factor; backwards c b a b =
    // 0.75, then a: c b a b a = 0.6 ends a stretch: 5 / 1
    assertThat(of("a b a b c").mtld(0.72).getAsDouble()).isCloseTo(5, within(1e-12));
    // a b c a = 3/4 leaves (1 − 0.75) / (1 − 0.72) of a factor both ways
    assertThat(of("a b c a").mtld(0.72).getAsDouble()).isCloseTo(4 / (0.25 / 0.28), within(1e-12));
  }

  @Test
  void mtld_of_a_text_without_repetition_is_not_defined() {
    assertThat(of("a b c d").mtld(0.72)).isEmpty();
    assertThat(of("").mtld(0.72)).isEmpty();
    assertThat(of("dam").mtld(0.72)).isEmpty();
  }

  @Test
  void hdd_is_the_mean_ratio_of_all_samples() {
    // samples of 2 from a a b: aa 1/2, ab 1, ab 1, of mean 5/6
    assertThat(of("a a b").hdd(2).getAsDouble()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(of("a b").hdd(LexicalDiversity.HDD_SAMPLE)).isEmpty();
  }

  @Test
  void hdd_is_1_for_a_text_without_repetition_and_least_for_one_word() {
    List<String> different = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      different.add("w" + i);
    }
    assertThat(LexicalDiversity.of(different).hdd(42).getAsDouble()).isCloseTo(1, within(1e-9));
    assertThat(LexicalDiversity.of(Collections.nCopies(100, "w")).hdd(42).getAsDouble())
        .isCloseTo(1 / 42.0, within(1e-12));
  }
}
