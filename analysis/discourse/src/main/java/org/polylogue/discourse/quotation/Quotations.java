package org.polylogue.discourse.quotation;

import java.util.List;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Quotation;

/**
 * What a document quotes, and what it only puts into quotation marks.
 *
 * @param quotations ordered by where they begin, longer ones first; a nested quotation names its
 *     parent by its position in this list
 * @param expressions marked words that are no speech, in order
 */
public record Quotations(List<Quotation> quotations, List<MarkedExpression> expressions) {

  /** Nothing quoted, nothing marked. */
  public static final Quotations NONE = new Quotations(List.of(), List.of());

  /** Copies the lists. */
  public Quotations {
    quotations = List.copyOf(quotations);
    expressions = List.copyOf(expressions);
  }
}
