package org.polylogue.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

class SpeaksAboutNetworkTest {

  private static final String ARTICLE = "Orla: Pim lies, Pim said Teo fails, and I, Orla, know.";
  private static final String COMMENT = "Pim is right.";

  private static final Speaker ORLA = new Speaker.Resolved("o", "Orla");
  private static final Speaker PIM = new Speaker.Resolved("p", "Pim");

  private static final Speaker TEO = new Speaker.Resolved("t", "Teo");

  private static Span span(String text, String words) {
    int at = text.indexOf(words);
    return new Span(at, at + words.length());
  }

  private static Mention mention(Span span, String actor) {
    return new Mention(span, Mention.Form.NAME, actor, Optional.empty(), 1);
  }

  private static Quotation said(String words, Speaker speaker) {
    return new Quotation(
        List.of(span(ARTICLE, words)),
        Optional.empty(),
        Optional.empty(),
        speaker,
        Quotation.Kind.INDIRECT,
        Quotation.Mode.SPEECH,
        OptionalInt.empty(),
        "test",
        1);
  }

  private static Quotation attitude(String words) {
    Quotation said = said(words, TEO);
    return new Quotation(
        said.content(),
        said.cue(),
        said.source(),
        said.speaker(),
        said.kind(),
        said.mode(),
        Quotation.Grade.ATTITUDE,
        said.parent(),
        said.rule(),
        said.confidence());
  }

  private static Sentiment tone(Span target, double score, Voice voice) {
    return new Sentiment(target, score, voice, Optional.of(target), List.of());
  }

  private static Actor actor(String id, String name) {
    return new Actor(id, name, ActorType.PERSON, new TreeSet<>(List.of(name)), Map.of());
  }

  private static Comment comment(String id, Optional<String> author) {
    return new Comment(
        id, author, Optional.empty(), OptionalInt.empty(), COMMENT, Optional.empty());
  }

  private static Network network() {
    Span firstPim = span(ARTICLE, "Pim lies");
    Span pim = new Span(firstPim.start(), firstPim.start() + 3);
    Span secondPim = span(ARTICLE, "Pim said");
    Span teo = span(ARTICLE, "Teo");
    Span self = span(ARTICLE, "I,");
    DocumentDiscourse article =
        new DocumentDiscourse(
            "a",
            List.of(
                mention(span(ARTICLE, "Orla"), "o"),
                mention(pim, "p"),
                mention(new Span(secondPim.start(), secondPim.start() + 3), "p"),
                mention(teo, "t"),
                mention(span(ARTICLE, "fails"), "f"),
                mention(self, "o")),
            List.of(
                said("Teo fails", PIM),
                attitude("fails"),
                said("Pim lies, Pim said Teo fails, and I, Orla, know.", ORLA)),
            List.of(),
            List.of(
                tone(pim, -0.8, new Voice.Source(ORLA)),
                tone(teo, -0.5, new Voice.Source(PIM)),
                tone(teo, 0.9, new Voice.Author())),
            List.of());
    Span named = span(COMMENT, "Pim");
    DocumentDiscourse named1 = commented("c1", named);
    DocumentDiscourse named2 = commented("c2", named);
    Conversation conversation =
        Conversation.of(
            Article.of("a", "Heads", ARTICLE),
            List.of(comment("c1", Optional.of("Teo")), comment("c2", Optional.empty())));
    Stance favor =
        new Stance.Taken(
            "c1",
            new Voice.Commenter(),
            new Stance.Target.OfActor("p", "Pim"),
            StanceLabel.Favor.FAVOR,
            0.9,
            List.of(new Passage("c1", named)));
    SpeaksAboutNetwork network = new SpeaksAboutNetwork();
    network.add(
        new Discourse(
            conversation,
            List.of(actor("o", "Orla"), actor("p", "Pim"), actor("t", "Teo"), actor("f", "Fail")),
            List.of(article, named1, named2),
            List.of(favor)));
    return network.toNetwork();
  }

  private static DocumentDiscourse commented(String id, Span named) {
    return new DocumentDiscourse(
        id,
        List.of(mention(named, "p")),
        List.of(),
        List.of(),
        List.of(tone(named, 0.6, new Voice.Commenter())),
        List.of());
  }

  @Test
  void speakers_and_commenters_are_tied_to_those_they_speak_about_and_never_to_themselves() {
    Network network = network();
    assertThat(network.directed()).isTrue();
    assertThat(network.ties())
        .extracting(tie -> tie.source() + " > " + tie.target() + " " + tie.weight())
        .containsExactly(
            "Orla > Pim 2.0", "Pim > Fail 1.0", "Pim > Teo 1.0", "Teo (commenter) > Pim 1.0");
    assertThat(network.nodes())
        .extracting(node -> node.id() + " " + node.attributes().get("spoken_about"))
        .containsExactly("Fail 1", "Orla 0", "Pim 3", "Teo 1", "Teo (commenter) 0");
  }

  @Test
  void tones_count_in_the_voice_of_the_speaker_and_stances_on_their_side() {
    List<Network.Tie> ties = network().ties();
    assertThat(ties.get(0).attributes()).containsEntry("tone", -0.8).containsEntry("negative", 1);
    assertThat(ties.get(2).attributes()).containsEntry("tone", -0.5).containsEntry("positive", 0);
    assertThat(ties.get(3).attributes())
        .containsEntry("tone", 0.6)
        .containsEntry("positive", 1)
        .containsEntry("favor", 1)
        .containsEntry("against", 0);
  }
}
