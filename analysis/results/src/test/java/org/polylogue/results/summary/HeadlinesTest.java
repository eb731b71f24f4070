package org.polylogue.results.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

class HeadlinesTest {

  private static final String TITLE = "Brook: ferry ‘sails again’ after ‘witch hunt’";
  private static final String TEXT =
      "Ada Brook told Tom Reed that the ferry sails again when storm damage is mended. Brook left.";
  private static final List<Actor> ACTORS =
      List.of(actor("Ada Brook"), actor("Tom Reed"), actor("Nobody Else"));

  @TempDir Path temp;

  private static Actor actor(String name) {
    return new Actor(name, name, ActorType.PERSON, new TreeSet<>(List.of(name)), Map.of());
  }

  private static Span span(String text, String words) {
    int at = text.indexOf(words);
    return new Span(at, at + words.length());
  }

  private static Mention mention(String text, String words, String actor) {
    return new Mention(span(text, words), Mention.Form.NAME, actor, Optional.empty(), 1);
  }

  private static Quotation quotation(String text, String words) {
    return new Quotation(
        List.of(span(text, words)),
        Optional.empty(),
        Optional.empty(),
        new Speaker.Unknown(Speaker.Reason.NO_SOURCE),
        Quotation.Kind.MIXED,
        Quotation.Mode.SPEECH,
        OptionalInt.empty(),
        "rule",
        1);
  }

  private static Sentiment tone(String text, String target, double score) {
    return new Sentiment(
        new Span(0, text.length()),
        score,
        new Voice.Author(),
        Optional.of(span(text, target)),
        List.of());
  }

  private static final Discourse ARTICLE =
      new Discourse(
          Conversation.of(Article.of("a", TITLE, TEXT), List.of()),
          ACTORS,
          List.of(
              new DocumentDiscourse(
                  "a",
                  List.of(
                      mention(TEXT, "Ada Brook", "Ada Brook"),
                      mention(TEXT, "Tom Reed", "Tom Reed"),
                      mention(TEXT, "Brook left", "Ada Brook")),
                  List.of(
                      quotation(TEXT, "Tom Reed"),
                      quotation(TEXT, "that the ferry sails again when storm damage is mended")),
                  List.of(),
                  List.of(tone(TEXT, "Ada Brook", 0.5), tone(TEXT, "Tom Reed", -1)),
                  List.of())),
          List.of());

  private static final Discourse HEADLINE =
      new Discourse(
          Headlines.of(ARTICLE.conversation().article()).orElseThrow(),
          ACTORS,
          List.of(
              new DocumentDiscourse(
                  "a",
                  List.of(
                      mention(TITLE, "Brook", "Ada Brook"), mention(TITLE, "hunt", "Nobody Else")),
                  List.of(quotation(TITLE, "ferry ‘sails again’")),
                  List.of(
                      new MarkedExpression(
                          span(TITLE, "‘witch hunt’"),
                          MarkedExpression.Kind.SCARE_QUOTE,
                          "rule",
                          1)),
                  List.of(tone(TITLE, "Brook", -0.25)),
                  List.of())),
          List.of());

  @Test
  void actorsOfTheHeadlineAreComparedWithThoseOfTheText() throws Exception {
    List<List<Object>> rows =
        Headlines.taken(ARTICLE, HEADLINE).stream().map(Headlines.Taken::cells).toList();
    assertThat(Recount.written(rows, 4, 6, 7, 8, 9, 10))
        .containsExactly(
            List.of("Ada Brook", "1", "2", "1", "-0.250000", "0.500000"),
            List.of("Nobody Else", "1", "0", "", "", ""));
    try (Recount sql = new Recount(temp, List.of(ARTICLE))) {
      assertThat(
              sql.query(
                  "SELECT count(*), (SELECT avg(score) FROM target_sentiments t"
                      + " WHERE t.target_id = 'Ada Brook') FROM mentions"
                      + " WHERE actor_id = 'Ada Brook'"))
          .containsExactly(List.of("2", "0.500000"));
    }
  }

  @Test
  void anActorOfItsOwnInTheHeadlineIsTheOneOfTheArticleWithThatName() {
    Actor other =
        new Actor("x", "tom REED", ActorType.PERSON, new TreeSet<>(List.of("tom REED")), Map.of());
    Discourse headline =
        new Discourse(
            HEADLINE.conversation(),
            List.of(other),
            List.of(
                new DocumentDiscourse(
                    "a",
                    List.of(mention(TITLE, "Brook", "x")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())),
            List.of());
    assertThat(Headlines.taken(ARTICLE, headline))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.actor().id()).isEqualTo("Tom Reed");
              assertThat(row.bodyMentions()).isEqualTo(1);
            });
  }

  @Test
  void whatTheHeadlineQuotesIsLookedForInTheText() {
    List<Headlines.Quoted> rows = Headlines.quoted(ARTICLE, HEADLINE);
    assertThat(rows.get(0).quotation()).contains(1);
    assertThat(rows.get(0).taken()).isEqualTo(1);
    assertThat(rows.get(1).kind()).isEqualTo("SCARE_QUOTE");
    assertThat(rows.get(1).quotation()).isEmpty();
  }

  @Test
  void anArticleWithoutAHeadlineHasNone() {
    assertThat(Headlines.of(Article.of("a", " ", "Text."))).isEmpty();
  }
}
