package org.polylogue.lexis.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.slice.Subcorpus;

class ReadabilityTest {

  @Test
  void formulas_worked_by_hand() {
    // 100 words, 5 sentences, 150 syllables, 12 polysyllables of which 10 are hard
    Readability counts = new Readability(100, 5, 150, 12, 10);
    assertThat(counts.fleschReadingEase().getAsDouble())
        .isCloseTo(206.835 - 20.3 - 126.9, within(1e-9));
    assertThat(counts.fleschKincaidGrade().getAsDouble())
        .isCloseTo(7.8 + 17.7 - 15.59, within(1e-9));
    assertThat(counts.gunningFog().getAsDouble()).isCloseTo(12, within(1e-9));
    assertThat(counts.smogGrade().getAsDouble())
        .isCloseTo(1.0430 * Math.sqrt(72) + 3.1291, within(1e-9));
  }

  @Test
  void a_text_is_counted() {
    Readability counts =
        Readability.of(
            Subcorpus.all(Corpora.of("The cat sat on the mat. Democracy is an important matter.")));
    assertThat(counts.words()).isEqualTo(11);
    assertThat(counts.sentences()).isEqualTo(2);
    // the cat sat on the mat 6; de-moc-ra-cy 4, is an 2, im-por-tant 3, mat-ter 2
    assertThat(counts.syllables()).isEqualTo(17);
    assertThat(counts.polysyllables()).isEqualTo(2);
    assertThat(counts.hardWords()).isEqualTo(2);
  }

  @Test
  void names_and_endings_make_no_hard_word() {
    Readability counts =
        Readability.of(Subcorpus.all(Corpora.of("We saw Pennsylvania. He demanded it.")));
    assertThat(counts.polysyllables()).isEqualTo(2);
    assertThat(counts.hardWords()).isZero();
  }

  @Test
  void a_text_without_words_has_no_readability() {
    Readability none = Readability.of(Subcorpus.all(Corpora.of("...")));
    assertThat(none.words()).isZero();
    assertThat(none.fleschReadingEase()).isEmpty();
    assertThat(none.fleschKincaidGrade()).isEmpty();
    assertThat(none.gunningFog()).isEmpty();
    assertThat(none.smogGrade()).isEmpty();
    assertThatThrownBy(() -> new Readability(1, 0, 1, 0, 0)).hasMessageContaining("sentence");
  }

  @Test
  void a_word_of_any_length_is_counted() {
    Readability counts = Readability.of(Subcorpus.all(Corpora.of("a".repeat(200_000))));
    assertThat(counts.words()).isEqualTo(1);
    assertThat(counts.fleschReadingEase().getAsDouble()).isFinite();
  }
}
