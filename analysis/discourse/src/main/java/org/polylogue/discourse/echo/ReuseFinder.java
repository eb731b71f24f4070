package org.polylogue.discourse.echo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.polylogue.text.Span;

/**
 * Groups quotations that are one utterance: cut, reordered, with some words changed, or turned into
 * indirect speech.
 *
 * <p>Only content words count, by their stems, so that "I will sign" and "he would sign" are the
 * same. Pairs of content words that stand next to each other, or with one between them, are looked
 * up; quotations that share one are compared. Two belong together if enough content words of the
 * shorter one stand in such pairs of both, so that moved clauses do not matter, and if these words
 * are rare enough in all quotations to be no turn of phrase. Groups are what such comparisons link.
 *
 * <p>Of a pair that many quotations have, each is compared with sixteen others, so that time is
 * near-linear. Memory is about 300 bytes for each quotation of ten content words, and as much again
 * while groups are made. Not thread-safe.
 */
public final class ReuseFinder {

  /** Content words that a quotation needs to be told from others. */
  public static final int LEAST_CONTENT = 4;

  private static final int REACH = 2;
  private static final int LEAST_LEFT_OUT = 2;
  private static final int NEIGHBOURS = 16;
  private static final double SHARE = 0.6;
  private static final double NEARLY_ALL = 0.8;
  private static final double LEAST_WEIGHT = 1.4;
  private static final double ENOUGH_WEIGHT = 2.25;
  private static final int LEAST_ALIGNED = 4;
  private static final double TOGETHER = 0.6;
  private static final double BACKGROUND = 1000;
  private static final int ID_BITS = 26;
  private static final int MOST = 1 << ID_BITS;

  private final List<int[]> stems = new ArrayList<>();
  private final List<int[]> sorted = new ArrayList<>();
  private final Map<Integer, Integer> frequencies = new HashMap<>();
  private long pairs;

  /** No quotations yet. */
  public ReuseFinder() {}

  /**
   * Adds a quotation.
   *
   * @param text its words; one with fewer than {@link #LEAST_CONTENT} content words is like no
   *     other
   * @throws IllegalStateException after 67,108,864 quotations
   */
  public void add(String text) {
    if (stems.size() == MOST) {
      throw new IllegalStateException("no more than " + MOST + " quotations");
    }
    int[] own = ReuseWords.stems(EchoWords.of(text));
    int[] inOrder = own.length < LEAST_CONTENT ? new int[0] : own;
    int[] bySize = inOrder.clone();
    Arrays.sort(bySize);
    stems.add(inOrder);
    sorted.add(bySize);
    pairs += pairsOf(inOrder.length);
    for (int i = 0; i < bySize.length; i++) {
      if (i == 0 || bySize[i] != bySize[i - 1]) {
        frequencies.merge(bySize[i], 1, Integer::sum);
      }
    }
  }

  private static long pairsOf(int length) {
    return Math.max(0, (long) REACH * length - REACH * (REACH + 1) / 2);
  }

