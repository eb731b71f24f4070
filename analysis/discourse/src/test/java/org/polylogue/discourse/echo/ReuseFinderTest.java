package org.polylogue.discourse.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polylogue.text.Span;

class ReuseFinderTest {

  private static final String DAM =
      "I will never sign a contract that floods the lower valley, and I told the builders so in"
          + " March.";

  private static List<List<Integer>> groups(String... quotations) {
    ReuseFinder finder = new ReuseFinder();
    List.of(quotations).forEach(finder::add);
    return finder.groups().stream()
        .map(group -> IntStream.of(group).boxed().collect(Collectors.toList()))
        .toList();
  }

  @Test
  void cutMovedAndReportedQuotationsAreOneUtterance() {
    assertThat(
            groups(
                "The orchard needs rain before the harvest festival begins.",
                DAM,
                "never sign a contract that floods the lower valley",
                "I told the builders so in March: I will never sign a contract that floods the lower"
                    + " valley",
                "that he would never sign contracts that flooded the lower valley"))
        .containsExactly(List.of(1, 2, 3, 4));
  }

  @Test
  void namesAndTurnsOfPhraseAreNotEnough() {
    assertThat(
            groups(
                DAM,
                "The lower valley has better schools than the coast ever had, teachers say.",
                "Thank you.",
                "Thank you."))
        .isEmpty();
  }

  @Test
  void groupsDoNotDependOnTheOrder() {
    assertThat(groups("never sign a contract that floods the lower valley", "Nothing else.", DAM))
        .containsExactly(List.of(0, 2));
  }

  @Test
  void aComparisonTellsWhatWasLeftOut() {
    ReuseFinder.Comparison compared =
        ReuseFinder.compare(DAM, "he would never sign a contract that floods the lower valley");
    assertThat(compared.taken()).isEqualTo(1);
    assertThat(compared.kept()).isBetween(0.6, 0.8);
    assertThat(compared.leftOut().stream().map(span -> span.of(DAM)))
        .containsExactly("told the builders so in March.");
    assertThat(ReuseFinder.compare("", DAM).kept()).isZero();
    assertThat(ReuseFinder.compare(DAM, "").leftOut())
        .containsExactly(new Span(DAM.indexOf("sign"), DAM.length()));
  }
}
