package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns to choose among candidates: a conditional logit (McFadden 1974), the log-linear ranker
 * over groups of candidates of which one or more are right. A yes-or-no decision is a group of the
 * case and an empty one. Weights by adaptive gradient steps (Duchi, Hazan and Singer 2011) in an
 * order that a fixed seed shuffles, so that equal cases give equal weights. The weights are the
 * mean of those after each pass (Polyak and Juditsky 1992).
 *
 * <p>Not thread-safe.
 */
final class ConditionalLogit {

  private static final int EPOCHS = 3;
  private static final double RATE = 0.07;
  private static final double DAMPING = 1e-2;
  private static final double DECAY = 1e-5;
  private static final double MIN_GRADIENT = 1e-4;
  private static final long SEED = 17;

  private final List<int[]> keys = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();
  private final List<Boolean> right = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final List<Integer> documents = new ArrayList<>();

  /** Begins a group of candidates that the next calls of {@link #candidate} fill. */
  void group(int document) {
    starts.add(keys.size());
    documents.add(document);
  }

  void candidate(FeatureBuffer features, boolean isRight) {
    keys.add(Arrays.copyOf(features.keys, features.size));
    boolean marks = true;
    for (int i = 0; i < features.size; i++) {
      marks &= features.values[i] == 1f;
    }
    values.add(marks ? null : Arrays.copyOf(features.values, features.size));
    right.add(isRight);
  }

  private int end(int group) {
    return group + 1 < starts.size() ? starts.get(group + 1) : keys.size();
  }

  /**
   * Trains on the documents outside a fold.
   *
   * @param folds how many folds, 0 for none
   * @param without the fold left out
   * @param minDocuments a feature is kept if it occurs in at least so many documents
   * @param minWeight a weight under it is left out
   */
  WeightTable train(int folds, int without, int minDocuments, double minWeight) {
    List<Integer> order = new ArrayList<>();
    for (int g = 0; g < starts.size(); g++) {
      if (folds == 0 || documents.get(g) % folds != without) {
        order.add(g);
      }
    }
    FeatureCounts seen = new FeatureCounts();
    for (int g : order) {
      for (int c = starts.get(g); c < end(g); c++) {
        for (int key : keys.get(c)) {
          seen.see(key, documents.get(g));
        }
      }
    }
    int[] kept = seen.keys(minDocuments);
    seen.number(kept);
    int[][] index = new int[keys.size()][];
    for (int g : order) {
      for (int c = starts.get(g); c < end(g); c++) {
        int[] from = keys.get(c);
        int[] to = new int[from.length];
        for (int k = 0; k < to.length; k++) {
          to[k] = seen.number(from[k]);
        }
        index[c] = to;
      }
    }
    double[] weights = descend(order, index, kept.length);
    int[] outKeys = new int[kept.length];
    float[] outWeights = new float[kept.length];
    int n = 0;
    for (int i = 0; i < kept.length; i++) {
      if (Math.abs(weights[i]) >= minWeight) {
        outKeys[n] = kept[i];
        outWeights[n++] = (float) weights[i];
      }
    }
    return new WeightTable(Arrays.copyOf(outKeys, n), Arrays.copyOf(outWeights, n));
  }

  private double[] descend(List<Integer> order, int[][] index, int size) {
    double[] weights = new double[size];
    double[] squares = new double[size];
    double[] mean = new double[size];
    Random random = new Random(SEED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (int g : order) {
        step(g, index, weights, squares);
      }
      for (int i = 0; i < size; i++) {
        mean[i] += weights[i] / EPOCHS;
      }
    }
    return mean;
  }

  private void step(int g, int[][] index, double[] weights, double[] squares) {
    int begin = starts.get(g);
    int size = end(g) - begin;
    double[] p = new double[size];
    double max = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < size; c++) {
      int[] at = index[begin + c];
      float[] value = values.get(begin + c);
      for (int k = 0; k < at.length; k++) {
        if (at[k] >= 0) {
          p[c] += weights[at[k]] * (value == null ? 1 : value[k]);
        }
      }
      max = Math.max(max, p[c]);
    }
    double all = 0;
    double good = 0;
    for (int c = 0; c < size; c++) {
      p[c] = StrictMath.exp(p[c] - max);
      all += p[c];
      good += right.get(begin + c) ? p[c] : 0;
    }
    if (good <= 0) {
      return;
    }
    for (int c = 0; c < size; c++) {
      double gradient = p[c] / all - (right.get(begin + c) ? p[c] / good : 0);
      if (Math.abs(gradient) < MIN_GRADIENT) {
        continue;
      }
      int[] at = index[begin + c];
      float[] value = values.get(begin + c);
      for (int k = 0; k < at.length; k++) {
        int i = at[k];
        if (i >= 0) {
          double slope = gradient * (value == null ? 1 : value[k]) + DECAY * weights[i];
          squares[i] += slope * slope;
          weights[i] -= RATE * slope / (DAMPING + Math.sqrt(squares[i]));
        }
      }
    }
  }
}