  /**
   * The groups of two and more.
   *
   * @return positions of quotations in the order in which they were added, by group; groups in the
   *     order of their first ones
   */
  public List<int[]> groups() {
    int[] leaders = IntStream.range(0, stems.size()).toArray();
    long[] keys = keys();
    for (int from = 0; from < keys.length; ) {
      int to = from + 1;
      while (to < keys.length && keys[to] >>> ID_BITS == keys[from] >>> ID_BITS) {
        to++;
      }
      if (to - from > 1) {
        join(keys, from, to, leaders);
      }
      from = to;
    }
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    int[] sizes = new int[leaders.length];
    for (int i = 0; i < leaders.length; i++) {
      sizes[leader(leaders, i)]++;
    }
    for (int i = 0; i < leaders.length; i++) {
      int first = leader(leaders, i);
      if (sizes[first] > 1) {
        groups.computeIfAbsent(first, f -> new ArrayList<>()).add(i);
      }
    }
    return groups.values().stream()
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /**
   * What a later quotation made of the first one.
   *
   * @param kept share of the first one's content words that the later one has, 0 to 1
   * @param taken share of the later one's content words that the first one has, 0 to 1
   * @param leftOut stretches of the first one that the later one leaves out, with two content words
   *     or more
   */
  public record Comparison(double kept, double taken, List<Span> leftOut) {
    /** Copies the list. */
    public Comparison {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Compares two quotations of a group.
   *
   * @param first the earlier one
   * @param later the later one
   * @return what became of it; shares of a quotation without content words are 0
   */
  public static Comparison compare(String first, String later) {
    EchoWords words = EchoWords.of(first);
    int[] before = ReuseWords.stems(words);
    int[] after = ReuseWords.stems(EchoWords.of(later));
    boolean[] kept = inPairsOf(after, before);
    List<Span> leftOut = new ArrayList<>();
    int content = 0;
    int missing = 0;
    int start = -1;
    int end = -1;
    for (int i = 0; i < words.size(); i++) {
      if (!words.isContent(i)) {
        continue;
      }
      if (kept[content++]) {
        addStretch(words, start, end, missing, leftOut);
        missing = 0;
        start = -1;
      } else {
        missing++;
        start = start < 0 ? i : start;
        end = i;
      }
    }
    addStretch(words, start, end, missing, leftOut);
    return new Comparison(share(kept), share(inPairsOf(before, after)), leftOut);
  }

  private static void addStretch(
      EchoWords words, int start, int end, int missing, List<Span> leftOut) {
    if (missing >= LEAST_LEFT_OUT) {
      leftOut.add(new Span(words.start(start), words.endWithMarks(end)));
    }
  }

  private static double share(boolean[] found) {
    int count = 0;
    for (boolean one : found) {
      count += one ? 1 : 0;
    }
    return found.length == 0 ? 0 : (double) count / found.length;
  }

  /** Hashes of pairs over the quotations that have them, sorted. */
  private long[] keys() {
    long[] keys = new long[Math.toIntExact(pairs)];
    int at = 0;
    for (int id = 0; id < stems.size(); id++) {
      int[] own = stems.get(id);
      for (int i = 0; i < own.length; i++) {
        for (int j = i + 1; j <= i + REACH && j < own.length; j++) {
          keys[at++] = pair(own[i], own[j]) << ID_BITS | id;
        }
      }
    }
    Arrays.parallelSort(keys);
    return keys;
  }

  private void join(long[] keys, int from, int to, int[] leaders) {
    int[] recent = new int[NEIGHBOURS];
    int count = 0;
    for (int k = from; k < to; k++) {
      int id = (int) (keys[k] & MOST - 1);
      for (int n = Math.max(0, count - NEIGHBOURS); n < count; n++) {
        int before = recent[n % NEIGHBOURS];
        int one = leader(leaders, id);
        int other = leader(leaders, before);
        if (one != other && same(before, id)) {
          leaders[Math.max(one, other)] = Math.min(one, other);
        }
      }
      recent[count++ % NEIGHBOURS] = id;
    }
  }

  private boolean same(int one, int other) {
    boolean firstShorter = stems.get(one).length <= stems.get(other).length;
    int shorter = firstShorter ? one : other;
    int longer = firstShorter ? other : one;
    return common(sorted.get(shorter), sorted.get(longer)) >= LEAST_ALIGNED
        && aligned(stems.get(shorter), stems.get(longer));
  }

  private static int common(int[] one, int[] other) {
    int common = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  /** Whether enough words of the shorter one stand in a pair that the longer one has too. */
  private boolean aligned(int[] shorter, int[] longer) {
    boolean[] found = inPairsOf(longer, shorter);
    double whole = 0;
    double aligned = 0;
    int words = 0;
    for (int i = 0; i < shorter.length; i++) {
      double weight = weight(shorter[i]);
      whole += weight;
      aligned += found[i] ? weight : 0;
      words += found[i] ? 1 : 0;
    }
    return words >= LEAST_ALIGNED
        && aligned >= LEAST_WEIGHT
        && aligned >= SHARE * whole
        && aligned >= Math.min(ENOUGH_WEIGHT, NEARLY_ALL * whole)
        && together(inPairsOf(shorter, longer), shorter.length) >= TOGETHER * words;
  }

  /** The words of a quotation that stand in a pair of another one. */
  private static boolean[] inPairsOf(int[] other, int[] words) {
    long[] pairs = new long[(int) pairsOf(other.length) + REACH];
    int count = 0;
    for (int i = 0; i < other.length; i++) {
      for (int j = i + 1; j <= i + REACH && j < other.length; j++) {
        pairs[count++] = pair(other[i], other[j]);
      }
    }
    Arrays.sort(pairs, 0, count);
    boolean[] found = new boolean[words.length];
    for (int i = 0; i < words.length; i++) {
      for (int j = i + 1; j <= i + REACH && j < words.length; j++) {
        if (Arrays.binarySearch(pairs, 0, count, pair(words[i], words[j])) >= 0) {
          found[i] = true;
          found[j] = true;
        }
      }
    }
    return found;
  }

  /** How many words at most are found in a row of so many. */
  private static int together(boolean[] found, int length) {
    int most = 0;
    int now = 0;
    for (int i = 0; i < found.length; i++) {
      now += found[i] ? 1 : 0;
      now -= i >= length && found[i - length] ? 1 : 0;
      most = Math.max(most, now);
    }
    return most;
  }

  /** 1 for a word of one quotation, less for words of many (Spärck Jones 1972). */
  private double weight(int stem) {
    double all = stems.size() + BACKGROUND;
    return Math.log(all / frequencies.getOrDefault(stem, 1)) / Math.log(all);
  }

  /** The same for both orders; 38 bits. */
  private static long pair(int one, int other) {
    long z = (long) Math.min(one, other) << 32 | Math.max(one, other) & 0xffffffffL;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z >>> ID_BITS;
  }

  /** The first of a group; paths are halved on the way (Tarjan and van Leeuwen 1984). */
  private static int leader(int[] leaders, int quotation) {
    int at = quotation;
    while (leaders[at] != at) {
      leaders[at] = leaders[leaders[at]];
      at = leaders[at];
    }
    return at;
  }
}
