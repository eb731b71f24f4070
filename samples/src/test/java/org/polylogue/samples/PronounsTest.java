package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.entity.EntityAnalysis;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.language.LanguageEngine;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.pipeline.Scope;

/** Whom "he" and "she" mean, and where they mean nobody, with the real engine. */
class PronounsTest {

  private static final LanguageEngine ENGINE = QuotationKindsTest.ENGINE;
  private static final EntityAnalysis ENTITIES = new EntityAnalysis(new LanguageAnalysis(ENGINE));

  private static String pronouns(Entities entities, String id, String text) {
    List<String> found = new ArrayList<>();
    for (Mention mention : entities.mentions(id)) {
      if (mention.form() == Mention.Form.PRONOUN) {
        assertThat(mention.confidence()).isBetween(0.0, 1.0);
        found.add(
            mention.span().of(text).toLowerCase(Locale.ROOT)
                + "="
                + entities.actor(mention.actorId()).name());
      }
    }
    return String.join(" ", found);
  }

  private static String inArticle(String written) {
    String text = written.replace("/", "\n");
    Conversation conversation = Conversation.of(Article.of("a", "", text), List.of());
    return pronouns(new Scope().get(ENTITIES, conversation), "a", text);
  }

  private static String inReply(String article, String parent, String reply) {
    List<Comment> comments = new ArrayList<>();
    Comment own = Comment.of("r", reply);
    if (parent.isEmpty()) {
      comments.add(own);
    } else {
      comments.add(Comment.of("p", parent));
      comments.add(own.withReplyTo(Optional.of("p")));
    }
    Conversation conversation = Conversation.of(Article.of("a", "", article), comments);
    return pronouns(new Scope().get(ENTITIES, conversation), "r", reply);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anna Kern opened the bridge. She thanked the builders. | she=Anna Kern",
        "Paul Orton met Anna Kern in Lowmark. She told him that the bridge was safe. | she=Anna"
            + " Kern him=Paul Orton",
        "Paul Orton praised Peter Stahl. He left. | he=Paul Orton",
        "Paul Orton hurt himself. | himself=Paul Orton",
        "Anna Kern herself opened the bridge. | herself=Anna Kern",
        "In her speech, Anna Kern thanked the builders. | her=Anna Kern",
        "When he arrived, Paul Orton thanked the builders. | he=Paul Orton",
        "Anna Kern came with her husband. He opened the bridge. | her=Anna Kern",
        "Anna Kern attacked Peter Stahl on Monday. “He is a liar,” Paul Orton said. | he=Peter"
            + " Stahl",
        "Paul Orton opened the bridge. “It is safe,” he said. | he=Paul Orton",
        "Paul Orton defended the bridge./“It is safe and it will stay safe. Nobody has to worry."
            + " The builders did good work.”/He added that the road would follow. | he=Paul Orton",
        "Paul Orton and his brother Peter Stahl left. | his=Paul Orton",
        "The reporter asked Anna Kern about Peter Stahl. Her answer was short. | her=Anna Kern",
      })
  void pronounsMeanWhoIsSalientAndAgrees(String text, String expected) {
    assertThat(inArticle(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paul Orton and Peter Stahl left. He was angry.",
        "Paul Orton defended Peter Stahl. Maria Lind supports him.",
        "Paul Orton likes him.",
        "Paul Orton is his friend.",
        "His wife, Anna Kern, left.",
        "His friends like Paul Orton.",
        "“He is a liar,” Paul Orton said.",
        "Every driver has to show his or her card. Paul Orton agreed.",
        "Paul Orton left. A man waved, and he smiled.",
        "Mrs Kern left. He stayed.",
        "Anna Kern left. They stayed, and it rained.",
        "Anna Kern opened the bridge. It rained. Then it snowed. Then it rained again. The road was"
            + " closed. The shops were closed. The school was closed. She left.",
      })
  void nobodyIsMeantWhereTheTextLeavesItOpen(String text) {
    assertThat(inArticle(text)).isEmpty();
  }

  @Test
  void aReplyMeansWhomTheCommentThatItAnswersNames() {
    String article = "The bridge of Lowmark was closed on Monday.";
    assertThat(inReply(article, "Anna Kern closed the bridge.", "She is right."))
        .isEqualTo("she=Anna Kern");
    assertThat(inReply(article, "My father liked the bridge.", "He is right.")).isEmpty();
    assertThat(inReply(article, "Anna Kern closed the bridge.", "He is right.")).isEmpty();
    String late = "Anna Kern closed it. It was old. It was rusty. It had holes. It shook.";
    assertThat(inReply(article, late, "Yes. It did. She is right.")).isEqualTo("she=Anna Kern");
    assertThat(inReply(article, "The Harbour Union struck.", "They are right."))
        .isEqualTo("they=Harbour Union");
    assertThat(inReply(article, "The Harbour Union struck.", "Trains are late, they rust."))
        .isEmpty();
  }

  /** "This woman" is who "she" would be, "a woman" and "the woman next door" are not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "This woman is a liar. | Anna Kern",
        "I like that poor woman. | Anna Kern",
        "The poor woman lost a job. | Anna Kern",
        "A woman waved. | ''",
        "The woman of my neighbour waved. | ''",
        "That man is a liar. | ''",
      })
  void thisWomanIsWhoSheWouldBe(String reply, String name) {
    Comment parent = Comment.of("p", "Anna Kern closed the bridge.");
    Comment own = Comment.of("r", reply).withReplyTo(Optional.of("p"));
    Conversation conversation =
        Conversation.of(Article.of("a", "", "It rained."), List.of(parent, own));
    Entities entities = new Scope().get(ENTITIES, conversation);
    String found =
        entities.mentions("r").stream()
            .map(mention -> entities.actor(mention.actorId()).name())
            .collect(Collectors.joining(", "));
    assertThat(found).isEqualTo(name);
  }

  @Test
  void aCommentThatNamesNobodyMeansTheOnePersonOfTheArticle() {
    String about = "Anna Kern closed the bridge. Anna Kern opened the road. Anna Kern left.";
    assertThat(inReply(about, "", "She is right.")).isEqualTo("she=Anna Kern");
    assertThat(inReply(about, "", "He is right.")).isEmpty();
    assertThat(inReply(about + " Maria Lind stayed. Maria Lind wept.", "", "She is right."))
        .isEmpty();
  }

  @Test
  void whoRepeatsWhatSomebodySaidIsAskedAboutHim() {
    Conversation conversation =
        Conversation.of(
            Article.of(
                "a", "", "“No cat has ever paid for a bridge,” Anna Kern said on Monday at noon."),
            List.of(Comment.of("c", "No cat has ever paid for a bridge. What a line!")));
    Discourse discourse = DiscourseAnalysis.of(ENGINE).analyze(conversation, new Scope());
    assertThat(discourse.stances())
        .filteredOn(stance -> stance.documentId().equals("c"))
        .extracting(stance -> stance.target().label())
        .contains("Anna Kern");
  }

  @Test
  void aPronounIsATargetOfToneAndStanceButNoNameToCount() {
    Conversation conversation =
        Conversation.of(
            Article.of("a", "", "Anna Kern closed the bridge of Lowmark on Monday."),
            List.of(
                Comment.of("p", "Anna Kern closed the bridge."),
                Comment.of("r", "I support her, she is honest and brave.")
                    .withReplyTo(Optional.of("p"))));
    Discourse found = new Scope().get(DiscourseAnalysis.of(ENGINE), conversation);
    List<Sentiment> tones = found.document("r").sentiments();
    assertThat(tones).anyMatch(tone -> tone.target().isPresent() && tone.score() > 0);
    assertThat(found.stances())
        .filteredOn(stance -> stance.documentId().equals("r"))
        .filteredOn(Stance.Taken.class::isInstance)
        .extracting(stance -> ((Stance.Taken) stance).label())
        .contains(StanceLabel.Favor.FAVOR);
    ActorRows rows = new ActorRows();
    rows.add(found);
    assertThat(rows.rows())
        .filteredOn(row -> row.get(1).equals("Anna Kern"))
        .extracting(row -> row.get(5))
        .containsExactly(2);
  }

  @Test
  void theSpeakerOfAQuotationIsWhomItsPronounMeans() {
    Conversation conversation =
        Conversation.of(
            Article.of(
                "a", "", "Paul Orton met Anna Kern in Lowmark. “The bridge is safe,” she said."),
            List.of());
    Discourse found = new Scope().get(DiscourseAnalysis.of(ENGINE), conversation);
    assertThat(found.article().quotations())
        .extracting(Quotation::speaker)
        .anySatisfy(
            speaker ->
                assertThat(speaker)
                    .isInstanceOfSatisfying(
                        Speaker.Resolved.class,
                        who -> assertThat(who.name()).isEqualTo("Anna Kern")));
  }
}
