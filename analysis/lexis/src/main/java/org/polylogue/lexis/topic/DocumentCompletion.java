package org.polylogue.lexis.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;

/**
 * Tells how well a model foresees words that it has not seen: in a tenth of the texts, half of the
 * tokens are put aside, and the rest tells which topics the text has (document completion, Wallach,
 * Murray, Salakhutdinov and Mimno 2009, as in stm). Greater is better; models of different numbers
 * of topics can be compared if the same tokens were put aside. Immutable and thread-safe.
 */
public final class DocumentCompletion {

  private final CountRows training;
  private final List<int[]> asideOfRow;
  private final int[] rows;

  private DocumentCompletion(CountRows training, List<int[]> asideOfRow, int[] rows) {
    this.training = training;
    this.asideOfRow = asideOfRow;
    this.rows = rows;
  }

  /**
   * Puts tokens aside.
   *
   * @param counts the texts
   * @param seed of the random numbers
   * @return what is left, and what was put aside
   * @throws IllegalArgumentException if no text has two tokens
   */
  public static DocumentCompletion of(CountRows counts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] long2 = longRows(counts);
    if (long2.length == 0) {
      throw new IllegalArgumentException("no text has two words, so none can be put aside");
    }
    int chosen = Math.max(1, long2.length / 10);
    for (int i = 0; i < chosen; i++) {
      int other = i + random.nextInt(long2.length - i);
      int row = long2[other];
      long2[other] = long2[i];
      long2[i] = row;
    }
    int[] rows = Arrays.copyOf(long2, chosen);
    Arrays.sort(rows);
    CountRows.Builder training = CountRows.builder(counts.columns());
    List<int[]> aside = new ArrayList<>();
    int next = 0;
    for (int row = 0; row < counts.rows(); row++) {
      int size = counts.start(row + 1) - counts.start(row);
      int[] columns = new int[size];
      int[] left = new int[size];
      for (int i = 0; i < size; i++) {
        columns[i] = counts.column(counts.start(row) + i);
        left[i] = counts.count(counts.start(row) + i);
      }
      if (next < rows.length && rows[next] == row) {
        next++;
        aside.add(draw(columns, left, random));
      }
      add(training, columns, left);
    }
    return new DocumentCompletion(training.build(), aside, rows);
  }

  private static int[] longRows(CountRows counts) {
    int[] rows = new int[counts.rows()];
    int n = 0;
    for (int row = 0; row < counts.rows(); row++) {
      if (counts.total(row) > 1) {
        rows[n++] = row;
      }
    }
    return Arrays.copyOf(rows, n);
  }

  /** Takes half of the tokens out of a row. */
  private static int[] draw(int[] columns, int[] left, SplittableRandom random) {
    int total = Arrays.stream(left).sum();
    int[] aside = new int[total / 2];
    int needed = aside.length;
    int seen = 0;
    for (int i = 0; i < columns.length; i++) {
      for (int count = left[i]; count > 0; count--) {
        if (random.nextInt(total - seen++) < needed) {
          aside[aside.length - needed--] = columns[i];
          left[i]--;
        }
      }
    }
    return aside;
  }

  private static void add(CountRows.Builder rows, int[] columns, int[] counts) {
    int n = 0;
    for (int i = 0; i < columns.length; i++) {
      if (counts[i] > 0) {
        columns[n] = columns[i];
        counts[n++] = counts[i];
      }
    }
    rows.add(Arrays.copyOf(columns, n), Arrays.copyOf(counts, n));
  }

  /**
   * What a model is to be learned from.
   *
   * @return the texts without the tokens that were put aside
   */
  public CountRows training() {
    return training;
  }

  /**
   * Mean log-likelihood of the tokens that were put aside.
   *
   * @param model learned from {@link #training()}
   * @param resampling how the interval is drawn, over texts
   * @param level of the interval
   * @return natural logarithm for each token, less than 0
   * @throws IllegalArgumentException if the model has other rows or columns
   */
  public Interval logLikelihood(TopicModel model, Resampling resampling, double level) {
    if (model.rows() != training.rows() || model.columns() != training.columns()) {
      throw new IllegalArgumentException(
          "a model of " + model.rows() + " rows is not learned from " + training.rows());
    }
    List<double[]> sums = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      double[] shares = model.shares(rows[i]);
      double sum = 0;
      for (int word : asideOfRow.get(i)) {
        double probability = 0;
        for (int topic = 0; topic < shares.length; topic++) {
          probability += shares[topic] * model.probability(topic, word);
        }
        sum += Math.log(probability);
      }
      sums.add(new double[] {sum, asideOfRow.get(i).length});
    }
    return resampling.bootstrap(sums, DocumentCompletion::ratio, level).orElseThrow();
  }

  private static double ratio(List<double[]> sums) {
    double sum = 0;
    double count = 0;
    for (double[] one : sums) {
      sum += one[0];
      count += one[1];
    }
    return sum / count;
  }
}
