package org.polylogue.validation.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.polylogue.lexis.resampling.Interval;

class WeightedShareTest {

  private static Interval share(int hits, int rows) {
    WeightedShare share = new WeightedShare();
    for (int i = 0; i < rows; i++) {
      share.add(i < hits, 2, "a" + i);
    }
    return share.interval(.95).orElseThrow();
  }

  /** Newcombe 1998, table I, method 3: the score method without correction. */
  @Test
  void equalWeightsGiveWilsonsInterval() {
    assertThat(share(81, 263).low()).isCloseTo(.2553, within(5e-5));
    assertThat(share(81, 263).high()).isCloseTo(.3662, within(5e-5));
    assertThat(share(15, 148).low()).isCloseTo(.0624, within(5e-5));
    assertThat(share(15, 148).high()).isCloseTo(.1605, within(5e-5));
    assertThat(share(0, 20).high()).isCloseTo(.1611, within(5e-5));
    assertThat(share(1, 29).low()).isCloseTo(.0061, within(5e-5));
    assertThat(share(1, 29).high()).isCloseTo(.1718, within(5e-5));
  }

  @Test
  void rowsThatAreAlikeWithinAnArticleAreWorthLess() {
    WeightedShare alike = new WeightedShare();
    for (int i = 0; i < 100; i++) {
      alike.add(i / 10 < 4, 1, "article " + i / 10);
    }
    Interval wide = alike.interval(.95).orElseThrow();
    Interval narrow = share(40, 100);
    assertThat(wide.high() - wide.low()).isGreaterThan(2.5 * (narrow.high() - narrow.low()));
  }

  @Test
  void withoutRowsThereIsNoShare() {
    assertThat(new WeightedShare().interval(.95)).isEmpty();
  }
}
