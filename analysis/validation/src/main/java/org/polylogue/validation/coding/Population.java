package org.polylogue.validation.coding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All rows that a task asks about, with their strata and what columns say of them. Strata are
 * numbered from 1, in the order of their names. Immutable and thread-safe.
 */
public final class Population {

  private static final int FIFTHS = 5;
  private static final int FEW_VALUES = 10;

  private final List<String> ids;
  private final int[] stratum;
  private final List<String> strata;
  private final Map<String, String[]> cells;

  private Population(
      List<String> ids, int[] stratum, List<String> strata, Map<String, String[]> cells) {
    this.ids = List.copyOf(ids);
    this.stratum = stratum;
    this.strata = List.copyOf(strata);
    this.cells = cells;
  }

  /**
   * Reads the rows.
   *
   * @param table where they stand
   * @param task which of them are asked about, and how they are parted
   * @param columns what is wanted of each row
   * @return the rows
   * @throws IOException if the table cannot be read
   * @throws IllegalArgumentException if it lacks a column, or no row is asked about
   */
  public static Population read(ResultTable table, CodingTask task, List<String> columns)
      throws IOException {
    Set<String> wanted = new TreeSet<>(columns);
    wanted.addAll(task.by());
    wanted.add(task.question());
    wanted.add("article_id");
    Set<String> needed = new TreeSet<>(wanted);
    task.where().forEach(condition -> needed.add(condition.substring(0, condition.indexOf('='))));
    for (String column : needed) {
      if (!table.has(column)) {
        throw new IllegalArgumentException(
            "the table " + table.name() + " has no column " + column);
      }
    }
    List<String> ids = new ArrayList<>();
    Map<String, List<String>> kept = new HashMap<>();
    wanted.forEach(column -> kept.put(column, new ArrayList<>()));
    Map<String, String> once = new HashMap<>();
    table.read(
        row -> {
          if (task.asks(row)) {
            ids.add(row.id());
            kept.forEach(
                (column, list) -> list.add(once.computeIfAbsent(row.cell(column), cell -> cell)));
          }
        });
    if (ids.isEmpty()) {
      throw new IllegalArgumentException(
          "no row of " + table.name() + " has a " + task.question() + " and meets " + task.where());
    }
    Map<String, String[]> cells = new HashMap<>();
    kept.forEach((column, list) -> cells.put(column, list.toArray(String[]::new)));
    String[] names = new String[ids.size()];
    Arrays.fill(names, "");
    for (String column : task.by()) {
      String[] parts = parts(cells.get(column));
      for (int i = 0; i < names.length; i++) {
        names[i] += (names[i].isEmpty() ? "" : ", ") + column + " " + parts[i];
      }
    }
    List<String> strata = Stream.of(names).distinct().sorted().toList();
    Map<String, Integer> number = new HashMap<>();
    strata.forEach(name -> number.put(name, number.size() + 1));
    int[] stratum = Arrays.stream(names).mapToInt(number::get).toArray();
    return new Population(ids, stratum, strata, cells);
  }

  /** The values themselves; fifths where they are many different numbers. */
  private static String[] parts(String[] values) {
    double[] numbers = new double[values.length];
    int count = 0;
    Set<String> different = new HashSet<>();
    for (String value : values) {
      if (!value.isEmpty()) {
        try {
          numbers[count++] = Double.parseDouble(value);
        } catch (NumberFormatException e) {
          return values;
        }
        different.add(value);
      }
    }
    if (different.size() <= FEW_VALUES) {
      return values;
    }
    double[] sorted = Arrays.copyOf(numbers, count);
    Arrays.sort(sorted);
    String[] parts = new String[values.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = values[i].isEmpty() ? "" : fifth(Double.parseDouble(values[i]), sorted);
    }
    return parts;
  }

  private static String fifth(double value, double[] sorted) {
    double low = sorted[0];
    for (int k = 1; k <= FIFTHS; k++) {
      double high = sorted[Math.min(sorted.length - 1, k * sorted.length / FIFTHS)];
      if (value < high || k == FIFTHS) {
        return String.format(Locale.ROOT, "%.4f to %.4f", low, high);
      }
      low = high;
    }
    throw new IllegalStateException();
  }

  /**
   * The rows.
   *
   * @return their ids, in the order of the table
   */
  public List<String> ids() {
    return ids;
  }

  /**
   * The stratum of a row.
   *
   * @param row from 0
   * @return its number, from 1
   */
  public int stratum(int row) {
    return stratum[row];
  }

  /**
   * What the strata are.
   *
   * @return their names by number less 1, such as {@code kind DIRECT, outlet The Herald}; one empty
   *     name if there is one stratum only
   */
  public List<String> strata() {
    return strata;
  }

  /**
   * Rows by stratum.
   *
   * @return how many there are, by number less 1
   */
  public int[] sizes() {
    int[] sizes = new int[strata.size()];
    for (int number : stratum) {
      sizes[number - 1]++;
    }
    return sizes;
  }

  /**
   * A column that was asked for, the question, {@code article_id} and the columns of strata
   * included.
   *
   * @param column its name
   * @return the cells by row
   */
  public String[] column(String column) {
    return cells.get(column).clone();
  }
}
