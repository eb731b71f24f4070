package org.polylogue.discourse.quotation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.quotation.internal.MarkScanner.MarkedRange;
import org.polylogue.model.Article;

class MarkScannerTest {

  private static List<MarkedRange> scan(String text) {
    return MarkScanner.scan(text, Article.of("a", "", text).blocks());
  }

  private static List<String> inner(String text) {
    return scan(text).stream().map(r -> text.substring(r.innerBegin(), r.innerEnd())).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "She said \"no way\" twice. | no way",
        "She said \u201Cno way\u201D twice. | no way",
        "Sie sagte \u201Eauf keinen Fall\u201C und ging. | auf keinen Fall",
        "Elle dit \u00ABjamais\u00BB et partit. | jamais",
        "Han sagde \u00BBaldrig\u00AB og gik. | aldrig",
        "H\u00E4n sanoi \u201Dei koskaan\u201D ja l\u00E4hti. | ei koskaan",
        "He said \u2018never again\u2019 and left. | never again",
        "He said 'never again' and left. | never again",
        "He wrote ``never again'' and left. | never again",
        "They said \u201Cthe workers\u2019 pay\u201D is low. | the workers\u2019 pay",
        "\u300C\u3044\u3044\u3048\u300D | \u3044\u3044\u3048",
      })
  void marksOfEveryKindPair(String text, String words) {
    assertThat(inner(text)).containsExactly(words);
  }

  @Test
  void apostrophesAreNoMarks() {
    assertThat(scan("Don't touch the dogs' bowl in '99, it isn't yours.")).isEmpty();
    assertThat(scan("Don\u2019t touch the dogs\u2019 bowl in \u201999.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'The bakers' ovens are cold,' she said. | The bakers' ovens are cold,",
        "\u2018The bakers\u2019 ovens are cold,\u2019 she said. | The bakers\u2019 ovens are cold,",
        "\"The 12\" pipe leaks,\" she said. | The 12\" pipe leaks,",
        "'We wait 'til noon,' she said. | We wait 'til noon,",
        "'It leans' is what the bakers' wives said. | It leans",
      })
  void pluralsInchesAndShortenedWordsEndNoRange(String text, String words) {
    assertThat(inner(text)).containsExactly(words);
  }

  @Test
  void aMarkThatNeverClosesEndsWhereSomebodyIsNamedAndSpoilsNoParagraphAfterIt() {
    assertThat(inner("\u201CWe ask first, said Torp.\n\n\u201CYes,\u201D said Vey."))
        .containsExactly("We ask first,", "Yes,");
  }

  @Test
  void aRangeInsideARangeComesAfterIt() {
    assertThat(inner("\u201CHe told me \u2018go away\u2019 and I went,\u201D she said."))
        .containsExactly("He told me \u2018go away\u2019 and I went,", "go away");
  }

  @Test
  void aStrayMarkSpoilsOnlyItsParagraph() {
    assertThat(
            inner(
                "The 6\" pipe broke.\n\nShe said \u201Cenough\u201D and left.\n\nA \"fix\" came."))
        .containsExactly("enough", "fix");
  }

  @Test
  void aParagraphThatOpensAgainGoesOn() {
    String text = "\u201CFirst we wait.\n\n\u201CThen we go,\u201D he said.";
    assertThat(scan(text)).hasSize(1);
    assertThat(scan(text).get(0).begin()).isZero();
    assertThat(text.substring(0, scan(text).get(0).end())).endsWith("go,\u201D");
  }

  @Test
  void aMarkThatNeverClosesHoldsToTheEndOfItsParagraph() {
    List<MarkedRange> found = scan("\u201CWe wait until noon.\n\nNobody came.");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).closed()).isFalse();
    assertThat(found.get(0).end()).isEqualTo("\u201CWe wait until noon.".length());
  }

  @Test
  void aHundredThousandMarksAreScanned() {
    for (String mark :
        List.of("\"", "\u201C", "\u201D", "'", "\u00AB", "\u201E", "a \" b ", "\u201Cx\u2018")) {
      String text = mark.repeat(100_000);
      for (MarkedRange range : scan(text)) {
        assertThat(range.end()).isLessThanOrEqualTo(text.length());
      }
    }
  }

  @Provide
  Arbitrary<String> markedText() {
    return Arbitraries.strings()
        .withChars("ab. ,\n\"'\u201C\u201D\u2018\u2019\u00AB\u00BB\u201E`\u300C\u300D")
        .ofMaxLength(80);
  }

  @Property
  void rangesLieInTheTextAndNest(@ForAll("markedText") String text) {
    List<MarkedRange> found = scan(text);
    for (int i = 0; i < found.size(); i++) {
      MarkedRange a = found.get(i);
      assertThat(a.begin()).isNotNegative().isLessThan(a.innerBegin());
      assertThat(a.innerBegin()).isLessThan(a.innerEnd());
      assertThat(a.innerEnd()).isLessThanOrEqualTo(a.end());
      assertThat(a.end()).isLessThanOrEqualTo(text.length());
      for (MarkedRange b : found.subList(i + 1, found.size())) {
        assertThat(b.begin() >= a.end() || b.end() <= a.end()).isTrue();
      }
    }
  }
}
