package org.polylogue.corpus.exchange;

import java.util.List;
import java.util.Objects;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;

/**
 * What was found in one document, or what a person marked in it, as annotation tools exchange it.
 *
 * @param documentId the document's id
 * @param text its text
 * @param quotations what is said, by whom
 * @param mentions where actors are meant
 * @param expressions marked words that are no speech
 * @param sentiments tones
 * @param stances sides taken in this document
 * @param echoes what repeats another document
 */
public record DocumentFindings(
    String documentId,
    String text,
    List<Quotation> quotations,
    List<Mention> mentions,
    List<MarkedExpression> expressions,
    List<Sentiment> sentiments,
    List<Stance> stances,
    List<Echo> echoes) {

  /** Checks that all parts are there and copies the lists. */
  public DocumentFindings {
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(text, "text");
    quotations = List.copyOf(quotations);
    mentions = List.copyOf(mentions);
    expressions = List.copyOf(expressions);
    sentiments = List.copyOf(sentiments);
    stances = List.copyOf(stances);
    echoes = List.copyOf(echoes);
  }
}
