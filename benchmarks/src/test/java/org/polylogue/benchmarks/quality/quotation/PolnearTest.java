package org.polylogue.benchmarks.quality.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.benchmarks.quality.quotation.Score.Item;
import org.polylogue.benchmarks.quality.quotation.Score.Measure;
import org.polylogue.discourse.quotation.PolnearArticle;
import org.polylogue.discourse.quotation.PolnearReader;
import org.polylogue.text.Span;

class PolnearTest {

  private static final String TEXT =
      "\uD83D\uDE00 Corvin said: \u201Cit is very late,\u201D and left.";

  @TempDir Path folder;

  private static Item item(int start, int end, Span... source) {
    return new Item(List.of(new Span(start, end)), List.of(source));
  }

  private void write(String name, String attributions) throws IOException {
    Files.createDirectories(folder.resolve("text"));
    Files.createDirectories(folder.resolve("attributions"));
    Files.writeString(folder.resolve("text/a.txt"), TEXT);
    Files.writeString(folder.resolve("attributions").resolve(name), attributions);
  }

  @Test
  void codePointsBecomeCodeUnitsAndTheFirstAnnotatorCounts() throws IOException {
    write(
        "a_one.ann",
        """
        T1\tContent 15 25;26 33\t\u201Cit is ver
        T2\tSource 2 8\tCorvin
        T3\tCue 9 13\tsaid
        T4\tAttribution 9 13\tsaid
        E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3
        E2\tAttribution:T4 Cue:T3
        """);
    Files.writeString(folder.resolve("attributions/a_two.ann"), "");
    List<PolnearArticle> found = PolnearReader.read(folder);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).attributions()).hasSize(1);
    assertThat(found.get(0).attributions().get(0).source().get(0).of(TEXT)).isEqualTo("Corvin");
    assertThat(found.get(0).attributions().get(0).content())
        .containsExactly(new Span(16, 26), new Span(27, 34));
  }

  @Test
  void aDamagedSpanIsNamedWithItsLine() throws IOException {
    write("a_one.ann", "T1\tContent 1 x\t.\n");
    assertThatThrownBy(() -> PolnearReader.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a_one.ann, line 1");
  }

  @Test
  void aFolderWithoutTheTwoFoldersIsRefused() {
    assertThatThrownBy(() -> PolnearReader.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("text and attributions");
  }

  @Test
  void matchingIsOneToOneAndBestFirst() {
    List<Item> gold = List.of(item(0, 100), item(0, 60));
    List<Item> predicted = List.of(item(0, 90));
    assertThat(Score.match(gold, predicted)).containsExactly(0, -1);
  }

  @Test
  void sourcesMatchWhereTheyOverlapOrAreBothAbsent() {
    Score score = new Score();
    score.add(
        List.of(item(0, 10, new Span(20, 30)), item(40, 50)),
        List.of(item(0, 10, new Span(25, 27)), item(40, 50, new Span(60, 70))),
        x -> true,
        x -> true);
    assertThat(score.f1(Measure.CONTENT_80)).isEqualTo(1.0);
    assertThat(score.f1(Measure.CONTENT_SOURCE_80)).isEqualTo(0.5);
  }

  @Test
  void thresholdsAreApart() {
    Score score = new Score();
    score.add(List.of(item(0, 100)), List.of(item(0, 60)), x -> true, x -> true);
    assertThat(score.f1(Measure.CONTENT_50)).isEqualTo(1.0);
    assertThat(score.f1(Measure.CONTENT_80)).isZero();
    assertThat(score.interval(Measure.CONTENT_50)[0]).isEqualTo(1.0, within(1e-12));
  }

  @Test
  void directMeansMarksAroundThreeWords() {
    String text = "He said \u201Cno way at all\u201D to \u201Creform\u201D.";
    assertThat(Score.isDirect(text, item(8, 24))).isTrue();
    assertThat(Score.isDirect(text, item(24, 36))).isFalse();
    assertThat(Score.isMarked(text, item(24, 36))).isTrue();
    assertThat(Score.isMarked(text, item(0, 7))).isFalse();
  }
}
