package org.polylogue.discourse.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Speaker;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

/**
 * {@link TableReader}, {@link SentenceWords}, {@link Modifiers}, {@link OpinionFinder}, {@link
 * Effects}, {@link VoiceRanges}.
 */
class SentimentRulesTest {

  private static final OpinionFinder FINDER =
      new OpinionFinder(ValenceLexicon.shipped(), Modifiers.shipped());

  private static Sentence sentence(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (String word : text.split(" ")) {
      tokens.add(new Token(at, at + word.length(), word, "", ""));
      at += word.length() + 1;
    }
    return Sentence.of(tokens);
  }

  private static Opinion opinion(String text) {
    SentenceWords words = new SentenceWords(sentence(text));
    List<Opinion> found = FINDER.find(words, FINDER.modifiers(words));
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void aTableNamesLineAndColumnOfAMistake() throws IOException {
    TableReader.Row row =
        TableReader.read("t.tsv", new StringReader("# note\n\nebb\tx\t0.5\n")).get(0);
    assertThat(row.line()).isEqualTo(3);
    assertThat(row.cell(0)).isEqualTo("ebb");
    assertThat(row.cell(7)).isEmpty();
    assertThat(row.number(2, 0, 1, "factor")).isEqualTo(0.5);
    assertThatThrownBy(() -> row.number(1, 0, 1, "factor"))
        .hasMessage("t.tsv, line 3, column 5: factor is 'x', not a number from 0.0 to 1.0");
    assertThatThrownBy(() -> row.number(2, 0, 0.2, "factor")).hasMessageContaining("0.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {"Don’t; don't", "TIDE; tide", "👍🏽; 👍", "❤️; ❤"})
  void formsAreLowerCaseWithOneLookOfAnEmoji(String word, String form) {
    assertThat(SentenceWords.normalized(word)).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({
    "it is not honest, true",
    "it is honest, false",
    "nobody came but it is honest, false"
  })
  void aNegatorReachesToTheEndOfItsClause(String text, boolean negated) {
    assertThat(opinion(text).negated()).isEqualTo(negated);
  }

  @ParameterizedTest
  @CsvSource({"very good, good, 1", "slightly good, good, -1", "not honest, honest, -1"})
  void whatStandsBesideAWordRaisesOrLowersIt(String shifted, String plain, int sign) {
    double moved = opinion(shifted).value() - opinion(plain).value();
    assertThat(Math.signum(moved)).isEqualTo(sign);
    assertThat(opinion(shifted).shifts()).isNotEmpty();
    assertThat(opinion(plain).value())
        .isCloseTo(
            opinion(plain).prior()
                + opinion(plain).shifts().stream().mapToDouble(Opinion.Shift::amount).sum(),
            within(1e-9));
  }

  @Test
  void aVerbHasAnEffectOnWhoActsAndWhoIsActedUpon() {
    Effects.Effect rescue = Effects.shipped().of("rescue");
    assertThat(rescue.agent()).isPositive();
    assertThat(Effects.shipped().of("quillfeather")).isNull();
  }

  @Test
  void aSentenceIsCutWhereTheVoiceChanges() {
    Voice source = new Voice.Source(new Speaker.DocumentAuthor());
    Sentence sentence = sentence("high tide , she said");
    VoiceRanges ranges =
        new VoiceRanges(new Voice.Author(), List.of(new VoicedSpan(new Span(0, 9), source)));
    assertThat(ranges.at(3)).isEqualTo(source);
    assertThat(ranges.at(12)).isEqualTo(new Voice.Author());
    assertThat(ranges.parts(sentence))
        .extracting(part -> part.sentence().size(), VoiceRanges.Part::voice)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, source),
            org.assertj.core.groups.Tuple.tuple(3, new Voice.Author()));
  }

  @Test
  void aLaterVoiceHoldsWhereTwoOverlapAndTheFirstGoesOn() {
    Voice outer = new Voice.Source(new Speaker.Resolved("a", "Ada"));
    Voice inner = new Voice.Source(new Speaker.Resolved("b", "Bo"));
    VoiceRanges ranges =
        new VoiceRanges(
            new Voice.Commenter(),
            List.of(new VoicedSpan(new Span(2, 20), outer), new VoicedSpan(new Span(5, 9), inner)));
    assertThat(ranges.at(0)).isEqualTo(new Voice.Commenter());
    assertThat(ranges.at(4)).isEqualTo(outer);
    assertThat(ranges.at(6)).isEqualTo(inner);
    assertThat(ranges.at(10)).isEqualTo(outer);
    assertThat(ranges.at(25)).isEqualTo(new Voice.Commenter());
  }
}
