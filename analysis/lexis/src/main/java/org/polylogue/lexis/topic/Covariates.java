package org.polylogue.lexis.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is known of texts and may go with their topics: factors such as outlet, and numbers such as
 * a score. A row with a missing value is left out. Immutable and thread-safe.
 */
public final class Covariates {

  private static final int MOST = 500;

  private final List<String> names;
  private final int[][] columns;
  private final double[][] values;

  private Covariates(List<String> names, int[][] columns, double[][] values) {
    this.names = names;
    this.columns = columns;
    this.values = values;
  }

  /**
   * Starts with the mean alone.
   *
   * @param rows number of texts
   * @return a builder
   */
  public static Builder builder(int rows) {
    return new Builder(rows);
  }

  /** Takes covariates. For one thread. */
  public static final class Builder {
    private final int rows;
    private final List<String> names = new ArrayList<>(List.of("intercept"));
    private final List<int[]> columns = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    private Builder(int rows) {
      this.rows = rows;
      int[] ones = new int[rows];
      double[] one = new double[rows];
      Arrays.fill(one, 1);
      columns.add(ones);
      values.add(one);
    }

    /**
     * Adds a factor: a column for each value but the first in order, with which the others are
     * compared.
     *
     * @param name such as {@code outlet}
     * @param valueOfRow its value for each text, null if not known
     * @return this builder
     * @throws IllegalArgumentException for another number of texts, fewer than two values, or too
     *     many
     */
    public Builder factor(String name, List<String> valueOfRow) {
      check(name, valueOfRow.size());
      TreeSet<String> different = new TreeSet<>();
      valueOfRow.stream().filter(java.util.Objects::nonNull).forEach(different::add);
      if (different.size() < 2 || different.size() > MOST) {
        throw new IllegalArgumentException(
            name + " has " + different.size() + " values; a factor has 2 to " + MOST);
      }
      Map<String, Integer> column = new HashMap<>();
      for (String value : different) {
        if (!value.equals(different.first())) {
          column.put(value, names.size());
          names.add(name + "=" + value);
        }
      }
      int[] at = new int[rows];
      double[] is = new double[rows];
      for (int row = 0; row < rows; row++) {
        String value = valueOfRow.get(row);
        at[row] = column.getOrDefault(value, 0);
        is[row] = value == null ? Double.NaN : at[row] == 0 ? 0 : 1;
      }
      columns.add(at);
      values.add(is);
      return this;
    }

    /**
     * Adds a number.
     *
     * @param name such as {@code score}
     * @param valueOfRow its value for each text, NaN if not known
     * @return this builder
     * @throws IllegalArgumentException for another number of texts
     */
    public Builder number(String name, double[] valueOfRow) {
      check(name, valueOfRow.length);
      int[] at = new int[rows];
      Arrays.fill(at, names.size());
      names.add(name);
      columns.add(at);
      values.add(valueOfRow.clone());
      return this;
    }

    private void check(String name, int size) {
      if (size != rows) {
        throw new IllegalArgumentException(name + " has " + size + " values for " + rows + " rows");
      }
    }

    /**
     * Makes the covariates.
     *
     * @return all that were added
     */
    public Covariates build() {
      return new Covariates(
          List.copyOf(names), columns.toArray(int[][]::new), values.toArray(double[][]::new));
    }
  }

  /**
   * The columns of the regression.
   *
   * @return {@code intercept}, {@code name=value} for factors and {@code name} for numbers
   */
  public List<String> names() {
    return Collections.unmodifiableList(names);
  }

  int rows() {
    return columns[0].length;
  }

  boolean isComplete(int row) {
    for (double[] value : values) {
      if (!Double.isFinite(value[row])) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return columns.length;
  }

  int column(int covariate, int row) {
    return columns[covariate][row];
  }

  double value(int covariate, int row) {
    return values[covariate][row];
  }
}
