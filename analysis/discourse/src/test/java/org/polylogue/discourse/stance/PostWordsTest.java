package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.sentiment.ValenceLexicon;

class PostWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Soooo good!!! | soo good !!",
        "#StopTheTolls now | stop the tolls now",
        "@JaneDoe2016 hi | jane doe 2016 hi",
        "don’t :-) ;) <3 | don't :-) ;) <3",
        "what?!?! no... | what ?! no ...",
        "see https://example.org/x?y=1 ok | see <url> ok",
        "in 1,000.50 days | in 1,000.50 days",
        "#NRAVote | nra vote"
      })
  void postsBecomeWords(String text, String words) {
    assertThat(String.join(" ", PostWords.of(text).words())).isEqualTo(words);
  }

  @Test
  void initialsEndNoSentence() {
    PostWords words = PostWords.of("With A. Smith they left. Gone.");
    assertThat(words.sentenceSpan(0).of("With A. Smith they left. Gone."))
        .isEqualTo("With A. Smith they left.");
  }

  @Test
  void tonesTurnWithNegationMockeryAndTheHeadOfThePhrase() {
    WordTones tones = new WordTones(ValenceLexicon.shipped());
    assertThat(sum(tones, "a good plan")).isPositive();
    assertThat(sum(tones, "not a good plan")).isNegative();
    assertThat(sum(tones, "their \"loyalty\" is known")).isNegative();
    assertThat(sum(tones, "a perfect idiot")).isLessThan(sum(tones, "an idiot"));
    assertThat(sum(tones, "a bad start but good work"))
        .isGreaterThan(sum(tones, "good work but a bad start"));
  }

  private static double sum(WordTones tones, String text) {
    double sum = 0;
    for (double tone : tones.of(PostWords.of(text))) {
      sum += tone;
    }
    return sum;
  }
}
