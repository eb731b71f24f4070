package org.polylogue.discourse.entity.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.entity.post.PostVocabulary.Word;

class PostVocabularyTest {

  private static final PostVocabulary SHIPPED = PostVocabulary.shipped();

  private static String classOf(String word, int bits) {
    return PostVocabulary.classOf(SHIPPED.of(word), bits);
  }

  @Test
  void spellingsOfOneWordShareAClassThatOtherWordsAreNotIn() {
    assertThat(classOf("2morrow", PostVocabulary.CLASS_BITS))
        .isEqualTo(classOf("tmrw", PostVocabulary.CLASS_BITS))
        .isEqualTo(classOf("tomorrow", PostVocabulary.CLASS_BITS))
        .isNotEqualTo(classOf("london", PostVocabulary.CLASS_BITS));
  }

  @Test
  void aWordOfEveryPostIsMoreFrequentThanARareOneAndAnUnknownOneHasNoFrequency() {
    assertThat(PostVocabulary.frequency(SHIPPED.of("you"))).isEqualTo(15);
    assertThat(PostVocabulary.frequency(SHIPPED.of("harbour"))).isBetween(1, 10);
    assertThat(PostVocabulary.frequency(SHIPPED.of("quzzlewip"))).isEqualTo(-1);
    assertThat(classOf("quzzlewip", 4)).isEqualTo("?");
  }

  @Test
  void caseTheApostropheAndTheSignOfATopicDoNotMatter() {
    assertThat(SHIPPED.of("DON’T")).isEqualTo(SHIPPED.of("don't"));
    assertThat(SHIPPED.of("#quayside")).isEqualTo(SHIPPED.of("quayside"));
  }

  @Test
  void allNamesOfUsersAreOneWord() {
    assertThat(SHIPPED.of("@quzzlewip")).isEqualTo(SHIPPED.of("@someone_else"));
    assertThat(SHIPPED.of("@")).isNotEqualTo(SHIPPED.of("@quzzlewip"));
  }

  @Test
  void classesAreNumberedInTheOrderOfTheirTreeAndTheMoreFrequentSpellingCounts()
      throws IOException {
    PostVocabulary vocabulary =
        packed(
            new Word("gonna", "110", 90),
            new Word("pier", "0", 40),
            new Word("tryna", "111", 80_000),
            new Word("Pier", "10", 39));
    assertThat(PostVocabulary.classOf(vocabulary.of("pier"), 10)).isEqualTo("0");
    assertThat(PostVocabulary.classOf(vocabulary.of("gonna"), 10)).isEqualTo("2");
    assertThat(PostVocabulary.classOf(vocabulary.of("tryna"), 10)).isEqualTo("3");
    assertThat(PostVocabulary.classOf(vocabulary.of("tryna"), 9))
        .isEqualTo(PostVocabulary.classOf(vocabulary.of("gonna"), 9));
    assertThat(PostVocabulary.frequency(vocabulary.of("pier"))).isEqualTo(1);
    assertThat(PostVocabulary.frequency(vocabulary.of("tryna"))).isEqualTo(10);
  }

  @Test
  void aPathOfOtherSignsAndTooManyClassesAreRefused() {
    assertThatThrownBy(() -> new Word("pier", "01a", 1)).hasMessageContaining("01a");
    List<Word> many = new ArrayList<>();
    for (int i = 0; i < 1025; i++) {
      many.add(new Word("w" + i, Integer.toBinaryString(2048 + i), 1));
    }
    assertThatThrownBy(() -> PostVocabulary.write(many, new ByteArrayOutputStream()))
        .hasMessageContaining("1025 classes");
  }

  private static PostVocabulary packed(Word... words) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PostVocabulary.write(List.of(words), out);
    return PostVocabulary.read(new ByteArrayInputStream(out.toByteArray()), "test");
  }
}
