package org.polylogue.lexis.dispersion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Vocabulary;

/** The dispersion of words over the parts of a subcorpus. Immutable and thread-safe. */
public final class Dispersion {

  /**
   * The dispersion of one word; the measures are those of {@link PartCounts}.
   *
   * @param word the word
   * @param count how often it occurs
   * @param range in how many parts
   * @param juillandD empty with fewer than two parts
   * @param carrollD2 empty with fewer than two parts
   * @param dp Gries' DP, 0 for even
   * @param dpNorm empty with fewer than two parts
   */
  public record Row(
      String word,
      long count,
      int range,
      OptionalDouble juillandD,
      OptionalDouble carrollD2,
      double dp,
      OptionalDouble dpNorm) {}

  private final Parts parts;
  private final TokenAttribute attribute;

  private Dispersion(Parts parts, TokenAttribute attribute) {
    this.parts = Objects.requireNonNull(parts, "parts");
    this.attribute = Objects.requireNonNull(attribute, "attribute");
    parts.subcorpus().index().vocabulary(attribute);
  }

  /**
   * Dispersion over parts.
   *
   * @param parts the parts
   * @param attribute what is counted
   * @return the dispersion
   * @throws IllegalArgumentException if the index lacks the attribute
   */
  public static Dispersion over(Parts parts, TokenAttribute attribute) {
    return new Dispersion(parts, attribute);
  }

  /**
   * Counts one word by part.
   *
   * @param word its value of the attribute
   * @return its counts, all 0 if it is in no text
   */
  public PartCounts of(String word) {
    TokenIndex index = parts.subcorpus().index();
    int id = index.vocabulary(attribute).id(word);
    long[] counts = new long[parts.names().size()];
    long[] sizes = new long[counts.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = parts.size(i);
    }
    for (int piece = 0; id >= 0 && piece < parts.pieces(); piece++) {
      for (int i = parts.from(piece); i < parts.to(piece); i++) {
        if (index.id(attribute, i) == id && index.isWord(i)) {
          counts[parts.owner(piece)]++;
        }
      }
    }
    return PartCounts.of(counts, sizes);
  }

  /**
   * The dispersion of every word, in one walk through the corpus.
   *
   * @param minimumCount the least count, 1 or more
   * @return rows by DP, the most evenly spread first, then by count and characters
   */
  public List<Row> all(long minimumCount) {
    Sums sums = sums();
    Vocabulary vocabulary = parts.subcorpus().index().vocabulary(attribute);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < vocabulary.size(); id++) {
      if (sums.counts[id] >= Math.max(1, minimumCount)) {
        rows.add(sums.row(id, vocabulary.entry(id)));
      }
    }
    rows.sort(
        Comparator.comparingDouble(Row::dp)
            .thenComparing(Comparator.comparingLong(Row::count).reversed())
            .thenComparing(Row::word));
    return rows;
  }

  private Sums sums() {
    TokenIndex index = parts.subcorpus().index();
    int size = index.vocabulary(attribute).size();
    Sums sums = new Sums(size, parts);
    eachPart(index, size, sums::count);
    eachPart(index, size, sums::add);
    return sums;
  }

  private interface PartVisitor {
    void visit(int id, int count, int part);
  }

  private void eachPart(TokenIndex index, int size, PartVisitor visitor) {
    int[] inPart = new int[size];
    int[] touched = new int[256];
    int n = 0;
    for (int piece = 0; piece < parts.pieces(); piece++) {
      for (int i = parts.from(piece); i < parts.to(piece); i++) {
        if (index.isWord(i)) {
          int id = index.id(attribute, i);
          if (inPart[id]++ == 0) {
            if (n == touched.length) {
              touched = Arrays.copyOf(touched, n * 2);
            }
            touched[n++] = id;
          }
        }
      }
      boolean last = piece + 1 == parts.pieces() || parts.owner(piece + 1) != parts.owner(piece);
      if (last) {
        for (int k = 0; k < n; k++) {
          visitor.visit(touched[k], inPart[touched[k]], parts.owner(piece));
          inPart[touched[k]] = 0;
        }
        n = 0;
      }
    }
  }

  /** Sums from which every measure follows, so that parts without a word cost nothing. */
  private static final class Sums {
    private final Parts parts;
    private final int n;
    private final long[] counts;
    private final int[] ranges;
    private final double[] p;
    private final double[] squares;
    private final double[] logs;
    private final double[] deviations;
    private final double[] sharesHit;
    private final double size;
    private final double leastShare;

    Sums(int words, Parts parts) {
      this.parts = parts;
      this.n = parts.names().size();
      this.counts = new long[words];
      this.ranges = new int[words];
      this.p = new double[words];
      this.squares = new double[words];
      this.logs = new double[words];
      this.deviations = new double[words];
      this.sharesHit = new double[words];
      long total = 0;
      long least = Long.MAX_VALUE;
      for (int i = 0; i < n; i++) {
        total += parts.size(i);
        least = Math.min(least, parts.size(i));
      }
      this.size = total;
      this.leastShare = total == 0 ? 1 : (double) least / total;
    }

    void count(int id, int count, int part) {
      counts[id] += count;
    }

    void add(int id, int count, int part) {
      double rate = (double) count / parts.size(part);
      double share = parts.size(part) / size;
      ranges[id]++;
      p[id] += rate;
      squares[id] += rate * rate;
      logs[id] += rate * Math.log(rate);
      deviations[id] += Math.abs((double) count / counts[id] - share);
      sharesHit[id] += share;
    }

    Row row(int id, String word) {
      double dp = clamp((deviations[id] + Math.max(0, 1 - sharesHit[id])) / 2);
      if (n < 2) {
        OptionalDouble none = OptionalDouble.empty();
        return new Row(word, counts[id], ranges[id], none, none, dp, none);
      }
      double mean = p[id] / n;
      double deviation = Math.sqrt(Math.max(0, squares[id] / n - mean * mean));
      double d = 1 - deviation / mean / Math.sqrt(n - 1.0);
      double d2 = (Math.log(p[id]) - logs[id] / p[id]) / Math.log(n);
      return new Row(
          word,
          counts[id],
          ranges[id],
          OptionalDouble.of(clamp(d)),
          OptionalDouble.of(clamp(d2)),
          dp,
          OptionalDouble.of(clamp(dp / (1 - leastShare))));
    }

    private static double clamp(double value) {
      return Math.max(0, Math.min(1, value));
    }
  }
}
