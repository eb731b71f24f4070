package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.model.Comment;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel.Agreement;
import org.polylogue.model.StanceLabel.Favor;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** All four directions through the one judge. */
class StanceReaderTest {

  private static StanceReader reader;
  private static ConceptQuestions concepts;

  @BeforeAll
  static void load() throws IOException {
    Codebook codebook =
        Codebook.read(
            new StringReader(
                "{\"concepts\": [{\"name\": \"toll road\", \"phrases\": [\"toll road\"],"
                    + " \"patterns\": [\"road (charges|fees)\"]}]}"),
            "test");
    concepts = new ConceptQuestions(codebook);
    reader =
        StanceReader.of(
            new LinearStanceJudge(
                PairStance.shipped(ValenceLexicon.shipped()), TargetStance.shipped()));
  }

  private static Stance answering(String parent, String reply) {
    return reader.read(
        StanceQuestion.answering(
            Comment.of("c", reply),
            List.of(Span.allOf(reply)),
            new Stance.Target.OfParent("p"),
            parent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Exactly, well said. I couldn't agree more.",
        "Yes, absolutely true.",
        "Agreed, that's exactly right."
      })
  void agreementOnAnyTopic(String reply) {
    Stance stance = answering("The new bridge was worth every penny.", reply);
    assertThat(stance).isInstanceOf(Stance.Taken.class);
    assertThat(((Stance.Taken) stance).label()).isEqualTo(Agreement.AGREE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No, you're wrong. That's not true at all, do some research.",
        "Bullshit. Why would anyone believe you?",
        "You are a liar, you clearly don't know what you are talking about."
      })
  void disagreementOnAnyTopic(String reply) {
    Stance stance = answering("The new bridge was worth every penny.", reply);
    assertThat(stance).isInstanceOf(Stance.Taken.class);
    assertThat(((Stance.Taken) stance).label()).isEqualTo(Agreement.DISAGREE);
  }

  static Stream<List<Object>> actors() {
    return Stream.of(
        List.of("Mayor Holt is a corrupt liar and should resign.", Favor.AGAINST),
        List.of("Holt again, that traitor. What a disgrace for our town!", Favor.AGAINST),
        List.of("Holt remains a faithful lackey of the builders.", Favor.AGAINST),
        List.of("Thank you Holt, great work! Best mayor we ever had.", Favor.FAVOR),
        List.of("I love Holt, he is honest and brave.", Favor.FAVOR));
  }

  @ParameterizedTest
  @MethodSource("actors")
  void stanceTowardsAnActorThatNoModelKnows(List<Object> row) {
    Comment comment = Comment.of("c", (String) row.get(0));
    Stance stance =
        reader.read(StanceQuestion.of(comment, new Stance.Target.OfActor("person/holt", "Holt")));
    assertThat(stance).isInstanceOf(Stance.Taken.class);
    Stance.Taken taken = (Stance.Taken) stance;
    assertThat(taken.label()).isEqualTo(row.get(1));
    assertThat(taken.confidence()).isBetween(0.5, 1.0);
    assertThat(taken.evidence()).extracting(Passage::documentId).containsOnly("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Holt met the council in the town hall on Tuesday.",
        "I saw Holt at the market.",
        "Is Holt still the mayor?"
      })
  void namingAnActorIsNoStance(String text) {
    Stance stance =
        reader.read(
            StanceQuestion.of(
                Comment.of("c", text), new Stance.Target.OfActor("person/holt", "Holt")));
    if (stance instanceof Stance.Taken taken) {
      assertThat(taken.label()).isEqualTo(Favor.NONE);
    }
  }

  @Test
  void stanceTowardsAClaimNeedsNoMention() {
    Comment comment = Comment.of("c", "Praise the Lord, Jesus is our saviour. Amen! #Bible");
    Stance stance =
        reader.read(StanceQuestion.of(comment, new Stance.Target.OfClaim("secular state")));
    assertThat(stance).isInstanceOf(Stance.Taken.class);
    assertThat(((Stance.Taken) stance).label()).isEqualTo(Favor.AGAINST);
  }

  @Test
  void aConceptIsFoundByItsPatternAndJudgedInItsSentence() {
    Comment comment =
        Comment.of("c", "Good morning. Stop these disgusting road fees, they are a scam!");
    Stance stance = reader.read(aboutTolls(comment).orElseThrow());
    assertThat(stance).isInstanceOf(Stance.Taken.class);
    Stance.Taken taken = (Stance.Taken) stance;
    assertThat(taken.label()).isEqualTo(Favor.AGAINST);
    assertThat(taken.evidence().get(0).span().of(comment.text())).contains("scam");
  }

  @Test
  void aConceptThatIsNotRecognisedIsNotAskedAbout() {
    assertThat(aboutTolls(Comment.of("c", "Nothing of the kind."))).isEmpty();
    assertThatThrownBy(
            () ->
                concepts.about("canal", Comment.of("c", "Yes."), List.of(), new Voice.Commenter()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no concept 'canal' in the codebook; there are [toll road]");
  }

  private static Optional<StanceQuestion> aboutTolls(Comment comment) {
    return concepts.about(
        "toll road", comment, List.of(Span.allOf(comment.text())), new Voice.Commenter());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "...", "?!", "\u00a0\u2028"})
  void withoutWordsOfOnesOwnThereIsNoStance(String text) {
    assertThat(answering("The new bridge was worth every penny.", text))
        .isInstanceOf(Stance.Withheld.class);
    assertThat(
            reader.read(
                StanceQuestion.of(
                    Comment.of("c", text), new Stance.Target.OfActor("person/holt", "Holt"))))
        .isInstanceOf(Stance.Withheld.class);
  }

  @Test
  void everyStanceNamesItsJudge() {
    assertThat(answering("The bridge was worth it.", "Yes.").judge().orElseThrow().toString())
        .matches("linear-stance@[0-9a-f]{16}");
  }

  @Test
  void ironyIsPartOfTheEvidence() {
    Stance stance =
        answering("The council did great work.", "Nonsense. Who would believe that? lol");
    assertThat(stance).isInstanceOf(Stance.Taken.class);
    String text = "Nonsense. Who would believe that? lol";
    assertThat(((Stance.Taken) stance).evidence())
        .extracting(passage -> passage.span().of(text))
        .contains("Who would believe that?", "lol");
  }

  @Test
  void labelsOfTheTwoSchemesConvertBackAndForth() {
    for (Favor label : Favor.values()) {
      assertThat(StanceLabels.favor(StanceLabels.agreement(label))).isEqualTo(label);
    }
    assertThat(StanceLabels.favor(Agreement.QUERY)).isEqualTo(Favor.NONE);
  }
}
