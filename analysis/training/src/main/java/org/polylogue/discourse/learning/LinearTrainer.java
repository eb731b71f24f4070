package org.polylogue.discourse.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains linear models with liblinear (Fan, Chang, Hsieh, Wang and Lin 2008, JMLR 9). The same
 * cases in the same order give the same model.
 *
 * @param solver which loss and penalty
 * @param cost C, the weight of a mistake against the penalty, above 0
 * @param minimumTexts leave out a feature that occurs in fewer training texts; a case is a text of
 *     its own unless it is said which text it is from
 * @param balanced weigh a mistake on a class by how rare it is: sqrt(cases / (classes * cases of
 *     the class))
 */
public record LinearTrainer(Solver solver, double cost, int minimumTexts, boolean balanced) {

  private static final double STOP = 0.01;
  private static final double TUBE = 0.05;
  private static final int ITERATIONS = 1000;
  private static final long SEED = 20160101L;

  /** Losses and penalties. */
  public enum Solver {
    /** Logistic loss, squared penalty, one class against the rest. */
    LOGISTIC(SolverType.L2R_LR_DUAL),
    /** Squared hinge loss, squared penalty, one class against the rest. */
    SUPPORT_VECTOR(SolverType.L2R_L2LOSS_SVC_DUAL),
    /** Squared error outside a tube of 0.05, squared penalty. */
    REGRESSION(SolverType.L2R_L2LOSS_SVR);

    private final SolverType type;

    Solver(SolverType type) {
      this.type = type;
    }
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the cost is not above 0
   */
  public LinearTrainer {
    if (!(cost > 0) || minimumTexts < 1) {
      throw new IllegalArgumentException("cost " + cost + ", minimum texts " + minimumTexts);
    }
  }

  /**
   * Trains a classifier.
   *
   * @param cases the training cases
   * @param labels for each case its class
   * @param classes all classes, in the order of the model's outputs; at least two
   * @return the model
   * @throws IllegalArgumentException if cases and labels do not fit or a class has no case
   */
  public LinearModel classifier(
      List<FeatureVector> cases, List<String> labels, List<String> classes) {
    return classifier(cases, labels, classes, eachItsOwn(cases));
  }

  /**
   * Trains a classifier on cases of which several may be from one text.
   *
   * @param cases the training cases, those of a text one after the other
   * @param labels for each case its class
   * @param classes all classes, in the order of the model's outputs; at least two
   * @param texts for each case the number of its text
   * @return the model
   * @throws IllegalArgumentException if cases, labels and texts do not fit or a class has no case
   */
  public LinearModel classifier(
      List<FeatureVector> cases, List<String> labels, List<String> classes, int[] texts) {
    double[] y = new double[labels.size()];
    int[] counts = new int[classes.size()];
    for (int i = 0; i < y.length; i++) {
      int label = classes.indexOf(labels.get(i));
      if (label < 0) {
        throw new IllegalArgumentException("no class " + labels.get(i) + " in " + classes);
      }
      y[i] = label;
      counts[label]++;
    }
    Parameter parameter = parameter();
    if (balanced) {
      double[] classWeights = new double[counts.length];
      int[] ids = new int[counts.length];
      for (int c = 0; c < counts.length; c++) {
        ids[c] = c;
        classWeights[c] = Math.sqrt(y.length / (double) (counts.length * Math.max(1, counts[c])));
      }
      parameter.setWeights(classWeights, ids);
    }
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] == 0) {
        throw new IllegalArgumentException("no training case of class " + classes.get(c));
      }
    }
    return train(cases, y, classes, parameter, texts);
  }

  /**
   * Trains a regression.
   *
   * @param cases the training cases
   * @param values for each case its number
   * @param output the name of the one output
   * @return the model
   * @throws IllegalArgumentException if there are no cases, or not as many as values
   */
  public LinearModel regression(List<FeatureVector> cases, double[] values, String output) {
    return train(cases, values.clone(), List.of(output), parameter(), eachItsOwn(cases));
  }

  private static int[] eachItsOwn(List<FeatureVector> cases) {
    return IntStream.range(0, cases.size()).toArray();
  }

  private Parameter parameter() {
    Parameter parameter = new Parameter(solver.type, cost, STOP, ITERATIONS, TUBE);
    parameter.setRandom(new Random(SEED));
    return parameter;
  }

  private LinearModel train(
      List<FeatureVector> cases,
      double[] y,
      List<String> outputs,
      Parameter parameter,
      int[] texts) {
    if (cases.isEmpty() || cases.size() != y.length || texts.length != y.length) {
      throw new IllegalArgumentException(
          cases.size() + " cases, " + y.length + " answers, " + texts.length + " texts");
    }
    List<String> names = frequent(cases, texts);
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      index.put(names.get(i), i + 1);
    }
    Problem problem = new Problem();
    problem.l = y.length;
    problem.n = names.size() + 1;
    problem.bias = 1;
    problem.y = y;
    problem.x = new Feature[y.length][];
    for (int i = 0; i < y.length; i++) {
      problem.x[i] = row(cases.get(i), index, problem.n);
    }
    Linear.disableDebugOutput();
    return toModel(Linear.train(problem, parameter), names, outputs);
  }

  private List<String> frequent(List<FeatureVector> cases, int[] texts) {
    Map<String, int[]> counts = new HashMap<>();
    for (int i = 0; i < texts.length; i++) {
      int text = texts[i];
      cases
          .get(i)
          .forEach(
              (name, value) -> {
                int[] count = counts.computeIfAbsent(name, key -> new int[] {0, -1});
                if (count[1] != text) {
                  count[0]++;
                  count[1] = text;
                }
              });
    }
    List<String> names = new ArrayList<>();
    counts.forEach(
        (name, count) -> {
          if (count[0] >= minimumTexts) {
            names.add(name);
          }
        });
    names.sort(null);
    return names;
  }

  private static Feature[] row(FeatureVector features, Map<String, Integer> index, int bias) {
    List<Feature> row = new ArrayList<>(features.size() + 1);
    features.forEach(
        (name, value) -> {
          Integer position = index.get(name);
          if (position != null) {
            row.add(new FeatureNode(position, value));
          }
        });
    row.sort((a, b) -> Integer.compare(a.getIndex(), b.getIndex()));
    row.add(new FeatureNode(bias, 1));
    return row.toArray(new Feature[0]);
  }

  private static LinearModel toModel(Model model, List<String> names, List<String> outputs) {
    int n = outputs.size();
    int[] labels = n == 1 ? new int[1] : model.getLabels();
    double[] raw = model.getFeatureWeights();
    boolean oneRow = n <= 2;
    double[][] weights = new double[names.size()][n];
    double[] biases = new double[n];
    for (int f = 0; f <= names.size(); f++) {
      double[] row = f < names.size() ? weights[f] : biases;
      for (int k = 0; k < n; k++) {
        if (n == 1) {
          row[0] = raw[f];
        } else if (oneRow) {
          row[labels[k]] = (k == 0 ? raw[f] : -raw[f]) / 2;
        } else {
          row[labels[k]] = raw[f * n + k];
        }
      }
    }
    return LinearModel.of(outputs, biases, names, weights);
  }
}
