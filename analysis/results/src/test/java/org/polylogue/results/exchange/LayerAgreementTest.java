package org.polylogue.results.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.text.Span;

class LayerAgreementTest {

  private static final String TEXT = "x".repeat(100);

  @Test
  void fullAgreementIsOne() {
    LayerAgreement same =
        compare(
            List.of(span(0, 10, "A"), span(20, 30, "B")),
            List.of(span(0, 10, "A"), span(20, 30, "B")));
    assertThat(same.strict()).hasValue(1);
    assertThat(same.overlap()).hasValue(1);
    assertThat(same.jaccard()).hasValue(1);
    assertThat(same.alphaUnitising().orElseThrow()).isCloseTo(1, offset(1e-9));
    assertThat(same.feature("kind").alpha().orElseThrow()).isCloseTo(1, offset(1e-9));
    assertThat(same.feature("kind").kappa().orElseThrow()).isCloseTo(1, offset(1e-9));
  }

  @Test
  void partOfASpanCountsInPart() {
    LayerAgreement half = compare(List.of(span(0, 10, "A")), List.of(span(5, 15, "A")));
    assertThat(half.strict()).hasValue(0);
    assertThat(half.overlap()).hasValue(1);
    assertThat(half.jaccard().orElseThrow()).isCloseTo(1.0 / 3, offset(1e-9));
    assertThat(half.alphaUnitising().orElseThrow()).isBetween(-1.0, 0.99);
  }

  @Test
  void theBestOverlapIsPairedFirstAndEachAnnotationOnce() {
    LayerAgreement pairs =
        compare(
            List.of(span(0, 20, "A"), span(12, 20, "B")),
            List.of(span(0, 11, "A"), span(12, 20, "B")));
    assertThat(pairs.overlap()).hasValue(1);
    assertThat(pairs.strict()).hasValue(0.5);
  }

  @Test
  void kappaAndAlphaAreThoseOfAWorkedExample() {
    // 2×2 table 20, 5, 10, 15: κ = (0.7 − 0.5) / (1 − 0.5) = 0.4
    // nominal α = 1 − (n − 1) · D / Σ n_c · n_k: n = 100, D = 30, 55 and 45 values: 0.4
    List<LayerSpan> first = new ArrayList<>();
    List<LayerSpan> second = new ArrayList<>();
    int[] table = {20, 5, 10, 15};
    int at = 0;
    for (int cell = 0; cell < 4; cell++) {
      for (int i = 0; i < table[cell]; i++) {
        first.add(span(at, at + 1, cell < 2 ? "yes" : "no"));
        second.add(span(at, at + 1, cell % 2 == 0 ? "yes" : "no"));
        at += 2;
      }
    }
    LayerAgreement agreement = compare(first, second);
    LayerAgreement.Feature kind = agreement.feature("kind");
    assertThat(kind.pairs()).isEqualTo(50);
    assertThat(kind.same()).hasValue(0.7);
    assertThat(kind.kappa().orElseThrow()).isCloseTo(0.4, offset(1e-9));
    assertThat(kind.alpha().orElseThrow()).isCloseTo(1 - 99.0 * 30 / (2 * 55 * 45), offset(1e-9));
  }

  @Test
  void whatIsNotDefinedIsEmptyAndNeverNaN() {
    LayerAgreement nothing = compare(List.of(), List.of());
    assertThat(nothing.strict()).isEmpty();
    assertThat(nothing.alphaUnitising()).isEmpty();
    LayerAgreement oneValue = compare(List.of(span(0, 10, "A")), List.of(span(0, 10, "A")));
    assertThat(oneValue.feature("kind").alpha()).isEmpty();
    assertThat(oneValue.feature("kind").same()).hasValue(1);
    LayerAgreement oneSide = compare(List.of(span(0, 10, "A")), List.of());
    assertThat(oneSide.overlap()).hasValue(0);
  }

  @Test
  void differentTextsAreRefused() {
    assertThatThrownBy(
            () ->
                new LayerAgreement()
                    .add(
                        "Content",
                        text(List.of()),
                        new LayeredText("d", "y", List.of(), List.of())))
        .hasMessageContaining("different texts");
  }

  private static LayerAgreement compare(List<LayerSpan> first, List<LayerSpan> second) {
    LayerAgreement agreement = new LayerAgreement();
    agreement.add("Content", text(first), text(second));
    return agreement;
  }

  private static LayeredText text(List<LayerSpan> annotations) {
    return new LayeredText("d", TEXT, annotations, List.of());
  }

  private static LayerSpan span(int start, int end, String kind) {
    return LayerSpan.of("Content", new Span(start, end), Map.of("kind", kind));
  }
}
