package org.polylogue.lexis.matrix;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.dictionary.Dictionary;
import org.polylogue.lexis.dictionary.DictionaryMatches;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Vocabulary;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * A document-feature matrix: how often each unit of a subcorpus has each feature, without the
 * zeros. Takes 8 bytes a count that is not zero, and up to four times as much while it is made; its
 * index takes some 12 bytes a token. Immutable and thread-safe.
 */
public final class FeatureMatrix {

  /** Keys that wait at least before they are added up. */
  private static final int WAITING = 1 << 20;

  private final List<TextUnits.Unit> units;
  private final List<String> features;
  private final CountRows counts;
  private final int[] ranges;
  private final long[] totals;

  private FeatureMatrix(List<TextUnits.Unit> units, List<String> features, CountRows counts) {
    this.units = List.copyOf(units);
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
    return new Counting(subcorpus, units, features).matrix();
  }

  /**
   * Counts the categories of a dictionary, each occurrence in the unit of its first word.
   *
   * @param subcorpus the tokens that count
   * @param units what a row is
   * @param attribute {@link TokenAttribute#WORD} or {@link TokenAttribute#LEMMA}
   * @param dictionary its categories are the columns, also those that nobody uses
   * @return a row for each unit that holds a selected word
   * @throws IllegalArgumentException if the index has no such attribute, quotations or facts
   */
  public static FeatureMatrix of(
      Subcorpus subcorpus, TextUnits units, TokenAttribute attribute, Dictionary dictionary) {
    TokenIndex index = subcorpus.index();
    TextUnits.Assigned assigned = units.assign(index);
    boolean[] seen = new boolean[assigned.units().size()];
    subcorpus
        .positions()
        .filter(i -> index.isWord(i) && assigned.unitOf()[i] >= 0)
        .forEach(i -> seen[assigned.unitOf()[i]] = true);
    Tally tally = new Tally();
    for (DictionaryMatches.Match match : DictionaryMatches.of(subcorpus, attribute, dictionary)) {
      int unit = assigned.unitOf()[match.from()];
      if (unit >= 0) {
        tally.add(unit, match.category());
      }
    }
    tally.addUp();
    int[] columns = IntStream.range(0, dictionary.categories().size()).toArray();
    return built(
        assigned,
        seen,
        tally,
        columns,
        dictionary.categories().stream().map(Dictionary.Category::name).toList());
  }

  /** Rows of the units that were seen, from what was added up. */
  private static FeatureMatrix built(
      TextUnits.Assigned units, boolean[] seen, Tally tally, int[] column, List<String> names) {
    List<TextUnits.Unit> kept = new ArrayList<>();
    CountRows.Builder rows = CountRows.builder(names.size());
    int at = 0;
    for (int unit = 0; unit < seen.length; unit++) {
      int from = at;
      while (at < tally.size && tally.keys[at] >> 32 == unit) {
        at++;
      }
      if (seen[unit]) {
        kept.add(units.units().get(unit));
        tally.addRow(rows, column, from, at);
      }
    }
    return new FeatureMatrix(kept, names, rows.build());
  }

  /** Counts while tokens are read. */
  private static final class Counting {
    private final Subcorpus subcorpus;
    private final TokenIndex index;
    private final TextUnits.Assigned units;
    private final Features features;
    private final Vocabulary vocabulary;
    private final boolean[] left;
    private final Map<Integer, List<int[]>> expressions = new HashMap<>();

    /** Names of single features: ids of the vocabulary, and expressions after them. */
    private final List<String> compounds = new ArrayList<>();

    private final Map<List<Integer>, Integer> compoundIds = new HashMap<>();

    /** Sequences by the sequence without its last word and that word. */
    private final Map<Long, Integer> sequences = new HashMap<>();

    private final List<long[]> parents = new ArrayList<>();
    private final Tally tally = new Tally();
    private final boolean[] seen;
    private int[] run = new int[64];
    private int length;

