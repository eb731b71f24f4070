package org.polylogue.lexis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;

/**
 * Tells by their words which part of a corpus texts belong to, and how well that can be told of
 * texts that were not learned from: what Peterson and Spirling (2018) take for polarisation. One
 * logistic regression for each part against the others, with an L2 penalty, by dual coordinate
 * descent (Yu, Huang and Lin 2011); a text is ln(1 + count) of its words, of length 1. Texts of one
 * cluster are never learned from and judged in the same fold, and a part counts as much as all
 * others, however few texts it has. Immutable and thread-safe.
 */
public final class SliceClassifier {

  private static final int ROUNDS = 100;

  private final List<String> labels;
  private final List<Judged> judged;
  private final List<double[]> weights;
  private final List<int[]> agreeing;
  private final int folds;

  private SliceClassifier(
      List<String> labels,
      List<Judged> judged,
      List<double[]> weights,
      List<int[]> agreeing,
      int folds) {
    this.labels = labels;
    this.judged = judged;
    this.weights = weights;
    this.agreeing = agreeing;
    this.folds = folds;
  }

  /** A text with what it is and what it was taken for, as numbers of labels. */
  private record Judged(int cluster, int label, int taken) {}

  /**
   * Learns and judges.
   *
   * @param rows texts; those without words are left out
   * @param labelOfRow the part of each row, null to leave it out
   * @param clusters the cluster of each row, such as its article
   * @param folds 2 or more; 10 is usual
   * @param penalty C of the regression, over 0: the greater, the closer it fits; 1 is usual
   * @param seed by which clusters are dealt to folds
   * @return what was found
   * @throws IllegalArgumentException if fewer than two parts have words, there are fewer clusters
   *     than folds, or lengths differ
   */
  public static SliceClassifier of(
      CountRows rows,
      List<String> labelOfRow,
      int[] clusters,
      int folds,
      double penalty,
      long seed) {
    if (labelOfRow.size() != rows.rows() || clusters.length != rows.rows()) {
      throw new IllegalArgumentException(
          labelOfRow.size()
              + " labels, "
              + clusters.length
              + " clusters, "
              + rows.rows()
              + " rows");
    }
    List<Integer> used = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    for (int row = 0; row < rows.rows(); row++) {
      if (labelOfRow.get(row) != null && rows.total(row) > 0) {
        used.add(row);
        names.add(labelOfRow.get(row));
      }
    }
    List<Integer> dealt =
        new ArrayList<>(new TreeSet<>(used.stream().map(row -> clusters[row]).toList()));
    if (names.size() < 2 || folds < 2 || dealt.size() < folds || !(penalty > 0)) {
      throw new IllegalArgumentException(
          "parts "
              + names
              + ", "
              + dealt.size()
              + " clusters and "
              + folds
              + " folds: parts and"
              + " folds are two or more, clusters as many as folds, and the penalty is over 0");
    }
    Collections.shuffle(dealt, new Random(seed));
    TreeMap<Integer, Integer> foldOfCluster = new TreeMap<>();
    for (int i = 0; i < dealt.size(); i++) {
      foldOfCluster.put(dealt.get(i), i % folds);
    }
    List<String> labels = List.copyOf(names);
    int[] label = new int[rows.rows()];
    int[] fold = new int[rows.rows()];
    for (int row : used) {
      label[row] = labels.indexOf(labelOfRow.get(row));
      fold[row] = foldOfCluster.get(clusters[row]);
    }
    double[][] values = values(rows);
    List<double[]> whole = new ArrayList<>();
    List<int[]> agreeing = new ArrayList<>();
    for (int one = 0; one < labels.size(); one++) {
      whole.add(learn(rows, values, used, label, one, penalty, seed));
      agreeing.add(new int[rows.columns()]);
    }
    List<Judged> judged = new ArrayList<>();
    for (int out = 0; out < folds; out++) {
      int held = out;
      List<Integer> training = used.stream().filter(row -> fold[row] != held).toList();
      List<double[]> models = new ArrayList<>();
      for (int one = 0; one < labels.size(); one++) {
        double[] model = learn(rows, values, training, label, one, penalty, seed);
        models.add(model);
        for (int column = 0; column < rows.columns(); column++) {
          agreeing.get(one)[column] += model[column] * whole.get(one)[column] > 0 ? 1 : 0;
        }
      }
      for (int row : used) {
        if (fold[row] == held) {
          int taken = 0;
          double best = Double.NEGATIVE_INFINITY;
          for (int one = 0; one < labels.size(); one++) {
            double score = score(rows, values, models.get(one), row);
            taken = score > best ? one : taken;
            best = Math.max(best, score);
          }
          judged.add(new Judged(clusters[row], label[row], taken));
        }
      }
    }
    judged.sort(Comparator.comparingInt(Judged::cluster));
    return new SliceClassifier(labels, judged, whole, agreeing, folds);
  }

