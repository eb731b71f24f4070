package org.polylogue.validation.estimate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.polylogue.lexis.resampling.Interval;

/**
 * A share of rows that stand for more than themselves, with an interval. The interval is Wilson's
 * (1927) for as many independent rows as these are worth: unequal weights (Kish 1965) and rows that
 * are alike within a cluster make them worth less, as Korn and Graubard (1998) count it. It stays
 * within 0 to 1, also where all rows or none are alike. For one thread.
 */
public final class WeightedShare {

  private static final class Sums {
    private double weight;
    private double hits;
  }

  private final Map<String, Sums> clusters = new HashMap<>();
  private int rows;
  private double weight;
  private double squares;
  private double hits;
  private double hitSquares;

  /** No row yet. */
  public WeightedShare() {}

  /**
   * Adds a row.
   *
   * @param hit whether it counts for the share
   * @param rowWeight how many rows it stands for, over 0
   * @param cluster where it comes from, such as an article
   */
  public void add(boolean hit, double rowWeight, String cluster) {
    Sums sums = clusters.computeIfAbsent(cluster, key -> new Sums());
    sums.weight += rowWeight;
    sums.hits += hit ? rowWeight : 0;
    rows++;
    weight += rowWeight;
    squares += rowWeight * rowWeight;
    hits += hit ? rowWeight : 0;
    hitSquares += hit ? rowWeight * rowWeight : 0;
  }

  /**
   * Rows added.
   *
   * @return how many
   */
  public int rows() {
    return rows;
  }

  /**
   * The share.
   *
   * @param level of the interval, over 0 and under 1, usually 0.95
   * @return the share with bounds, 0 to 1; empty without rows
   */
  public Optional<Interval> interval(double level) {
    if (rows == 0) {
      return Optional.empty();
    }
    double share = Math.min(1, hits / weight);
    double worth = worth(share);
    double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2);
    double square = z * z / worth;
    double middle = (share + square / 2) / (1 + square);
    double half =
        z * Math.sqrt(share * (1 - share) / worth + z * z / (4 * worth * worth)) / (1 + square);
    return Optional.of(
        new Interval(
            share,
            Math.min(share, Math.max(0, middle - half)),
            Math.max(share, Math.min(1, middle + half)),
            level));
  }

  private double worth(double share) {
    double kish = weight * weight / squares;
    int count = clusters.size();
    if (count < 2 || share <= 0 || share >= 1) {
      return kish;
    }
    double together = 0;
    for (Sums sums : clusters.values()) {
      double off = sums.hits - share * sums.weight;
      together += off * off;
    }
    double apart = hitSquares * (1 - 2 * share) + share * share * squares;
    double effect = together / apart * (count / (count - 1.0)) / (rows / (rows - 1.0));
    return kish / Math.max(1, effect);
  }
}
