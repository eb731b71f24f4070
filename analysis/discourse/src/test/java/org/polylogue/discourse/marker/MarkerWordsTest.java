package org.polylogue.discourse.marker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link MarkerWords}, {@link Phrases}. */
class MarkerWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Don’t go!; don't go",
        "'tis the dogs' tide; tis the dogs tide",
        "3.5 metres; 3 5 metres",
        "Élan — e\u0301lan; élan e\u0301lan",
        "rock-and-roll; rock and roll"
      })
  void wordsHaveLettersDigitsAndInnerApostrophes(String text, String words) {
    assertThat(Phrases.key(MarkerWords.of(text))).isEqualTo(words);
  }

  @Test
  void wordsKnowTheirPlaces() {
    MarkerWords words = MarkerWords.of(" It’s GREAT ");
    assertThat(words.size()).isEqualTo(2);
    assertThat(words.start(0)).isEqualTo(1);
    assertThat(words.end(0)).isEqualTo(5);
    assertThat(words.start(1)).isEqualTo(6);
    assertThat(MarkerWords.of(" … ").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"NATO, true", "Nato, false", "U2, true", "42, false", "IT’S, true", "IT’s, false"})
  void aWordInCapitalsHasLettersAndAllOfThemAreCapitals(String text, boolean capital) {
    assertThat(MarkerWords.of(text).isCapital(0)).isEqualTo(capital);
  }

  @ParameterizedTest
  @CsvSource({
    "I think so, 0, 2",
    "I THINK SO, 0, 2",
    "I think that so, 0, 3",
    "think so, 0, 0",
    "so I think, 1, 3",
    "don’t know, 0, 2",
    "I, 0, 0"
  })
  void theLongestPhraseThatBeginsWithAWordIsFound(String text, int at, int end) {
    Phrases phrases =
        Phrases.of(List.of("I think", "I think that", "don't know", "", "a b c d e f g"));
    assertThat(phrases.longestAt(MarkerWords.of(text), at)).isEqualTo(end);
  }

  @Test
  void aPhraseOfMoreThanSixWordsIsNotLookedFor() {
    Phrases phrases = Phrases.of(List.of("a b c d e f", "b c d e f g h"));
    MarkerWords words = MarkerWords.of("a b c d e f g h");
    assertThat(phrases.longestAt(words, 0)).isEqualTo(6);
    assertThat(phrases.longestAt(words, 1)).isEqualTo(1);
  }
}
