package org.polylogue.discourse.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.language.Sentence;
import org.polylogue.model.Sentiment;

class SentenceSentimentTest {

  private static final ValenceLexicon LEXICON = ValenceLexicon.shipped();
  private static final SentenceSentiment RULES = SentenceSentiment.rules(LEXICON);
  private static final SentenceSentiment LEARNED = SentenceSentiment.shipped(LEXICON);

  private static Optional<ToneJudgement> of(SentenceSentiment worker, String text) {
    return worker.judge(List.of(Plain.sentence(text)));
  }

  @TestFactory
  List<DynamicTest> goldenSentencesHaveTheirSign() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                SentenceSentimentTest.class.getResourceAsStream("sentences.tsv"),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("# "))
          .forEach(
              line -> {
                String sign = line.substring(0, 1);
                String text = line.substring(2);
                tests.add(
                    DynamicTest.dynamicTest(
                        text,
                        () -> {
                          assertThat(sign(of(RULES, text))).as("rules").isEqualTo(sign);
                          assertThat(sign(of(LEARNED, text))).as("learned").isEqualTo(sign);
                        }));
              });
    }
    assertThat(tests).hasSizeGreaterThan(20);
    return tests;
  }

  private static String sign(Optional<ToneJudgement> found) {
    return found.map(s -> s.score() > 0 ? "+" : s.score() < 0 ? "-" : "0").orElse("0");
  }

  @Test
  void withoutEvidenceThereIsNoSentiment() {
    assertThat(of(RULES, "The committee met on Tuesday.")).isEmpty();
    assertThat(of(LEARNED, "Xqzt wvrk.")).isEmpty();
    assertThat(LEARNED.judge(List.<Sentence>of())).isEmpty();
  }

  @Test
  void degreesMoveTheScore() {
    double plain = of(RULES, "The plan is bad.").orElseThrow().score();
    assertThat(of(RULES, "The plan is extremely bad.").orElseThrow().score()).isLessThan(plain);
    assertThat(of(RULES, "The plan is slightly bad.").orElseThrow().score())
        .isGreaterThan(plain)
        .isNegative();
    assertThat(of(RULES, "The plan is BAD.").orElseThrow().score()).isLessThan(plain);
  }

  @Test
  void whatFollowsButWeighsMore() {
    assertThat(of(RULES, "He is cruel but honest.").orElseThrow().score())
        .isGreaterThan(of(RULES, "He is honest but cruel.").orElseThrow().score());
  }

  @Test
  void theTraceNamesWordAndNegationAndSumsToTheScore() {
    for (SentenceSentiment worker : List.of(RULES, LEARNED)) {
      ToneJudgement found =
          of(worker, "There is no danger of murder, not even slightly.").orElseThrow();
      assertThat(found.trace())
          .anySatisfy(part -> assertThat(part.cause()).isEqualTo("word \"danger\""))
          .anySatisfy(part -> assertThat(part.cause()).isEqualTo("negation \"no\" on \"danger\""));
      double sum = found.trace().stream().mapToDouble(Sentiment.Contribution::amount).sum();
      assertThat(Math.max(-1, Math.min(1, sum)))
          .isCloseTo(found.score(), org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  @Test
  void aSentenceOfAMegabyteIsScored() {
    String text = "terrible lies and no hope, ".repeat(40_000);
    assertThat(of(LEARNED, text).orElseThrow().score()).isBetween(-1.0, 0.0);
  }

  @Property(tries = 300)
  void everyScoreLiesInItsRange(@ForAll @StringLength(min = 1, max = 80) String text) {
    Sentence sentence = anyWords(text);
    for (SentenceSentiment worker : List.of(RULES, LEARNED)) {
      worker
          .judge(List.of(sentence))
          .ifPresent(found -> assertThat(found.score()).isBetween(-1.0, 1.0));
    }
  }

  private static Sentence anyWords(String text) {
    return Plain.sentence("x " + text + " murder");
  }
}
