package org.polylogue.lexis.association;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A two-by-two table of counts and the measures of it. For keyness the rows are target and
 * reference, the columns a word and all other words; for collocations the rows are near the node
 * and elsewhere, the columns the collocate and all other words.
 *
 * <p>Expected counts are E<sub>ij</sub> = (row total · column total) / N. No measure is ever NaN:
 * each says what it answers when a total is 0. Immutable and thread-safe.
 *
 * @param o11 the word in the first row
 * @param o12 other words in the first row
 * @param o21 the word in the second row
 * @param o22 other words in the second row
 */
public record Contingency(long o11, long o12, long o21, long o22) {

  private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);
  private static final double LN2 = Math.log(2);

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Contingency {
    if (o11 < 0 || o12 < 0 || o21 < 0 || o22 < 0) {
      throw new IllegalArgumentException(
          "a count is negative: " + o11 + ", " + o12 + ", " + o21 + ", " + o22);
    }
  }

  /**
   * A table from the counts of a word and the sizes of two corpora.
   *
   * @param first count in the first corpus
   * @param firstTotal size of the first corpus, at least {@code first}
   * @param second count in the second corpus
   * @param secondTotal size of the second corpus, at least {@code second}
   * @return the table
   */
  public static Contingency of(long first, long firstTotal, long second, long secondTotal) {
    return new Contingency(first, firstTotal - first, second, secondTotal - second);
  }

  /**
   * Total of the first row.
   *
   * @return zero or more
   */
  public long row1() {
    return o11 + o12;
  }

  /**
   * Total of the second row.
   *
   * @return zero or more
   */
  public long row2() {
    return o21 + o22;
  }

  /**
   * Total of the first column.
   *
   * @return zero or more
   */
  public long column1() {
    return o11 + o21;
  }

  /**
   * Sum of all counts.
   *
   * @return zero or more
   */
  public long total() {
    return row1() + row2();
  }

  /**
   * E<sub>11</sub>, what o11 would be if rows and columns had nothing to do with each other.
   *
   * @return zero or more; 0 for an empty table
   */
  public double expected() {
    return total() == 0 ? 0 : (double) row1() * column1() / total();
  }

  /**
   * Tells whether the word is more frequent in the first row than expected.
   *
   * @return true if o11 lies over the expected count
   */
  public boolean isAttracted() {
    return o11 > expected();
  }

  /**
   * Log-likelihood ratio, G² = 2 Σ O ln(O / E) over the four cells (Dunning 1993). Cells of 0 add
   * nothing.
   *
   * @return zero or more, 0 if nothing differs or a row or column is empty; over 3.84 for p &lt;
   *     .05 and over 15.13 for p &lt; .0001
   */
  public double logLikelihood() {
    double c1 = column1();
    double c2 = o12 + o22;
    double n = total();
    double sum =
        term(o11, row1() * c1 / n)
            + term(o12, row1() * c2 / n)
            + term(o21, row2() * c1 / n)
            + term(o22, row2() * c2 / n);
    return Math.max(0, 2 * sum);
  }

  /**
   * The two-cell log-likelihood of Rayson and Garside (2000), which leaves the columns of other
   * words out: 2 (o11 ln(o11 / E11) + o21 ln(o21 / E21)). It is what the calculators of Lancaster
   * University show; it lies close to {@link #logLikelihood()} for rare words.
   *
   * @return zero or more; 0 if a row is empty
   */
  public double twoCellLogLikelihood() {
    double c1 = column1();
    double n = total();
    return Math.max(0, 2 * (term(o11, row1() * c1 / n) + term(o21, row2() * c1 / n)));
  }

  private static double term(long observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }

  /**
   * Pearson's chi-squared, χ² = N (o11 o22 − o12 o21)² / (r1 r2 c1 c2), without continuity
   * correction (Pearson 1900). Unreliable if an expected count is under 5.
   *
   * @return zero or more; 0 if a row or column is empty
   */
  public double chiSquared() {
    double r1 = row1();
    double r2 = row2();
    double c1 = column1();
    double c2 = o12 + o22;
    if (r1 == 0 || r2 == 0 || c1 == 0 || c2 == 0) {
      return 0;
    }
    double difference = (double) o11 / r1 - (double) o21 / r2;
    return difference * difference * r1 * r2 * (r1 + r2) / (c1 * c2);
  }

  /**
   * The probability of a chi-squared or log-likelihood value at least this great with one degree of
   * freedom, if nothing differed.
   *
   * @param statistic zero or more
   * @return 0 to 1; 0 if smaller than a double can hold
   */
  public static double probability(double statistic) {
    return ONE_DEGREE.survivalProbability(statistic);
  }

  /**
   * Fisher's exact test, two-sided: the probability of all tables with these totals that are at
   * most as likely as this one (Fisher 1935).
   *
   * @return over 0 (0 if smaller than a double can hold) to 1; 1 if a row or column is empty
   * @throws IllegalArgumentException if the table holds more than 2<sup>31</sup> − 1
   */
  public double fisherExact() {
    return FisherExact.twoSided(this);
  }

  /**
   * Log ratio: the binary logarithm of the ratio of relative frequencies, log₂((o11 / r1) / (o21 /
   * r2)) (Hardie 2014). A count of 0 is taken as 0.5, as Hardie does.
   *
   * @return 1 if twice as frequent in the first row, −1 if half as frequent, 0 if equally or if a
   *     row is empty; finite
   */
  public double logRatio() {
    if (row1() == 0 || row2() == 0 || column1() == 0) {
      return 0;
    }
    return Math.log(half(o11) / row1() * (row2() / half(o21))) / LN2;
  }

  /**
   * %DIFF: by how many percent the relative frequency of the first row lies over that of the second
   * (Gabrielatos and Marchi 2011). A count of 0 in the second row is taken as 0.5, where the
   * authors take 10⁻¹⁸: their value is great beyond reading.
   *
   * @return −100 if not in the first row, 0 if equal or if a row is empty, 100 if twice as
   *     frequent; finite
   */
  public double percentDifference() {
    if (row1() == 0 || row2() == 0 || column1() == 0) {
      return 0;
    }
    double second = half(o21) / row2();
    return ((double) o11 / row1() - second) / second * 100;
  }

  /**
   * Odds ratio, (o11 o22) / (o12 o21). If a cell is 0, 0.5 is added to every cell (Haldane 1956;
   * Anscombe 1956).
   *
   * @return over 0; 1 if nothing differs or a row is empty; finite
   */
  public double oddsRatio() {
    if (row1() == 0 || row2() == 0) {
      return 1;
    }
    double add = o11 == 0 || o12 == 0 || o21 == 0 || o22 == 0 ? 0.5 : 0;
    return (o11 + add) * (o22 + add) / ((o12 + add) * (o21 + add));
  }

  /**
   * Difference coefficient, (f1 − f2) / (f1 + f2) of the relative frequencies (Hofland and
   * Johansson 1982).
   *
   * @return −1 (only in the second row) to 1 (only in the first); 0 if equal or if nowhere
   */
  public double differenceCoefficient() {
    double first = row1() == 0 ? 0 : (double) o11 / row1();
    double second = row2() == 0 ? 0 : (double) o21 / row2();
    return first + second == 0 ? 0 : (first - second) / (first + second);
  }

  /**
   * Pointwise mutual information, log₂(o11 / E11) (Church and Hanks 1990). It over-rates rare
   * words: use it with a floor on the count.
   *
   * @return 0 if as frequent as expected; negative infinity if o11 is 0
   */
  public double mutualInformation() {
    return o11 == 0 ? Double.NEGATIVE_INFINITY : Math.log(o11 / expected()) / LN2;
  }

  /**
   * MI³, log₂(o11³ / E11) (Daille 1994): mutual information that favours frequent pairs.
   *
   * @return a logarithm; negative infinity if o11 is 0
   */
  public double cubedMutualInformation() {
    return o11 == 0 ? Double.NEGATIVE_INFINITY : (3 * Math.log(o11) - Math.log(expected())) / LN2;
  }

  /**
   * t-score, (o11 − E11) / √o11 (Church, Gale, Hanks and Hindle 1991).
   *
   * @return over 2 is commonly taken as a collocation; 0 if o11 is 0
   */
  public double tScore() {
    return o11 == 0 ? 0 : (o11 - expected()) / Math.sqrt(o11);
  }

  /**
   * z-score, (o11 − E11) / √E11 (Dennis 1965; Berry-Rogghe 1973).
   *
   * @return 0 if as frequent as expected or if nothing is expected
   */
  public double zScore() {
    return expected() == 0 ? 0 : (o11 - expected()) / Math.sqrt(expected());
  }

  /**
   * ΔP of the column given the row, o11 / r1 − o21 / r2 (Gries 2013): how much the node brings the
   * collocate with it.
   *
   * @return −1 to 1; 0 for no effect; an empty row counts as 0
   */
  public double deltaPColumnGivenRow() {
    return share(o11, row1()) - share(o21, row2());
  }

  /**
   * ΔP of the row given the column, o11 / c1 − o12 / c2 (Gries 2013): how much the collocate brings
   * the node with it.
   *
   * @return −1 to 1; 0 for no effect; an empty column counts as 0
   */
  public double deltaPRowGivenColumn() {
    return share(o11, column1()) - share(o12, o12 + o22);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static double half(long count) {
    return count == 0 ? 0.5 : count;
  }
}
