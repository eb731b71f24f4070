package org.polylogue.validation.estimate;

import java.util.Arrays;
import java.util.Objects;

/**
 * Which rows of a whole were coded by people: a random sample within each stratum, drawn without
 * replacement, and the clusters within which rows are alike, such as articles. Immutable and
 * thread-safe.
 */
public final class SampleDesign {

  private final int[] stratum;
  private final boolean[] coded;
  private final int[] cluster;
  private final int[] rowsOf;
  private final int[] codedOf;
  private final int clusters;

  private SampleDesign(int[] stratum, boolean[] coded, int[] cluster) {
    this.stratum = stratum;
    this.coded = coded;
    this.cluster = cluster;
    this.rowsOf = new int[highest(stratum) + 1];
    this.codedOf = new int[rowsOf.length];
    for (int i = 0; i < stratum.length; i++) {
      rowsOf[stratum[i]]++;
      codedOf[stratum[i]] += coded[i] ? 1 : 0;
    }
    this.clusters = (int) Arrays.stream(cluster).distinct().count();
  }

  private static int highest(int[] numbers) {
    return Arrays.stream(numbers).max().orElse(-1);
  }

  /**
   * A design.
   *
   * @param stratum of each row, from 0
   * @param coded whether a row was coded
   * @param cluster of each row, from 0
   * @return the design
   * @throws IllegalArgumentException if the lengths differ, there are fewer than two clusters, or a
   *     stratum with rows has fewer than two coded ones and is not coded as a whole
   */
  public static SampleDesign of(int[] stratum, boolean[] coded, int[] cluster) {
    Objects.requireNonNull(stratum, "stratum");
    if (stratum.length != coded.length || stratum.length != cluster.length) {
      throw new IllegalArgumentException(
          stratum.length + " strata, " + coded.length + " marks, " + cluster.length + " clusters");
    }
    SampleDesign design = new SampleDesign(stratum.clone(), coded.clone(), cluster.clone());
    for (int h = 0; h < design.rowsOf.length; h++) {
      if (design.codedOf[h] < Math.min(2, design.rowsOf[h])) {
        throw new IllegalArgumentException(
            "stratum "
                + h
                + " has "
                + design.codedOf[h]
                + " coded of "
                + design.rowsOf[h]
                + " rows; two at least are needed");
      }
    }
    if (design.clusters < 2) {
      throw new IllegalArgumentException("at least two clusters are needed");
    }
    return design;
  }

  /**
   * A simple random sample of rows that are independent of each other.
   *
   * @param coded whether a row was coded
   * @return the design
   * @throws IllegalArgumentException if fewer than two rows were coded
   */
  public static SampleDesign simple(boolean[] coded) {
    int[] each = new int[coded.length];
    Arrays.setAll(each, i -> i);
    return of(new int[coded.length], coded, each);
  }

  /**
   * All rows.
   *
   * @return how many there are
   */
  public int rows() {
    return stratum.length;
  }

  /**
   * Coded rows.
   *
   * @return how many there are
   */
  public int coded() {
    return Arrays.stream(codedOf).sum();
  }

  /**
   * Whether a row was coded.
   *
   * @param row from 0
   * @return true if it was
   */
  public boolean isCoded(int row) {
    return coded[row];
  }

  /**
   * How many rows a coded row stands for.
   *
   * @param row from 0
   * @return rows of its stratum by coded rows of it, at least 1; 0 for a row that is not coded
   */
  public double weight(int row) {
    return coded[row] ? (double) rowsOf[stratum[row]] / codedOf[stratum[row]] : 0;
  }

  int strata() {
    return rowsOf.length;
  }

  int stratum(int row) {
    return stratum[row];
  }

  int codedOf(int which) {
    return codedOf[which];
  }

  int cluster(int row) {
    return cluster[row];
  }

  int highestCluster() {
    return highest(cluster);
  }

  int clusters() {
    return clusters;
  }

  /** Corrects a spread around a mean that was estimated too; 1 where nothing was estimated. */
  double spread(int which) {
    int n = codedOf[which];
    return n == rowsOf[which] ? 1 : Math.sqrt(n / (n - 1.0));
  }

  /** Degrees of freedom of what is estimated from the sample. */
  int degreesOfFreedom() {
    long drawn = 0;
    for (int n : codedOf) {
      drawn += n > 0 ? 1 : 0;
    }
    return (int) Math.max(1, Math.min(coded() - drawn, clusters - 1L));
  }
}
