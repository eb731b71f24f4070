package org.polylogue.lexis.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Slice;
import org.polylogue.lexis.slice.Subcorpus;

class DispersionTest {

  /** The corpus of letters of Gries (2008), one part a document. */
  private static final TokenIndex LETTERS =
      Corpora.of(
          "b a m n i b e u p",
          "b a s a t b e w q n",
          "b c a g a b e s t a",
          "b a g h a b e a a t",
          "b a h a a b e a x a t");

  private static Dispersion letters() {
    return Dispersion.over(Parts.documents(Subcorpus.all(LETTERS)), TokenAttribute.WORD);
  }

  @Test
  void the_index_counts_the_parts_of_gries_2008() {
    PartCounts a = letters().of("a");
    assertThat(a.count()).isEqualTo(15);
    assertThat(a.size()).isEqualTo(50);
    assertThat(a.dp().getAsDouble()).isCloseTo(0.18, within(1e-9));
  }

  @Test
  void one_walk_for_all_words_agrees_with_each_word_alone() {
    List<Dispersion.Row> rows = letters().all(1);
    assertThat(rows).hasSize(16);
    for (Dispersion.Row row : rows) {
      PartCounts alone = letters().of(row.word());
      assertThat(row.count()).isEqualTo(alone.count());
      assertThat(row.range()).isEqualTo(alone.range());
      assertThat(row.dp()).isCloseTo(alone.dp().getAsDouble(), within(1e-9));
      assertThat(row.dpNorm().getAsDouble()).isCloseTo(alone.dpNorm().getAsDouble(), within(1e-9));
      assertThat(row.juillandD().getAsDouble())
          .isCloseTo(alone.juillandD().getAsDouble(), within(1e-9));
      assertThat(row.carrollD2().getAsDouble())
          .isCloseTo(alone.carrollD2().getAsDouble(), within(1e-9));
    }
    assertThat(rows.get(0).word()).isIn("b", "e");
  }

  @Test
  void a_word_in_no_text_is_counted_nowhere() {
    PartCounts nothing = letters().of("zebra");
    assertThat(nothing.count()).isZero();
    assertThat(nothing.dp()).isEmpty();
  }

  @Test
  void equal_parts_differ_by_a_word_at_most() {
    Parts parts = Parts.equal(Subcorpus.all(LETTERS), 7);
    assertThat(parts.names()).hasSize(7);
    long sum = 0;
    for (int i = 0; i < 7; i++) {
      assertThat(parts.size(i)).isBetween(7L, 8L);
      sum += parts.size(i);
    }
    assertThat(sum).isEqualTo(50);
  }

  @Test
  void documents_can_be_grouped_by_a_fact() {
    Subcorpus articles = Subcorpus.of(Corpora.voices(), Slice.parse("kind=article"));
    Parts outlets = Parts.by(articles, "outlet");
    assertThat(outlets.names()).containsExactly("Harbour Times", "The Herald");
    assertThat(Parts.by(articles, "date.7").names()).containsExactly("2023-01", "2023-03");
    assertThatThrownBy(() -> Parts.by(articles, "colour")).hasMessageContaining("outlet");
  }

  @Test
  void an_empty_slice_has_no_part_and_no_row() {
    Subcorpus empty = Subcorpus.of(Corpora.voices(), Slice.parse("depth=9"));
    Dispersion dispersion = Dispersion.over(Parts.documents(empty), TokenAttribute.WORD);
    assertThat(dispersion.all(1)).isEmpty();
    assertThat(dispersion.of("dam").parts()).isZero();
    assertThat(dispersion.of("dam").dp()).isEmpty();
  }

  @Test
  void a_slice_of_one_token_has_one_part() {
    TokenIndex one = Corpora.of("dam");
    List<Dispersion.Row> rows =
        Dispersion.over(Parts.documents(Subcorpus.all(one)), TokenAttribute.WORD).all(1);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).dp()).isZero();
    assertThat(rows.get(0).juillandD()).isEmpty();
  }
}
