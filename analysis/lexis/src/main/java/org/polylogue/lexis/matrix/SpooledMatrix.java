package org.polylogue.lexis.matrix;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.polylogue.lexis.dictionary.Dictionary;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * A document-feature matrix that need not fit into memory. Parts of a corpus are counted one after
 * the other, their rows go to disk, and rows of a unit that is in several parts are added up when
 * they are read again. What is written is what {@link FeatureMatrix} would write of the whole.
 *
 * <p>Takes some 150 bytes a feature, and what a part and its index take while it is counted. For
 * one thread.
 */
public final class SpooledMatrix implements AutoCloseable {

  /** Takes the units of a matrix while it is written. */
  public interface UnitTaker {
    /**
     * Takes a unit.
     *
     * @param row its row, from 0
     * @param unit its name and what is known of it
     * @param total how many of the features that are written it has
     * @throws IOException if it cannot be written on
     */
    void take(long row, FeatureMatrix.Unit unit, long total) throws IOException;
  }

  private final TextUnits units;
  private final Function<Map<String, Subcorpus>, FeatureMatrix> counting;
  private final boolean sorted;
  private final Path place;
  private final List<String> slices = new ArrayList<>();
  private final List<RowSpool> spools = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Set<String> facts = new TreeSet<>();
  private final Set<String> known = new TreeSet<>();
  private boolean filled;

  private long rows;
  private long[] totals;
  private int[] ranges;

  /** By the id of a feature its column, −1 for none. */
  private int[] column;

  private List<String> features;

  private SpooledMatrix(
      TextUnits units,
      Function<Map<String, Subcorpus>, FeatureMatrix> counting,
      boolean sorted,
      Path place) {
    this.units = units;
    this.counting = counting;
    this.sorted = sorted;
    this.place = place;
  }

  /**
   * A matrix of words or the like.
   *
   * @param units what a row is
   * @param features what a column is
   * @param place a path; files with this name and a number after it lie there until it is closed
   * @return an empty matrix
   */
  public static SpooledMatrix of(TextUnits units, Features features, Path place) {
    return new SpooledMatrix(
        units, slices -> FeatureMatrix.counted(slices, units, features), true, place);
  }

  /**
   * A matrix of categories.
   *
   * @param units what a row is
   * @param attribute {@link TokenAttribute#WORD} or {@link TokenAttribute#LEMMA}
   * @param dictionary its categories are the columns, in its order
   * @param place a path; files with this name and a number after it lie there until it is closed
   * @return an empty matrix
   */
  public static SpooledMatrix of(
      TextUnits units, TokenAttribute attribute, Dictionary dictionary, Path place) {
    return new SpooledMatrix(
        units, slices -> FeatureMatrix.counted(slices, units, attribute, dictionary), false, place);
  }

  /**
   * Counts a part of the corpus.
   *
   * @param parts the tokens that count, in parts of one index by the text form of their slices; the
   *     same slices each time
   * @throws IOException if rows cannot be written to disk
   * @throws IllegalArgumentException if the index has no such attribute or quotations
   */
  public void add(Map<String, Subcorpus> parts) throws IOException {
    for (String slice : parts.keySet()) {
      if (!slices.contains(slice)) {
        slices.add(slice);
        Path file = place.resolveSibling(place.getFileName() + "." + spools.size());
        spools.add(new RowSpool(file));
      }
    }
    FeatureMatrix matrix = counting.apply(parts);
    TokenIndex index = parts.values().iterator().next().index();
    filled |= index.size() > 0;
    known.addAll(AssignedUnits.names(index));
    int[] id = new int[matrix.features().size()];
    for (int i = 0; i < id.length; i++) {
      String name = matrix.features().get(i);
      id[i] =
          ids.computeIfAbsent(
              name,
              unseen -> {
                names.add(name);
                return names.size() - 1;
              });
    }
    if (!units.facts().isEmpty()) {
      for (RowSpool spool : spools) {
        spool.startRun();
      }
    }
    List<String> sliceOf = matrix.facts("slice");
    for (int row = 0; row < matrix.counts().rows(); row++) {
      write(spools.get(slices.indexOf(sliceOf.get(row))), matrix, row, id);
    }
  }

