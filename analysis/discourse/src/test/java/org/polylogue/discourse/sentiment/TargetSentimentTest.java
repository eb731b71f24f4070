package org.polylogue.discourse.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.sentiment.TargetSentiment.Judgement;
import org.polylogue.discourse.sentiment.TargetSentiment.Polarity;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

class TargetSentimentTest {

  private static final Voice AUTHOR = new Voice.Author();
  private static final TargetSentiment SHIPPED = TargetSentiment.shipped();

  private static final Sentence PRAISE_AND_BLAME =
      Plain.parsed(
          "Critics/NNS/critic/2/nsubj",
          "praised/VBD/praise/0/root",
          "Ames/NNP/ames/2/obj",
          "as/IN/as/6/case",
          "a/DT/a/6/det",
          "hero/NN/hero/2/obl",
          "and/CC/and/8/cc",
          "condemned/VBD/condemn/2/conj",
          "Brandt/NNP/brandt/8/obj",
          "as/IN/as/12/case",
          "a/DT/a/12/det",
          "liar/NN/liar/8/obl",
          "././././2/punct".replace("././././", "./././"));

  private static AnnotatedText text(Sentence sentence) {
    return new AnnotatedText(
        " ".repeat(sentence.span().end()), List.of(sentence), List.of(), Set.of());
  }

  @Test
  void oneSentenceCanHaveTargetsOfOppositeSigns() {
    Span ames = Plain.token(PRAISE_AND_BLAME, 2);
    Span brandt = Plain.token(PRAISE_AND_BLAME, 8);
    List<Sentiment> found =
        SHIPPED.of(text(PRAISE_AND_BLAME), List.of(brandt, ames), AUTHOR, List.of());
    assertThat(found).extracting(s -> s.target().orElseThrow()).containsExactly(ames, brandt);
    assertThat(found.get(0).score()).isPositive();
    assertThat(found.get(1).score()).isNegative();
    assertThat(found.get(0).trace()).isNotEmpty();
  }

  @Test
  void theAttackerIsJudgedByTheAttack() {
    Sentence sentence =
        Plain.parsed(
            "Brandt/NNP/brandt/2/nsubj",
            "murdered/VBD/murder/0/root",
            "two/CD/two/4/nummod",
            "children/NNS/child/2/obj");
    assertThat(SHIPPED.judge(sentence, Plain.token(sentence, 0)).polarity())
        .isEqualTo(Polarity.NEGATIVE);
  }

  @Test
  void aPlainReportIsNeutralAndGivesNoSentiment() {
    Sentence sentence =
        Plain.parsed(
            "Brandt/NNP/brandt/2/nsubj",
            "arrived/VBD/arrive/0/root",
            "on/IN/on/4/case",
            "Tuesday/NNP/tuesday/2/obl");
    assertThat(SHIPPED.judge(sentence, Plain.token(sentence, 0)).polarity())
        .isEqualTo(Polarity.NEUTRAL);
    assertThat(SHIPPED.of(text(sentence), List.of(Plain.token(sentence, 0)), AUTHOR, List.of()))
        .isEmpty();
  }

  @Test
  void theNameItselfDoesNotCount() {
    Sentence one = Plain.parsed("Ames/NNP/ames/2/nsubj", "lied/VBD/lie/0/root");
    Sentence other = Plain.parsed("Zorg/NNP/zorg/2/nsubj", "lied/VBD/lie/0/root");
    assertThat(SHIPPED.judge(one, Plain.token(one, 0)))
        .isEqualTo(SHIPPED.judge(other, Plain.token(other, 0)));
  }

  @Test
  void aMentionOutsideTheSentenceIsRefused() {
    assertThatThrownBy(() -> SHIPPED.judge(PRAISE_AND_BLAME, new Span(500, 510)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500-510");
    assertThat(SHIPPED.of(text(PRAISE_AND_BLAME), List.of(new Span(500, 510)), AUTHOR, List.of()))
        .isEmpty();
  }

  @Test
  void aSentenceOfAMegabyteWithManyTargetsIsJudged() {
    String text = "Brandt lied and lied, ".repeat(2_000);
    Sentence sentence = Plain.sentence(text);
    assertThat(SHIPPED.judge(sentence, new Span(0, 6)).score()).isBetween(-1.0, 1.0);
  }

  @Property(tries = 200)
  void everyScoreLiesInItsRange(
      @ForAll @StringLength(max = 60) String text, @ForAll @IntRange(max = 70) int start) {
    Sentence sentence = Plain.sentence("x " + text + " murder y");
    Span target = new Span(Math.min(start, sentence.span().end() - 1), sentence.span().end());
    Judgement found = SHIPPED.judge(sentence, target);
    assertThat(found.score()).isBetween(-1.0, 1.0);
    assertThat(found.negative() + found.neutral() + found.positive()).isBetween(0.999, 1.001);
  }
}
