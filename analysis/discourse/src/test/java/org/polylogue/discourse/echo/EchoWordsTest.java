package org.polylogue.discourse.echo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoWordsTest {

  @Test
  void wordsAreLowerCaseWithTheirPlaces() {
    EchoWords words = EchoWords.of("The Élan, 3.5 metres!!");
    assertThat(words.size()).isEqualTo(5);
    assertThat(words.word(1)).isEqualTo("élan");
    assertThat(words.start(1)).isEqualTo(4);
    assertThat(words.isContent(0)).isFalse();
    assertThat(words.isContent(1)).isTrue();
    assertThat(words.endWithMarks(4)).isEqualTo(22);
    assertThat(EchoWords.of(" … ").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "ebb. Flow; true",
        "ebb! Flow; true",
        "ebb “flow”; true",
        "ebb, flow; false",
        "3.5; false",
        "ebb flow; false"
      })
  void aUnitEndsAtASentenceALineOrAMark(String text, boolean ends) {
    EchoWords words = EchoWords.of(text);
    assertThat(words.endsUnit(0)).isEqualTo(ends);
    assertThat(words.beginsUnit(1)).isEqualTo(ends);
    assertThat(words.beginsUnit(0)).isTrue();
    assertThat(words.endsUnit(1)).isTrue();
  }
}