  private void write(RowSpool spool, FeatureMatrix matrix, int row, int[] id) throws IOException {
    FeatureMatrix.Unit unit = matrix.unit(row);
    facts.addAll(unit.facts().keySet());
    int from = matrix.counts().start(row);
    int to = matrix.counts().start(row + 1);
    long[] cells =
        IntStream.range(from, to)
            .mapToLong(
                cell -> (long) id[matrix.counts().column(cell)] << 32 | matrix.counts().count(cell))
            .sorted()
            .toArray();
    spool.write(
        new RowSpool.Row(
            units.facts().stream().map(unit.facts()::get).toList(),
            unit.name(),
            unit.facts(),
            Arrays.stream(cells).mapToInt(cell -> (int) (cell >> 32)).toArray(),
            Arrays.stream(cells).mapToInt(cell -> (int) cell).toArray()));
  }

  /**
   * Ends the counting, and leaves out rare and common features; rows stay, also those that have no
   * feature left. Categories of a dictionary all stay.
   *
   * @param minimumCount how often a feature is there at least, 1 or more
   * @param minimumUnits in how many units it is at least, 1 or more
   * @param maximumShare in what share of units it is at most, over 0 to 1
   * @throws IOException if rows cannot be read again
   * @throws IllegalArgumentException if a bound is out of range, or a fact that units share is
   *     known of no text
   */
  public void finish(long minimumCount, int minimumUnits, double maximumShare) throws IOException {
    FeatureMatrix.checkBounds(minimumCount, minimumUnits, maximumShare);
    if (filled) {
      units.check(known);
    }
    ids.clear();
    long[] counts = new long[names.size()];
    int[] found = new int[names.size()];
    for (RowSpool spool : spools) {
      spool.forEach(
          row -> {
            rows++;
            for (int i = 0; i < row.features().length; i++) {
              counts[row.features()[i]] += row.counts()[i];
              found[row.features()[i]]++;
            }
          });
    }
    List<Integer> kept =
        new ArrayList<>(
            IntStream.range(0, names.size())
                .filter(
                    i ->
                        !sorted
                            || counts[i] >= minimumCount
                                && found[i] >= minimumUnits
                                && found[i] <= maximumShare * rows)
                .boxed()
                .toList());
    if (sorted) {
      kept.sort((one, other) -> names.get(one).compareTo(names.get(other)));
    }
    column = new int[names.size()];
    Arrays.fill(column, -1);
    totals = new long[kept.size()];
    ranges = new int[kept.size()];
    for (int i = 0; i < totals.length; i++) {
      column[kept.get(i)] = i;
      totals[i] = counts[kept.get(i)];
      ranges[i] = found[kept.get(i)];
    }
    features = kept.stream().map(names::get).toList();
  }

  /**
   * Writes the matrix as {@link FeatureMatrix#writeMatrixMarket}.
   *
   * @param out where to; is not closed
   * @param weighted true for {@link FeatureMatrix#tfIdf}, with six digits
   * @param taker takes the unit of each row
   * @throws IOException if it cannot be written, or rows cannot be read again
   */
  public void write(Writer out, boolean weighted, UnitTaker taker) throws IOException {
    MatrixMarket market = new MatrixMarket(out, rows, ranges, weighted);
    long[] row = new long[1];
    for (RowSpool spool : spools) {
      spool.forEach(
          spooled -> {
            long[] cells =
                IntStream.range(0, spooled.features().length)
                    .filter(i -> column[spooled.features()[i]] >= 0)
                    .mapToLong(
                        i -> (long) column[spooled.features()[i]] << 32 | spooled.counts()[i])
                    .sorted()
                    .toArray();
            market.nextRow();
            long total = 0;
            for (long cell : cells) {
              market.cell((int) (cell >> 32), (int) cell);
              total += (int) cell;
            }
            FeatureMatrix.Unit unit = new FeatureMatrix.Unit(spooled.name(), spooled.facts());
            taker.take(row[0]++, unit, total);
          });
    }
  }

  /**
   * Counts the units.
   *
   * @return 0 or more, once it is finished
   */
  public long rows() {
    return rows;
  }

  /**
   * The features.
   *
   * @return one for each column, once it is finished
   */
  public List<String> features() {
    return features;
  }

  /**
   * How often a feature is there.
   *
   * @param feature its column, from 0
   * @return 0 or more
   */
  public long total(int feature) {
    return totals[feature];
  }

  /**
   * In how many units a feature is.
   *
   * @param feature its column, from 0
   * @return 0 or more
   */
  public int range(int feature) {
    return ranges[feature];
  }

  /**
   * The names of facts that some unit has.
   *
   * @return sorted
   */
  public Set<String> facts() {
    return Collections.unmodifiableSet(facts);
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (RowSpool spool : spools) {
      try {
        spool.close();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
