package org.polylogue.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.attribution.AttributionReader.Odds;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

class EncoderAttributionsTest {

  private static final Encoder ENCODER = Encoder.attributions();
  private static final EncoderAttributions READER = new EncoderAttributions(ENCODER);

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  /** Words between spaces are tokens, and a full stop ends a sentence. */
  private static AnnotatedText text(String text) {
    List<Sentence> sentences = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      tokens.add(new Token(at, at + word.length(), word, "", ""));
      at += word.length() + 1;
      if (word.equals(".")) {
        sentences.add(Sentence.of(tokens));
        tokens = new ArrayList<>();
      }
    }
    return new AnnotatedText(text, sentences, List.of(), Set.of());
  }

  private static String word(AnnotatedText text, float[] odds) {
    List<Token> tokens = text.sentences().stream().flatMap(s -> s.tokens().stream()).toList();
    int best = 0;
    for (int i = 0; i < odds.length; i++) {
      best = odds[i] > odds[best] ? i : best;
    }
    return tokens.get(best).text();
  }

  @Test
  void the_likeliest_words_of_a_report_are_its_parts() {
    AnnotatedText text =
        text("The gale passed . Harbour officials said that the quay would be closed until noon .");
    Odds odds = READER.read(text, sentence -> true);
    assertThat(odds.cue()).hasSize(text.tokenCount());
    assertThat(word(text, odds.cue())).isEqualTo("said");
    assertThat(word(text, odds.begin())).isEqualTo("that");
    assertThat(word(text, odds.end())).isEqualTo("noon");
    assertThat(word(text, odds.source())).isIn("Harbour", "officials");
    assertThat(odds.content()[0]).isNegative();
    assertThat(odds.content()[10]).isPositive();
  }

  @Test
  void a_sentence_is_read_alike_whatever_stands_beside_it() {
    String report = "Harbour officials said that the quay would be closed until noon .";
    Odds alone = READER.read(text(report), sentence -> true);
    Odds after = READER.read(text("The gale passed . " + report), sentence -> true);
    for (int i = 0; i < alone.cue().length; i++) {
      assertThat(after.cue()[4 + i]).isEqualTo(alone.cue()[i]);
      assertThat(after.end()[4 + i]).isEqualTo(alone.end()[i]);
    }
  }

  @Test
  void a_text_without_sentences_has_no_odds() {
    assertThat(READER.read(text(""), sentence -> true).cue()).isEmpty();
  }

  @Test
  void a_sentence_longer_than_a_window_is_read_whole() {
    String report = "officials said that the quay would be closed ; ".repeat(40) + ".";
    Odds odds = READER.read(text(report), sentence -> true);
    assertThat(odds.cue()[1]).isPositive();
    assertThat(odds.cue()[odds.cue().length - 9]).isPositive();
  }
}
