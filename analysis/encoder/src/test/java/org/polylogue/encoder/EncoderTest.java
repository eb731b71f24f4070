package org.polylogue.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.encoder.PairReader.Relation;
import org.polylogue.text.Span;

class EncoderTest {

  private static final Encoder ENCODER = Encoder.tones();

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @Test
  void a_text_has_the_same_answers_whatever_is_read_before_and_beside_it() {
    String text = "The inspectors praised the crew for its patience.";
    double[] alone = ENCODER.read(text).probabilities(Head.SENTENCE);
    ENCODER.read("A dull, wet, miserable Tuesday!");
    List<double[]> beside =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> ENCODER.read(text).probabilities(Head.SENTENCE))
            .toList();
    assertThat(beside).allSatisfy(answer -> assertThat(answer).isEqualTo(alone));
  }

  @Test
  void weights_are_read_once_whoever_asks_first() {
    AtomicInteger readings = new AtomicInteger();
    Encoder.Source source =
        () -> {
          readings.incrementAndGet();
          try (InputStream in = Encoder.class.getResourceAsStream("tone.weights")) {
            return Weights.read(in, "tone.weights");
          }
        };
    try (Encoder encoder = Encoder.of(source)) {
      String fingerprint = encoder.fingerprint();
      encoder.read("A dull Tuesday.");
      assertThat(encoder.fingerprint()).isEqualTo(fingerprint).isEqualTo(ENCODER.fingerprint());
    }
    assertThat(readings).hasValue(1);
  }

  @Test
  void probabilities_sum_to_one_for_each_head_that_has_classes() {
    States states = ENCODER.read(Relation.PARENT, "Close the road.", "I agree with every word.");
    for (Head head : List.of(Head.TONE, Head.AFFECTED, Head.SENTENCE)) {
      assertThat(Arrays.stream(states.probabilities(head)).sum()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void a_long_text_is_read_in_windows_and_each_part_is_judged_in_its_own() {
    String filler = "The committee met on Monday to discuss the agenda of its next meeting. ";
    String text = filler.repeat(40) + "Harlan Voss is a liar and a disgrace. " + filler.repeat(40);
    int at = text.indexOf("Harlan");
    double[] inside = ENCODER.read(text).probabilities(Head.TONE, new Span(at, at + 11));
    assertThat(inside[0]).isGreaterThan(0.5);
    double[] filler1 = ENCODER.read(text).probabilities(Head.TONE, new Span(4, 13));
    assertThat(filler1[1]).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000\uFFFD", "\uD83D", "\u202E\u202D", "…", "🙂🙂🙂"})
  void texts_without_words_pass(String text) {
    States states = ENCODER.read(text);
    assertThat(states.score()).isBetween(-1.0, 1.0);
    assertThat(states.probabilities(Head.TONE, new Span(0, 1))).hasSize(3);
    assertThat(ENCODER.read(Relation.ACTOR, text, text).probabilities(Head.SENTENCE)).hasSize(3);
  }

  @Test
  void a_closed_encoder_says_so() {
    Encoder encoder = Encoder.tones();
    encoder.close();
    encoder.close();
    assertThatThrownBy(() -> encoder.read("Hello.")).hasMessageContaining("closed");
  }
}
