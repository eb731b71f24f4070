package org.polylogue.benchmarks.quality.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.lexis.resampling.Interval;

class ScoresTest {

  private static final List<String> CLASSES = List.of("-1", "0", "1");

  @Test
  void macroF1IsTheMeanOverClasses() {
    Confusion confusion =
        Confusion.of(CLASSES, List.of("-1", "-1", "0", "1"), List.of("-1", "0", "0", "1"));
    assertThat(confusion.f1()).containsExactly(new double[] {2.0 / 3, 2.0 / 3, 1}, within(1e-12));
    assertThat(confusion.macroF1()).isCloseTo(7.0 / 9, within(1e-12));
    assertThat(confusion.accuracy()).isEqualTo(0.75);
    Interval interval = confusion.interval();
    assertThat(confusion.macroF1()).isBetween(interval.low(), interval.high());
  }

  @Test
  void theMajorityBaselineGivesTheCommonestClass() {
    Confusion majority =
        Confusion.of(CLASSES, List.of("0", "0", "0", "1"), List.of("1", "1", "1", "1")).majority();
    assertThat(majority.macroF1()).isCloseTo(6.0 / 7 / 3, within(1e-12));
  }

  @Test
  void correlationIsThatOfPearson() {
    double[] a = {1, 2, 3, 4};
    assertThat(SentenceSentimentTask.pearson(a, new double[] {2, 4, 6, 8}))
        .isCloseTo(1, within(1e-12));
    assertThat(SentenceSentimentTask.pearson(a, new double[] {4, 3, 2, 1}))
        .isCloseTo(-1, within(1e-12));
    assertThat(SentenceSentimentTask.pearson(a, new double[] {5, 5, 5, 5})).isZero();
  }

  @Test
  void aFolderStandsForTheOneFileThatIsMeant(@TempDir Path folder) throws IOException {
    Path train = Files.createFile(folder.resolve("train.jsonl"));
    assertThat(GoldFile.find(folder, ".jsonl", false)).isEqualTo(train);
    Path test = Files.createFile(folder.resolve("devtest.jsonl"));
    assertThat(GoldFile.find(folder, ".jsonl", false)).isEqualTo(test);
    assertThat(GoldFile.find(folder, ".jsonl", true)).isEqualTo(train);
    assertThat(GoldFile.find(test, ".jsonl", true)).isEqualTo(test);
    Files.createFile(folder.resolve("other.jsonl"));
    assertThatThrownBy(() -> GoldFile.find(folder, ".jsonl", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name the one meant");
  }
}
