package org.polylogue.validation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;

class CoderAgreementTest {

  private static final Resampling RESAMPLING = Resampling.of(200, 1);

  private static List<Map<String, String>> rows(String... coders) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < coders[0].length(); i++) {
      Map<String, String> row = new HashMap<>();
      for (int c = 0; c < coders.length; c++) {
        if (coders[c].charAt(i) != '.') {
          row.put("c" + c, coders[c].substring(i, i + 1));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  /** Krippendorff 2011, Computing Krippendorff's alpha-reliability, parts B and C. */
  @Test
  void alphaIsThatOfTheWorkedExamples() {
    List<Map<String, String>> two = rows("0100000000", "1110010010");
    assertThat(CoderAgreement.alpha(two, List.of("c0", "c1"), RESAMPLING, .95).orElseThrow())
        .satisfies(alpha -> assertThat(alpha.estimate()).isCloseTo(.095, within(5e-4)));
    List<Map<String, String>> four =
        rows("123321412...", "1233224125.3", ".3332342251.", "12332441251.");
    Interval alpha =
        CoderAgreement.alpha(four, List.of("c0", "c1", "c2", "c3"), RESAMPLING, .95).orElseThrow();
    assertThat(alpha.estimate()).isCloseTo(.743, within(5e-4));
    assertThat(alpha.low()).isLessThan(.743);
    assertThat(alpha.high()).isGreaterThan(.743).isLessThanOrEqualTo(1);
  }

  /** 20 and 15 agree, 5 and 10 do not: po .7, pe .5. */
  @Test
  void kappaIsAgreementBeyondChance() {
    String first = "a".repeat(25) + "b".repeat(25);
    String second = "a".repeat(20) + "b".repeat(5) + "a".repeat(10) + "b".repeat(15);
    Interval kappa =
        CoderAgreement.kappa(rows(first, second), "c0", "c1", RESAMPLING, .95).orElseThrow();
    assertThat(kappa.estimate()).isCloseTo(.4, within(1e-9));
  }

  @Test
  void whereOneCodeOccursNothingIsToldOfAgreement() {
    assertThat(CoderAgreement.kappa(rows("aaa", "aaa"), "c0", "c1", RESAMPLING, .95)).isEmpty();
    assertThat(CoderAgreement.shared(rows("a.a", "..a"), List.of("c0", "c1"))).isEqualTo(1);
  }
}
