package org.polylogue.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.stance.Codebook;
import org.polylogue.discourse.stance.StanceReader;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Mention;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

class StatementExtractionTest {

  private static final String TEXT =
      "The dam is a gift, Dessen said. The dam kills rivers, Quist said.\nNobody asked, an aide said.";

  private static final Speaker DESSEN = new Speaker.Resolved("p1", "Ilmar Dessen");
  private static final Speaker QUIST = new Speaker.Resolved("p2", "Anders Quist");

  private static Span span(String words) {
    int at = TEXT.indexOf(words);
    return new Span(at, at + words.length());
  }

  private static Quotation said(String words, Speaker speaker) {
    return new Quotation(
        List.of(span(words)),
        Optional.empty(),
        Optional.empty(),
        speaker,
        Quotation.Kind.INDIRECT,
        Quotation.Mode.SPEECH,
        OptionalInt.empty(),
        "test",
        1);
  }

  private static Sentiment tone(String words, double score, Voice voice) {
    return new Sentiment(span(words), score, voice, Optional.empty(), List.of());
  }

  private static Actor actor(String id, String name, String party) {
    return new Actor(
        id, name, ActorType.PERSON, new TreeSet<>(List.of(name)), Map.of("party", party));
  }

  private static Mention named(String words, String actorId) {
    return new Mention(span(words), Mention.Form.NAME, actorId, Optional.empty(), 1);
  }

  private static Discourse discourse(List<Stance> stances) {
    Article plain = Article.of("a1", "A dam", TEXT);
    Publication publication =
        new Publication(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Moment.of(LocalDate.of(2023, 5, 1))),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    Article article = new Article("a1", "A dam", publication, plain.text(), plain.blocks());
    Comment ann = comment("c1", "Ann", Optional.empty());
    Comment bob = comment("c2", "Bob", Optional.of("c1"));
    Conversation conversation = Conversation.of(article, List.of(ann, bob));
    List<DocumentDiscourse> found = new ArrayList<>();
    found.add(
        new DocumentDiscourse(
            "a1",
            List.of(named("Dessen", "p1"), named("Quist", "p2"), named("aide", "p1")),
            List.of(
                said("The dam is a gift", DESSEN),
                said("The dam kills rivers", QUIST),
                said("Nobody asked", new Speaker.Described("an aide", span("an aide")))),
            List.of(),
            List.of(
                tone("The dam is a gift", 0.6, new Voice.Source(DESSEN)),
                tone("The dam kills rivers", -0.7, new Voice.Source(QUIST)),
                tone("Quist said", 0.9, new Voice.Author())),
            List.of()));
    for (String id : List.of("c1", "c2")) {
      found.add(new DocumentDiscourse(id, List.of(), List.of(), List.of(), List.of(), List.of()));
    }
    return new Discourse(
        conversation,
        List.of(actor("p1", "Ilmar Dessen", "Concord"), actor("p2", "Anders Quist", "Opposition")),
        found,
        stances);
  }

  private static Comment comment(String id, String author, Optional<String> parent) {
    return new Comment(
        id, Optional.of(author), Optional.empty(), OptionalInt.empty(), "Yes.", parent);
  }

  private static Stance stance(Speaker speaker, StanceLabel label, String words) {
    return new Stance.Taken(
        "a1",
        new Voice.Source(speaker),
        new Stance.Target.OfConcept("dam"),
        label,
        0.9,
        List.of(new Passage("a1", span(words))));
  }

  /** For gifts, against killing, undecided about asking, and silent about anything else. */
  private static Stance read(StanceQuestion question) {
    String words = question.own().get(0).of(question.document().text());
    StanceLabel label =
        words.contains("gift")
            ? StanceLabel.Favor.FAVOR
            : words.contains("kills") ? StanceLabel.Favor.AGAINST : StanceLabel.Favor.NONE;
    return new Stance.Taken(
        question.document().id(),
        question.holder(),
        question.target(),
        label,
        0.9,
        List.of(new Passage(question.document().id(), question.own().get(0))));
  }

  private static StatementExtraction asking(String concept) {
    Codebook.Concept one = new Codebook.Concept(concept, List.of(concept), List.of());
    return StatementExtraction.of(new Codebook(List.of(one)), StatementExtractionTest::read);
  }

  private static final StatementExtraction DAM = asking("dam");

