package org.polylogue.spark;

/**
 * What a run wrote.
 *
 * @param articles articles that were analysed
 * @param comments comments under them
 * @param quotations quotations in them
 * @param failed documents that could not be read or analysed, listed in the table of failures
 */
public record RunCounts(long articles, long comments, long quotations, long failed) {}
