package org.polylogue.spark;

import java.util.Map;
import org.polylogue.model.Quotation;

/**
 * What a run found, as {@code run.json} of the local command counts it.
 *
 * @param articles articles that were analysed
 * @param comments comments under them
 * @param failed documents that could not be read or analysed, listed in the table of failures
 * @param irregularities repairs of the trees of comments
 * @param actors different actors
 * @param mentions mentions of them
 * @param quotations quotations of every kind, zero where there are none
 * @param expressions marked expressions
 * @param sentiments sentiments
 * @param stances stances
 * @param echoes repeated passages in comments
 */
public record RunCounts(
    long articles,
    long comments,
    long failed,
    long irregularities,
    long actors,
    long mentions,
    Map<Quotation.Kind, Long> quotations,
    long expressions,
    long sentiments,
    long stances,
    long echoes) {

  /** Copies the quotations. */
  public RunCounts {
    quotations = Map.copyOf(quotations);
  }

  /**
   * How many quotations were found.
   *
   * @return of all kinds, zero or more
   */
  public long allQuotations() {
    return quotations.values().stream().mapToLong(Long::longValue).sum();
  }
}
