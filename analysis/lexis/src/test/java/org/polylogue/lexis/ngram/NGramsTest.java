package org.polylogue.lexis.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Slice;
import org.polylogue.lexis.slice.Subcorpus;

class NGramsTest {

  @Test
  void sequences_are_counted_with_their_documents() {
    TokenIndex index = Corpora.of("on the one hand, on the other hand", "On the one day");
    assertThat(NGrams.ofLength(3).of(Subcorpus.all(index)))
        .containsExactly(new NGram(List.of("on", "the", "one"), 2, 2));
    assertThat(NGrams.ofLength(2).of(Subcorpus.all(index)).get(0))
        .isEqualTo(new NGram(List.of("on", "the"), 3, 2));
    assertThat(NGrams.ofLength(2).withMinimumRange(3).of(Subcorpus.all(index))).isEmpty();
  }

  @Test
  void punctuation_sentences_and_slices_break_sequences() {
    TokenIndex index = Corpora.of("a b. a b", "a, b a, b");
    assertThat(NGrams.ofLength(2).withMinimumCount(1).of(Subcorpus.all(index)))
        .extracting(NGram::text)
        .containsExactly("a b", "b a");
    Subcorpus quoted = Subcorpus.of(Corpora.voices(), Slice.SOURCE);
    assertThat(NGrams.ofLength(5).withMinimumCount(1).of(quoted))
        .extracting(NGram::text)
        .containsExactly("the treaty is a gift", "we will build the dam");
  }

  @Test
  void bundles_come_in_five_documents_at_least() {
    String[] texts = new String[6];
    for (int i = 0; i < 6; i++) {
      texts[i] = i < 5 ? "at the end of the day" : "as a matter of fact as a matter of fact";
    }
    assertThat(NGrams.bundles(Subcorpus.all(Corpora.of(texts)), 4, 10))
        .extracting(NGram::text)
        .containsExactly("at the end of", "end of the day", "the end of the");
  }

  @Test
  void nothing_to_count_gives_nothing() {
    assertThat(NGrams.ofLength(2).of(Subcorpus.all(Corpora.of()))).isEmpty();
    assertThat(NGrams.ofLength(2).of(Subcorpus.all(Corpora.of("dam")))).isEmpty();
    assertThatThrownBy(() -> NGrams.ofLength(21)).hasMessageContaining("20");
  }

  @Property(tries = 300)
  void counts_agree_with_a_plain_count(
      @ForAll @Size(max = 80) List<@CharRange(from = 'a', to = 'd') Character> letters,
      @ForAll @IntRange(min = 1, max = 5) int n,
      @ForAll @IntRange(min = 1, max = 3) int least) {
    List<String> words = letters.stream().map(String::valueOf).toList();
    Map<List<String>, Long> plain = new HashMap<>();
    for (int i = 0; i + n <= words.size(); i++) {
      plain.merge(words.subList(i, i + n), 1L, Long::sum);
    }
    plain.values().removeIf(count -> count < least);
    Map<List<String>, Long> found = new HashMap<>();
    NGrams.ofLength(n)
        .withMinimumCount(least)
        .of(Subcorpus.all(Corpora.of(String.join(" ", words))))
        .forEach(g -> found.put(g.words(), g.count()));
    assertThat(found).isEqualTo(plain);
  }
}
