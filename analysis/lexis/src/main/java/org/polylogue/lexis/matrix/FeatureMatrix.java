package org.polylogue.lexis.matrix;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.dictionary.Dictionary;
import org.polylogue.lexis.dictionary.DictionaryMatches;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.text.Passage;

/**
 * A document-feature matrix: how often each unit of a subcorpus has each feature, without the
 * zeros. Takes 8 bytes a count that is not zero, and up to four times as much while it is made; its
 * index takes some 12 bytes a token. Immutable and thread-safe.
 */
public final class FeatureMatrix {

  /** What the only part of a corpus is called where it has no name. */
  public static final String ALL = "all";

  private static final String SLICE = "slice";

  private final AssignedUnits units;
  private final List<String> slices;

  /** Of each row, the unit, and the number of units for each part before its own. */
  private final int[] places;

  private final List<String> features;
  private final CountRows counts;
  private final int[] ranges;
  private final long[] totals;

  private FeatureMatrix(
      AssignedUnits units,
      List<String> slices,
      int[] places,
      List<String> features,
      CountRows counts) {
    this.units = units;
    this.slices = slices;
    this.places = places;
    this.features = List.copyOf(features);
    this.counts = counts;
    this.ranges = new int[features.size()];
    this.totals = new long[features.size()];
    for (int cell = 0; cell < counts.start(counts.rows()); cell++) {
      ranges[counts.column(cell)]++;
      totals[counts.column(cell)] += counts.count(cell);
    }
  }

  /**
   * A unit of a matrix.
   *
   * @param name unique among the units of a matrix
   * @param facts what is known of all of it, by name, sorted; of a document or quotation all facts,
   *     and {@code slice} where there are several
   */
  public record Unit(String name, Map<String, String> facts) {
    /** Copies the facts. */
    public Unit {
      facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
  }

  /**
   * Counts features.
   *
   * @param subcorpus the tokens that count
   * @param units what a row is
   * @param features what a column is
   * @return a row for each unit that holds a selected word, and a column for each feature, sorted
   *     by its characters
   * @throws IllegalArgumentException if the index has no such attribute, quotations or facts
   */
  public static FeatureMatrix of(Subcorpus subcorpus, TextUnits units, Features features) {
    return of(Map.of(ALL, subcorpus), units, features);
  }

  /**
   * Counts features apart in parts of a corpus.
   *
   * @param slices the tokens that count, in parts of one index by the text form of their slices
   * @param units what a row is
   * @param features what a column is
   * @return part by part a row for each unit that holds a selected word of the part
   * @throws IllegalArgumentException if there is no part, or the index has no such attribute,
   *     quotations or facts
   */
  public static FeatureMatrix of(
      Map<String, Subcorpus> slices, TextUnits units, Features features) {
    units.check(index(slices));
    return counted(slices, units, features);
  }

  /** The same where units may share a fact that is known of no text. */
  static FeatureMatrix counted(Map<String, Subcorpus> slices, TextUnits units, Features features) {
    TokenIndex index = index(slices);
    AssignedUnits assigned = units.assigned(index);
    FeatureCounting counting = new FeatureCounting(index, assigned, features, ' ');
    int first = 0;
    for (Subcorpus slice : slices.values()) {
      counting.count(slice, first);
      first = Math.addExact(first, assigned.size());
    }
    return counting.matrix(List.copyOf(slices.keySet()));
  }

  private static TokenIndex index(Map<String, Subcorpus> slices) {
    if (slices.isEmpty()) {
      throw new IllegalArgumentException("no part of the corpus is to be counted");
    }
    return slices.values().iterator().next().index();
  }

  /**
   * Counts the categories of a dictionary, each occurrence in the unit of its first word.
   *
   * @param slices the tokens that count, in parts of one index by the text form of their slices
   * @param units what a row is
   * @param attribute {@link TokenAttribute#WORD} or {@link TokenAttribute#LEMMA}
   * @param dictionary its categories are the columns, also those that nobody uses
   * @return part by part a row for each unit that holds a selected word of the part
   * @throws IllegalArgumentException if there is no part, or the index has no such attribute,
   *     quotations or facts
   */
  public static FeatureMatrix of(
      Map<String, Subcorpus> slices,
      TextUnits units,
      TokenAttribute attribute,
      Dictionary dictionary) {
    units.check(index(slices));
    return counted(slices, units, attribute, dictionary);
  }

