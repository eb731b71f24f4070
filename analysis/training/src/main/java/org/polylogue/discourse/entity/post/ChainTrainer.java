package org.polylogue.discourse.entity.post;

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
 * relied on (Hinton et al. 2012), and the weights of the last rounds (Polyak and Juditsky 1992) of
 * several runs (Breiman 1996) are averaged. Deterministic: strict arithmetic, seeded shuffles,
 * features in sorted order.
 */
final class ChainTrainer {

  static final String OUTSIDE = PostNameFinder.OUTSIDE;
  static final int EVERY_RUN = -1;

  private static final int ROUNDS = 12;
  private static final int AVERAGED = 6;
  private static final int MINIMUM = 3;
  private static final int RUNS = 8;
  private static final double LEFT_OUT = 0.5;
  private static final double STEP = 0.2;
  private static final double PENALTY = 0.01;
  private static final double SMALLEST = 0.01;
  private static final long SEED = 17;

  /** Moves precision towards recall, for names in posts are mostly unlike those learned from. */
  private static final double OUTSIDE_BIAS = -1.25;

  private record Case(int[][] tokens, List<String> tags, int run) {}

  private final Map<String, Integer> index = new HashMap<>();
  private final List<Case> cases = new ArrayList<>();
  private List<String> tags;
  private int n;
  private boolean[][] allowed;
  private double[][] weights;
  private double[][] squares;
  private double[][] moves;
  private double[][] moveSquares;

  /**
   * Adds a sentence that one run learns from, or every run; runs are counted from 0, cyclically.
   */
  void add(List<FeatureVector> tokens, List<String> tagged, int run) {
    int only = run == EVERY_RUN ? EVERY_RUN : run % RUNS;
    cases.add(new Case(indices(tokens), List.copyOf(tagged), only));
  }

  LinearModel train() {
    TreeSet<String> all = new TreeSet<>();
    cases.forEach(one -> all.addAll(one.tags));
    all.add(OUTSIDE);
    tags = List.copyOf(all);
    n = tags.size();
    allowed = new boolean[n][n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        allowed[from][to] = PostNameFinder.allowed(tags.get(from), tags.get(to));
      }
    }
    List<String> names = keepFrequent();
    double[][] meanWeights = new double[names.size()][n];
    double[][] meanMoves = new double[n][n];
    for (int run = 0; run < RUNS; run++) {
      weights = new double[names.size()][n];
      squares = new double[names.size()][n];
      moves = new double[n][n];
      moveSquares = new double[n][n];
      Random random = new Random(SEED + run);
      List<Case> order = new ArrayList<>();
      for (Case one : cases) {
        if (one.run == EVERY_RUN || one.run == run) {
          order.add(one);
        }
      }
      for (int round = 0; round < ROUNDS; round++) {
        Collections.shuffle(order, random);
        for (Case one : order) {
          step(thinned(one.tokens, random), one.tags.stream().mapToInt(tags::indexOf).toArray());
        }
        if (round >= ROUNDS - AVERAGED) {
          addMean(weights, meanWeights);
          addMean(moves, meanMoves);
        }
      }
    }
    weights = meanWeights;
    moves = meanMoves;
    return model(names);
  }

  /** Numbers the frequent features in sorted order, leaves out the others, and names them. */
  private List<String> keepFrequent() {
    int[] counts = new int[index.size()];
    for (Case one : cases) {
      for (int[] token : one.tokens) {
        for (int feature : token) {
          counts[feature]++;
        }
      }
    }
    List<String> names =
        index.entrySet().stream()
            .filter(entry -> counts[entry.getValue()] >= MINIMUM)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    int[] numbers = new int[counts.length];
    Arrays.fill(numbers, -1);
    for (int i = 0; i < names.size(); i++) {
      numbers[index.get(names.get(i))] = i;
    }
    for (Case one : cases) {
      for (int t = 0; t < one.tokens.length; t++) {
        one.tokens[t] =
            Arrays.stream(one.tokens[t]).map(old -> numbers[old]).filter(i -> i >= 0).toArray();
      }
    }
    return names;
  }

  private static void addMean(double[][] run, double[][] mean) {
    for (int i = 0; i < run.length; i++) {
      for (int t = 0; t < run[i].length; t++) {
        mean[i][t] += run[i][t] / (RUNS * AVERAGED);
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

  private int[][] indices(List<FeatureVector> tokens) {
    int[][] rows = new int[tokens.size()][];
    for (int i = 0; i < rows.length; i++) {
      int[] row = new int[tokens.get(i).size()];
      int[] next = {0};
      tokens
          .get(i)
          .forEach(
              (name, value) -> row[next[0]++] = index.computeIfAbsent(name, x -> index.size()));
      rows[i] = row;
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

  /** One gradient step on the log-likelihood of a sentence, by scaled sums (Rabiner 1989). */
  private void step(int[][] features, int[] truth) {
    int length = truth.length;
    int outside = tags.indexOf(OUTSIDE);
    double[][] own = new double[length][n];
    for (int i = 0; i < length; i++) {
      for (int f : features[i]) {
        double[] row = weights[f];
        for (int t = 0; t < n; t++) {
          own[i][t] += row[t];
        }
      }
      double top = Double.NEGATIVE_INFINITY;
      for (int t = 0; t < n; t++) {
        own[i][t] /= 1 - LEFT_OUT;
        top = Math.max(top, own[i][t]);
      }
      for (int t = 0; t < n; t++) {
        own[i][t] = StrictMath.exp(own[i][t] - top);
      }
    }
    double[][] follows = new double[n][n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        follows[from][to] = allowed[from][to] ? StrictMath.exp(moves[from][to]) : 0;
      }
    }
    double[][] forward = new double[length][n];
    double[] scales = new double[length];
    for (int i = 0; i < length; i++) {
      for (int from = 0; from < n; from++) {
        double before = i == 0 ? from == outside ? 1 : 0 : forward[i - 1][from];
        if (before != 0) {
          for (int to = 0; to < n; to++) {
            forward[i][to] += before * follows[from][to];
          }
        }
      }
      for (int to = 0; to < n; to++) {
        forward[i][to] *= own[i][to];
        scales[i] += forward[i][to];
      }
      for (int to = 0; to < n; to++) {
        forward[i][to] /= scales[i];
      }
    }
    double[][] backward = new double[length][n];
    Arrays.fill(backward[length - 1], 1);
    for (int i = length - 2; i >= 0; i--) {
      for (int from = 0; from < n; from++) {
        double sum = 0;
        for (int to = 0; to < n; to++) {
          sum += follows[from][to] * own[i + 1][to] * backward[i + 1][to];
        }
        backward[i][from] = sum / scales[i + 1];
      }
    }
    double[] gradient = new double[n];
    for (int i = 0; i < length; i++) {
      for (int t = 0; t < n; t++) {
        gradient[t] = (t == truth[i] ? 1 : 0) - forward[i][t] * backward[i][t];
      }
      for (int f : features[i]) {
        update(weights[f], squares[f], gradient);
      }
      int before = i == 0 ? outside : truth[i - 1];
      for (int from = 0; from < n; from++) {
        if (i == 0 && from != outside) {
          continue;
        }
        double left = i == 0 ? 1 : forward[i - 1][from];
        for (int to = 0; to < n; to++) {
          gradient[to] =
              (from == before && to == truth[i] ? 1 : 0)
                  - left * follows[from][to] * own[i][to] * backward[i][to] / scales[i];
        }
        update(moves[from], moveSquares[from], gradient);
      }
    }
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
}
