package org.polylogue.lexis.dispersion;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How often something occurs in each part of a corpus, and the measures of its dispersion. With n
 * parts, v<sub>i</sub> occurrences in part i, f their sum, s<sub>i</sub> the share of part i in the
 * corpus, and p<sub>i</sub> = v<sub>i</sub> / size of part i. Measures are empty where they are not
 * defined; none is ever NaN. Immutable and thread-safe.
 */
public final class PartCounts {

  private final long[] counts;
  private final long[] sizes;
  private final long count;
  private final long size;

  private PartCounts(long[] counts, long[] sizes) {
    this.counts = counts;
    this.sizes = sizes;
    long c = 0;
    long s = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0 || sizes[i] < 1 || counts[i] > sizes[i]) {
        throw new IllegalArgumentException(
            "part " + i + " has " + counts[i] + " of " + sizes[i] + " words");
      }
      c += counts[i];
      s += sizes[i];
    }
    this.count = c;
    this.size = s;
  }

  /**
   * Counts by part.
   *
   * @param counts occurrences in each part
   * @param sizes words in each part, at least 1 and at least the occurrences
   * @return the counts
   * @throws IllegalArgumentException if the arrays differ in length or a part is empty or
   *     overfilled
   */
  public static PartCounts of(long[] counts, long[] sizes) {
    if (counts.length != sizes.length) {
      throw new IllegalArgumentException(counts.length + " counts for " + sizes.length + " parts");
    }
    return new PartCounts(counts.clone(), sizes.clone());
  }

  /**
   * One part: what resampling draws.
   *
   * @param count occurrences, zero or more
   * @param size words, at least 1 and at least {@code count}
   */
  public record Part(long count, long size) {}

  /**
   * Counts by part.
   *
   * @param parts the parts, in any order
   * @return the counts
   * @throws IllegalArgumentException if a part is empty or overfilled
   */
  public static PartCounts of(List<Part> parts) {
    return new PartCounts(
        parts.stream().mapToLong(Part::count).toArray(),
        parts.stream().mapToLong(Part::size).toArray());
  }

  /**
   * The parts one by one.
   *
   * @return parts in order
   */
  public List<Part> toList() {
    return IntStream.range(0, counts.length).mapToObj(i -> new Part(counts[i], sizes[i])).toList();
  }

  /**
   * Counts the parts.
   *
   * @return zero or more
   */
  public int parts() {
    return counts.length;
  }

  /**
   * Occurrences in a part.
   *
   * @param part from 0
   * @return zero or more
   */
  public long count(int part) {
    return counts[part];
  }

  /**
   * Words in a part.
   *
   * @param part from 0
   * @return one or more
   */
  public long size(int part) {
    return sizes[part];
  }

  /**
   * Occurrences in all parts.
   *
   * @return zero or more
   */
  public long count() {
    return count;
  }

  /**
   * Words in all parts.
   *
   * @return zero or more
   */
  public long size() {
    return size;
  }

  /**
   * Relative frequency.
   *
   * @return occurrences per million words, 0 without words
   */
  public double perMillion() {
    return size == 0 ? 0 : count * 1e6 / size;
  }

  /**
   * Range: in how many parts it occurs.
   *
   * @return 0 to the number of parts
   */
  public int range() {
    int range = 0;
    for (long c : counts) {
      range += c > 0 ? 1 : 0;
    }
    return range;
  }

  /**
   * Juilland's D, 1 − V / √(n − 1) with V the population standard deviation of p<sub>i</sub> over
   * their mean (Juilland, Brodin and Davidovitch 1970; relative frequencies for unequal parts as in
   * Gries 2008). It loses its power over many parts (Biber et al. 2016).
   *
   * @return 1 for perfectly even, 0 for all in one part; empty without occurrences or with fewer
   *     than two parts
   */
  public OptionalDouble juillandD() {
    if (count == 0 || counts.length < 2) {
      return OptionalDouble.empty();
    }
    int n = counts.length;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (double) counts[i] / sizes[i] / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double d = (double) counts[i] / sizes[i] - mean;
      squares += d * d;
    }
    double variation = Math.sqrt(squares / n) / mean;
    return OptionalDouble.of(clamp(1 - variation / Math.sqrt(n - 1.0)));
  }

  /**
   * Carroll's D₂: the entropy of p<sub>i</sub> / Σp over its greatest value, log n (Carroll 1970).
   *
   * @return 1 for perfectly even, 0 for all in one part; empty without occurrences or with fewer
   *     than two parts
   */
  public OptionalDouble carrollD2() {
    if (count == 0 || counts.length < 2) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    double logs = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double p = (double) counts[i] / sizes[i];
        sum += p;
        logs += p * Math.log(p);
      }
    }
    return OptionalDouble.of(clamp((Math.log(sum) - logs / sum) / Math.log(counts.length)));
  }

  /**
   * Gries' DP, ½ Σ |v<sub>i</sub> / f − s<sub>i</sub>| (Gries 2008).
   *
   * @return 0 for spread as the parts' sizes are, near 1 for all in a small part; empty without
   *     occurrences
   */
  public OptionalDouble dp() {
    if (count == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += Math.abs((double) counts[i] / count - (double) sizes[i] / size);
    }
    return OptionalDouble.of(clamp(sum / 2));
  }

  /**
   * DPnorm, DP / (1 − least s<sub>i</sub>) (Lijffijt and Gries 2012), which reaches 1.
   *
   * @return 0 to 1; empty without occurrences or with fewer than two parts
   */
  public OptionalDouble dpNorm() {
    if (count == 0 || counts.length < 2) {
      return OptionalDouble.empty();
    }
    long least = Long.MAX_VALUE;
    for (long s : sizes) {
      least = Math.min(least, s);
    }
    return OptionalDouble.of(clamp(dp().getAsDouble() / (1 - (double) least / size)));
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
