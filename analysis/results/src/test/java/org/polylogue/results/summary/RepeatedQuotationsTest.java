package org.polylogue.results.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

class RepeatedQuotationsTest {

  @TempDir Path temp;

  private static Discourse article(String id, String outlet, int day, String who, String words) {
    Publication publication =
        new Publication(
            Optional.of(outlet),
            Optional.empty(),
            Optional.of(Moment.of(LocalDate.of(2024, 3, day))),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    Article plain = Article.of(id, "", words);
    Quotation quotation =
        new Quotation(
            List.of(new Span(0, words.length())),
            Optional.empty(),
            Optional.empty(),
            new Speaker.Resolved(who, who),
            Quotation.Kind.DIRECT,
            Quotation.Mode.SPEECH,
            OptionalInt.empty(),
            "rule",
            1);
    return new Discourse(
        Conversation.of(new Article(id, "", publication, words, plain.blocks()), List.of()),
        List.of(),
        List.of(
            new DocumentDiscourse(
                id, List.of(), List.of(quotation), List.of(), List.of(), List.of())),
        List.of());
  }

  private static final List<Discourse> PRESS =
      List.of(
          article("b", "Late", 9, "brook", "the ferry sails again when the storm damage is mended"),
          article(
              "a",
              "Early",
              2,
              "reed",
              "Our ferry sails again when the storm damage is mended, not one hour before the pilots"
                  + " agree"),
          article("c", "Early", 3, "reed", "Nobody asked the harbour master about new lamps"),
          article("d", "Late", 8, "reed", "a ferry sails again when storm damage is mended"));

  @Test
  void theEarliestComesFirstAndTheOthersAreComparedWithIt() {
    List<RepeatedQuotation> rows = rows();
    assertThat(rows.stream().map(RepeatedQuotation::articleId)).containsExactly("a", "d", "b");
    assertThat(rows.get(0).leftOut()).isEmpty();
    assertThat(rows.get(1).leftOut()).containsExactly("hour before the pilots agree");
    assertThat(rows.get(1).otherSpeaker()).isFalse();
    assertThat(rows.get(2).otherSpeaker()).isTrue();
    assertThat(RepeatedQuotations.followers(rows))
        .containsExactly(new RepeatedQuotations.Follower("Early", "Late", 1));
  }

  @Test
  void everyRowIsARowOfTheTables() throws Exception {
    try (Recount sql = new Recount(temp, PRESS)) {
      assertThat(
              Recount.written(
                  rows().stream().map(RepeatedQuotation::cells).toList(), 2, 3, 4, 5, 6, 8, 9, 13))
          .isSubsetOf(
              sql.query(
                  "SELECT article_id, document_id, quotation, outlet, date, actor_id, kind, text"
                      + " FROM quotations JOIN articles USING (article_id)"));
    }
  }

  @Test
  void orderOtherSpeakersAndFollowersAreWhatSqlCounts() throws Exception {
    StringBuilder found = new StringBuilder();
    for (RepeatedQuotation row : rows()) {
      found
          .append(found.isEmpty() ? "" : ", ")
          .append("(%d, '%s', %d)".formatted(row.group(), row.documentId(), row.quotation()));
    }
    String placed =
        """
        WITH found (utterance, document_id, quotation) AS (VALUES %s),
        placed AS (
          SELECT f.utterance, q.document_id, a.outlet, q.actor_id,
            row_number() OVER w AS place, first_value(a.outlet) OVER w AS first_outlet,
            first_value(q.actor_id) OVER w AS first_actor
          FROM found f JOIN quotations q USING (document_id, quotation)
            JOIN articles a USING (article_id)
          WINDOW w AS (PARTITION BY f.utterance ORDER BY a.date NULLS LAST))
        """
            .formatted(found);
    try (Recount sql = new Recount(temp, PRESS)) {
      assertThat(
              Recount.written(rows().stream().map(RepeatedQuotation::cells).toList(), 0, 1, 3, 10))
          .containsExactlyInAnyOrderElementsOf(
              sql.query(
                  placed
                      + "SELECT utterance, place, document_id, (actor_id <> first_actor)::INT"
                      + " FROM placed"));
      assertThat(
              Recount.written(
                  RepeatedQuotations.followers(rows()).stream()
                      .map(flow -> List.<Object>of(flow.from(), flow.to(), flow.utterances()))
                      .toList(),
                  0,
                  1,
                  2))
          .containsExactlyInAnyOrderElementsOf(
              sql.query(
                  placed
                      + "SELECT first_outlet, outlet, count(DISTINCT utterance) FROM placed"
                      + " WHERE outlet <> first_outlet GROUP BY ALL"));
    }
  }

  private static List<RepeatedQuotation> rows() {
    RepeatedQuotations repeated =
        new RepeatedQuotations(DocumentKind.ARTICLES, Set.of(Quotation.Grade.SAID));
    PRESS.forEach(repeated::add);
    return repeated.rows();
  }
}
