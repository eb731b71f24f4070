package org.polylogue.benchmarks.quality.quotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.benchmarks.quality.Intervals;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.text.Extents;
import org.polylogue.text.Span;

/**
 * Counts of one kind of quotations over articles. A predicted and a gold content match when the
 * Jaccard index of their characters reaches a threshold, one to one, best first; content and source
 * match when besides the sources overlap or both are absent.
 */
final class Score {

  /** Content and source of one attribution. */
  record Item(List<Span> content, List<Span> source) {

    boolean sameSource(Item other) {
      return source.isEmpty()
          ? other.source.isEmpty()
          : source.stream().anyMatch(a -> other.source.stream().anyMatch(a::overlaps));
    }
  }

  /** What is counted. */
  enum Measure {
    CONTENT_50(0.5, false),
    CONTENT_SOURCE_50(0.5, true),
    CONTENT_80(0.8, false),
    CONTENT_SOURCE_80(0.8, true);

    final double threshold;
    final boolean source;

    Measure(double threshold, boolean source) {
      this.threshold = threshold;
      this.source = source;
    }
  }

  private static final String MARKS = "\"\u201C\u201D\u201E\u00AB\u00BB";
  private static final Pattern MARKED =
      Pattern.compile("[\"\u201C\u201E\u00AB]([^\"\u201C\u201D\u00AB\u00BB]*)");
  private static final long SEED = 11;

  private final List<int[]> articles = new ArrayList<>();

  /** Whether a content holds quotation marks around at least three words. */
  static boolean isDirect(String text, Item item) {
    Matcher matcher = MARKED.matcher(words(text, item));
    while (matcher.find()) {
      if (matcher.group(1).trim().split("\\s+").length >= 3) {
        return true;
      }
    }
    return false;
  }

  /** Whether a content holds a quotation mark. */
  static boolean isMarked(String text, Item item) {
    return words(text, item).chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
  }

  /** Whether a content begins and ends with a quotation mark. */
  static boolean isWholeMarked(String text, Item item) {
    String words = words(text, item).strip();
    return words.length() > 1
        && MARKS.indexOf(words.charAt(0)) >= 0
        && MARKS.indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  static String words(String text, Item item) {
    StringBuilder out = new StringBuilder();
    for (Span span : item.content()) {
      out.append(out.length() == 0 ? "" : " ").append(span.of(text));
    }
    return out.toString();
  }

  /** For each gold item the matched prediction, -1 for none. */
  static int[] match(List<Item> gold, List<Item> predicted) {
    record Pair(int gold, int predicted, double jaccard, boolean source) {}
    List<Pair> pairs = new ArrayList<>();
    for (int g = 0; g < gold.size(); g++) {
      for (int p = 0; p < predicted.size(); p++) {
        double jaccard = Extents.jaccard(gold.get(g).content(), predicted.get(p).content());
        if (jaccard >= 0.5) {
          pairs.add(new Pair(g, p, jaccard, gold.get(g).sameSource(predicted.get(p))));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble((Pair x) -> -x.jaccard)
            .thenComparing(x -> !x.source)
            .thenComparingInt(Pair::gold)
            .thenComparingInt(Pair::predicted));
    int[] matched = new int[gold.size()];
    Arrays.fill(matched, -1);
    boolean[] used = new boolean[predicted.size()];
    for (Pair pair : pairs) {
      if (matched[pair.gold] < 0 && !used[pair.predicted]) {
        matched[pair.gold] = pair.predicted;
        used[pair.predicted] = true;
      }
    }
    return matched;
  }

  /** Counts an article: of the gold items and of the predictions only those that tests accept. */
  void add(
      List<Item> gold, List<Item> predicted, Predicate<Item> isGold, Predicate<Item> isPredicted) {
    List<Item> g = gold.stream().filter(isGold).toList();
    List<Item> p = predicted.stream().filter(isPredicted).toList();
    int[] count = new int[Measure.values().length + 2];
    int[] matched = match(g, p);
    for (int i = 0; i < matched.length; i++) {
      if (matched[i] >= 0) {
        Item other = p.get(matched[i]);
        double jaccard = Extents.jaccard(g.get(i).content(), other.content());
        for (Measure m : Measure.values()) {
          if (jaccard >= m.threshold && (!m.source || g.get(i).sameSource(other))) {
            count[m.ordinal()]++;
          }
        }
      }
    }
    count[count.length - 2] = p.size();
    count[count.length - 1] = g.size();
    articles.add(count);
  }

  int gold() {
    return articles.stream().mapToInt(c -> c[c.length - 1]).sum();
  }

  int predicted() {
    return articles.stream().mapToInt(c -> c[c.length - 2]).sum();
  }

  double precision(Measure m) {
    return articles.stream().mapToInt(c -> c[m.ordinal()]).sum()
        / (double) Math.max(1, predicted());
  }

  double recall(Measure m) {
    return articles.stream().mapToInt(c -> c[m.ordinal()]).sum() / (double) Math.max(1, gold());
  }

  /** The harmonic mean of precision and recall. */
  double f1(Measure m) {
    return f1(m, articles);
  }

  private static double f1(Measure m, List<int[]> counts) {
    long hit = 0;
    long all = 0;
    for (int[] c : counts) {
      hit += c[m.ordinal()];
      all += c[c.length - 1] + c[c.length - 2];
    }
    return all == 0 ? 0 : 2.0 * hit / all;
  }

  /** The middle 95 % of F1 over articles drawn again with replacement (Efron 1979), seeded. */
  double[] interval(Measure m) {
    Interval interval =
        Intervals.of(
            articles.size(),
            drawn -> f1(m, Arrays.stream(drawn).mapToObj(articles::get).toList()),
            SEED);
    return new double[] {interval.low(), interval.high()};
  }
}
