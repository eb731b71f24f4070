package org.polylogue.discourse.quotation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/** {@link Signatures}, {@link Paragraphs}, {@link MarkedWords}, {@link Cast}. */
class QuotationRulesTest {

  private static List<Block> blocks(ParsedText t) {
    return Article.of("a", "", t.text).blocks();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "— Ada|NNP Quill|NNP , mayor; Ada Quill , mayor",
        "- Ada|NNP; Ada",
        "— a plain dash;",
        "Ada|NNP without a dash;",
        "— Ada|NNP left|VBD early;",
        "— Ada|NNP ?;"
      })
  void aSignatureIsADashAndANameWithoutAVerb(String text, String signature) {
    ParsedText t = Parsed.of(text);
    Span found = new Signatures(t).in(new Span(0, t.text.length()));
    assertThat(found == null ? null : found.of(t.text)).isEqualTo(signature);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "- a point; true; false; false",
        "2. a point; true; false; false",
        "2 points; false; false; false",
        "We|PRP wait; false; true; false",
        "They said “ _we|PRP wait _”; false; false; false",
        "However it rains; false; false; true",
        "In addition it rains; false; false; true",
        "In it rains; false; false; false"
      })
  void aParagraphIsAnItemOrSpeaksOrGoesOn(
      String text, boolean item, boolean speaks, boolean goesOn) {
    ParsedText t = Parsed.of(text);
    Paragraphs paragraphs = new Paragraphs(t, blocks(t));
    assertThat(paragraphs.isItem(0)).isEqualTo(item);
    assertThat(paragraphs.speaks(0)).isEqualTo(speaks);
    assertThat(paragraphs.beginsAuthorial(0)).isEqualTo(goesOn);
  }

  @Test
  void paragraphsKnowTheirTokens() {
    ParsedText t = Parsed.of("One two / three // four five");
    Paragraphs paragraphs = new Paragraphs(t, blocks(t));
    assertThat(paragraphs.size()).isEqualTo(2);
    assertThat(paragraphs.firstToken(1)).isEqualTo(3);
    assertThat(paragraphs.lastToken(0)).isEqualTo(2);
    assertThat(paragraphs.lastSentence(0)).isEqualTo(1);
    assertThat(paragraphs.lastChar(1)).isEqualTo('e');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Ada|NNP|||PERSON “ _Red _” Quill|NNP|||PERSON ran; NICKNAME",
        "they call|VBP|0 it “ _Needle _”; NICKNAME",
        "the novel “ _Low Water _”; TITLE",
        "they saw “ _Winter Harbour Lights _”; TITLE",
        "the term “ _slack water _”; TERM",
        "the so-called|JJ “ _reform _”; SCARE_QUOTE",
        "a “ _reform _” of sorts; SCARE_QUOTE",
        "the proverb “ _still waters run deep _”; SAYING"
      })
  void marksThatQuoteNoSpeechHaveAKind(String text, MarkedExpression.Kind kind) {
    ParsedText t = Parsed.of(text);
    assertThat(new MarkedWords(t).classify(new boolean[t.marks.size()]))
        .extracting(MarkedExpression::kind)
        .containsExactly(kind);
  }

  @Test
  void theSurestReadingHoldsForTheSameWords() {
    ParsedText t = Parsed.of("a “ _low water _” / the novel “ _Low Water _”");
    assertThat(new MarkedWords(t).classify(new boolean[t.marks.size()]))
        .extracting(MarkedExpression::kind)
        .containsOnly(MarkedExpression.Kind.TITLE);
  }

  @Test
  void whatIsSpokenIsNoExpression() {
    ParsedText t = Parsed.of("a “ _low water _”");
    assertThat(new MarkedWords(t).classify(new boolean[] {true})).isEmpty();
  }

  @Test
  void aCastKnowsAPersonByTheLastName() {
    ParsedText t =
        Parsed.of(
            "mayor|NN Ada|NNP|3||PERSON Quill|NNP|4||PERSON said|VBD|0 / Mrs.|NNP"
                + " Quill|NNP|||PERSON left|VBD|0 / Oslo|NNP|||LOCATION");
    Cast cast = Cast.of(t);
    assertThat(cast.namings()).hasSize(3);
    Cast.Member member = cast.namings().get(0).member();
    assertThat(cast.namings().get(1).member()).isSameAs(member);
    assertThat(member.name()).isEqualTo("Ada Quill");
    assertThat(member.gender()).isEqualTo(Gender.FEMALE);
    assertThat(member.roles()).contains("mayor");
    assertThat(cast.namings().get(2).member().person()).isFalse();
    assertThat(cast.at(t.text.indexOf("Quill")).member()).isSameAs(member);
    assertThat(cast.at(0)).isNull();
  }

  private static Speaker speaker(String text, String source) {
    ParsedText t = Parsed.of(text);
    int head = t.tokenAt(t.text.lastIndexOf(source));
    SpeakerResolver resolver = new SpeakerResolver(t, Cast.of(t));
    return resolver
        .resolve(head, -1, new Span(t.charStart[head], t.charEnd[head]), false)
        .speaker();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Ada|NNP|2|nsubj|PERSON said|VBD|0; Ada; actor; Ada",
        "I|PRP|2|nsubj said|VBD|0; I; author; ~~",
        "somebody|NN|2|nsubj said|VBD|0; somebody; described; somebody",
        "mayor|NN Ada|NNP|3|nsubj|PERSON left|VBD|0 / the|DT|2|det mayor|NN|3|nsubj said|VBD|0;"
            + " mayor; actor; Ada",
        "it|PRP|2|nsubj said|VBD|0; it; unknown; NO_ANTECEDENT",
        "she|PRP|2|nsubj said|VBD|0; she; unknown; NO_ANTECEDENT",
        "Mrs.|NNP Ada|NNP|3|nsubj|PERSON left|VBD|0 / she|PRP|2|nsubj said|VBD|0; she; actor; Ada",
        "Mr.|NNP Cole|NNP|3|nsubj|PERSON left|VBD|0 / she|PRP|2|nsubj said|VBD|0;"
            + " she; unknown; NO_ANTECEDENT"
      })
  void aSourceIsANameARoleAPronounOrADescription(
      String text, String source, String type, String label) {
    assertThat(speaker(text, source).type()).isEqualTo(type);
    assertThat(speaker(text, source).label()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 0.6, 0.1, 0.1, THOUGHT",
    "0.5, 0.3, 0.1, 0.1, THOUGHT",
    "0.1, 0.2, 0.6, 0.1, ATTITUDE",
    "0.1, 0.1, 0.2, 0.6,"
  })
  void whatIsNoSpeechHasTheLikeliestOfTheOtherGrades(
      double said, double thought, double attitude, double nothing, Quotation.Grade grade) {
    double[] p = {said, thought, attitude, nothing};
    assertThat(Grader.NOTHING).isEqualTo(3);
    assertThat(Grader.lesser(p)).isEqualTo(grade);
    assertThat(Grader.confidence(0.5, 0.5)).isEqualTo(0.25);
  }

  @Test
  void aDraftHoldsWhatItsSegmentsHold() {
    Draft draft =
        new Draft(
            List.of(new Span(2, 5), new Span(8, 9)),
            -1,
            -1,
            null,
            null,
            Quotation.Kind.DIRECT,
            Quotation.Mode.SPEECH,
            Quotation.Grade.SAID,
            "rule",
            1,
            null);
    assertThat(draft.extent()).isEqualTo(new Span(2, 9));
    assertThat(draft.holds(4)).isTrue();
    assertThat(draft.holds(6)).isFalse();
  }
}