  private static double[][] values(CountRows rows) {
    double[][] values = new double[rows.rows()][];
    for (int row = 0; row < values.length; row++) {
      int from = rows.start(row);
      values[row] = new double[rows.start(row + 1) - from + 1];
      double squares = 0;
      for (int i = 0; i + 1 < values[row].length; i++) {
        values[row][i] = Math.log1p(rows.count(from + i));
        squares += values[row][i] * values[row][i];
      }
      for (int i = 0; i + 1 < values[row].length; i++) {
        values[row][i] /= Math.sqrt(squares);
      }
      values[row][values[row].length - 1] = 1;
    }
    return values;
  }

  /** Weights by column, and of the constant. */
  private static double[] learn(
      CountRows rows,
      double[][] values,
      List<Integer> training,
      int[] label,
      int one,
      double penalty,
      long seed) {
    double[] weights = new double[rows.columns() + 1];
    int[] order = training.stream().mapToInt(Integer::intValue).toArray();
    double own = Math.max(1, training.stream().filter(row -> label[row] == one).count());
    double ofOwn = penalty * order.length / (2 * own);
    double ofOthers = penalty * order.length / (2 * Math.max(1, order.length - own));
    double[] alpha = new double[order.length];
    int[] turn = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      alpha[i] = Math.min(0.001 * Math.min(ofOwn, ofOthers), 1e-8);
      turn[i] = i;
      add(rows, values, weights, order[i], sign(label[order[i]], one) * alpha[i]);
    }
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      double greatest = 0;
      for (int i = 0; i < turn.length; i++) {
        int other = i + random.nextInt(turn.length - i);
        int at = turn[other];
        turn[other] = turn[i];
        turn[i] = at;
        int row = order[at];
        double sign = sign(label[row], one);
        double old = alpha[at];
        // the values of a text have length 1, and the constant adds 1
        double margin = sign * score(rows, values, weights, row);
        double next = solve(old, 2, margin, label[row] == one ? ofOwn : ofOthers);
        alpha[at] = next;
        add(rows, values, weights, row, sign * (next - old));
        greatest = Math.max(greatest, Math.abs(next - old));
      }
      if (greatest < 1e-4 * penalty) {
        break;
      }
    }
    return weights;
  }

  /**
   * The least of ½ q (z − old)² + margin (z − old) + z ln z + (C − z) ln (C − z), by Newton's
   * method within 0 to C.
   */
  private static double solve(double old, double q, double margin, double penalty) {
    double low = 0;
    double high = penalty;
    double z = old;
    for (int step = 0; step < 50; step++) {
      double slope = q * (z - old) + margin + Math.log(z / (penalty - z));
      if (Math.abs(slope) < 1e-6) {
        break;
      }
      if (slope > 0) {
        high = z;
      } else {
        low = z;
      }
      double next = z - slope / (q + penalty / (z * (penalty - z)));
      z = next > low && next < high ? next : (low + high) / 2;
    }
    return Math.max(1e-12 * penalty, Math.min(penalty * (1 - 1e-12), z));
  }

  private static int sign(int label, int one) {
    return label == one ? 1 : -1;
  }

  private static void add(
      CountRows rows, double[][] values, double[] weights, int row, double amount) {
    int from = rows.start(row);
    double[] of = values[row];
    for (int i = 0; i + 1 < of.length; i++) {
      weights[rows.column(from + i)] += amount * of[i];
    }
    weights[weights.length - 1] += amount;
  }

  private static double score(CountRows rows, double[][] values, double[] weights, int row) {
    int from = rows.start(row);
    double[] of = values[row];
    double sum = weights[weights.length - 1];
    for (int i = 0; i + 1 < of.length; i++) {
      sum += weights[rows.column(from + i)] * of[i];
    }
    return sum;
  }

  /**
   * The parts.
   *
   * @return their names in order
   */
  public List<String> labels() {
    return labels;
  }

  /**
   * Counts the folds.
   *
   * @return 2 or more
   */
  public int folds() {
    return folds;
  }

  /**
   * Share of texts that were taken for what they are while held out.
   *
   * @param resampling how the interval is drawn, over clusters
   * @param level of the interval
   * @return 0 to 1
   */
  public Interval accuracy(Resampling resampling, double level) {
    return over(
        resampling,
        level,
        matrix -> {
          double right = 0;
          for (int one = 0; one < matrix.length; one++) {
            right += matrix[one][one];
          }
          return right / Arrays.stream(matrix).flatMapToDouble(Arrays::stream).sum();
        });
  }

  /**
   * Harmonic mean of precision and recall of a part, or its mean over the parts.
   *
   * @param label a part, empty for the mean of all
   * @param resampling how the interval is drawn, over clusters
   * @param level of the interval
   * @return 0 to 1; 0 where nothing was taken for the part
   */
  public Interval f1(String label, Resampling resampling, double level) {
    int only = labels.indexOf(label);
    if (only < 0 && !label.isEmpty()) {
      throw new IllegalArgumentException("no part " + label + " among " + labels);
    }
    return over(
        resampling,
        level,
        matrix -> {
          double sum = 0;
          for (int one = 0; one < matrix.length; one++) {
            sum += only < 0 || only == one ? f1(matrix, one) : 0;
          }
          return only < 0 ? sum / matrix.length : sum;
        });
  }

  private static double f1(double[][] matrix, int one) {
    double truth = 0;
    double taken = 0;
    for (int other = 0; other < matrix.length; other++) {
      truth += matrix[one][other];
      taken += matrix[other][one];
    }
    return truth + taken == 0 ? 0 : 2 * matrix[one][one] / (truth + taken);
  }

  /**
   * What always taking the greatest part would get right.
   *
   * @return its share of all texts
   */
  public double baseline() {
    double[] sizes = new double[labels.size()];
    judged.forEach(one -> sizes[one.label()]++);
    return Arrays.stream(sizes).max().orElseThrow() / judged.size();
  }

  private Interval over(
      Resampling resampling,
      double level,
      java.util.function.ToDoubleFunction<double[][]> measure) {
    List<double[][]> clusters = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      if (i == 0 || judged.get(i).cluster() != judged.get(i - 1).cluster()) {
        clusters.add(new double[labels.size()][labels.size()]);
      }
      clusters.get(clusters.size() - 1)[judged.get(i).label()][judged.get(i).taken()]++;
    }
    return resampling
        .bootstrap(
            clusters,
            drawn -> {
              double[][] sum = new double[labels.size()][labels.size()];
              for (double[][] one : drawn) {
                for (int i = 0; i < sum.length; i++) {
                  for (int j = 0; j < sum.length; j++) {
                    sum[i][j] += one[i][j];
                  }
                }
              }
              return measure.applyAsDouble(sum);
            },
            level)
        .orElseThrow();
  }

  /**
   * Words that speak for a part.
   *
   * @param label the part
   * @param most how many at most
   * @return those with the greatest weight, the greatest first
   * @throws IllegalArgumentException if there is no such part
   */
  public List<Sign> signs(String label, int most) {
    int one = labels.indexOf(label);
    if (one < 0) {
      throw new IllegalArgumentException("no part " + label + " among " + labels);
    }
    double[] weight = weights.get(one);
    List<Sign> found = new ArrayList<>();
    for (int column = 0; column + 1 < weight.length; column++) {
      if (weight[column] > 0) {
        found.add(new Sign(column, weight[column], agreeing.get(one)[column]));
      }
    }
    found.sort(Comparator.comparingDouble(Sign::weight).reversed().thenComparing(Sign::column));
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  /**
   * A word that speaks for a part.
   *
   * @param column the word
   * @param weight its weight in the model of all texts, more than 0
   * @param folds in how many folds it spoke for the part too
   */
  public record Sign(int column, double weight, int folds) {}
}
