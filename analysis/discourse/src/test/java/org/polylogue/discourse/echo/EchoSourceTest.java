package org.polylogue.discourse.echo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link EchoSource}, {@link EchoRun}, {@link ReuseWords}. */
class EchoSourceTest {

  private static final String ONE = "The tide was high on Monday. Nobody saw the ferry leave.";
  private static final String OTHER = "They say the tide was high on Monday, again.";

  private final EchoSource source = new EchoSource();

  @BeforeEach
  void fill() {
    source.add("one", EchoWords.of(ONE));
    source.add("other", EchoWords.of(OTHER));
  }

  private String found(String text, int at, String preferred) {
    int[] numbers = source.numbersOf(EchoWords.of(text));
    EchoSource.Found found = source.longestAt(numbers, at, preferred);
    if (found == null) {
      return "-";
    }
    String document = source.passage(found.run()).documentId();
    String whole = document.equals("one") ? ONE : OTHER;
    return document + ": " + source.passage(found.run()).span().of(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nobody saw the ferry; 0; x; one: Nobody saw the ferry",
        "nobody saw the ferry leave now; 0; x; one: Nobody saw the ferry leave.",
        "nobody saw the boat leave; 0; x; -",
        "saw the ferry; 0; x; -",
        "well the tide was high; 1; x; one: The tide was high",
        "well the tide was high; 1; other; other: the tide was high",
        "the tide was high on Monday again; 0; one; other: the tide was high on Monday, again.",
        "on Monday nobody saw; 0; x; one: on Monday. Nobody saw",
        "Monday again nobody saw; 0; x; -",
        "ferry leave they say; 0; x; -"
      })
  void theLongestRepetitionOfFourWordsOrMoreIsFound(
      String text, int at, String preferred, String found) {
    assertThat(found(text, at, preferred)).isEqualTo(found);
  }

  @Test
  void ofEqualOnesTheFirstOrThePreferredCounts() {
    int[] numbers = source.numbersOf(EchoWords.of("the tide was high"));
    assertThat(source.longestAt(numbers, 0, "x").preferred()).isFalse();
    assertThat(source.longestAt(numbers, 0, "one").preferred()).isTrue();
    assertThat(source.longestAt(numbers, 1, "one")).isNull();
  }

  @Test
  void wordsThatAreNotHereHaveNoNumber() {
    int[] numbers = source.numbersOf(EchoWords.of("the lighthouse TIDE the"));
    assertThat(numbers[1]).isZero();
    assertThat(numbers[0]).isPositive().isEqualTo(numbers[3]);
    assertThat(numbers[2]).isPositive().isNotEqualTo(numbers[0]);
  }

  @Test
  void aTextThatRepeatsItselfIsSearchedInPart() {
    EchoSource many = new EchoSource();
    many.add("first", EchoWords.of("so it goes on until the end"));
    for (int i = 0; i < 20; i++) {
      many.add("copy" + i, EchoWords.of("so it goes on"));
    }
    int[] numbers = many.numbersOf(EchoWords.of("so it goes on until the end"));
    EchoSource.Found found = many.longestAt(numbers, 0, "x");
    assertThat(found.run().matched()).isEqualTo(4);
    assertThat(many.passage(found.run()).documentId()).isNotEqualTo("first");
  }

  private static int[] letters(String text) {
    return text.chars().toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "abcdefgh, abcdefgh, 8, 8, 8",
    "abcdXefgh, abcdefgh, 9, 8, 8",
    "abcdXYefgh, abcdefgh, 10, 8, 8",
    "abcdXYZefgh, abcdefgh, 4, 4, 4",
    "abcdefgh, abcdXYefgh, 8, 10, 8",
    "abcdXefgh, abcdYefgh, 9, 9, 8",
    "abcdXefg, abcdefg, 4, 4, 4",
    "abcXdefgh, abcdefgh, 3, 3, 3",
    "abcdXefghYijkl, abcdefghijkl, 14, 12, 12"
  })
  void aRunGoesOnOverSmallEditsBetweenFourWordsThatAgree(
      String other, String text, int end, int sourceEnd, int matched) {
    EchoRun run = EchoRun.extend(letters(other), 0, letters(text), 0);
    assertThat(run).isEqualTo(new EchoRun(0, end, 0, sourceEnd, matched));
    assertThat(run.similarity()).isEqualTo(2.0 * matched / (end + sourceEnd));
    assertThat(run.upTo(2)).isEqualTo(new EchoRun(0, 2, 0, 2, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "warned, warn",
    "warning, warn",
    "warns, warn",
    "taxes, tax",
    "house, hous",
    "houses, hous",
    "used, used",
    "bees, bee",
    "tide, tid",
    "sea, sea"
  })
  void aStemHasNotTheEndingsThatReportedSpeechChanges(String word, String stem) {
    assertThat(ReuseWords.stem(word)).isEqualTo(stem);
  }

  @Test
  void stemsAreThoseOfContentWordsInOrder() {
    assertThat(ReuseWords.stems(EchoWords.of("The tides warned of a ferry")))
        .containsExactly("tid".hashCode(), "warn".hashCode(), "ferry".hashCode());
    assertThat(ReuseWords.stems(EchoWords.of("of the"))).isEmpty();
  }
}
