package org.polylogue.samples.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a log is told while a run goes on. */
class ProgressTest {

  @Test
  void whereItemsAreCountedTheTimeLeftIsToldAtTheRateSoFar() {
    assertThat(Progress.line("analyze", 10, 40, 30))
        .isEqualTo("analyze: 10 of 40 done in 30 s, about 90 s left");
    assertThat(Progress.line("analyze", 40, 40, 120))
        .isEqualTo("analyze: 40 of 40 done in 120 s, about 0 s left");
  }

  @Test
  void whereTheyAreNotOnlyWhatIsDoneIs() {
    assertThat(Progress.line("analyze", 10, -1, 30)).isEqualTo("analyze: 10 done in 30 s");
  }
}
