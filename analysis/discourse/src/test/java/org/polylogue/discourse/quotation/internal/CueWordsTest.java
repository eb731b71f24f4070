package org.polylogue.discourse.quotation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.model.Quotation;

class CueWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Ada|NNP|2|nsubj said|VBD|0 so; 1; said",
        "Ada|NNP|4|nsubj has|VBZ|4|aux never|RB|4 said|VBN|0 so; 3; has never said",
        "Ada|NNP|2|nsubj made|VBD|0 out|RP|2|compound:prt that; 1; made out",
        "It was|VBD|4|cop not|RB|4 clear|JJ|0 that; 3; was not clear"
      })
  void aCueIsItsHeadWithItsHelpers(String text, int head, String cue) {
    ParsedText t = Parsed.of(text);
    assertThat(CueWords.cue(t, head).of(t.text)).isEqualTo(cue);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "the|DT|2|det mayor|NN|3|nsubj said|VBD|0 so; 1; 2; the mayor",
        "from|IN|2|case Ada|NNP|3|obl heard|VBD|0 we; 1; 2; Ada",
        "the|DT|2|det man|NN|0 ,|,|2|punct who|WP|5|nsubj said|VBD|2|acl:relcl so; 1; 4; the man",
      })
  void aSourceIsANounPhraseWithoutTheClauseOfTheCue(String text, int head, int cue, String source) {
    ParsedText t = Parsed.of(text);
    assertThat(CueWords.source(t, head, cue).of(t.text)).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Ada|NNP|2|nsubj said|VBD|0 it is late; 2; 4; INDIRECT",
        "Ada|NNP|2|nsubj said|VBD|0 “ _It|PRP|5|nsubj is|VBZ|2|ccomp late _”; 2; 6; DIRECT",
        "Ada|NNP|2|nsubj said|VBD|0 it was “ _awfully late _”; 2; 7; MIXED",
        "Ada|NNP|2|nsubj wants|VBZ|0 “ _more tea _”; 2; 5; MIXED"
      })
  void aKindTellsHowManyWordsStandInMarks(String text, int first, int last, Quotation.Kind kind) {
    ParsedText t = Parsed.of(text);
    assertThat(CueWords.kind(t, List.of(new int[] {first, last}))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"say, SPEECH", "write, WRITING", "tweet, WRITING", "believe, THOUGHT", "nod, SPEECH"})
  void aModeIsThatOfTheCue(String cue, Quotation.Mode mode) {
    assertThat(CueWords.mode(Parsed.of(cue + "|VB|0"), 0)).isEqualTo(mode);
  }
}
