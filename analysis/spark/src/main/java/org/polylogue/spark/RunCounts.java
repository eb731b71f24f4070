package org.polylogue.spark;

import java.util.function.IntToLongFunction;
import org.polylogue.discourse.table.DiscourseTable;

/**
 * What a run wrote: rows of its tables.
 *
 * @param articles articles that were analysed
 * @param comments comments under them
 * @param failed documents that could not be read or analysed, listed in the table of failures
 * @param irregularities repairs of the trees of comments
 * @param actors different actors
 * @param mentions mentions of them
 * @param quotations quotations
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
    long quotations,
    long expressions,
    long sentiments,
    long stances,
    long echoes) {

  static RunCounts of(IntToLongFunction rows, long irregularities) {
    return new RunCounts(
        rows.applyAsLong(DiscourseTable.ARTICLES.ordinal()),
        rows.applyAsLong(DiscourseTable.COMMENTS.ordinal()),
        rows.applyAsLong(OutputTables.FAILURES),
        irregularities,
        rows.applyAsLong(DiscourseTable.ACTORS.ordinal()),
        rows.applyAsLong(DiscourseTable.MENTIONS.ordinal()),
        rows.applyAsLong(DiscourseTable.QUOTATIONS.ordinal()),
        rows.applyAsLong(DiscourseTable.EXPRESSIONS.ordinal()),
        rows.applyAsLong(DiscourseTable.SENTIMENTS.ordinal()),
        rows.applyAsLong(DiscourseTable.STANCES.ordinal()),
        rows.applyAsLong(DiscourseTable.ECHOES.ordinal()));
  }
}
