package org.polylogue.discourse.entity.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WellKnownTest {

  @Test
  void aWellKnownNameInLowerCaseIsOne() {
    assertThat(WellKnown.areNames(List.of("minecraft"))).isTrue();
    assertThat(WellKnown.areNames(List.of("the", "#obama", "thing"))).isTrue();
  }

  @Test
  void aFrequentWordIsNoNameByItself() {
    assertThat(WellKnown.areNames(List.of("it"))).isFalse();
    assertThat(WellKnown.areNames(List.of("work"))).isFalse();
    assertThat(WellKnown.areNames(List.of("work", "it"))).isFalse();
  }

  @Test
  void frequentWordsInTheOrderOfANameAreOne() {
    assertThat(WellKnown.areNames(List.of("it", "follows"))).isTrue();
  }

  @Test
  void wordsOfNoNameAreNone() {
    assertThat(WellKnown.areNames(List.of("the", "bridge"))).isFalse();
    assertThat(WellKnown.areNames(List.of())).isFalse();
  }
}
