package org.polylogue.validation.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.validation.check.CheckedRow;

/**
 * A multinomial logistic regression whose scores begin at those of a machine, with a squared
 * penalty on all that is added: the greater the penalty, the nearer it stays to the machine.
 * Weighted by the rows that a row stands for. Fitted by accelerated gradients with restarts
 * (Nesterov 1983; O'Donoghue and Candès 2015). For one thread.
 */
final class OffsetRegression {

  private static final int MOST_STEPS = 200;
  private static final double FLAT = 1e-4;
  private static final int LEAST_ROWS = 2;

  private final List<String> labels;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Row[] rows;
  private final double curvature;

  /** By feature and label; the last feature is the bias. */
  private double[] weights;

  /** A row by the places of its features; the bias is the last of them. */
  private record Row(int[] places, double[] values, double[] offsets, int label, double weight) {}

  OffsetRegression(List<CodedExample> examples, List<String> labels) {
    this.labels = labels;
    Map<String, Integer> counts = new TreeMap<>();
    for (CodedExample example : examples) {
      CheckedRow row = example.row();
      LabelCorrection.all(row.machine(), row.confidence(), example.features())
          .forEach((name, value) -> counts.merge(name, 1, Integer::sum));
    }
    counts.forEach(
        (name, count) -> {
          if (count >= LEAST_ROWS) {
            places.put(name, names.size());
            names.add(name);
          }
        });
    double total = examples.stream().mapToDouble(example -> example.row().weight()).sum();
    rows = examples.stream().map(example -> row(example, total)).toArray(Row[]::new);
    weights = new double[(names.size() + 1) * labels.size()];
    double longest = 0;
    for (Row row : rows) {
      longest = Math.max(longest, Arrays.stream(row.values).map(value -> value * value).sum());
    }
    curvature = longest / 2;
  }

  private Row row(CodedExample example, double total) {
    CheckedRow row = example.row();
    int[] at = new int[example.features().size() + 3];
    double[] values = new double[at.length];
    int[] size = new int[1];
    LabelCorrection.all(row.machine(), row.confidence(), example.features())
        .forEach(
            (name, value) -> {
              Integer place = places.get(name);
              if (place != null) {
                at[size[0]] = place;
                values[size[0]++] = value;
              }
            });
    at[size[0]] = names.size();
    values[size[0]++] = 1;
    return new Row(
        Arrays.copyOf(at, size[0]),
        Arrays.copyOf(values, size[0]),
        LabelCorrection.offsets(labels, row.machine(), row.confidence()),
        labels.indexOf(row.people()),
        row.weight() / total);
  }

  /** Fits from where the last fit ended. */
  void fit(double penalty) {
    double step = 1 / (curvature + penalty);
    double[] last = weights.clone();
    double[] ahead = weights.clone();
    double momentum = 1;
    for (int i = 0; i < MOST_STEPS; i++) {
      double[] gradient = gradient(ahead, penalty);
      double[] next = new double[ahead.length];
      double uphill = 0;
      double steepest = 0;
      for (int j = 0; j < next.length; j++) {
        next[j] = ahead[j] - step * gradient[j];
        uphill += gradient[j] * (next[j] - last[j]);
        steepest = Math.max(steepest, Math.abs(gradient[j]));
      }
      double more = uphill > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      double push = uphill > 0 ? 0 : (momentum - 1) / more;
      for (int j = 0; j < next.length; j++) {
        ahead[j] = next[j] + push * (next[j] - last[j]);
      }
      last = next;
      momentum = more;
      if (steepest < FLAT) {
        break;
      }
    }
    weights = last;
  }

  private double[] gradient(double[] at, double penalty) {
    double[] gradient = new double[at.length];
    for (int j = 0; j < at.length; j++) {
      gradient[j] = penalty * at[j];
    }
    int k = labels.size();
    for (Row row : rows) {
      double[] likely = probabilities(row, at);
      likely[row.label]--;
      for (int f = 0; f < row.places.length; f++) {
        double amount = row.weight * row.values[f];
        for (int c = 0; c < k; c++) {
          gradient[row.places[f] * k + c] += amount * likely[c];
        }
      }
    }
    return gradient;
  }

  private double[] probabilities(Row row, double[] at) {
    double[] scores = row.offsets.clone();
    for (int f = 0; f < row.places.length; f++) {
      for (int c = 0; c < scores.length; c++) {
        scores[c] += row.values[f] * at[row.places[f] * scores.length + c];
      }
    }
    return LinearModel.softmax(scores);
  }

  /** The weighted mean of minus the log probability of what people answered. */
  double loss(List<CodedExample> others) {
    double total = others.stream().mapToDouble(other -> other.row().weight()).sum();
    double loss = 0;
    for (CodedExample other : others) {
      Row row = row(other, total);
      loss -= row.weight * Math.log(probabilities(row, weights)[row.label]);
    }
    return loss;
  }

  /** What was fitted last. */
  LinearModel model() {
    int k = labels.size();
    double[][] byName = new double[names.size()][];
    for (int f = 0; f < byName.length; f++) {
      byName[f] = Arrays.copyOfRange(weights, f * k, (f + 1) * k);
    }
    return LinearModel.of(
        labels, Arrays.copyOfRange(weights, names.size() * k, weights.length), names, byName);
  }
}
