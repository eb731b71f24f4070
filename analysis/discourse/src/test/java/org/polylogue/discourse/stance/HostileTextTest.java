package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.model.Comment;
import org.polylogue.model.Stance;
import org.polylogue.text.Span;

/** Whatever is written, probabilities stay probabilities and places stay in the text. */
class HostileTextTest {

  private static final TargetStance TARGETS = TargetStance.shipped();
  private static final ReplyStance REPLIES = ReplyStance.shipped();
  private static final StanceReader READER =
      StanceReader.of(new LinearStanceJudge(PairStance.shipped(ValenceLexicon.shipped()), TARGETS));
  private static final WordTones TONES = new WordTones(ValenceLexicon.shipped());

  private static void check(Judgement<?> judgement) {
    double sum = 0;
    for (double probability : judgement.probabilities().values()) {
      assertThat(probability).isBetween(0.0, 1.0);
      sum += probability;
    }
    assertThat(sum).isBetween(0.999, 1.001);
    assertThat(judgement.confidence()).isBetween(1.0 / 3 - 1e-9, 1.0);
  }

  private static void checkStance(Comment comment, Stance stance) {
    if (stance instanceof Stance.Taken taken) {
      assertThat(taken.evidence())
          .allMatch(passage -> passage.span().end() <= comment.text().length());
    }
  }

  @Property(tries = 300)
  void anyTextAndAnyTarget(@ForAll @StringLength(max = 200) String text, @ForAll String target) {
    check(TARGETS.judge(text, target));
    check(TARGETS.judge(text, "Atheism"));
    check(REPLIES.judge(target, text));
    Comment comment = Comment.of("c", text);
    checkStance(
        comment, READER.read(StanceQuestion.of(comment, new Stance.Target.OfActor("a", target))));
    checkStance(
        comment,
        READER.read(
            StanceQuestion.answering(
                comment, List.of(Span.allOf(text)), new Stance.Target.OfParent("p"), target)));
  }

  @Property(tries = 300)
  void tokensLieInOrderInTheText(@ForAll @StringLength(max = 300) String text) {
    int last = 0;
    PostWords words = PostWords.of(text);
    for (int i = 0; i < words.size(); i++) {
      assertThat(words.start(i)).isGreaterThanOrEqualTo(last);
      assertThat(words.end(i)).isGreaterThan(words.start(i));
      last = words.end(i);
    }
    assertThat(last).isLessThanOrEqualTo(text.length());
    assertThat(TONES.of(words)).hasSize(words.size());
  }

  @Test
  void aMegabyteOfOneLetterOfHashtagsOfQuestionMarksAndOfEmoji() {
    for (String unit : List.of("a", "#AbC", "?", "\uD83D\uDE00", "\uD83D", "no ", "\" good ")) {
      String text = unit.repeat(1_000_000 / unit.length());
      check(TARGETS.judge(text, "the bridge"));
      check(REPLIES.judge(text, text));
    }
  }
}
