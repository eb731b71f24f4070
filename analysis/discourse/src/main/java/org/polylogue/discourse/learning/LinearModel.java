package org.polylogue.discourse.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A linear model with one row of weights per output: a class, or the one number of a regression.
 * Immutable and thread-safe.
 *
 * <p>File: the bytes {@code PLLM}, a format version, then deflated: outputs, for each its bias and
 * the step of its weights, and the features in sorted order, each as length of the prefix it shares
 * with the one before, the rest, and a signed 16-bit multiple of the step per output. It holds
 * names and numbers only.
 */
public final class LinearModel {

  private static final ModelFile FILE = new ModelFile("PLLM", 1, true, "linear model");
  private static final int MAX_FEATURES = 10_000_000;

  private static final Comparator<Contribution> LARGEST_FIRST =
      (a, b) -> {
        int bySize = Double.compare(Math.abs(b.amount()), Math.abs(a.amount()));
        return bySize != 0 ? bySize : a.feature().compareTo(b.feature());
      };

  private final List<String> outputs;
  private final double[] biases;
  private final double[] steps;

  /** Where the weights of a feature begin. */
  private final NameTable places;

  /** For each feature one weight per output. */
  private final short[] weights;

  /** The names of the features, sorted; null in a model that was read. */
  private final String[] names;

  private final String hash;

  private LinearModel(
      List<String> outputs,
      double[] biases,
      double[] steps,
      NameTable places,
      short[] weights,
      String[] names,
      String hash) {
    this.outputs = List.copyOf(outputs);
    this.biases = biases;
    this.steps = steps;
    this.places = places;
    this.weights = weights;
    this.names = names;
    this.hash = hash;
  }

  /**
   * A model from trained weights, rounded to 1/32767 of the largest weight of each output. Features
   * whose rounded weights are all 0 are left out.
   *
   * @param outputs names of the classes, or one name for a regression
   * @param biases one number per output
   * @param features names, in any order, all different
   * @param trained for each feature one weight per output
   * @return the model
   * @throws IllegalArgumentException if the lengths do not fit or a number is not finite
   */
  public static LinearModel of(
      List<String> outputs, double[] biases, List<String> features, double[][] trained) {
    int n = outputs.size();
    if (n == 0 || biases.length != n || trained.length != features.size()) {
      throw new IllegalArgumentException(
          n
              + " outputs, "
              + biases.length
              + " biases, "
              + features.size()
              + " features, "
              + trained.length
              + " rows of weights");
    }
    double[] steps = new double[n];
    for (int f = 0; f < trained.length; f++) {
      for (int o = 0; o < n; o++) {
        if (!Double.isFinite(trained[f][o])) {
          throw new IllegalArgumentException(features.get(f) + " has weight " + trained[f][o]);
        }
        steps[o] = Math.max(steps[o], Math.abs(trained[f][o]) / Short.MAX_VALUE);
      }
    }
    SortedMap<String, short[]> rows = new TreeMap<>();
    for (int f = 0; f < trained.length; f++) {
      short[] row = new short[n];
      boolean any = false;
      for (int o = 0; o < n; o++) {
        row[o] = steps[o] == 0 ? 0 : (short) Math.round(trained[f][o] / steps[o]);
        any |= row[o] != 0;
      }
      if (any && rows.put(features.get(f), row) != null) {
        throw new IllegalArgumentException("feature " + features.get(f) + " comes twice");
      }
    }
    String[] names = rows.keySet().toArray(new String[0]);
    short[] weights = new short[names.length * n];
    for (int f = 0; f < names.length; f++) {
      System.arraycopy(rows.get(names[f]), 0, weights, f * n, n);
    }
    return new LinearModel(outputs, biases.clone(), steps, places(names, n), weights, names, "");
  }

  private static NameTable places(String[] names, int outputs) {
    NameTable places = new NameTable(names.length);
    for (int f = 0; f < names.length; f++) {
      if (!places.put(NameTable.hash(names[f]), f * outputs)) {
        throw new IllegalArgumentException(
            "feature " + names[f] + " comes twice, or its hash is that of another");
      }
    }
    return places;
  }

  /**
   * The names of the outputs.
   *
   * @return classes in the order of {@link #scores}; one name for a regression
   */
  public List<String> outputs() {
    return outputs;
  }

  /**
   * Tells the model from others.
   *
   * @return the SHA-256 of the bytes that it was read from, empty if it was trained just now
   */
  public String hash() {
    return hash;
  }

  /**
   * Counts the features with a weight.
   *
   * @return zero or more
   */
  public int size() {
    return weights.length / outputs.size();
  }

  /**
   * The value of every output.
   *
   * @param features the case
   * @return one number per output: bias plus the sum of weight times value
   */
  public double[] scores(FeatureVector features) {
    double[] sums = new double[outputs.size()];
    features.forEach(
        (name, value) -> {
          int place = places.get(NameTable.hash(name));
          if (place != NameTable.NONE) {
            for (int o = 0; o < sums.length; o++) {
              sums[o] += weights[place + o] * value * steps[o];
            }
          }
        });
    for (int o = 0; o < sums.length; o++) {
      sums[o] += biases[o];
    }
    return sums;
  }

  /**
   * The probabilities of the classes of a multinomial logistic model: the softmax of its scores.
   *
   * @param features the case
   * @return numbers in 0 to 1 that sum to 1, in the order of {@link #outputs}
   */
  public double[] probabilities(FeatureVector features) {
    return softmax(scores(features));
  }

