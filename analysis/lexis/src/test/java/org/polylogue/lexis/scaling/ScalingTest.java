package org.polylogue.lexis.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;

class ScalingTest {

  /**
   * Counts of one invented text of Laver, Benoit and Garry (2003, table 1), from its first word.
   */
  private static final int[] SHAPE = {
    2, 3, 10, 22, 45, 78, 115, 146, 158, 146, 115, 78, 45, 22, 10, 3, 2
  };

  /** Where the five references and the other text of that table start. */
  private static final int[] STARTS = {0, 5, 10, 15, 20, 7};

  private static CountRows invented() {
    int[][] table = new int[6][37];
    for (int row = 0; row < 6; row++) {
      System.arraycopy(SHAPE, 0, table[row], STARTS[row], SHAPE.length);
    }
    return CountRows.of(table);
  }

  private static final Map<Integer, Double> REFERENCES =
      Map.of(0, -1.5, 1, -0.75, 2, 0.0, 3, 0.75, 4, 1.5);

  @Test
  void wordscoresGiveThePublishedPlacesOfWordsAndTexts() {
    CountRows rows = invented();
    Wordscores scores = Wordscores.of(rows, REFERENCES);
    // words A, F, H, L, Q, S and ZA
    assertThat(scores.weight(0)).isEqualTo(-1.5);
    assertThat(scores.weight(5)).isCloseTo(-1.48125, within(1e-9));
    assertThat(scores.weight(7)).isCloseTo(-1.4519231, within(1e-7));
    assertThat(scores.weight(11)).isCloseTo(-1.0369898, within(1e-7));
    assertThat(scores.weight(16)).isCloseTo(-0.2992424, within(1e-7));
    assertThat(scores.weight(18)).isCloseTo(0, within(1e-12));
    assertThat(scores.weight(26)).isCloseTo(1.1846154, within(1e-7));
    TextScale.Position virgin = scores.position(rows, 5).orElseThrow();
    assertThat(virgin.value()).isCloseTo(-0.448, within(5e-4));
    assertThat(virgin.standardError()).isCloseTo(0.0119, within(5e-5));
    assertThat(virgin.words()).isEqualTo(1000);
  }

  @Test
  void stretchedPlacesPutTheOuterReferencesWhereTheyWere() {
    CountRows rows = invented();
    Wordscores scores = Wordscores.of(rows, REFERENCES);
    for (int row : new int[] {0, 4}) {
      Interval raw = scores.position(rows, row).orElseThrow().interval(0.95);
      assertThat(Math.abs(raw.estimate())).isLessThan(1.5);
      assertThat(scores.stretched(raw).estimate()).isCloseTo(REFERENCES.get(row), within(1e-9));
    }
    Interval raw = scores.position(rows, 5).orElseThrow().interval(0.95);
    Interval stretched = scores.stretched(raw);
    // raw places of the references are their own, times one factor
    double factor = 1.5 / -scores.position(rows, 0).orElseThrow().value();
    assertThat(stretched.estimate()).isCloseTo(factor * raw.estimate(), within(1e-9));
    assertThat(stretched.high() - stretched.low())
        .isCloseTo(factor * (raw.high() - raw.low()), within(1e-9));
  }

