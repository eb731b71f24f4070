package org.polylogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtentsTest {

  private static List<Span> extent(String spans) {
    return Stream.of(spans.split(" "))
        .map(span -> span.split("-"))
        .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0-10, 0-10, 1",
    "0-10, 10-20, 0",
    "0-10, 5-15, 0.3333",
    "0-4, 0-8, 0.5",
    "0-2 4-6 8-10, 0-10, 0.6",
    "0-2 4-6, 1-5 6-7, 0.2857",
    "0-2 20-22, 3-4 19-21, 0.1667"
  })
  void extentsShareWhatBothHold(String one, String other, double shared) {
    assertThat(Extents.jaccard(extent(one), extent(other))).isCloseTo(shared, within(0.0001));
    assertThat(Extents.jaccard(extent(other), extent(one)))
        .isEqualTo(Extents.jaccard(extent(one), extent(other)));
  }

  @Test
  void whatIsEmptySharesNothing() {
    assertThat(Extents.jaccard(List.of(), List.of())).isZero();
    assertThat(Extents.jaccard(extent("0-5"), List.of())).isZero();
  }
}
