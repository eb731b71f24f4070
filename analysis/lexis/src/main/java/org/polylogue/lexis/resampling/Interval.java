package org.polylogue.lexis.resampling;

/**
 * An estimate and the bounds between which it may well lie.
 *
 * @param estimate the statistic of the sample itself
 * @param low lower bound
 * @param high upper bound, at least the lower one
 * @param level share of resamples between the bounds, such as 0.95
 */
public record Interval(double estimate, double low, double high, double level) {}
