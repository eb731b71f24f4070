package org.polylogue.lexis.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.Corpora;
import org.polylogue.lexis.collocation.Association;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Subcorpus;

class ExpressionFinderTest {

  private static final TokenIndex INDEX =
      Corpora.of(
          "New York City council met. New York wept.",
          "The New York City council of the dam. York, new city.",
          "old city, new dam, dam council");

  @Test
  void wordsThatMostlyMeetAreJoinedAndJoinedAgain() {
    ExpressionFinder finder = new ExpressionFinder(Features.words(), Association.LOG_DICE, 13.1, 2);
    finder.add(Subcorpus.all(INDEX));
    assertThat(finder.joined()).isTrue();
    // 3 of 5 "new" and of 4 "york": 14 + log2(2 * 3 / 9)
    assertThat(finder.expressions())
        .extracting(e -> e.words() + " " + e.count())
        .containsExactly("[new, york] 3", "[city, council] 2");
    assertThat(finder.expressions().get(0).association())
        .isCloseTo(14 + Math.log(6.0 / 9) / Math.log(2), within(1e-12));
    finder.add(Subcorpus.all(INDEX));
    assertThat(finder.joined()).isTrue();
    assertThat(finder.expressions())
        .extracting(e -> String.join(" ", e.words()))
        .containsExactly("new york city council", "new york", "city council");
    assertThat(finder.expressions().get(0).count()).isEqualTo(2);
    finder.add(Subcorpus.all(INDEX));
    assertThat(finder.joined()).isFalse();
  }

  @Test
  void functionWordsAndWordsLeftOutAreInNoExpression() {
    ExpressionFinder finder =
        new ExpressionFinder(Features.words().without(Set.of("york")), Association.COUNT, 1, 1);
    finder.add(Subcorpus.all(INDEX));
    finder.joined();
    assertThat(finder.expressions())
        .extracting(e -> String.join(" ", e.words()))
        .doesNotContain("new york", "york city", "the new", "council of")
        .contains("city council", "council met", "new dam");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExpressionFinder(Features.words(), Association.COUNT, 1, 0));
  }

  @Test
  void rarePairsAreForgottenWhereThereAreTooMany() {
    ExpressionFinder finder = new ExpressionFinder(Features.words(), Association.COUNT, 1, 1, 2);
    finder.add(Subcorpus.all(INDEX));
    finder.joined();
    assertThat(finder.expressions())
        .extracting(e -> String.join(" ", e.words()))
        .containsExactly("new york");
  }
}