  @Test
  void stances_of_quoted_speakers_towards_concepts_are_statements() {
    StatementExtraction.Extracted found =
        StatementExtraction.ofStances()
            .of(
                discourse(
                    List.of(
                        stance(DESSEN, StanceLabel.Favor.FAVOR, "is a gift"),
                        stance(QUIST, StanceLabel.Favor.NONE, "kills rivers"))));
    assertThat(found.withoutSide()).isEqualTo(1);
    assertThat(found.statements())
        .containsExactly(
            new Statement(
                "Ilmar Dessen",
                "dam",
                true,
                "a1",
                Optional.of(new Passage("a1", span("is a gift"))),
                Optional.of(LocalDate.of(2023, 5, 1)),
                Map.of("party", "Concord")));
  }

  @Test
  void quotations_are_read_with_a_codebook() {
    StatementExtraction.Extracted found = DAM.of(discourse(List.of()));
    assertThat(found.statements())
        .extracting(s -> s.speaker() + " " + s.agreement())
        .containsExactly("Ilmar Dessen true", "Anders Quist false");
    assertThat(found.statements().get(1).passage().orElseThrow().span().of(TEXT))
        .isEqualTo("The dam kills rivers");
  }

  @Test
  void a_stance_that_is_there_decides_over_the_same_words() {
    StatementExtraction.Extracted found =
        DAM.of(discourse(List.of(stance(QUIST, StanceLabel.Favor.FAVOR, "kills rivers"))));
    assertThat(found.statements())
        .extracting(s -> s.speaker() + " " + s.agreement())
        .containsExactly("Anders Quist true", "Ilmar Dessen true");
  }

  @Test
  void speakers_without_a_name_and_quotations_without_a_side_are_counted() {
    StatementExtraction.Extracted asked = asking("asked").of(discourse(List.of()));
    assertThat(asked.withoutSide()).isEqualTo(1);
    StatementExtraction.Extracted described =
        StatementExtraction.ofStances()
            .of(
                discourse(
                    List.of(
                        stance(
                            new Speaker.Described("an aide", span("an aide")),
                            StanceLabel.Favor.AGAINST,
                            "Nobody asked"))));
    assertThat(described.statements()).isEmpty();
    assertThat(described.withoutSpeaker()).isEqualTo(1);
  }

  @Test
  void the_shipped_reader_answers_for_a_codebook() {
    Codebook codebook =
        new Codebook(List.of(new Codebook.Concept("dam", List.of("dam"), List.of())));
    StatementExtraction.Extracted found =
        StatementExtraction.of(codebook, StanceReader.of(DiscourseModels.shipped().stances()))
            .of(discourse(List.of()));
    assertThat(found.statements().size() + found.withoutSide()).isBetween(0, 2);
    assertThat(found.statements())
        .allSatisfy(s -> assertThat(s.passage().orElseThrow().span().of(TEXT)).contains("dam"));
  }

  @Test
  void actors_named_in_one_paragraph_are_joined() {
    CoMentionNetwork paragraphs = new CoMentionNetwork(CoMentionNetwork.Unit.PARAGRAPH);
    paragraphs.add(discourse(List.of()));
    Network network = paragraphs.toNetwork();
    assertThat(network.weight("Ilmar Dessen", "Anders Quist")).isEqualTo(1);
    assertThat(network.nodes().get(0).attributes())
        .containsEntry("mentions", 2)
        .containsEntry("party", "Concord")
        .containsEntry("actor", "p1");
    CoMentionNetwork documents = new CoMentionNetwork(CoMentionNetwork.Unit.DOCUMENT);
    documents.add(discourse(List.of()));
    assertThat(documents.toNetwork().nodes().get(0).attributes()).containsEntry("mentions", 1);
  }

  @Test
  void replies_are_added_up_over_articles() {
    RepliesNetwork replies = new RepliesNetwork();
    replies.add(discourse(List.of()).conversation());
    replies.add(discourse(List.of()).conversation());
    Network network = replies.toNetwork();
    assertThat(network.directed()).isTrue();
    assertThat(network.weight("Bob", "Ann")).isEqualTo(2);
    assertThat(network.weight("Ann", "Bob")).isZero();
    assertThat(network.nodes().get(0).attributes()).containsEntry("comments", 2);
    assertThat(new RepliesNetwork().toNetwork().nodes()).isEmpty();
  }
}
