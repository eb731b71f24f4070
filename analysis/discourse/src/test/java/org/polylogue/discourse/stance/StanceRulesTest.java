package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.model.Article;
import org.polylogue.model.Stance;
import org.polylogue.text.Span;

/**
 * {@link PhraseTable}, {@link PostTokens}, {@link PostNGrams}, {@link Cues}, {@link ReplyMoves},
 * {@link Condemnations}, {@link Camps}, {@link TargetPhrase}, {@link Offsets}.
 */
class StanceRulesTest {

  private static final Camps CAMPS = Camps.shipped();

  @Test
  void theLongestPhraseIsFoundAndEndingsAreOpen() {
    PhraseTable<String> table = new PhraseTable<>();
    table.put("high water", "tide");
    table.put("high", "up");
    table.put("high water mark", "line");
    table.put("ebb*", "down");
    List<String> words = List.of("the", "high", "water", "mark", "ebbing", "high");
    assertThat(table.longest(words, 0)).isNull();
    assertThat(table.longest(words, 1)).isEqualTo(new PhraseTable.Match<>("line", 3));
    assertThat(table.longest(words, 4)).isEqualTo(new PhraseTable.Match<>("down", 1));
    assertThat(table.longest(words, 5)).isEqualTo(new PhraseTable.Match<>("up", 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "don’t; WORD; don't",
        "soooo; WORD; soo",
        "#HighTide; HASHTAG; #hightide",
        "@ada_q; HANDLE; @ada_q",
        "https://x.example/a; ADDRESS; <url>",
        "3,500.5; NUMBER; 3,500.5",
        ":-)); EMOTICON; :-))",
        "?!!; MARK; ?!",
        "!!; MARK; !!",
        "…; MARK; ."
      })
  void aPostIsCutIntoTokens(String text, PostTokens.Kind kind, String norm) {
    assertThat(PostTokens.of(text)).hasSize(1);
    PostTokens.Token token = PostTokens.of(text).get(0);
    assertThat(token.kind()).isEqualTo(kind);
    assertThat(token.norm()).isEqualTo(norm);
    assertThat(token.end()).isEqualTo(text.length());
  }

  @ParameterizedTest
  @CsvSource({
    "#HighTideNow, High Tide Now",
    "#NATOnow, NAT Onow",
    "@ada_quill, ada quill",
    "#g20, g 20"
  })
  void aTagIsOpenedIntoItsWords(String tag, String words) {
    int[] bounds = PostTokens.parts(tag);
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < bounds.length; i += 2) {
      found.append(i == 0 ? "" : " ").append(tag, bounds[i], bounds[i + 1]);
    }
    assertThat(found).hasToString(words);
  }

  @Test
  void sequencesHaveTheLengthOne() {
    PostWords text = PostWords.of("ebb and flow #HighTide");
    assertThat(PostNGrams.words(text, "w:", 2).length()).isCloseTo(1, within(1e-9));
    assertThat(PostNGrams.words(text, "w:", 2).value("w:ebb and")).isPositive();
    assertThat(PostNGrams.words(text, "w:", 2).value("w:high tide")).isPositive();
    assertThat(PostNGrams.words(text, "w:", 1).value("w:ebb and")).isZero();
    assertThat(PostNGrams.letters(text).value("c: eb")).isPositive();
    assertThat(PostNGrams.letters(PostWords.of("")).size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Who would doubt it?; RHETORICAL_QUESTION",
        "It rains??; RHETORICAL_QUESTION",
        "At noon or later?; ",
        "Yeah right, it rains.; SARCASM",
        "lol; SARCASM",
        "It rains.; "
      })
  void ironyAndQuestionsThatAssertAreCues(String text, Cues.Kind kind) {
    assertThat(Cues.of(PostWords.of(text)))
        .extracting(Cues.Cue::kind)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @ParameterizedTest
  @CsvSource({"Well said., agree", "You're wrong., disagree", "The tide is high.,"})
  void movesAreFoundOnAnyTopic(String reply, String kind) {
    assertThat(ReplyMoves.shipped().find(PostWords.of(reply)))
        .extracting(ReplyMoves.Move::kind)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Our crooks sail on.; Our crooks",
        "These lazy thieves again.; These lazy thieves",
        "They are not our crooks.; ",
        "A crook came.; ",
        "Our harbour is deep.; "
      })
  void aDescriptionThatCondemnsIsAStance(String text, String phrase) {
    Article document = Article.of("a", "", text);
    assertThat(Condemnations.in(document, List.of(Span.allOf(text))))
        .extracting(stance -> stance.target().label())
        .isEqualTo(phrase == null ? List.of() : List.of(phrase));
  }

  @ParameterizedTest
  @CsvSource({
    "The harbour is a swindler., harbour, true",
    "The harbour is no swindler., harbour, false",
    "The harbour is deep., harbour, false",
    "He is a swindler., harbour, false"
  })
  void aSentenceMayCallItsTargetNames(String text, String target, boolean called) {
    TargetPhrase phrase = TargetPhrase.of(target, List.of(), CAMPS);
    assertThat(Condemnations.predicated(PostWords.of(text), phrase)).isEqualTo(called);
  }

  @ParameterizedTest
  @CsvSource({
    "harbour tunnel, 1, tunnel, true",
    "a ban on tunnels, -1, tunnel, true",
    "harbour tunnel, 1, ferry, false"
  })
  void aTargetIsItsWordsAndADirection(String phrase, int direction, String word, boolean names) {
    TargetPhrase target = TargetPhrase.of(phrase, List.of(), CAMPS);
    assertThat(target.direction()).isEqualTo(direction);
    assertThat(target.names(word)).isEqualTo(names);
  }

  @Test
  void theTableOfCampsKnowsWhereATargetStands() {
    assertThat(CAMPS.positions(PostWords.of("Democrats"))).containsEntry("politics", 1.0);
    assertThat(CAMPS.positions(PostWords.of("a quiet harbour"))).isEmpty();
    assertThat(CAMPS.places(PostWords.of("we say #NeverTrump now")))
        .extracting(Camps.Place::start)
        .containsExactly(2);
  }

  @Test
  void offsetsMoveTheBestClassAndProbabilitiesSumToOne() {
    double[] scores = {0.1, 0.2, 0};
    assertThat(Offsets.best(scores, new double[3])).isEqualTo(1);
    assertThat(Offsets.best(scores, new double[] {0.5, 0, 0})).isZero();
    assertThat(Arrays.stream(Offsets.probabilities(scores, new double[3])).sum())
        .isCloseTo(1, within(1e-9));
    List<double[]> cases = List.of(new double[] {0, 0.3, 0}, new double[] {0, 0.5, 0});
    double[] tuned = Offsets.tune(cases, new int[] {0, 1}, 2);
    assertThat(Offsets.best(cases.get(0), tuned)).isZero();
    assertThat(Offsets.best(cases.get(1), tuned)).isEqualTo(1);
  }

  @Test
  void whatWithholdsHasAReasonAndNoSide() {
    Stance withheld =
        new Stance.Withheld(
            "a",
            new org.polylogue.model.Voice.Commenter(),
            new Stance.Target.OfClaim("tides"),
            "no words",
            java.util.Optional.empty());
    assertThat(withheld.taken()).isEmpty();
    assertThat(withheld.withheld()).contains("no words");
  }
}
