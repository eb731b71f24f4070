package org.polylogue.lexis.collocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.association.Contingency;
import org.polylogue.lexis.concordance.TokenPattern;
import org.polylogue.lexis.index.IndexedText;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Slice;
import org.polylogue.lexis.slice.Subcorpus;

class CollocationsTest {

  private static final Collocations EACH = Collocations.standard().withMinimumCount(1);

  private static Map<String, Collocate> found(Collocations question, TokenIndex index, String w) {
    Map<String, Collocate> found = new HashMap<>();
    question.of(Subcorpus.all(index), TokenPattern.words(w)).forEach(c -> found.put(c.word(), c));
    return found;
  }

  @Test
  void the_table_counts_words_near_the_node_once() {
    // windows of one word: a [n] b . c [n] a, with d far away; 9 words, 2 of them nodes
    TokenIndex index = Corpora.of("a n b c n a d d a");
    Map<String, Collocate> found = found(EACH.withWindow(1, 1), index, "n");
    assertThat(found.keySet()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(found.get("a").table()).isEqualTo(new Contingency(2, 2, 1, 2));
    assertThat(found.get("b").table()).isEqualTo(new Contingency(1, 3, 0, 3));
    assertThat(found.get("a").nodeCount()).isEqualTo(2);
    // 14 + log2(2·2 / (2 + 3))
    assertThat(found.get("a").logDice()).isCloseTo(14 + Math.log(0.8) / Math.log(2), within(1e-12));
  }

  @Test
  void log_dice_is_14_for_words_that_only_ever_meet() {
    // Rychlý (2008): the theoretical maximum
    TokenIndex index = Corpora.of("New York. A day. New York. A night.");
    assertThat(found(EACH, index, "new").get("york").logDice()).isCloseTo(14, within(1e-12));
  }

  @Test
  void windows_that_overlap_do_not_count_a_word_twice() {
    TokenIndex index = Corpora.of("n a n");
    Collocate a = found(EACH, index, "n").get("a");
    assertThat(a.table()).isEqualTo(new Contingency(1, 0, 0, 0));
    assertThat(Association.LOG_LIKELIHOOD.of(a)).isZero();
  }

  @Test
  void windows_end_with_the_sentence_unless_they_may_cross() {
    TokenIndex index = Corpora.of("We saw n. Then came b.");
    assertThat(found(EACH, index, "n")).containsOnlyKeys("we", "saw");
    assertThat(found(EACH.crossingSentences(), index, "n"))
        .containsOnlyKeys("we", "saw", "then", "came", "b");
  }

  @Test
  void windows_end_with_the_slice() {
    Subcorpus quoted = Subcorpus.of(Corpora.voices(), Slice.SOURCE);
    assertThat(EACH.of(quoted, TokenPattern.words("dam")))
        .extracting(Collocate::word)
        .containsExactlyInAnyOrder("we", "will", "build", "the", "is", "unsafe");
  }

  @Test
  void a_node_in_no_text_and_an_empty_slice_have_no_collocates() {
    assertThat(found(EACH, Corpora.of("a b c"), "zebra")).isEmpty();
    assertThat(found(EACH, Corpora.of("dam"), "dam")).isEmpty();
    Subcorpus empty = Subcorpus.of(Corpora.voices(), Slice.parse("depth=9"));
    assertThat(EACH.of(empty, TokenPattern.words("dam"))).isEmpty();
  }

  @Test
  void floors_and_orders_hold() {
    TokenIndex index = Corpora.of("n a", "n a", "n b", "c d e f g h i j");
    Collocations question = EACH.withMinimumRange(2);
    assertThat(found(question, index, "n")).containsOnlyKeys("a");
    for (Association order : Association.values()) {
      List<Collocate> ordered =
          EACH.orderedBy(order).of(Subcorpus.all(index), TokenPattern.words("n"));
      assertThat(ordered).hasSize(2);
      assertThat(order.of(ordered.get(0))).isGreaterThanOrEqualTo(order.of(ordered.get(1)));
      assertThat(ordered).allSatisfy(c -> assertThat(order.of(c)).isFinite());
    }
  }

  @Property(tries = 300)
  void counts_agree_with_a_plain_count(
      @ForAll @Size(max = 60) List<@CharRange(from = 'a', to = 'e') Character> letters,
      @ForAll @IntRange(min = 1, max = 4) int window) {
    List<String> words = letters.stream().map(String::valueOf).toList();
    TokenIndex index = Corpora.of(String.join(" ", words));
    Map<String, Long> near = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      boolean close = false;
      for (int j = Math.max(0, i - window); j <= Math.min(words.size() - 1, i + window); j++) {
        close |= words.get(j).equals("a");
      }
      if (close && !words.get(i).equals("a")) {
        near.merge(words.get(i), 1L, Long::sum);
      }
    }
    Map<String, Collocate> found = found(EACH.withWindow(window, window), index, "a");
    assertThat(found.keySet()).isEqualTo(near.keySet());
    long others = words.stream().filter(w -> !w.equals("a")).count();
    near.forEach(
        (word, count) -> {
          assertThat(found.get(word).table().o11()).isEqualTo(count);
          assertThat(found.get(word).table().total()).isEqualTo(others);
          assertThat(found.get(word).table().column1())
              .isEqualTo(words.stream().filter(word::equals).count());
        });
  }

  private static TokenIndex parsed() {
    List<Sentence> sentences = new ArrayList<>();
    String text = "big dam big tax high tax";
    int[][] pairs = {{0, 4}, {8, 12}, {16, 21}};
    for (int[] p : pairs) {
      int firstEnd = text.indexOf(' ', p[0]);
      int secondEnd = text.indexOf(' ', p[1]) < 0 ? text.length() : text.indexOf(' ', p[1]);
      sentences.add(
          Sentence.parsed(
              List.of(
                  new Token(p[0], firstEnd, text.substring(p[0], firstEnd), "JJ", "x"),
                  new Token(p[1], secondEnd, text.substring(p[1], secondEnd), "NN", "x")),
              new int[] {1, Sentence.NO_HEAD},
              new String[] {"amod", "root"}));
    }
    return TokenIndex.builder()
        .add(
            IndexedText.of(
                "p",
                new AnnotatedText(
                    text, sentences, List.of(), java.util.Set.of(Capability.DEPENDENCIES))))
        .build();
  }

  @Test
  void dependencies_join_words_whatever_their_distance() {
    Subcorpus all = Subcorpus.all(parsed());
    List<Collocate> ofTax =
        DependencyCollocations.of(DependencyCollocations.NodeIs.HEAD, "amod")
            .withMinimumCount(1)
            .of(all, TokenPattern.words("tax"));
    assertThat(ofTax).extracting(Collocate::word).containsExactly("high", "big");
    assertThat(ofTax.get(0).table()).isEqualTo(new Contingency(1, 1, 0, 1));
    List<Collocate> ofBig =
        DependencyCollocations.of(DependencyCollocations.NodeIs.DEPENDENT, "")
            .withMinimumCount(1)
            .of(all, TokenPattern.words("big"));
    assertThat(ofBig).extracting(Collocate::word).containsExactlyInAnyOrder("dam", "tax");
    assertThatThrownBy(
            () ->
                DependencyCollocations.of(DependencyCollocations.NodeIs.HEAD, "")
                    .of(Subcorpus.all(Corpora.of("a b")), TokenPattern.words("a")))
        .hasMessageContaining("parsed");
  }
}
