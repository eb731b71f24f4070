package org.polylogue.benchmarks.quality.sentiment;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.polylogue.benchmarks.quality.Intervals;
import org.polylogue.lexis.resampling.Interval;

/** Answers beside the truth: counts, F1 per class, their mean, and its bootstrap interval. */
record Confusion(List<String> classes, int[] truth, int[] answers) {

  private static final long SEED = 1;

  static Confusion of(List<String> classes, List<String> truth, List<String> answers) {
    return new Confusion(
        classes,
        truth.stream().mapToInt(classes::indexOf).toArray(),
        answers.stream().mapToInt(classes::indexOf).toArray());
  }

  int[][] counts() {
    int[][] counts = new int[classes.size()][classes.size()];
    for (int i = 0; i < truth.length; i++) {
      counts[truth[i]][answers[i]]++;
    }
    return counts;
  }

  double[] f1() {
    return f1(counts());
  }

  private static double[] f1(int[][] counts) {
    double[] f1 = new double[counts.length];
    for (int c = 0; c < f1.length; c++) {
      int all = 0;
      for (int k = 0; k < f1.length; k++) {
        all += counts[c][k] + counts[k][c];
      }
      f1[c] = all == 0 ? 0 : 2.0 * counts[c][c] / all;
    }
    return f1;
  }

  double macroF1() {
    return Arrays.stream(f1()).average().orElse(0);
  }

  double accuracy() {
    int right = 0;
    for (int i = 0; i < truth.length; i++) {
      right += truth[i] == answers[i] ? 1 : 0;
    }
    return truth.length == 0 ? 0 : right / (double) truth.length;
  }

  /** The 95 % percentile interval of the macro F1 over cases. */
  Interval interval() {
    return Intervals.of(
        truth.length,
        drawn -> {
          int[][] counts = new int[classes.size()][classes.size()];
          for (int k : drawn) {
            counts[truth[k]][answers[k]]++;
          }
          return Arrays.stream(f1(counts)).average().orElse(0);
        },
        SEED);
  }

  /** The baseline that always gives the commonest class. */
  Confusion majority() {
    int[] counts = new int[classes.size()];
    Arrays.stream(truth).forEach(c -> counts[c]++);
    int top = 0;
    for (int c = 1; c < counts.length; c++) {
      top = counts[c] > counts[top] ? c : top;
    }
    int[] same = new int[truth.length];
    Arrays.fill(same, top);
    return new Confusion(classes, truth, same);
  }

  void printRow(String name, PrintWriter out) {
    double[] f1 = f1();
    Interval interval = interval();
    StringBuilder row =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-34s %.3f  %.3f-%.3f  %.3f",
                name,
                macroF1(),
                interval.low(),
                interval.high(),
                accuracy()));
    for (double one : f1) {
      row.append(String.format(Locale.ROOT, "  %.3f", one));
    }
    out.println(row);
  }

  void printMatrix(PrintWriter out) {
    int[][] counts = counts();
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-14s", "truth \\ answer"));
    classes.forEach(name -> head.append(String.format(Locale.ROOT, " %6s", name)));
    out.println(head);
    for (int c = 0; c < counts.length; c++) {
      StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-14s", classes.get(c)));
      for (int count : counts[c]) {
        row.append(String.format(Locale.ROOT, " %6d", count));
      }
      out.println(row);
    }
  }
}
