package org.polylogue.lexis.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PartCountsTest {

  /** The word a in the five-part corpus of letters of Gries (2008), sizes 9, 10, 10, 10, 11. */
  private static final PartCounts GRIES =
      PartCounts.of(new long[] {1, 2, 3, 4, 5}, new long[] {9, 10, 10, 10, 11});

  @Test
  void measures_are_those_of_gries_2008() {
    assertThat(GRIES.range()).isEqualTo(5);
    assertThat(GRIES.juillandD().getAsDouble()).isCloseTo(0.785, within(0.0005));
    assertThat(GRIES.carrollD2().getAsDouble()).isCloseTo(0.938, within(0.0005));
    assertThat(GRIES.dp().getAsDouble()).isCloseTo(0.18, within(0.0005));
    assertThat(GRIES.dpNorm().getAsDouble()).isCloseTo(0.18 / 0.82, within(0.0005));
    assertThat(GRIES.perMillion()).isCloseTo(300_000, within(1e-9));
  }

  @Test
  void even_spread_and_one_part_only_are_the_extremes() {
    PartCounts even = PartCounts.of(new long[] {2, 2, 2, 2}, new long[] {5, 5, 5, 5});
    assertThat(even.juillandD().getAsDouble()).isCloseTo(1, within(1e-12));
    assertThat(even.carrollD2().getAsDouble()).isCloseTo(1, within(1e-12));
    assertThat(even.dp().getAsDouble()).isCloseTo(0, within(1e-12));
    assertThat(even.dpNorm().getAsDouble()).isCloseTo(0, within(1e-12));
    PartCounts one = PartCounts.of(new long[] {0, 3, 0, 0}, new long[] {5, 5, 5, 5});
    assertThat(one.juillandD().getAsDouble()).isCloseTo(0, within(1e-12));
    assertThat(one.carrollD2().getAsDouble()).isCloseTo(0, within(1e-12));
    assertThat(one.dp().getAsDouble()).isCloseTo(0.75, within(1e-12));
    assertThat(one.dpNorm().getAsDouble()).isCloseTo(1, within(1e-12));
  }

  @Test
  void a_word_in_no_part_has_no_dispersion() {
    PartCounts none = PartCounts.of(new long[] {0, 0}, new long[] {5, 5});
    assertThat(none.juillandD()).isEmpty();
    assertThat(none.carrollD2()).isEmpty();
    assertThat(none.dp()).isEmpty();
    assertThat(none.dpNorm()).isEmpty();
    assertThat(none.range()).isZero();
  }

  @Test
  void one_part_has_only_the_measure_that_needs_no_second() {
    PartCounts one = PartCounts.of(new long[] {3}, new long[] {5});
    assertThat(one.juillandD()).isEmpty();
    assertThat(one.carrollD2()).isEmpty();
    assertThat(one.dp()).hasValue(0);
    assertThat(one.dpNorm()).isEmpty();
  }

  @Property
  void measures_lie_between_0_and_1(
      @ForAll @Size(min = 2, max = 9) List<@IntRange(max = 30) Integer> v) {
    long[] counts = new long[v.size()];
    long[] sizes = new long[v.size()];
    for (int i = 0; i < v.size(); i++) {
      counts[i] = v.get(i);
      sizes[i] = 30 + 7L * i;
    }
    PartCounts parts = PartCounts.of(counts, sizes);
    if (parts.count() > 0) {
      assertThat(parts.juillandD().getAsDouble()).isBetween(0.0, 1.0);
      assertThat(parts.carrollD2().getAsDouble()).isBetween(0.0, 1.0);
      assertThat(parts.dp().getAsDouble()).isBetween(0.0, 1.0);
      assertThat(parts.dpNorm().getAsDouble()).isBetween(0.0, 1.0);
    }
  }
}
