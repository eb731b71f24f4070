package org.polylogue.validation.learning;

import java.util.List;
import java.util.TreeSet;
import org.polylogue.discourse.learning.CrossValidation;
import org.polylogue.discourse.learning.Folds;
import org.polylogue.validation.check.CheckedRow;

/**
 * Learns from coded rows where a machine errs. How far it may leave the machine is chosen by
 * cross-validation within the rows. The same rows in the same order give the same correction.
 */
public final class Adaptation {

  /** From next to nothing that is learned to nearly everything. */
  private static final double[] PENALTIES = {1, 0.1, 0.03, 0.01, 0.003, 0.001};

  private static final int FOLDS = 5;
  private static final long SEED = 24;

  private Adaptation() {}

  /**
   * Learns.
   *
   * @param examples coded rows of two clusters and two labels at least
   * @return the correction
   * @throws IllegalArgumentException if there are fewer clusters or labels
   */
  public static LabelCorrection fit(List<CodedExample> examples) {
    List<String> labels = labels(examples);
    double[] losses = new double[PENALTIES.length];
    int[] folds = folds(examples);
    CrossValidation.predict(
        examples,
        folds,
        (training, test) -> {
          OffsetRegression fold = new OffsetRegression(training, labels);
          double share = weight(test) / weight(examples);
          for (int p = 0; p < losses.length; p++) {
            fold.fit(PENALTIES[p]);
            losses[p] += share * fold.loss(test);
          }
          return test;
        });
    int best = 0;
    for (int p = 1; p < losses.length; p++) {
      best = losses[p] < losses[best] ? p : best;
    }
    OffsetRegression all = new OffsetRegression(examples, labels);
    for (int p = 0; p <= best; p++) {
      all.fit(PENALTIES[p]);
    }
    return new LabelCorrection(all.model());
  }

  /**
   * The rows as corrections answer them that have not seen them, nor others of their cluster.
   *
   * @param examples coded rows of three clusters and two labels at least
   * @return one for each, in their order
   * @throws IllegalArgumentException if there are fewer clusters or labels
   */
  public static List<CheckedRow> heldOut(List<CodedExample> examples) {
    labels(examples);
    return CrossValidation.predict(
        examples,
        folds(examples),
        (training, test) -> {
          LabelCorrection correction = fit(training);
          return test.stream().map(example -> example.answered(correction)).toList();
        });
  }

  private static double weight(List<CodedExample> examples) {
    return examples.stream().mapToDouble(example -> example.row().weight()).sum();
  }

  private static List<String> labels(List<CodedExample> examples) {
    TreeSet<String> labels = new TreeSet<>();
    for (CodedExample example : examples) {
      labels.add(example.row().machine());
      labels.add(example.row().people());
    }
    if (labels.size() < 2) {
      throw new IllegalArgumentException("all rows have the label " + labels);
    }
    return List.copyOf(labels);
  }

  private static int[] folds(List<CodedExample> examples) {
    List<String> clusters = examples.stream().map(example -> example.row().cluster()).toList();
    List<String> codes = examples.stream().map(example -> example.row().people()).toList();
    int most = (int) Math.min(FOLDS, clusters.stream().distinct().count());
    return Folds.grouped(clusters, codes, most, SEED);
  }
}
