package org.polylogue.lexis.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.polylogue.lexis.resampling.Interval;

/**
 * How topics go with what is known of texts, the question of structural topic models (Roberts,
 * Stewart and Airoldi 2016): least squares of a topic's share of each text, in each state of the
 * sampler. Standard errors allow for unequal variances and for texts of one cluster, such as
 * comments under one article, that depend on each other (Liang and Zeger 1986); estimates of the
 * states are put together by Rubin's rules (1987), so that an interval holds both what another
 * sample of texts and what another draw of topics would change. Every text counts alike; texts
 * without words are left out. Immutable and thread-safe.
 */
public final class Prevalence {

  private final TopicModel model;
  private final int[] clusters;
  private final double level;

  private Prevalence(TopicModel model, int[] clusters, double level) {
    this.model = model;
    this.clusters = clusters;
    this.level = level;
  }

  /**
   * Of a model.
   *
   * @param model the model
   * @param clusters the cluster of each row, any numbers
   * @param level of intervals, over 0 and under 1, usually 0.95
   * @return what can be asked
   * @throws IllegalArgumentException for another number of rows or another level
   */
  public static Prevalence of(TopicModel model, int[] clusters, double level) {
    if (clusters.length != model.rows() || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          clusters.length + " clusters of " + model.rows() + " rows, level " + level);
    }
    return new Prevalence(model, clusters.clone(), level);
  }

  /**
   * A number of a topic, such as its mean share of texts of an outlet.
   *
   * @param topic from 0
   * @param name of the group or column
   * @param texts how many texts the number is of
   * @param interval the number, between its bounds; a bound is NaN if there are fewer than two
   *     clusters
   */
  public record Effect(int topic, String name, int texts, Interval interval) {}

  /**
   * Mean share of each topic in groups of texts.
   *
   * @param groups the group of each row, null for none
   * @return by topic, then by group in order
   * @throws IllegalArgumentException for another number of rows
   */
  public List<Effect> means(List<String> groups) {
    if (groups.size() != model.rows()) {
      throw new IllegalArgumentException(groups.size() + " groups of " + model.rows() + " rows");
    }
    TreeMap<String, List<Integer>> rowsOf = new TreeMap<>();
    for (int row = 0; row < model.rows(); row++) {
      if (groups.get(row) != null && model.tokens(row) > 0) {
        rowsOf.computeIfAbsent(groups.get(row), group -> new ArrayList<>()).add(row);
      }
    }
    Map<String, List<Interval>> found = new LinkedHashMap<>();
    rowsOf.forEach(
        (group, rows) -> {
          Covariates mean = Covariates.builder(model.rows()).build();
          found.put(group, regress(mean, rows).get(0));
        });
    List<Effect> effects = new ArrayList<>();
    for (int topic = 0; topic < model.topics(); topic++) {
      for (Map.Entry<String, List<Interval>> entry : found.entrySet()) {
        Interval interval = entry.getValue().get(topic);
        effects.add(new Effect(topic, entry.getKey(), rowsOf.get(entry.getKey()).size(), interval));
      }
    }
    return effects;
  }

  /**
   * Least squares on all covariates together.
   *
   * @param covariates of every row
   * @return by topic, then by column; the estimate is how much greater the share is with the value,
   *     or for one more of the number
   * @throws IllegalArgumentException if a column can be told from the others, so that nothing is
   *     left for it to explain, or for another number of rows
   */
  public List<Effect> effects(Covariates covariates) {
    if (covariates.rows() != model.rows()) {
      throw new IllegalArgumentException(covariates.rows() + " rows of " + model.rows());
    }
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < model.rows(); row++) {
      if (model.tokens(row) > 0 && covariates.isComplete(row)) {
        rows.add(row);
      }
    }
    List<List<Interval>> columns = regress(covariates, rows);
    List<Effect> effects = new ArrayList<>();
    for (int topic = 0; topic < model.topics(); topic++) {
      for (int column = 0; column < columns.size(); column++) {
        effects.add(
            new Effect(
                topic,
                covariates.names().get(column),
                rows.size(),
                columns.get(column).get(topic)));
      }
    }
    return effects;
  }

  /** Intervals by column and topic. */
  private List<List<Interval>> regress(Covariates x, List<Integer> someRows) {
    int[] rows =
        someRows.stream()
            .sorted(java.util.Comparator.comparingInt(row -> clusters[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    int width = x.names().size();
    DMatrixRMaj inverse = inverse(x, rows);
    long count = Arrays.stream(rows).map(row -> clusters[row]).distinct().count();
    double[][][] estimates = new double[model.states()][][];
    double[][][] variances = new double[model.states()][][];
    for (int state = 0; state < model.states(); state++) {
      double[][] shares = new double[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        shares[i] = model.shares(rows[i], state);
      }
      estimates[state] = coefficients(x, rows, inverse, shares);
      variances[state] = variances(x, rows, inverse, shares, estimates[state], count);
    }
    List<List<Interval>> found = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      List<Interval> ofTopics = new ArrayList<>();
      for (int topic = 0; topic < model.topics(); topic++) {
        ofTopics.add(pooled(estimates, variances, column, topic, count));
      }
      found.add(ofTopics);
    }
    return found;
  }

  private static DMatrixRMaj inverse(Covariates x, int[] rows) {
    int width = x.names().size();
    DMatrixRMaj products = new DMatrixRMaj(width, width);
    for (int row : rows) {
      for (int i = 0; i < x.size(); i++) {
        for (int j = 0; j < x.size(); j++) {
          products.add(x.column(i, row), x.column(j, row), x.value(i, row) * x.value(j, row));
        }
      }
    }
    // in units of each column, so that what is singular does not depend on scales
    double[] scales = new double[width];
    for (int i = 0; i < width; i++) {
      scales[i] = Math.sqrt(products.get(i, i));
    }
    DMatrixRMaj scaled = new DMatrixRMaj(width, width);
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        scaled.set(i, j, products.get(i, j) / (scales[i] * scales[j]));
      }
    }
    DMatrixRMaj inverse = new DMatrixRMaj(width, width);
    boolean solved = !isBroken(scaled) && CommonOps_DDRM.invert(scaled, inverse);
    double greatest = solved ? CommonOps_DDRM.elementMaxAbs(inverse) : Double.POSITIVE_INFINITY;
    if (!(greatest < 1e10)) {
      throw new IllegalArgumentException(
          "covariates "
              + x.names()
              + " can be told from each other, or have one value in all "
              + rows.length
              + " texts; leave one out");
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        inverse.set(i, j, inverse.get(i, j) / (scales[i] * scales[j]));
      }
    }
    return inverse;
  }

  private static boolean isBroken(DMatrixRMaj matrix) {
    return Arrays.stream(matrix.getData()).anyMatch(value -> !Double.isFinite(value));
  }

  private double[][] coefficients(
      Covariates x, int[] rows, DMatrixRMaj inverse, double[][] shares) {
    int width = x.names().size();
    double[][] sums = new double[width][model.topics()];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < x.size(); c++) {
        double value = x.value(c, rows[i]);
        double[] sum = sums[x.column(c, rows[i])];
        for (int topic = 0; value != 0 && topic < sum.length; topic++) {
          sum[topic] += value * shares[i][topic];
        }
      }
    }
    double[][] coefficients = new double[width][model.topics()];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        for (int topic = 0; topic < model.topics(); topic++) {
          coefficients[i][topic] += inverse.get(i, j) * sums[j][topic];
        }
      }
    }
    return coefficients;
  }

  /** The sandwich, with the correction of Stata and R for few clusters. */
  private double[][] variances(
      Covariates x,
      int[] rows,
      DMatrixRMaj inverse,
      double[][] shares,
      double[][] coefficients,
      long count) {
    int width = x.names().size();
    double[][] variances = new double[width][model.topics()];
    if (count < 2 || rows.length <= width) {
      Arrays.stream(variances).forEach(of -> Arrays.fill(of, Double.NaN));
      return variances;
    }
    double correction = count / (count - 1.0) * ((rows.length - 1.0) / (rows.length - width));
    double[][] scores = new double[width][model.topics()];
    boolean[] touched = new boolean[width];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < x.size(); c++) {
        double value = x.value(c, rows[i]);
        touched[x.column(c, rows[i])] |= value != 0;
        for (int topic = 0; value != 0 && topic < model.topics(); topic++) {
          double fitted = 0;
          for (int other = 0; other < x.size(); other++) {
            fitted += x.value(other, rows[i]) * coefficients[x.column(other, rows[i])][topic];
          }
          scores[x.column(c, rows[i])][topic] += value * (shares[i][topic] - fitted);
        }
      }
      if (i + 1 == rows.length || clusters[rows[i + 1]] != clusters[rows[i]]) {
        for (int a = 0; a < width; a++) {
          for (int topic = 0; topic < model.topics(); topic++) {
            double moved = 0;
            for (int b = 0; b < width; b++) {
              moved += touched[b] ? inverse.get(a, b) * scores[b][topic] : 0;
            }
            variances[a][topic] += correction * moved * moved;
          }
        }
        Arrays.stream(scores).forEach(of -> Arrays.fill(of, 0));
        Arrays.fill(touched, false);
      }
    }
    return variances;
  }

  private Interval pooled(
      double[][][] estimates, double[][][] variances, int column, int topic, long clusterCount) {
    int m = estimates.length;
    double mean = 0;
    double within = 0;
    for (int state = 0; state < m; state++) {
      mean += estimates[state][column][topic] / m;
      within += variances[state][column][topic] / m;
    }
    double between = 0;
    for (int state = 0; state < m; state++) {
      double off = estimates[state][column][topic] - mean;
      between += m == 1 ? 0 : off * off / (m - 1);
    }
    between *= 1 + 1.0 / m;
    double freedom = clusterCount - 1;
    if (between > 0) {
      double rubin = (m - 1) * Math.pow(1 + within / between, 2);
      freedom = Math.min(freedom, rubin);
    }
    double half =
        Double.isNaN(within)
            ? Double.NaN
            : TDistribution.of(freedom).inverseCumulativeProbability((1 + level) / 2)
                * Math.sqrt(within + between);
    return new Interval(mean, mean - half, mean + half, level);
  }
}
