package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.discourse.stance.PairExample.Relation;
import org.polylogue.text.Span;

/** {@link ReplyCues}, {@link TargetCues}, {@link PairFeatures}. */
class CueFeaturesTest {

  private static final ValenceLexicon LEXICON = ValenceLexicon.shipped();
  private static final WordTones TONES = new WordTones(LEXICON);
  private static final Camps CAMPS = Camps.shipped();
  private static final PairFeatures PAIRS = new PairFeatures(LEXICON);

  private static FeatureVector reply(String parent, String reply) {
    PostWords first = PostWords.of(parent);
    PostWords text = PostWords.of(reply);
    return ReplyCues.of(first, TONES.of(first), text, TONES.of(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Tides turn.; Are you sure?; r:ends-question",
        "Tides turn.; You are wrong!; r:ends-exclamation",
        "Tides turn.; Well...; r:trails",
        "Tides turn.; Yes.; r:tiny",
        "Tides turn.; See https://x.example/a; r:ADDRESS",
        "Tides turn.; Fine :-); r:EMOTICON",
        "Tides turn.; yeah right; r:SARCASM",
        "Are you sure?; yes indeed; t:answer",
        "Are you sure?; yes indeed; t:answer-yes",
        "Tides turn.; no they do; o:no they",
        "Tides turn.; No. They do not turn.; o:short-first",
        "Tides turn.; wrong again; f:wrong",
        "the tide turns at noon; but the tide turns at night; e:quotes-parent"
      })
  void aReplyIsDescribedByCuesThatHoldOnAnyTopic(String parent, String reply, String feature) {
    assertThat(reply(parent, reply).value(feature)).isEqualTo(1);
    assertThat(reply("Tides turn.", "the harbour is a place of calm now").value(feature)).isZero();
  }

  @Test
  void aReplyIsMeasuredByPersonsTonesAndWhatItEchoes() {
    FeatureVector f = reply("The ferry is honest.", "You never like this ferry, they do.");
    assertThat(f.value("r:you")).isPositive();
    assertThat(f.value("r:they")).isPositive();
    assertThat(f.value("r:i")).isZero();
    assertThat(f.value("r:negations")).isPositive();
    assertThat(f.value("p:positive")).isPositive();
    assertThat(f.value("p:you")).isZero();
    assertThat(f.value("e:shared")).isPositive();
    assertThat(f.value("e:negated")).isPositive();
    assertThat(reply("The ferry is honest.", "You like this ferry.").value("e:negated")).isZero();
    assertThat(f.value("l:ratio")).isPositive();
    assertThat(reply("Ha", "You idiot.").value("r:insult")).isPositive();
  }

  private static FeatureVector target(String text, String target) {
    PostWords words = PostWords.of(text);
    return TargetCues.of(
        words, TONES.of(words), TargetPhrase.of(target, List.of(), CAMPS), CAMPS.places(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "stop the ferry now; ferry; m:con; 1",
        "I support the ferry; ferry; m:pro; 1",
        "I support the tunnel; ferry; m:pro; 0",
        "I support the tunnel; ferry; m:absent; 1",
        "The ferry sails; ferry; m:named; 1",
        "The ferry sails; ferry; m:neutral; 1",
        "ferry sails; ferry; m:first; 1",
        "the ferry sails; ferry; m:first; 0",
        "#ferry; ferry; m:HASHTAG; 1",
        "the ferry; ferry; m:WORD; 1",
        "the ferry must go; ferry; g:duty; 1",
        "the ferry never came; ferry; g:negation; 1",
        "WHAT a ferry; ferry; g:shouted; 1",
        "we want it; ferry; g:we; 1",
        "she wants it; ferry; g:we; 0",
        "why; ferry; k:unrelated; 1",
        "vote Democrats; Democrats; k:unrelated; 1"
      })
  void aPostIsDescribedAsSeenFromItsTarget(
      String text, String target, String feature, double value) {
    assertThat(target(text, target).value(feature)).isEqualTo(value);
  }

  @Test
  void theToneNearATargetTurnsWithItsDirection() {
    assertThat(target("an honest tunnel", "tunnel").value("m:near+")).isPositive();
    assertThat(target("an honest tunnel", "ban on tunnels").value("m:near-")).isPositive();
    PostWords words = PostWords.of("an honest ferry");
    TargetPhrase ferry = TargetPhrase.of("ferry", List.of(), CAMPS);
    TargetPhrase tunnel = TargetPhrase.of("tunnel", List.of(), CAMPS);
    assertThat(TargetCues.toneNear(words, TONES.of(words), ferry)).isBetween(0.05, 1.0);
    assertThat(TargetCues.toneNear(words, TONES.of(words), tunnel)).isZero();
  }

  @Test
  void campsTellAlliesAndFoesOfATarget() {
    FeatureVector foe = target("I love the Republicans", "Democrats");
    assertThat(foe.value("k:related")).isEqualTo(1);
    assertThat(foe.value("k:foe")).isEqualTo(1);
    assertThat(foe.value("k:ally")).isZero();
    assertThat(foe.value("k:allied-")).isPositive();
    assertThat(target("#NeverTrump", "Democrats").value("k:voice+")).isPositive();
  }

  private static FeatureVector pair(Relation relation, String first, String text, Span... places) {
    return PAIRS.of(PAIRS.pair(relation, first, List.of(), text, List.of(places)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "ACTOR; Quill; my heart goes out to Quill; l:sympathy; 1",
        "ACTOR; Quill; Quill should resign; l:blame; 1",
        "ACTOR; Quill; well done Quill; l:praise; 1",
        "ARTICLE; Tides; what a headline; l:meta; 1",
        "ACTOR; Quill; Quill sails; a:meant; 1",
        "ACTOR; Quill; they sail; a:absent; 1",
        "ACTOR; Quill; Quill is a swindler.; a:condemned; 1",
        "ACTOR; Quill; poor Quill sails; a:next-before:poor; 1",
        "ACTOR; Quill; Quill sails. Poor ferry; a:after:poor; 0",
        "CLAIM; the tide turns; the tide turns; c:repeated; 1",
        "CLAIM; the tide turns; never will the tide come; c:denied; 1",
        "CLAIM; a ban on ferries; the tide turns; c:turn-; 1",
        "CLAIM; the tide never turns; it never does; c:parity0; 1",
        "CLAIM; the tide turns; it never does; c:parity1; 1",
        "PARENT; The tide turns; the tide turns; x:common2; 1",
        "PARENT; The tide turns; the boat sails; x:common0; 1",
        "PARENT; Tides turn.; the boat sails; x:cueless; 1",
        "PARENT; Tides turn.; the boat sails!; x:cueless; 0",
        "PARENT; Tides turn.; the boat never sails; x:cueless; 0",
        "PARENT; Tides turn.; an honest boat; x:cueless; 0",
        "PARENT; Tides turn.; the boat sails; P|; 1",
        "PARENT; Tides turn.; the boat sails; P|x:common0; 1",
        "PARENT; Tides turn.; the boat sails; a:absent; 0"
      })
  void aPairIsDescribedByWhatBothShareAndWhatTellsAStance(
      Relation relation, String first, String text, String feature, double value) {
    assertThat(pair(relation, first, text).value(feature)).isEqualTo(value);
  }

  @Test
  void aPlaceMeansTheActorWithoutAName() {
    assertThat(pair(Relation.ACTOR, "Quill", "she sails", new Span(0, 3)).value("a:meant"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "He said “the tide turns” today; He said today",
        "He said “the tide” today; He said “the tide” today",
        "He said \"the tide turns\" today; He said today",
        "He said “the tide turns today; He said “the tide turns today",
        "> the tide; > the tide",
        "“the tide turns”; “the tide turns”"
      })
  void quotedStretchesOfThreeWordsAreNotTheWritersOwn(String text, String own) {
    assertThat(PairFeatures.unquoted(text).strip().replaceAll(" +", " ")).isEqualTo(own);
  }

  @Test
  void quotedLinesBeginWithAMark() {
    String text = "> the tide\nNo.\n &gt; it turns\nHe said “so it goes”";
    assertThat(PairFeatures.quotedLines(text))
        .extracting(span -> span.of(text).strip())
        .containsExactly("> the tide", "&gt; it turns");
    assertThat(PairFeatures.quoted(text)).hasSize(3);
    assertThat(PairFeatures.unquoted(text)).contains("No.").doesNotContain("tide", "turns");
    assertThat(PairFeatures.key(Relation.PARENT)).isEqualTo("parent");
  }
}