    Counting(Subcorpus subcorpus, TextUnits units, Features features) {
      this.subcorpus = subcorpus;
      this.index = subcorpus.index();
      this.vocabulary = index.vocabulary(features.attribute());
      this.features = features;
      this.units = units.assign(index);
      this.seen = new boolean[this.units.units().size()];
      this.left = new boolean[vocabulary.size()];
      for (String word : features.left()) {
        int id = vocabulary.id(features.counted(word));
        if (id >= 0) {
          left[id] = true;
        }
      }
      for (List<String> expression : new HashSet<>(features.expressions())) {
        int[] ids =
            expression.stream().mapToInt(word -> vocabulary.id(features.counted(word))).toArray();
        if (Arrays.stream(ids).allMatch(id -> id >= 0)) {
          expressions.computeIfAbsent(ids[0], first -> new ArrayList<>()).add(ids);
        }
      }
      expressions
          .values()
          .forEach(list -> list.sort(Comparator.comparingInt((int[] ids) -> -ids.length)));
    }

    FeatureMatrix matrix() {
      int sentence = 0;
      int unit = -1;
      for (int r = 0; r < subcorpus.rangeCount(); r++) {
        flush(unit);
        for (int i = subcorpus.from(r); i < subcorpus.to(r); i++) {
          boolean begins = false;
          while (index.sentenceStart(sentence + 1) <= i) {
            sentence++;
            begins = true;
          }
          int own = units.unitOf()[i];
          if (begins || own != unit) {
            flush(unit);
            unit = own;
          }
          if (own < 0 || !index.isWord(i)) {
            flush(unit);
            continue;
          }
          seen[own] = true;
          if (length == run.length) {
            run = Arrays.copyOf(run, 2 * length);
          }
          run[length++] = index.id(features.attribute(), i);
        }
      }
      flush(unit);
      return built();
    }

    /** Words that stand beside each other, where expressions are one word. */
    private void flush(int unit) {
      int[] words = new int[length];
      int n = 0;
      for (int i = 0; i < length; ) {
        int[] expression = expressionAt(i);
        if (expression != null) {
          words[n++] = compound(expression);
          i += expression.length;
        } else {
          words[n++] = left[run[i]] ? -1 : run[i];
          i++;
        }
      }
      length = 0;
      for (int i = 0; i < n; i++) {
        int sequence = -1;
        for (int k = 1; k <= features.longest() && i + k <= n && words[i + k - 1] >= 0; k++) {
          sequence = sequence(sequence, words[i + k - 1]);
          if (k >= features.shortest()) {
            tally.add(unit, sequence);
          }
        }
      }
    }

    private int[] expressionAt(int i) {
      for (int[] expression : expressions.getOrDefault(run[i], List.of())) {
        if (i + expression.length <= length
            && Arrays.equals(run, i, i + expression.length, expression, 0, expression.length)) {
          return expression;
        }
      }
      return null;
    }

    private int compound(int[] expression) {
      return compoundIds.computeIfAbsent(
          Arrays.stream(expression).boxed().toList(),
          ids -> {
            compounds.add(String.join(" ", ids.stream().map(vocabulary::entry).toList()));
            return vocabulary.size() + compounds.size() - 1;
          });
    }

    private int sequence(int before, int word) {
      return sequences.computeIfAbsent(
          (long) (before + 1) << 32 | word,
          key -> {
            parents.add(new long[] {before, word});
            return parents.size() - 1;
          });
    }

    private String name(int sequence) {
      long[] parts = parents.get(sequence);
      int word = (int) parts[1];
      String last =
          word < vocabulary.size()
              ? vocabulary.entry(word)
              : compounds.get(word - vocabulary.size());
      return parts[0] < 0 ? last : name((int) parts[0]) + " " + last;
    }

