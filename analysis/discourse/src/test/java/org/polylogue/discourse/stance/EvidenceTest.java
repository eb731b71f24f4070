package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.model.Comment;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel.Agreement;
import org.polylogue.model.StanceLabel.Favor;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

class EvidenceTest {

  private static final Evidence EVIDENCE =
      new Evidence(ValenceLexicon.shipped(), Evidence.LEAST_SIDE);
  private static final JudgeId JUDGE = JudgeId.rule("test");

  private static StanceJudgement judgement(
      double against, double none, double favor, double query) {
    return new StanceJudgement(against, none, favor, query, List.of(), Optional.empty());
  }

  private static Stance answering(String text, StanceJudgement judgement) {
    return EVIDENCE.stance(
        StanceQuestion.answering(
            Comment.of("c", text),
            List.of(Span.allOf(text)),
            new Stance.Target.OfParent("p"),
            "The pool should stay shut."),
        judgement,
        JUDGE);
  }

  private static List<String> shown(Stance stance, String text) {
    return ((Stance.Taken) stance)
        .evidence().stream().map(passage -> passage.span().of(text)).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.3, 0.1, 0.1, DISAGREE",
    "0.1, 0.3, 0.5, 0.1, AGREE",
    "0.1, 0.7, 0.1, 0.1, NEUTRAL",
    "0.1, 0.2, 0.1, 0.6, QUERY",
    "0.3, 0.4, 0.2, 0.1, NEUTRAL",
    "0.35, 0.3, 0.33, 0.02, ''"
  })
  void aSideNeedsToBeLikelyEnough(double a, double n, double f, double q, String label) {
    Stance stance = answering("The pool leaks like a basket.", judgement(a, n, f, q));
    if (label.isEmpty()) {
      assertThat(((Stance.Withheld) stance).reason()).isEqualTo("a side is likely, but not which");
    } else {
      assertThat(((Stance.Taken) stance).label()).isEqualTo(Agreement.valueOf(label));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is a disgrace that this was so. | disgrace",
        "So it is and that is all there was about it. | So it is and that is all there was about it.",
        "And the same goes for the awful smell in there. | awful",
        "They have it all, the tiles, the boiler and the roof. | tiles, the boiler and the roof"
      })
  void evidenceIsWordsThatCarryTheSideAndNeverFunctionWordsAloneWhereThereAreOthers(
      String text, String evidence) {
    Stance stance = answering(text, judgement(0.8, 0.1, 0.1, 0));
    assertThat(shown(stance, text)).containsExactly(evidence);
  }

  @Test
  void aSideAgainstTheToneOfItsWordsIsWithheldUnlessSomethingTellsWhy() {
    assertThat(towards("Petra is dreadful, awful, a disgrace.", -0.9))
        .isInstanceOf(Stance.Withheld.class);
    Stance pity = towards("Poor Petra, what a dreadful way to treat her.", -0.9);
    assertThat(((Stance.Taken) pity).label()).isEqualTo(Favor.FAVOR);
  }

  private static Stance towards(String text, double tone) {
    Span place = new Span(text.indexOf("Petra"), text.indexOf("Petra") + 5);
    Sentiment sentiment =
        new Sentiment(Span.allOf(text), tone, new Voice.Commenter(), Optional.of(place), List.of());
    return EVIDENCE.stance(
        new StanceQuestion(
            Comment.of("c", text),
            List.of(Span.allOf(text)),
            new Voice.Commenter(),
            new Stance.Target.OfActor("person/petra", "Petra"),
            "",
            List.of("Petra"),
            List.of(place),
            List.of(sentiment)),
        judgement(0.1, 0.1, 0.8, 0),
        JUDGE);
  }
}
