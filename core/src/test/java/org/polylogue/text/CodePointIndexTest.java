package org.polylogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CodePointIndexTest {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "é", "🙂", "𝒳", "\uD83D", "\uDE42", "\n")
        .list()
        .ofMaxSize(30)
        .map(l -> String.join("", l));
  }

  @Property
  void offsetsAreThoseOfTheJdk(@ForAll("texts") String text) {
    CodePointIndex index = CodePointIndex.of(text);
    assertThat(index.codePoints()).isEqualTo(text.codePointCount(0, text.length()));
    for (int point = 0; point <= index.codePoints(); point++) {
      int unit = text.offsetByCodePoints(0, point);
      assertThat(index.toCodeUnits(point)).isEqualTo(unit);
      assertThat(index.toCodePoints(unit)).isEqualTo(point);
    }
  }

  @Test
  void anOffsetInsideAPairIsThatOfThePairAndASpanTakesWholeCharacters() {
    CodePointIndex index = CodePointIndex.of("a🙂b");
    assertThat(index.toCodePoints(2)).isEqualTo(1);
    assertThat(index.toCodePoints(new Span(2, 3))).isEqualTo(new Span(1, 2));
    assertThat(index.toCodePoints(new Span(0, 2))).isEqualTo(new Span(0, 2));
  }

  @Test
  void offsetsOutsideAreRefused() {
    CodePointIndex index = CodePointIndex.of("a🙂b");
    assertThatThrownBy(() -> index.toCodePoints(5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> index.toCodeUnits(4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> index.toCodeUnits(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