    private FeatureMatrix built() {
      tally.addUp();
      boolean[] used = new boolean[parents.size()];
      for (int i = 0; i < tally.size; i++) {
        used[(int) tally.keys[i]] = true;
      }
      // an expression and a sequence of its words may have one name, and are one feature
      Map<String, List<Integer>> named = new TreeMap<>();
      for (int sequence = 0; sequence < used.length; sequence++) {
        if (used[sequence]) {
          named.computeIfAbsent(name(sequence), name -> new ArrayList<>()).add(sequence);
        }
      }
      int[] column = new int[used.length];
      List<String> names = new ArrayList<>();
      named.forEach(
          (name, all) -> {
            all.forEach(sequence -> column[sequence] = names.size());
            names.add(name);
          });
      return FeatureMatrix.built(units, seen, tally, column, names);
    }
  }

  /** Pairs of unit and feature, and how often each was added, sorted. */
  private static final class Tally {
    private long[] waiting = new long[WAITING];
    private int filled;
    private long[] keys = new long[0];
    private int[] counts = new int[0];
    private int size;

    void add(int unit, int feature) {
      if (filled == waiting.length) {
        addUp();
        // as many wait as are there: each is moved a bounded number of times
        waiting = new long[Math.max(WAITING, Math.min(size, 1 << 28))];
      }
      waiting[filled++] = (long) unit << 32 | feature;
    }

void addRow(CountRows.Builder rows, int[] column, int from, int to) {
      long[] cells =
          IntStream.range(from, to)
              .mapToLong(i -> (long) column[(int) keys[i]] << 32 | counts[i])
              .sorted()
              .toArray();
      int[] columns = new int[cells.length];
      int[] sums = new int[cells.length];
      int n = 0;
      for (long cell : cells) {
        int own = (int) (cell >> 32);
        if (n > 0 && columns[n - 1] == own) {
          sums[n - 1] += (int) cell;
        } else {
          columns[n] = own;
          sums[n++] = (int) cell;
        }
      }
      rows.add(Arrays.copyOf(columns, n), Arrays.copyOf(sums, n));
    }

    void addUp() {
      Arrays.sort(waiting, 0, filled);
      long[] merged = new long[size + filled];
      int[] sums = new int[size + filled];
      int n = 0;
      int old = 0;
      int next = 0;
      while (old < size || next < filled) {
        boolean first = next == filled || old < size && keys[old] <= waiting[next];
        long key = first ? keys[old] : waiting[next];
        int count = first ? counts[old++] : 1;
        next += first ? 0 : 1;
        if (n > 0 && merged[n - 1] == key) {
          sums[n - 1] += count;
        } else {
          merged[n] = key;
          sums[n++] = count;
        }
      }
      keys = Arrays.copyOf(merged, n);
      counts = Arrays.copyOf(sums, n);
      size = n;
      filled = 0;
    }
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
    if (minimumCount < 1 || minimumUnits < 1 || !(maximumShare > 0 && maximumShare <= 1)) {
      throw new IllegalArgumentException(
          "counts and units are 1 or more and shares over 0 to 1, not "
              + minimumCount
              + ", "
              + minimumUnits
              + " and "
              + maximumShare);
    }
    int[] column = new int[features.size()];
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < column.length; i++) {
      boolean fits =
          totals[i] >= minimumCount
              && ranges[i] >= minimumUnits
              && ranges[i] <= maximumShare * units.size();
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
    return new FeatureMatrix(units, kept, rows.build());
  }

  /**
   * The units.
   *
   * @return one for each row
   */
  public List<TextUnits.Unit> units() {
    return units;
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
    return counts.count(cell) * Math.log10((double) units.size() / ranges[counts.column(cell)]);
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
    out.write("%%MatrixMarket matrix coordinate " + (weighted ? "real" : "integer") + " general\n");
    int cells = counts.start(counts.rows());
    out.write(counts.rows() + " " + features.size() + " " + cells + "\n");
    for (int row = 0; row < counts.rows(); row++) {
      for (int cell = counts.start(row); cell < counts.start(row + 1); cell++) {
        String value =
            weighted
                ? String.format(Locale.ROOT, "%.6g", tfIdf(cell))
                : Integer.toString(counts.count(cell));
        out.write((row + 1) + " " + (counts.column(cell) + 1) + " " + value + "\n");
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
    units.forEach(unit -> names.addAll(unit.facts().keySet()));
    return names;
  }
}
