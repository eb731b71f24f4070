package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by
 * stochastic gradient steps with the step sizes of AdaGrad (Duchi, Hazan and Singer 2011) and a
 * quadratic penalty. In every step a part of the features is left out, so that no single one is
 * relied on (Hinton et al. 2012), and the weights of several runs are averaged (Breiman 1996).
 * Deterministic: strict arithmetic, seeded shuffles, features in sorted order.
 */
final class ChainTrainer {

  static final String OUTSIDE = "O";

  private static final int ROUNDS = 12;
  private static final int MINIMUM = 3;
  private static final int RUNS = 8;
  private static final double LEFT_OUT = 0.5;
  private static final double STEP = 0.2;
  private static final double PENALTY = 0.01;
  private static final double SMALLEST = 0.01;
  private static final long SEED = 17;

  /** Moves precision towards recall, for names in posts are mostly unlike those learned from. */
  private static final double OUTSIDE_BIAS = -1.5;

  private record Case(List<FeatureVector> tokens, List<String> tags) {}

  private final List<Case> cases = new ArrayList<>();
  private List<String> tags;
  private int n;
  private double[][] weights;
  private double[][] squares;
  private double[][] moves;
  private double[][] moveSquares;

  void add(List<FeatureVector> tokens, List<String> tagged) {
    cases.add(new Case(List.copyOf(tokens), List.copyOf(tagged)));
  }

