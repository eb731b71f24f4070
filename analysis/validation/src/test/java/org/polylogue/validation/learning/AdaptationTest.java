package org.polylogue.validation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.polylogue.text.Span;
import org.polylogue.validation.check.CheckedRow;

class AdaptationTest {

  @Test
  void wordsThatTellTheCodeAreLearnedAndHelpOnRowsThatWereHeldOut() {
    HeldOut scores = HeldOut.of(Invented.rows(150, 0.9, 1));
    assertThat(scores.shipped().estimate()).isBetween(0.55, 0.78);
    assertThat(scores.adapted().estimate()).isGreaterThan(0.9);
    assertThat(scores.gain().low()).isPositive();
    assertThat(scores.gain().estimate())
        .isCloseTo(scores.adapted().estimate() - scores.shipped().estimate(), within(1e-9));
    assertThat(scores.adaptedGap()).isLessThan(scores.shippedGap());
  }

  @Test
  void wordsThatTellNothingDoNotHelp() {
    HeldOut scores = HeldOut.of(Invented.rows(150, 0, 1));
    assertThat(scores.gain().estimate()).isCloseTo(0, within(0.06));
    assertThat(scores.gain().low()).isNegative();
  }

  @Test
  void whatOnlyOneArticleTellsIsNotLearnedForIt() {
    Random random = new Random(5);
    List<CodedExample> rows = new ArrayList<>();
    for (int article = 0; article < 24; article++) {
      String code = random.nextBoolean() ? "negative" : "positive";
      Context words = new Context("" + (char) (0x4E00 + article), List.of(), new TreeMap<>());
      for (int i = 0; i < 6; i++) {
        String machine = random.nextBoolean() ? "negative" : "positive";
        rows.add(
            new CodedExample(
                new CheckedRow(
                    "r" + rows.size(), machine, code, 1, OptionalDouble.of(0.6), "a" + article),
                words.features()));
      }
    }
    assertThat(HeldOut.of(rows).adapted().estimate()).isLessThan(0.65);
    LabelCorrection seen = Adaptation.fit(rows.subList(0, 12));
    assertThat(seen.labels()).containsExactly("negative", "positive");
  }

  @Test
  void theSameRowsGiveTheSameAnswers() {
    List<CodedExample> rows = Invented.rows(90, 0.8, 2);
    assertThat(Adaptation.heldOut(rows)).isEqualTo(Adaptation.heldOut(Invented.rows(90, 0.8, 2)));
  }

  @Test
  void aRowThatStandsForManyCountsAsThoseMany() {
    List<CodedExample> rows = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      boolean rare = i % 2 == 0;
      rows.add(
          new CodedExample(
              new CheckedRow(
                  "r" + i,
                  "negative",
                  rare ? "positive" : "negative",
                  rare ? 1 : 99,
                  OptionalDouble.of(0.6),
                  "a" + i),
              new Context("same", List.of(), new TreeMap<>()).features()));
    }
    LabelCorrection.Answer answer =
        Adaptation.fit(rows).answer("negative", OptionalDouble.of(0.6), rows.get(0).features());
    assertThat(answer.label()).isEqualTo("negative");
    assertThat(answer.confidence()).isGreaterThan(0.9);
  }

  @Test
  void rowsOfOneLabelAreRefused() {
    CodedExample row = Invented.rows(1, 1, 1).get(0);
    CheckedRow one = new CheckedRow("r", "negative", "negative", 1, OptionalDouble.empty(), "a");
    assertThatThrownBy(() -> Adaptation.fit(List.of(new CodedExample(one, row.features()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative");
  }

  @Test
  void theTargetIsMarkedSoThatWhatIsLearnedOfOneHoldsForAnother() {
    Context one = new Context("I trust Lund", List.of(new Span(8, 12)), new TreeMap<>());
    Context other = new Context("I trust Berg", List.of(new Span(8, 12)), new TreeMap<>());
    List<String> names = new ArrayList<>();
    one.features()
        .forEach(
            (name, value) -> {
              names.add(name);
              assertThat(other.features().value(name)).as(name).isEqualTo(value);
            });
    assertThat(names).contains("w:trust xxtargetxx", "n:trust xxtargetxx").doesNotContain("w:lund");
  }
}
