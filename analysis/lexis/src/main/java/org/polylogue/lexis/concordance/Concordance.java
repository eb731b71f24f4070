package org.polylogue.lexis.concordance;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * The lines in which a pattern is found (key word in context). Matches lie in the subcorpus; the
 * words around them may lie outside it, in the same document. Matches that overlap give one line,
 * the leftmost. Immutable and thread-safe.
 */
public final class Concordance {

  private static final int WIDEST = 1000;

  private final Subcorpus subcorpus;
  private final PatternMatcher matcher;
  private final int window;
  private final boolean sentenceBound;
  private final List<SortKey> order;
  private final PatternMatcher companion;
  private final int reach;

  private Concordance(
      Subcorpus subcorpus,
      PatternMatcher matcher,
      int window,
      boolean sentenceBound,
      List<SortKey> order,
      PatternMatcher companion,
      int reach) {
    this.subcorpus = subcorpus;
    this.matcher = matcher;
    this.window = window;
    this.sentenceBound = sentenceBound;
    this.order = List.copyOf(order);
    this.companion = companion;
    this.reach = reach;
    if (window < 0 || window > WIDEST || reach < 0 || reach > WIDEST) {
      throw new IllegalArgumentException("a window is 0 to " + WIDEST + " tokens wide");
    }
  }

  /**
   * Lines with ten tokens on each side, in corpus order.
   *
   * @param subcorpus where to look
   * @param pattern what to look for
   * @return the concordance
   * @throws IllegalArgumentException if the pattern asks for what the index lacks
   */
  public static Concordance of(Subcorpus subcorpus, TokenPattern pattern) {
    Objects.requireNonNull(subcorpus, "subcorpus");
    return new Concordance(
        subcorpus, new PatternMatcher(subcorpus.index(), pattern), 10, false, List.of(), null, 0);
  }

  /**
   * The same lines with more or fewer words around the node.
   *
   * @param tokens on each side, 0 to 1000
   * @return a copy
   */
  public Concordance withWindow(int tokens) {
    return new Concordance(subcorpus, matcher, tokens, sentenceBound, order, companion, reach);
  }

  /**
   * The same lines, cut where the sentence of the node ends.
   *
   * @return a copy
   */
  public Concordance withinSentence() {
    return new Concordance(subcorpus, matcher, window, true, order, companion, reach);
  }

  /**
   * The same lines in another order: by words, case aside, each key deciding among those that the
   * one before leaves equal, and at last by corpus order. A key beyond the text comes first.
   *
   * @param keys up to three
   * @return a copy
   */
  public Concordance sortedBy(List<SortKey> keys) {
    if (keys.size() > 3) {
      throw new IllegalArgumentException("at most three sort keys, not " + keys.size());
    }
    return new Concordance(subcorpus, matcher, window, sentenceBound, keys, companion, reach);
  }

  /**
   * Only lines with another pattern near the node. Its distance is apart from the window that is
   * shown.
   *
   * @param other what has to stand near
   * @param tokens how far to each side its first token may stand, in the same document
   * @return a copy
   */
  public Concordance near(TokenPattern other, int tokens) {
    return new Concordance(
        subcorpus,
        matcher,
        window,
        sentenceBound,
        order,
        new PatternMatcher(subcorpus.index(), other),
        tokens);
  }

  /**
   * Counts the lines.
   *
   * @return zero or more
   */
  public int count() {
    return matches().length / 2;
  }

  /**
   * All lines. Without sort keys they are made as the stream is read.
   *
   * @return lines in order
   */
  public Stream<ConcordanceLine> lines() {
    int[] matches = matches();
    int[] sorted = sorted(matches);
    return Arrays.stream(sorted).mapToObj(i -> line(matches[2 * i], matches[2 * i + 1]));
  }

  /**
   * Some of the lines.
   *
   * @param number of the page, from 1
   * @param size lines on a page, 1 or more
   * @return the page; without lines if there are not so many pages
   */
  public Page page(int number, int size) {
    if (number < 1 || size < 1) {
      throw new IllegalArgumentException("pages count from 1 and hold a line or more");
    }
    int[] matches = matches();
    int[] sorted = sorted(matches);
    long first = (number - 1L) * size;
    List<ConcordanceLine> lines =
        Arrays.stream(sorted)
            .skip(first)
            .limit(size)
            .mapToObj(i -> line(matches[2 * i], matches[2 * i + 1]))
            .toList();
    return new Page(lines, number, size, sorted.length);
  }

  /**
   * Some of the lines of a concordance.
   *
   * @param lines the lines
   * @param number of the page, from 1
   * @param size lines on a full page
   * @param total lines of the whole concordance
   */
  public record Page(List<ConcordanceLine> lines, int number, int size, int total) {
    /** Copies the lines. */
    public Page {
      lines = List.copyOf(lines);
    }

    /**
     * Counts the pages.
     *
     * @return zero if there is no line
     */
    public int pages() {
      return (total + size - 1) / size;
    }
  }

  private int[] matches() {
    int[] all = matcher.matches(subcorpus);
    if (companion == null) {
      return all;
    }
    int n = 0;
    for (int i = 0; i < all.length; i += 2) {
      if (hasCompanion(all[i], all[i + 1])) {
        all[n++] = all[i];
        all[n++] = all[i + 1];
      }
    }
    return Arrays.copyOf(all, n);
  }

  private boolean hasCompanion(int from, int to) {
    TokenIndex index = subcorpus.index();
    int document = index.documentAt(from);
    int first = Math.max(index.documentStart(document), from - reach);
    int end = index.documentStart(document + 1);
    int last = Math.min(end, to + reach);
    return IntStream.range(first, last)
        .anyMatch(i -> (i < from || i >= to) && companion.endOfMatch(i, end) >= 0);
  }

  /** Numbers of lines in the order asked for: a stable sort for each key, the last key first. */
  private int[] sorted(int[] matches) {
    int n = matches.length / 2;
    int[] lines = IntStream.range(0, n).toArray();
    TokenIndex index = subcorpus.index();
    for (int k = order.size() - 1; k >= 0; k--) {
      int offset = order.get(k).offset();
      long[] keyed = new long[n];
      for (int place = 0; place < n; place++) {
        int line = lines[place];
        long rank = 1L + rank(index, matches[2 * line], matches[2 * line + 1], offset);
        keyed[place] = rank << 32 | place;
      }
      Arrays.sort(keyed);
      int[] before = lines.clone();
      Arrays.setAll(lines, i -> before[(int) keyed[i]]);
    }
    return lines;
  }

  private int rank(TokenIndex index, int from, int to, int offset) {
    int at = offset < 0 ? from + offset : offset == 0 ? from : to + offset - 1;
    int[] bounds = bounds(index, from);
    return at < bounds[0] || at >= bounds[1] ? -1 : index.id(TokenAttribute.WORD, at);
  }

  private int[] bounds(TokenIndex index, int position) {
    if (sentenceBound) {
      int sentence = index.sentenceAt(position);
      return new int[] {index.sentenceStart(sentence), index.sentenceStart(sentence + 1)};
    }
    int document = index.documentAt(position);
    return new int[] {index.documentStart(document), index.documentStart(document + 1)};
  }

  private ConcordanceLine line(int from, int to) {
    TokenIndex index = subcorpus.index();
    int[] bounds = bounds(index, from);
    return new ConcordanceLine(
        from,
        index.text(Math.max(bounds[0], from - window), from),
        index.text(from, to),
        index.text(to, Math.min(bounds[1], to + window)),
        index.passage(from, to));
  }
}
