package org.polylogue.results.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polylogue.model.Moment;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;

/**
 * A quotation of an utterance that stands in several articles.
 *
 * @param group number of the utterance, from 1
 * @param position in its group by date, from 1; the first of a day is the first of the input
 * @param articleId the article
 * @param documentId the article or the comment
 * @param quotation position among the quotations of the document
 * @param outlet of the article
 * @param date of the article
 * @param speaker who is quoted here
 * @param kind how it is quoted here
 * @param text its words here
 * @param otherSpeaker whether it is given to another actor than by the first one
 * @param kept share of the first one's content words that are here, 0 to 1
 * @param taken share of the content words here that the first one has, 0 to 1
 * @param leftOut what of the first one is not here
 */
public record RepeatedQuotation(
    int group,
    int position,
    String articleId,
    String documentId,
    int quotation,
    Optional<String> outlet,
    Optional<Moment> date,
    Speaker speaker,
    Quotation.Kind kind,
    String text,
    boolean otherSpeaker,
    double kept,
    double taken,
    List<String> leftOut) {

  /** Names of the columns of {@link #cells}. */
  public static final List<String> COLUMNS =
      List.of(
          "group",
          "position",
          "article_id",
          "document_id",
          "quotation",
          "outlet",
          "date",
          "speaker",
          "actor_id",
          "kind",
          "other_speaker",
          "kept",
          "taken",
          "text",
          "left_out");

  /** Copies what was left out. */
  public RepeatedQuotation {
    Objects.requireNonNull(articleId, "articleId");
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(outlet, "outlet");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(speaker, "speaker");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The row of a table.
   *
   * @return a cell for each of {@link #COLUMNS}; null where it is empty
   */
  public List<Object> cells() {
    return Arrays.asList(
        group,
        position,
        articleId,
        documentId,
        quotation,
        outlet.orElse(null),
        date.map(Moment::toString).orElse(null),
        speaker.label(),
        speaker.resolved().map(Speaker.Resolved::actorId).orElse(null),
        kind.name(),
        otherSpeaker ? 1 : 0,
        kept,
        taken,
        text,
        leftOut.isEmpty() ? null : String.join(" … ", leftOut));
  }
}
