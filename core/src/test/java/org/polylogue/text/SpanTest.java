package org.polylogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void refusesAnEndBeforeTheStartAndNamesBothNumbers() {
    assertThatThrownBy(() -> new Span(5, 3)).hasMessageContaining("5").hasMessageContaining("3");
    assertThatThrownBy(() -> new Span(-1, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void touchingSpansShareNothing() {
    assertThat(new Span(0, 3).overlaps(new Span(3, 5))).isFalse();
    assertThat(new Span(0, 3).overlapWith(new Span(2, 5))).isEqualTo(1);
  }

  @Property
  void overlapIsSymmetricAndAgreesWithItsMeasure(
      @ForAll @IntRange(max = 50) int a,
      @ForAll @IntRange(max = 20) int lengthOfA,
      @ForAll @IntRange(max = 50) int b,
      @ForAll @IntRange(max = 20) int lengthOfB) {
    Span first = new Span(a, a + lengthOfA);
    Span second = new Span(b, b + lengthOfB);
    assertThat(first.overlaps(second)).isEqualTo(second.overlaps(first));
    assertThat(first.overlaps(second)).isEqualTo(first.overlapWith(second) > 0);
    assertThat(first.cover(second).contains(first)).isTrue();
  }
}
