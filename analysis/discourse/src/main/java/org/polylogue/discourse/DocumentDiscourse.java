package org.polylogue.discourse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
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

  /**
   * The same findings with the quotations of some grades only.
   *
   * @param grades the grades to keep
   * @return a copy in which the position of a parent is that in the shorter list, and a quotation
   *     whose parent is gone has none
   */
  public DocumentDiscourse ofGrades(Set<Quotation.Grade> grades) {
    int[] positions = new int[quotations.size()];
    List<Quotation> kept = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      Quotation q = quotations.get(i);
      positions[i] = -1;
      if (grades.contains(q.grade())) {
        positions[i] = kept.size();
        OptionalInt parent =
            q.parent().isPresent() && positions[q.parent().getAsInt()] >= 0
                ? OptionalInt.of(positions[q.parent().getAsInt()])
                : OptionalInt.empty();
        kept.add(
            new Quotation(
                q.content(),
                q.cue(),
                q.source(),
                q.speaker(),
                q.kind(),
                q.mode(),
                q.grade(),
                parent,
                q.rule(),
                q.confidence()));
      }
    }
    return new DocumentDiscourse(documentId, mentions, kept, expressions, sentiments, echoes);
  }
}