  @Test
  void wordsOfNoReferenceHaveNoSay() {
    CountRows rows =
        CountRows.of(new int[][] {{3, 1, 0}, {1, 3, 0}, {0, 0, 5}, {1, 0, 5}, {0, 0, 0}});
    Wordscores scores = Wordscores.of(rows, Map.of(0, -1.0, 1, 1.0));
    assertThat(scores.weight(2)).isNaN();
    assertThat(scores.position(rows, 2)).isEmpty();
    assertThat(scores.position(rows, 3).orElseThrow().words()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wordscores.of(rows, Map.of(0, 1.0, 1, 1.0)))
        .withMessageContaining("two references");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wordscores.of(rows, Map.of(0, 1.0, 4, 2.0)));
  }

  /** Simulated counts, places and standard errors that austin printed: words by texts. */
  private static final int[][] SIMULATED = {
    {23, 21, 18, 19, 12, 16, 13, 8, 6, 2}, {22, 21, 23, 22, 19, 16, 7, 12, 6, 8},
    {20, 25, 17, 15, 20, 14, 11, 10, 8, 8}, {22, 13, 14, 25, 17, 7, 12, 7, 4, 5},
    {23, 17, 16, 21, 14, 9, 9, 6, 9, 6}, {0, 5, 6, 16, 13, 19, 14, 14, 20, 20},
    {3, 4, 8, 10, 11, 13, 16, 21, 15, 23}, {9, 8, 13, 8, 16, 11, 12, 23, 21, 20},
    {4, 7, 10, 10, 9, 15, 13, 28, 17, 21}, {2, 6, 10, 11, 20, 11, 17, 20, 12, 15},
    {51, 59, 46, 41, 33, 36, 24, 22, 21, 15}, {62, 56, 43, 40, 46, 39, 13, 28, 11, 16},
    {65, 52, 64, 36, 46, 29, 30, 13, 21, 14}, {64, 64, 59, 59, 29, 41, 21, 22, 17, 12},
    {62, 51, 52, 32, 40, 30, 26, 14, 20, 15}, {16, 17, 15, 28, 33, 33, 52, 57, 69, 71},
    {18, 19, 20, 30, 35, 51, 54, 45, 55, 62}, {7, 17, 21, 22, 30, 47, 55, 49, 49, 51},
    {9, 14, 26, 26, 29, 30, 47, 38, 60, 62}, {18, 24, 19, 29, 28, 33, 54, 63, 59, 54}
  };

  private static final double[] PLACES = {
    -1.5446, -1.1096, -0.8599, -0.4691, -0.2022, 0.1055, 0.6969, 0.8999, 1.1153, 1.3662
  };

  private static final double[] ERRORS = {
    0.11595, 0.10195, 0.09614, 0.09005, 0.08791, 0.08743, 0.09242, 0.09598, 0.10084, 0.10796
  };

  /** The example of chapter 5 of Barrie, Computational Text Analysis, with R's austin. */
  @Test
  void wordfishGivesThePlacesAndErrorsOfAPublishedExample() {
    int[][] table = new int[10][20];
    for (int text = 0; text < 10; text++) {
      for (int word = 0; word < 20; word++) {
        table[text][word] = SIMULATED[word][text];
      }
    }
    CountRows rows = CountRows.of(table);
    Wordfish fish = Wordfish.fit(rows, 0, 9);
    assertThat(fish.converged()).isTrue();
    for (int text = 0; text < 10; text++) {
      assertThat(fish.place(text)).isCloseTo(PLACES[text], within(0.01));
      TextScale.Position position = fish.position(rows, text).orElseThrow();
      assertThat(position.standardError()).isCloseTo(ERRORS[text], within(0.002));
      assertThat(position.value()).isCloseTo(PLACES[text], within(0.01));
    }
    assertThat(Wordfish.fit(rows, 9, 0).place(0)).isCloseTo(-fish.place(0), within(1e-9));
  }

  @Test
  void wordfishPassesOverTextsWithoutWords() {
    CountRows rows =
        CountRows.of(new int[][] {{9, 1, 1, 0}, {0, 0, 0, 0}, {1, 9, 2, 0}, {5, 5, 1, 0}});
    Wordfish fish = Wordfish.fit(rows, 0, 2);
    assertThat(fish.place(1)).isNaN();
    assertThat(fish.weight(3)).isNaN();
    assertThat(fish.place(0)).isLessThan(fish.place(3));
    assertThat(fish.place(3)).isLessThan(fish.place(2));
    assertThat(fish.position(rows, 1)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Wordfish.fit(rows, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wordfish.fit(CountRows.of(new int[][] {{1, 2}, {2, 1}}), 0, 1))
        .withMessageContaining("three texts");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Wordfish.fit(CountRows.of(new int[][] {{1, 2, 1}, {1, 2, 1}, {2, 4, 2}}), 0, 1))
        .withMessageContaining("same words");
  }

  @Test
  void seedWordsPullWhatStandsBesideThem() {
    // words 0 to 9 stand together, and 10 to 19; 20 to 29 stand with both
    SplittableRandom random = new SplittableRandom(3);
    int[][] table = new int[400][31];
    for (int text = 0; text < 400; text++) {
      int side = text % 2;
      for (int i = 0; i < 8; i++) {
        table[text][
            random.nextInt(3) == 0 ? 20 + random.nextInt(10) : 10 * side + random.nextInt(10)]++;
      }
    }
    CountRows rows = CountRows.of(table);
    LatentSemanticScaling scale = LatentSemanticScaling.of(rows, Map.of(0, 1.0, 10, -1.0), 2, 1);
    for (int i = 1; i < 10; i++) {
      assertThat(scale.weight(i)).isGreaterThan(0.1);
      assertThat(scale.weight(10 + i)).isLessThan(-0.1);
      assertThat(Math.abs(scale.weight(20 + i))).isLessThan(Math.abs(scale.weight(i)));
    }
    assertThat(scale.weight(30)).isNaN();
    int right = 0;
    for (int text = 0; text < 400; text++) {
      right += scale.position(rows, text).orElseThrow().value() > 0 == (text % 2 == 0) ? 1 : 0;
    }
    assertThat(right).isGreaterThan(390);
    Interval one =
        scale.bootstrap(rows, List.of(0, 2, 4, 6, 8), Resampling.of(200, 1), 0.95).orElseThrow();
    assertThat(one.low()).isPositive().isLessThan(one.estimate());
    assertThat(one.high()).isGreaterThan(one.estimate());
    assertThat(scale.bootstrap(rows, List.of(0), Resampling.of(200, 1), 0.95)).isEmpty();
  }

  /** With all dimensions the cosines of a small matrix can be had by hand: V is square. */
  @Test
  void withTwoDimensionsOfTwoBlocksCosinesAreOneOrNone() {
    CountRows rows =
        CountRows.of(new int[][] {{2, 4, 0, 0}, {1, 2, 0, 0}, {0, 0, 3, 1}, {0, 0, 6, 2}});
    LatentSemanticScaling scale = LatentSemanticScaling.of(rows, Map.of(0, 1.0, 2, -0.5), 2, 9);
    assertThat(scale.weight(0)).isCloseTo(0.5, within(1e-9));
    assertThat(scale.weight(1)).isCloseTo(0.5, within(1e-9));
    assertThat(scale.weight(2)).isCloseTo(-0.25, within(1e-9));
    assertThat(scale.weight(3)).isCloseTo(-0.25, within(1e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LatentSemanticScaling.of(rows, Map.of(), 2, 1))
        .withMessageContaining("no seed word");
  }
}