  /** The same where units may share a fact that is known of no text. */
  static FeatureMatrix counted(
      Map<String, Subcorpus> slices,
      TextUnits units,
      TokenAttribute attribute,
      Dictionary dictionary) {
    TokenIndex index = index(slices);
    AssignedUnits assigned = units.assigned(index);
    BitSet seen = new BitSet();
    FeatureTally tally = new FeatureTally();
    int firstRow = 0;
    for (Subcorpus slice : slices.values()) {
      int first = firstRow;
      slice
          .positions()
          .filter(i -> index.isWord(i) && assigned.unitOf(i) >= 0)
          .forEach(i -> seen.set(first + assigned.unitOf(i)));
      for (DictionaryMatches.Match match : DictionaryMatches.of(slice, attribute, dictionary)) {
        int unit = assigned.unitOf(match.from());
        if (unit >= 0) {
          tally.add(first + unit, match.category());
        }
      }
      firstRow = Math.addExact(firstRow, assigned.size());
    }
    tally.addUp();
    return of(
        assigned,
        List.copyOf(slices.keySet()),
        seen,
        tally,
        IntStream.range(0, dictionary.categories().size()).toArray(),
        dictionary.categories().stream().map(Dictionary.Category::name).toList());
  }

  /** Rows that were seen, from what was added up. */
  static FeatureMatrix of(
      AssignedUnits units,
      List<String> slices,
      BitSet seen,
      FeatureTally tally,
      int[] column,
      List<String> names) {
    int[] places = seen.stream().toArray();
    CountRows.Builder rows = CountRows.builder(names.size());
    int at = 0;
    for (int place : places) {
      int from = at;
      while (at < tally.size() && tally.row(at) == place) {
        at++;
      }
      tally.addRow(rows, column, from, at);
    }
    return new FeatureMatrix(units, slices, places, names, rows.build());
  }

  /**
   * The same without rare and common features; rows stay, also those that have no feature left.
   *
   * @param minimumCount how often a feature is there at least, 1 or more
   * @param minimumUnits in how many units it is at least, 1 or more
   * @param maximumShare in what share of units it is at most, over 0 to 1
   * @return a copy
   */
  public FeatureMatrix trimmed(long minimumCount, int minimumUnits, double maximumShare) {
    checkBounds(minimumCount, minimumUnits, maximumShare);
    int[] column = new int[features.size()];
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < column.length; i++) {
      boolean fits =
          totals[i] >= minimumCount
              && ranges[i] >= minimumUnits
              && ranges[i] <= maximumShare * counts.rows();
      column[i] = fits ? kept.size() : -1;
      if (fits) {
        kept.add(features.get(i));
      }
    }
    CountRows.Builder rows = CountRows.builder(kept.size());
    for (int row = 0; row < counts.rows(); row++) {
      int[] cells =
          IntStream.range(counts.start(row), counts.start(row + 1))
              .filter(cell -> column[counts.column(cell)] >= 0)
              .toArray();
      rows.add(
          Arrays.stream(cells).map(cell -> column[counts.column(cell)]).toArray(),
          Arrays.stream(cells).map(counts::count).toArray());
    }
    return new FeatureMatrix(units, slices, places, kept, rows.build());
  }

  static void checkBounds(long minimumCount, int minimumUnits, double maximumShare) {
    if (minimumCount < 1 || minimumUnits < 1 || !(maximumShare > 0 && maximumShare <= 1)) {
      throw new IllegalArgumentException(
          "counts and units are 1 or more and shares over 0 to 1, not "
              + minimumCount
              + ", "
              + minimumUnits
              + " and "
              + maximumShare);
    }
  }

  /**
   * The unit of a row.
   *
   * @param row from 0
   * @return its name and all that is known of it
   */
  public Unit unit(int row) {
    Map<String, String> facts = new TreeMap<>(units.facts(unitOf(row)));
    if (slices.size() > 1) {
      facts.put(SLICE, slice(row));
    }
    return new Unit((slices.size() > 1 ? slice(row) + " | " : "") + name(row), facts);
  }

  /**
   * The name of a row's unit.
   *
   * @param row from 0
   * @return the same for all parts of a corpus that have a row of it
   */
  public String name(int row) {
    return units.name(unitOf(row));
  }

  private int unitOf(int row) {
    return places[row] % units.size();
  }

  private String slice(int row) {
    return slices.get(places[row] / units.size());
  }

