package org.polylogue.lexis.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CorrectionTest {

  /** The fifteen probabilities of section 3.2 of Benjamini and Hochberg (1995). */
  private static final double[] PAPER = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0000
  };

  private static long under(double[] corrected) {
    return Arrays.stream(corrected).filter(p -> p <= 0.05).count();
  }

  @Test
  void the_paper_rejects_four_by_its_procedure_and_three_by_bonferroni() {
    assertThat(under(Correction.BENJAMINI_HOCHBERG.correct(PAPER))).isEqualTo(4);
    assertThat(under(Correction.BONFERRONI.correct(PAPER))).isEqualTo(3);
    assertThat(under(Correction.NONE.correct(PAPER))).isEqualTo(9);
  }

  @Test
  void corrected_values_keep_the_order_of_the_input() {
    // 0.03·3/2 = 0.045 is capped by 0.04·3/3 = 0.04
    double[] corrected = Correction.BENJAMINI_HOCHBERG.correct(new double[] {0.04, 0.01, 0.03});
    assertThat(corrected[0]).isCloseTo(0.04, within(1e-12));
    assertThat(corrected[1]).isCloseTo(0.03, within(1e-12));
    assertThat(corrected[2]).isCloseTo(0.04, within(1e-12));
  }

  @Test
  void nothing_to_correct_gives_nothing() {
    for (Correction correction : Correction.values()) {
      assertThat(correction.correct(new double[0])).isEmpty();
    }
  }
}
