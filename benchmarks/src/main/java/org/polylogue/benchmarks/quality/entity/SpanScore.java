package org.polylogue.benchmarks.quality.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.polylogue.benchmarks.quality.Intervals;
import org.polylogue.lexis.resampling.Interval;

/** Precision, recall and F1 of exact spans with exact types, as conlleval counts them. */
final class SpanScore {

  private final int[][] counts;
  private final Map<String, int[]> byType = new TreeMap<>();

  SpanScore(List<List<TypedSpan>> gold, List<List<TypedSpan>> found) {
    counts = new int[gold.size()][];
    for (int i = 0; i < counts.length; i++) {
      Set<TypedSpan> truth = new HashSet<>(gold.get(i));
      int right = 0;
      for (TypedSpan span : found.get(i)) {
        boolean hit = truth.contains(span);
        right += hit ? 1 : 0;
        int[] type = byType.computeIfAbsent(span.type(), key -> new int[3]);
        type[0] += hit ? 1 : 0;
        type[1]++;
      }
      for (TypedSpan span : truth) {
        byType.computeIfAbsent(span.type(), key -> new int[3])[2]++;
      }
      counts[i] = new int[] {right, found.get(i).size(), truth.size()};
    }
  }

  private static double f1(int[] sum) {
    return sum[0] == 0 ? 0 : 2.0 * sum[0] / (sum[1] + sum[2]);
  }

  private int[] sum() {
    int[] sum = new int[3];
    for (int[] count : counts) {
      add(sum, count);
    }
    return sum;
  }

  private static void add(int[] sum, int[] count) {
    for (int k = 0; k < 3; k++) {
      sum[k] += count[k];
    }
  }

  double f1() {
    return f1(sum());
  }

  String row(String name) {
    int[] sum = sum();
    Interval interval =
        Intervals.of(
            counts.length,
            drawn -> {
              int[] part = new int[3];
              for (int i : drawn) {
                add(part, counts[i]);
              }
              return f1(part);
            },
            1);
    return String.format(
        Locale.ROOT,
        "%-36s %.3f  %.3f  %.3f  %s",
        name,
        sum[1] == 0 ? 0 : (double) sum[0] / sum[1],
        sum[2] == 0 ? 0 : (double) sum[0] / sum[2],
        f1(sum),
        Intervals.shown(interval));
  }

  String types() {
    StringBuilder text = new StringBuilder();
    byType.forEach(
        (type, sum) ->
            text.append(String.format(Locale.ROOT, " %s %.3f (%d)", type, f1(sum), sum[2])));
    return text.toString();
  }
}
