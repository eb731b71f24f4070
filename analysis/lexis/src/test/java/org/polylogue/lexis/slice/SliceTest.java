package org.polylogue.lexis.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.index.TokenIndex;

class SliceTest {

  private static final TokenIndex VOICES = Corpora.voices();

  private static String select(String slice) {
    Subcorpus found = Subcorpus.of(VOICES, Slice.parse(slice));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < found.rangeCount(); i++) {
      text.append(i == 0 ? "" : " / ").append(VOICES.text(found.from(i), found.to(i)));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "voice=source | We will build the dam / The dam is unsafe / The treaty is a gift",
        "voice=commenter | The dam must go. No, build it!",
        "actor=p1 | We will build the dam",
        "actor=Anders Quist | The dam is unsafe",
        "actor=*dessen | We will build the dam",
        "party=Concord | We will build the dam / The treaty is a gift",
        "party=concord,outlet=The Herald | The treaty is a gift",
        "quotation.party=Opposition | The dam is unsafe",
        "names=Anders Quist | The dam is unsafe, Quist replied.",
        "mention.actor=p1 | Dessen spoke.",
        "kind=comment | The dam must go. No, build it!",
        "stance=AGAINST | The dam must go.",
        "stance!=AGAINST,kind=comment | No, build it!",
        "depth=2.. | No, build it!",
        "score=..0 | No, build it!",
        "score=-5..8, depth=1 | The dam must go.",
        "voice=source, from=2023-03 | The treaty is a gift",
        "voice=source, to=2023-01-10 | We will build the dam / The dam is unsafe",
        "voice=source, date=2023-02..2023-12 | The treaty is a gift",
        "voice=source, !(party=Concord) | The dam is unsafe",
        "(stance=FAVOR) & kind=comment | No, build it!",
        "outlet=\"Harbour Times\", voice=source | We will build the dam / The dam is unsafe",
        "voice=author,outlet=*Herald | Roswyn disagreed. /, she said. Nobody asked about the dam."
      })
  void the_text_form_selects(String slice, String expected) {
    assertThat(select(slice).replace(" / ,", " /,")).isEqualTo(expected);
  }

  @Test
  void voices_part_the_corpus() {
    Subcorpus author = Subcorpus.of(VOICES, Slice.AUTHOR);
    Subcorpus source = Subcorpus.of(VOICES, Slice.SOURCE);
    Subcorpus commenter = Subcorpus.of(VOICES, Slice.COMMENTER);
    assertThat(author.size() + source.size() + commenter.size()).isEqualTo(VOICES.size());
    assertThat(author.and(source).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "voice",
        "voice=",
        "voice=nobody",
        "(kind=comment",
        "kind=comment)",
        "a=b,,c=d",
        "!",
        "from=yesterday",
        "date=x..y",
        "outlet=\"open",
        "=x",
        "from=2023-13",
        "date=2023-02-31.."
      })
  void what_cannot_be_read_is_named_with_its_place(String slice) {
    assertThatThrownBy(() -> Slice.parse(slice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("character");
  }

  @Test
  void deep_nesting_is_refused_and_does_not_overflow() {
    assertThatThrownBy(() -> Slice.parse("(".repeat(5_000) + "kind=comment"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Slice.parse("!".repeat(9_000) + "kind=comment"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_fact_nobody_has_is_an_error_that_lists_what_there_is() {
    assertThatThrownBy(() -> select("colour=red"))
        .hasMessageContaining("no colour is known")
        .hasMessageContaining("party")
        .hasMessageContaining("outlet");
  }

  @Test
  void a_value_nobody_has_selects_nothing() {
    assertThat(Subcorpus.of(VOICES, Slice.parse("outlet=Nowhere")).isEmpty()).isTrue();
    assertThat(Subcorpus.of(VOICES, Slice.parse("actor=Nobody")).isEmpty()).isTrue();
  }

  @Test
  void quotations_nobody_looked_for_are_an_error_and_none_found_are_none() {
    TokenIndex raw = Corpora.of("He said no.");
    assertThatThrownBy(() -> Subcorpus.of(raw, Slice.parse("voice=source")))
        .hasMessageContaining("analyse it first");
    TokenIndex none = TokenIndex.builder().withLayer("quotation").build();
    assertThat(Subcorpus.of(none, Slice.parse("voice=source")).isEmpty()).isTrue();
  }

  @Test
  void facts_about_quotations_are_asked_of_the_same_quotation() {
    assertThat(select("actor=p1,party=Opposition")).isEmpty();
  }

  @Provide
  Arbitrary<String> slices() {
    Arbitrary<String> terms =
        Arbitraries.of(
            "voice=source",
            "voice=author",
            "kind=comment",
            "party=Concord",
            "names=p2",
            "score=0..",
            "all",
            "outlet=The*");
    Arbitrary<String> small = joined(terms, terms);
    return joined(small, terms);
  }

  private static Arbitrary<String> joined(Arbitrary<String> left, Arbitrary<String> right) {
    return Combinators.combine(left, Arbitraries.of(",", "|"), right, Arbitraries.of("", "!"))
        .as((a, operator, b, not) -> not + "(" + a + operator + b + ")");
  }

  @Property(tries = 300)
  void a_slice_and_its_negation_part_the_corpus(@ForAll("slices") String text) {
    Slice slice = Slice.parse(text);
    Subcorpus inside = Subcorpus.of(VOICES, slice);
    Subcorpus outside = Subcorpus.of(VOICES, slice.negate());
    assertThat(inside.size() + outside.size()).isEqualTo(VOICES.size());
    assertThat(inside.and(outside).isEmpty()).isTrue();
    assertThat(inside.positions().allMatch(inside::contains)).isTrue();
  }
}