  LinearModel train() {
    TreeSet<String> all = new TreeSet<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Case one : cases) {
      all.addAll(one.tags);
      for (FeatureVector token : one.tokens) {
        token.forEach((name, value) -> counts.merge(name, 1, Integer::sum));
      }
    }
    all.add(OUTSIDE);
    tags = List.copyOf(all);
    n = tags.size();
    List<String> names =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= MINIMUM)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    Map<String, Integer> index = new HashMap<>();
    for (String name : names) {
      index.put(name, index.size());
    }
    List<int[][]> features = new ArrayList<>();
    List<int[]> truths = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (Case one : cases) {
      order.add(order.size());
      features.add(indices(one, index));
      truths.add(one.tags.stream().mapToInt(tags::indexOf).toArray());
    }
    double[][] meanWeights = new double[names.size()][n];
    double[][] meanMoves = new double[n][n];
    for (int run = 0; run < RUNS; run++) {
      weights = new double[names.size()][n];
      squares = new double[names.size()][n];
      moves = new double[n][n];
      moveSquares = new double[n][n];
      Random random = new Random(SEED + run);
      Collections.sort(order);
      for (int round = 0; round < ROUNDS; round++) {
        Collections.shuffle(order, random);
        for (int i : order) {
          step(thinned(features.get(i), random), truths.get(i));
        }
      }
      addMean(weights, meanWeights);
      addMean(moves, meanMoves);
    }
    weights = meanWeights;
    moves = meanMoves;
    return model(names);
  }

  private static void addMean(double[][] run, double[][] mean) {
    for (int i = 0; i < run.length; i++) {
      for (int t = 0; t < run[i].length; t++) {
        mean[i][t] += run[i][t] / RUNS;
      }
    }
  }

  private static int[][] thinned(int[][] features, Random random) {
    int[][] kept = new int[features.length][];
    for (int i = 0; i < features.length; i++) {
      int size = 0;
      int[] some = new int[features[i].length];
      for (int feature : features[i]) {
        if (random.nextDouble() >= LEFT_OUT) {
          some[size++] = feature;
        }
      }
      kept[i] = Arrays.copyOf(some, size);
    }
    return kept;
  }

  private static int[][] indices(Case one, Map<String, Integer> index) {
    int[][] rows = new int[one.tokens.size()][];
    for (int i = 0; i < rows.length; i++) {
      List<Integer> known = new ArrayList<>();
      one.tokens
          .get(i)
          .forEach(
              (name, value) -> {
                Integer at = index.get(name);
                if (at != null) {
                  known.add(at);
                }
              });
      rows[i] = known.stream().mapToInt(Integer::intValue).toArray();
    }
    return rows;
  }

  private LinearModel model(List<String> names) {
    List<String> all = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    for (int f = 0; f < names.size(); f++) {
      boolean any = false;
      for (int t = 0; t < n; t++) {
        weights[f][t] = Math.abs(weights[f][t]) < SMALLEST ? 0 : weights[f][t];
        any |= weights[f][t] != 0;
      }
      if (any) {
        all.add(names.get(f));
        rows.add(weights[f]);
      }
    }
    for (int from = 0; from < n; from++) {
      all.add(PostFeatures.transition(tags.get(from)));
      rows.add(moves[from]);
    }
    double[] biases = new double[n];
    biases[tags.indexOf(OUTSIDE)] = OUTSIDE_BIAS;
    return LinearModel.of(tags, biases, all, rows.toArray(new double[0][]));
  }

  /** One gradient step on the log-likelihood of a sentence. */
  private void step(int[][] features, int[] truth) {
    int length = truth.length;
    double[][] own = new double[length][n];
    for (int i = 0; i < length; i++) {
      for (int f : features[i]) {
        double[] row = weights[f];
        for (int t = 0; t < n; t++) {
          own[i][t] += row[t] / (1 - LEFT_OUT);
        }
      }
    }
    double[][] forward = new double[length][n];
    double[][] backward = new double[length][n];
    int outside = tags.indexOf(OUTSIDE);
    double[] terms = new double[n];
    for (int i = 0; i < length; i++) {
      for (int to = 0; to < n; to++) {
        for (int from = 0; from < n; from++) {
          terms[from] = i == 0 ? start(from, outside, to) : forward[i - 1][from] + move(from, to);
        }
        forward[i][to] = own[i][to] + logSum(terms);
      }
    }
    for (int i = length - 2; i >= 0; i--) {
      for (int from = 0; from < n; from++) {
        for (int to = 0; to < n; to++) {
          terms[to] = move(from, to) + own[i + 1][to] + backward[i + 1][to];
        }
        backward[i][from] = logSum(terms);
      }
    }
    double total = logSum(forward[length - 1]);
    for (int i = 0; i < length; i++) {
      double[] gradient = new double[n];
      for (int t = 0; t < n; t++) {
        gradient[t] = -StrictMath.exp(forward[i][t] + backward[i][t] - total);
      }
      gradient[truth[i]] += 1;
      for (int f : features[i]) {
        update(weights[f], squares[f], gradient);
      }
      int before = i == 0 ? outside : truth[i - 1];
      for (int from = 0; from < n; from++) {
        double[] row = new double[n];
        boolean any = i > 0 || from == outside;
        for (int to = 0; any && to < n; to++) {
          double left = i == 0 ? 0 : forward[i - 1][from];
          row[to] = -StrictMath.exp(left + move(from, to) + own[i][to] + backward[i][to] - total);
        }
        if (from == before) {
          row[truth[i]] += 1;
        }
        if (any) {
          update(moves[from], moveSquares[from], row);
        }
      }
    }
  }

  private double start(int from, int outside, int to) {
    return from == outside ? move(from, to) : Double.NEGATIVE_INFINITY;
  }

  private double move(int from, int to) {
    return PostNameFinder.allowed(tags.get(from), tags.get(to))
        ? moves[from][to]
        : Double.NEGATIVE_INFINITY;
  }

  private static void update(double[] row, double[] square, double[] gradient) {
    for (int t = 0; t < row.length; t++) {
      double slope = gradient[t] - PENALTY * row[t];
      if (slope != 0) {
        square[t] += slope * slope;
        row[t] += STEP * slope / (1e-6 + StrictMath.sqrt(square[t]));
      }
    }
  }

  private static double logSum(double[] terms) {
    double top = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      top = Math.max(top, term);
    }
    if (top == Double.NEGATIVE_INFINITY) {
      return top;
    }
    double sum = 0;
    for (double term : terms) {
      sum += StrictMath.exp(term - top);
    }
    return top + StrictMath.log(sum);
  }
}
