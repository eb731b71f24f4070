package org.polylogue.validation.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Draws rows to be coded: at random within each stratum, without replacement. The rows come in
 * random order, so that those who stop early have coded a random sample of a smaller size. The same
 * seed draws the same rows. Immutable and thread-safe.
 *
 * @param allocation how rows are shared among strata
 * @param seed of the random numbers
 */
public record SampleDraw(Allocation allocation, long seed) {

  private static final int LEAST = 2;

  /** How rows are shared among strata. */
  public enum Allocation {
    /** By size, so that each row is as likely to be drawn; at least two of a stratum. */
    PROPORTIONAL,
    /** As many of each stratum, or all of it; for comparing strata and for rare labels. */
    EQUAL
  }

  /**
   * A row that was drawn.
   *
   * @param row its position among the population, from 0
   * @param stratum its stratum, from 1
   * @param stratumRows rows of its stratum
   * @param inclusion the probability that it was drawn, over 0 to 1
   */
  public record Drawn(int row, int stratum, int stratumRows, double inclusion) {}

  /**
   * Draws rows.
   *
   * @param population what they are drawn from
   * @param rows how many; all if there are fewer
   * @return the rows in random order
   * @throws IllegalArgumentException if there are too few for two of each stratum
   */
  public List<Drawn> draw(Population population, int rows) {
    int[] sizes = population.sizes();
    int[] quota = quota(sizes, rows);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < population.ids().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    int[] taken = new int[sizes.length];
    List<Drawn> drawn = new ArrayList<>();
    for (int row : order) {
      int h = population.stratum(row) - 1;
      if (taken[h] < quota[h]) {
        taken[h]++;
        drawn.add(new Drawn(row, h + 1, sizes[h], (double) quota[h] / sizes[h]));
      }
    }
    return drawn;
  }

  /** How many of each stratum; what a small one cannot give, the others do. */
  private int[] quota(int[] sizes, int rows) {
    int[] quota = new int[sizes.length];
    int left = Math.min(rows, Arrays.stream(sizes).sum());
    for (int h = 0; h < sizes.length; h++) {
      quota[h] = Math.min(LEAST, sizes[h]);
      left -= quota[h];
    }
    if (left < 0) {
      throw new IllegalArgumentException(
          sizes.length
              + " strata need "
              + (rows - left)
              + " rows at least, two of each; ask for more rows or fewer strata");
    }
    // one row at a time to the stratum that is furthest behind its due (Sainte-Laguë)
    PriorityQueue<Integer> behind =
        new PriorityQueue<>(
            Comparator.comparingDouble((Integer h) -> -due(sizes[h]) / (2 * quota[h] + 1))
                .thenComparingInt(h -> h));
    for (int h = 0; h < sizes.length; h++) {
      if (quota[h] < sizes[h]) {
        behind.add(h);
      }
    }
    for (; left > 0; left--) {
      int next = behind.remove();
      quota[next]++;
      if (quota[next] < sizes[next]) {
        behind.add(next);
      }
    }
    return quota;
  }

  private double due(int size) {
    return allocation == Allocation.EQUAL ? 1 : size;
  }
}