  /**
   * A fact about each unit: of its quotation if it is one and the fact is known of quotations,
   * otherwise of its document.
   *
   * @param name {@code slice} for the part of the corpus, otherwise such as {@code outlet} or
   *     {@code speaker}; with {@code .} and a number after it, only so many first characters, as
   *     {@code date.7} for months
   * @return by row, null where it is not known
   * @throws IllegalArgumentException if there are rows and it is known of none
   */
  public List<String> facts(String name) {
    IntStream rows = IntStream.range(0, places.length);
    return name.equals(SLICE)
        ? rows.mapToObj(this::slice).toList()
        : units.facts(name, rows.map(this::unitOf).toArray());
  }

  /**
   * Rows by a fact.
   *
   * @param name as for {@link #facts(String)}
   * @return values in order, each with its rows; units without the fact are left out
   * @throws IllegalArgumentException if there are rows and it is known of none
   */
  public Map<String, List<Integer>> groups(String name) {
    TreeMap<String, List<Integer>> groups = new TreeMap<>();
    List<String> facts = facts(name);
    for (int row = 0; row < facts.size(); row++) {
      if (facts.get(row) != null) {
        groups.computeIfAbsent(facts.get(row), value -> new ArrayList<>()).add(row);
      }
    }
    return groups;
  }

  /**
   * A number that all units of one article share, comments under it included; units of several
   * articles have one of their own.
   *
   * @return by row, from 0
   */
  public int[] articles() {
    Map<String, Integer> numbers = new HashMap<>();
    int[] articles = new int[places.length];
    for (int row = 0; row < articles.length; row++) {
      String article = units.article(unitOf(row)).orElse(units.name(unitOf(row)));
      articles[row] = numbers.computeIfAbsent(article, unseen -> numbers.size());
    }
    return articles;
  }

  /**
   * Where a unit stands.
   *
   * @param row from 0
   * @return the passage in its document; empty for units that share facts
   */
  public Optional<Passage> passage(int row) {
    return units.passage(unitOf(row));
  }

  /**
   * The first words of a unit.
   *
   * @param row from 0
   * @param tokens how many tokens at most
   * @return on one line; empty for units that share facts
   */
  public String beginning(int row, int tokens) {
    return units.beginning(unitOf(row), tokens);
  }

  /**
   * The features.
   *
   * @return one for each column, words of a sequence with spaces between
   */
  public List<String> features() {
    return features;
  }

  /**
   * The column of a feature.
   *
   * @param feature as it is counted
   * @return −1 if it is no column
   */
  public int column(String feature) {
    return features.indexOf(feature);
  }

  /**
   * The counts.
   *
   * @return rows and columns in the order of units and features
   */
  public CountRows counts() {
    return counts;
  }

  /**
   * How often a feature is there.
   *
   * @param feature its column, from 0
   * @return 1 or more
   */
  public long total(int feature) {
    return totals[feature];
  }

  /**
   * In how many units a feature is.
   *
   * @param feature its column, from 0
   * @return 1 or more
   */
  public int range(int feature) {
    return ranges[feature];
  }

  /**
   * Weighs a count by how few units have the feature: count × log10(units / units with it), as
   * Salton and Buckley (1988) and {@code dfm_tfidf} of quanteda by default.
   *
   * @param cell of the counts, from 0
   * @return 0 for a feature that all units have
   */
  public double tfIdf(int cell) {
    return MatrixMarket.tfIdf(counts.count(cell), counts.rows(), ranges[counts.column(cell)]);
  }

  /**
   * Writes the counts, or their weights, in the coordinate format of Matrix Market (Boisvert, Pozo
   * and Remington 1996), which Matrix in R, SciPy and Gensim read.
   *
   * @param out where to; is not closed
   * @param weighted true for {@link #tfIdf}, with six digits
   * @throws IOException if it cannot be written
   */
  public void writeMatrixMarket(Writer out, boolean weighted) throws IOException {
    MatrixMarket market = new MatrixMarket(out, counts.rows(), ranges, weighted);
    for (int row = 0; row < counts.rows(); row++) {
      market.nextRow();
      for (int cell = counts.start(row); cell < counts.start(row + 1); cell++) {
        market.cell(counts.column(cell), counts.count(cell));
      }
    }
  }

  /**
   * The names of facts that some unit has.
   *
   * @return sorted
   */
  public Set<String> facts() {
    Set<String> names = new TreeSet<>();
    IntStream.range(0, places.length).forEach(row -> names.addAll(unit(row).facts().keySet()));
    return names;
  }
}
