package org.polylogue.discourse;

import java.util.List;
import java.util.Objects;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;

/**
 * What was found in one document. All spans are of that document's text; each list is ordered by
 * where its entries stand.
 *
 * @param documentId id of the article or comment
 * @param mentions where actors are meant
 * @param quotations what is said, by whom
 * @param expressions marked words that are no speech
 * @param sentiments tone of sentences, and tone towards mentions
 * @param echoes what repeats the article or the parent comment; none in an article
 */
public record DocumentDiscourse(
    String documentId,
    List<Mention> mentions,
    List<Quotation> quotations,
    List<MarkedExpression> expressions,
    List<Sentiment> sentiments,
    List<Echo> echoes) {

  /** Checks that all parts are there and copies the lists. */
  public DocumentDiscourse {
    Objects.requireNonNull(documentId, "documentId");
    mentions = List.copyOf(mentions);
    quotations = List.copyOf(quotations);
    expressions = List.copyOf(expressions);
    sentiments = List.copyOf(sentiments);
    echoes = List.copyOf(echoes);
  }
}