  /**
   * Turns scores into probabilities.
   *
   * @param scores any finite numbers
   * @return exp(score) over the sum of all, computed without overflow
   */
  public static double[] softmax(double[] scores) {
    double top = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      top = Math.max(top, score);
    }
    double sum = 0;
    double[] result = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      result[i] = Math.exp(scores[i] - top);
      sum += result[i];
    }
    for (int i = 0; i < scores.length; i++) {
      result[i] /= sum;
    }
    return result;
  }

  /**
   * How far a feature moved an output.
   *
   * @param feature its name
   * @param amount weight times value, signed
   */
  public record Contribution(String feature, double amount) {}

  /**
   * Explains an output: bias aside, the amounts sum to its score.
   *
   * @param features the case
   * @param output position of the output
   * @return the features that have a weight, largest absolute amount first, then by name
   */
  public List<Contribution> contributions(FeatureVector features, int output) {
    Objects.checkIndex(output, outputs.size());
    List<Contribution> found = new ArrayList<>();
    features.forEach(
        (name, value) -> {
          int place = places.get(NameTable.hash(name));
          if (place != NameTable.NONE && weights[place + output] != 0) {
            found.add(new Contribution(name, weights[place + output] * value * steps[output]));
          }
        });
    found.sort(LARGEST_FIRST);
    return found;
  }

  /**
   * What an output is without any feature.
   *
   * @param output position of the output
   * @return its bias
   */
  public double bias(int output) {
    return biases[Objects.checkIndex(output, outputs.size())];
  }

  /**
   * Explains why one output is above another: biases aside, the amounts sum to the difference of
   * their scores.
   *
   * @param features the case
   * @param output position of the one output
   * @param other position of the other output
   * @return the features that have a weight, largest absolute amount first, then by name
   */
  public List<Contribution> contributions(FeatureVector features, int output, int other) {
    Objects.checkIndex(output, outputs.size());
    Objects.checkIndex(other, outputs.size());
    List<Contribution> found = new ArrayList<>();
    features.forEach(
        (name, value) -> {
          int place = places.get(NameTable.hash(name));
          if (place != NameTable.NONE) {
            double one = weights[place + output] * steps[output];
            double amount = (one - weights[place + other] * steps[other]) * value;
            if (amount != 0) {
              found.add(new Contribution(name, amount));
            }
          }
        });
    found.sort(LARGEST_FIRST);
    return found;
  }

  /**
   * Writes a model that was trained just now; equal models give equal bytes.
   *
   * @param out takes the bytes, is not closed
   * @throws IOException if it cannot take them
   * @throws IllegalStateException if the model was read, for it does not keep the names of its
   *     features; copy its file
   */
  public void write(OutputStream out) throws IOException {
    FILE.write(out, this::write);
  }

  /** The same as a part of a bundle. */
  byte[] part() throws IOException {
    return FILE.part(this::write);
  }

  private void write(DataOutputStream data) throws IOException {
    if (names == null) {
      throw new IllegalStateException("a model that was read cannot be written; copy its file");
    }
    data.writeInt(outputs.size());
    for (int o = 0; o < outputs.size(); o++) {
      data.writeUTF(outputs.get(o));
      data.writeDouble(biases[o]);
      data.writeDouble(steps[o]);
    }
    data.writeInt(names.length);
    String last = "";
    for (String name : names) {
      int shared = sharedPrefix(last, name);
      data.writeShort(shared);
      data.writeUTF(name.substring(shared));
      last = name;
    }
    for (int o = 0; o < outputs.size(); o++) {
      for (int place = o; place < weights.length; place += outputs.size()) {
        data.writeShort(weights[place]);
      }
    }
  }

  /**
   * Reads a model.
   *
   * @param in the bytes of one model, is not closed
   * @param name of the file or resource, for messages
   * @return the model
   * @throws IOException if the bytes are no model of this version
   */
  public static LinearModel read(InputStream in, String name) throws IOException {
    return FILE.read(in, name, LinearModel::read);
  }

  /** Reads a part of a bundle. */
  static LinearModel readPart(byte[] bytes, String name) throws IOException {
    return FILE.readPart(bytes, name, LinearModel::read);
  }

  private static LinearModel read(DataInputStream data, String hash) throws IOException {
    int n = data.readInt();
    if (n < 1 || n > 1000) {
      throw new IllegalArgumentException(n + " outputs");
    }
    List<String> outputs = new ArrayList<>();
    double[] biases = new double[n];
    double[] steps = new double[n];
    for (int o = 0; o < n; o++) {
      outputs.add(data.readUTF());
      biases[o] = data.readDouble();
      steps[o] = data.readDouble();
      if (!Double.isFinite(biases[o]) || !Double.isFinite(steps[o])) {
        throw new IllegalArgumentException("bias " + biases[o] + ", step " + steps[o]);
      }
    }
    int size = data.readInt();
    if (size < 0 || size > MAX_FEATURES) {
      throw new IllegalArgumentException(size + " features");
    }
    String[] names = new String[size];
    String last = "";
    for (int f = 0; f < size; f++) {
      last = last.substring(0, data.readUnsignedShort()) + data.readUTF();
      names[f] = last;
    }
    short[] weights = new short[size * n];
    for (int o = 0; o < n; o++) {
      for (int place = o; place < weights.length; place += n) {
        weights[place] = data.readShort();
      }
    }
    return new LinearModel(outputs, biases, steps, places(names, n), weights, null, hash);
  }

  private static int sharedPrefix(String a, String b) {
    int max = Math.min(Math.min(a.length(), b.length()), 0xFFFF);
    int i = 0;
    while (i < max && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }
}
