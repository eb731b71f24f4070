package org.polylogue.validation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LabelCheckTest {

  private static List<CheckedRow> rows() {
    List<CheckedRow> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // 20 of "a", which stand for 1 each, 16 right; 20 of "b", which stand for 4, 15 right
      boolean first = i < 20;
      boolean right = first ? i < 16 : i < 35;
      String machine = first ? "a" : "b";
      String people = right ? machine : first ? "b" : "a";
      double confidence = .5 + i / 100.0;
      rows.add(
          new CheckedRow(
              "r" + i, machine, people, first ? 1 : 4, OptionalDouble.of(confidence), "x" + i));
    }
    return rows;
  }

  @Test
  void precisionIsOfWhatWasFoundAndRecallOfWhatThereIsByWeight() {
    LabelCheck check = LabelCheck.of(rows(), .95);
    LabelCheck.LabelScore a = check.labels().get(0);
    assertThat(a.precision().orElseThrow().estimate()).isCloseTo(.8, within(1e-9));
    assertThat(a.recall().orElseThrow().estimate()).isCloseTo(16 / 36.0, within(1e-9));
    LabelCheck.LabelScore b = check.labels().get(1);
    assertThat(b.precision().orElseThrow().estimate()).isCloseTo(.75, within(1e-9));
    assertThat(b.recall().orElseThrow().estimate()).isCloseTo(60 / 64.0, within(1e-9));
    assertThat(check.right().orElseThrow().estimate()).isCloseTo(.76, within(1e-9));
    assertThat(check.confusion().get("b").get("a")).isEqualTo(20);
  }

  @Test
  void theReliabilityCurveHasAsManyRowsInEachBinAndTheirMeanConfidence() {
    List<LabelCheck.ConfidenceBin> bins = LabelCheck.of(rows(), .95).reliability(4);
    assertThat(bins).extracting(LabelCheck.ConfidenceBin::rows).containsOnly(10);
    assertThat(bins.get(0).confidence()).isCloseTo(.545, within(1e-9));
    assertThat(bins.get(0).right().estimate()).isEqualTo(1);
  }

  @Test
  void theSurestMistakesComeFirst() {
    List<CheckedRow> differences = LabelCheck.of(rows(), .95).differences();
    assertThat(differences).hasSize(9);
    assertThat(differences.get(0).id()).isEqualTo("r39");
  }

  @Test
  void withoutRowsThereIsNothingToTell() {
    LabelCheck check = LabelCheck.of(List.of(), .95);
    assertThat(check.right()).isEmpty();
    assertThat(check.labels()).isEmpty();
    assertThat(check.reliability(5)).isEmpty();
    assertThat(check.macroF1()).isZero();
  }
}
