package org.polylogue.discourse.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.language.Sentence;
import org.polylogue.model.Comment;
import org.polylogue.model.Tone;
import org.polylogue.model.ToneProbabilities;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

class TargetSentimentTest {

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

  private static TargetQuestion about(Sentence sentence, Span target) {
    Comment comment = Comment.of("c", " ".repeat(sentence.span().end()));
    return new TargetQuestion(comment, sentence, target, new Voice.Commenter());
  }

  @Test
  void oneSentenceCanHaveTargetsOfOppositeSigns() {
    Span ames = Plain.token(PRAISE_AND_BLAME, 2);
    Span brandt = Plain.token(PRAISE_AND_BLAME, 8);
    List<ToneJudgement> found =
        SHIPPED.judge(
            List.of(about(PRAISE_AND_BLAME, brandt), about(PRAISE_AND_BLAME, ames)), new Scope());
    assertThat(found).extracting(ToneJudgement::tone).containsExactly(Tone.NEGATIVE, Tone.POSITIVE);
    assertThat(found.get(0).score()).isNegative();
    assertThat(found.get(1).score()).isPositive();
    assertThat(found.get(0).trace()).isNotEmpty();
    assertThat(SHIPPED.id().toString()).matches("linear-target@[0-9a-f]{16}");
  }

  @Test
  void theAttackerIsJudgedByTheAttack() {
    Sentence sentence =
        Plain.parsed(
            "Brandt/NNP/brandt/2/nsubj",
            "murdered/VBD/murder/0/root",
            "two/CD/two/4/nummod",
            "children/NNS/child/2/obj");
    assertThat(SHIPPED.probabilities(sentence, Plain.token(sentence, 0)).tone())
        .isEqualTo(Tone.NEGATIVE);
  }

  @Test
  void aPlainReportIsNeutral() {
    Sentence sentence =
        Plain.parsed(
            "Brandt/NNP/brandt/2/nsubj",
            "arrived/VBD/arrive/0/root",
            "on/IN/on/4/case",
            "Tuesday/NNP/tuesday/2/obl");
    assertThat(SHIPPED.probabilities(sentence, Plain.token(sentence, 0)).tone())
        .isEqualTo(Tone.NEUTRAL);
    ToneJudgement judgement =
        SHIPPED.judge(List.of(about(sentence, Plain.token(sentence, 0))), new Scope()).get(0);
    assertThat(judgement.tone()).isEqualTo(Tone.NEUTRAL);
    assertThat(judgement.trace()).isEmpty();
  }

  @Test
  void theNameItselfDoesNotCount() {
    Sentence one = Plain.parsed("Ames/NNP/ames/2/nsubj", "lied/VBD/lie/0/root");
    Sentence other = Plain.parsed("Zorg/NNP/zorg/2/nsubj", "lied/VBD/lie/0/root");
    assertThat(SHIPPED.probabilities(one, Plain.token(one, 0)))
        .isEqualTo(SHIPPED.probabilities(other, Plain.token(other, 0)));
  }

  @Test
  void aMentionOutsideTheSentenceIsRefused() {
    assertThatThrownBy(() -> SHIPPED.probabilities(PRAISE_AND_BLAME, new Span(500, 510)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500-510");
    assertThatThrownBy(() -> about(PRAISE_AND_BLAME, new Span(500, 510)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500-510");
  }

  @Test
  void aSentenceOfAMegabyteWithManyTargetsIsJudged() {
    String text = "Brandt lied and lied, ".repeat(2_000);
    Sentence sentence = Plain.sentence(text);
    assertThat(SHIPPED.probabilities(sentence, new Span(0, 6)).score()).isBetween(-1.0, 1.0);
  }

  @Property(tries = 200)
  void everyScoreLiesInItsRange(
      @ForAll @StringLength(max = 60) String text, @ForAll @IntRange(max = 70) int start) {
    Sentence sentence = Plain.sentence("x " + text + " murder y");
    Span target = new Span(Math.min(start, sentence.span().end() - 1), sentence.span().end());
    ToneProbabilities found = SHIPPED.probabilities(sentence, target);
    assertThat(found.score()).isBetween(-1.0, 1.0);
    assertThat(found.negative() + found.neutral() + found.positive()).isBetween(0.999, 1.001);
  }
}
