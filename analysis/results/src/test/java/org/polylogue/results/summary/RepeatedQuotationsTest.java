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

  private static List<RepeatedQuotation> rows() {
    RepeatedQuotations repeated =
        new RepeatedQuotations(DocumentKind.ARTICLES, Set.of(Quotation.Grade.SAID));
    PRESS.forEach(repeated::add);
    return repeated.rows();
  }
}
