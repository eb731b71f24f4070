package org.polylogue.benchmarks.quality.words;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.clustering.Clusterable;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.random.Well19937c;
import org.polylogue.benchmarks.quality.TrainTask;
import org.polylogue.discourse.learning.WordClasses;

/**
 * Makes classes of words from public word vectors: k-means (Arthur and Vassilvitskii 2007 for its
 * start), once with centres from the frequent words and twice inside each class. The vectors are
 * read from a JSON file whose object {@code vectors} maps words, the most frequent first, to
 * numbers.
 */
public final class WordClassesTask implements TrainTask {

  private static final int WORDS = 200_000;
  private static final int FREQUENT = 50_000;
  private static final int DIMENSIONS = 100;
  private static final int COMMON = 3;
  private static final int[] WIDTHS = {6, 3, 3};
  private static final int ITERATIONS = 25;
  private static final long SEED = 20161108L;

  /** For the list of tasks. */
  public WordClassesTask() {}

  private record Word(String form, double[] point) implements Clusterable {
    @Override
    public double[] getPoint() {
      return point;
    }
  }

  @Override
  public String name() {
    return "word-classes";
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    List<Word> words = spread(read(gold));
    Map<String, Integer> paths = new HashMap<>();
    split(words, 0, 0, paths);
    int bits = 0;
    for (int width : WIDTHS) {
      bits += width;
    }
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(model))) {
      WordClasses.write(bits, paths, file);
    }
    out.printf(
        "%d words in %d classes of %d bits%n",
        paths.size(), paths.values().stream().distinct().count(), bits);
  }

  private static void split(List<Word> words, int path, int level, Map<String, Integer> paths) {
    if (level == WIDTHS.length) {
      words.forEach(word -> paths.put(word.form(), path));
      return;
    }
    List<List<Word>> classes = classes(words, 1 << WIDTHS[level], SEED + (level << 20) + path);
    for (int c = 0; c < classes.size(); c++) {
      split(classes.get(c), path << WIDTHS[level] | c, level + 1, paths);
    }
  }

  private static List<List<Word>> classes(List<Word> words, int parts, long seed) {
    if (words.size() <= parts) {
      return words.stream().map(List::of).toList();
    }
    List<double[]> centres =
        new KMeansPlusPlusClusterer<Word>(
                parts, ITERATIONS, WordClassesTask::distance, new Well19937c(seed))
            .cluster(words.subList(0, Math.min(words.size(), FREQUENT))).stream()
                .map(cluster -> cluster.getCenter().getPoint())
                .toList();
    List<List<Word>> classes = centres.stream().<List<Word>>map(c -> new ArrayList<>()).toList();
    for (Word word : words) {
      int nearest = 0;
      for (int c = 1; c < centres.size(); c++) {
        if (distance(word.point(), centres.get(c)) < distance(word.point(), centres.get(nearest))) {
          nearest = c;
        }
      }
      classes.get(nearest).add(word);
    }
    return classes;
  }

  /**
   * Takes out what all words share and what sets frequent words apart: the mean and the first
   * principal components (Mu and Viswanath 2018). Then scales to length 1.
   */
  private static List<Word> spread(List<Word> words) {
    double[] mean = new double[DIMENSIONS];
    for (Word word : words) {
      for (int d = 0; d < DIMENSIONS; d++) {
        mean[d] += word.point()[d] / words.size();
      }
    }
    double[][] covariance = new double[DIMENSIONS][DIMENSIONS];
    for (Word word : words) {
      double[] point = word.point();
      for (int d = 0; d < DIMENSIONS; d++) {
        point[d] -= mean[d];
      }
      for (int d = 0; d < DIMENSIONS; d++) {
        for (int e = 0; e < DIMENSIONS; e++) {
          covariance[d][e] += point[d] * point[e] / words.size();
        }
      }
    }
    EigenDecompositionSymmetric decomposition =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(covariance));
    for (Word word : words) {
      double[] point = word.point();
      for (int c = 0; c < COMMON; c++) {
        double[] component = decomposition.getEigenvector(c).toArray();
        double share = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
          share += point[d] * component[d];
        }
        for (int d = 0; d < DIMENSIONS; d++) {
          point[d] -= share * component[d];
        }
      }
      normalise(point);
    }
    return words;
  }

  private static void normalise(double[] point) {
    double length = 0;
    for (double x : point) {
      length += x * x;
    }
    for (int d = 0; d < point.length && length > 0; d++) {
      point[d] /= Math.sqrt(length);
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }

  private static List<Word> read(Path file) throws IOException {
    List<Word> words = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException(file + ": no JSON object with word vectors");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean vectors = json.currentName().equals("vectors");
        json.nextToken();
        if (!vectors) {
          json.skipChildren();
          continue;
        }
        while (words.size() < WORDS && json.nextToken() == JsonToken.FIELD_NAME) {
          String form = json.currentName();
          words.add(new Word(form, vector(json, file)));
        }
        break;
      }
    }
    if (words.isEmpty()) {
      throw new IOException(file + ": no object \"vectors\" in it");
    }
    return words;
  }

  private static double[] vector(JsonParser json, Path file) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw new IOException(file + ": " + json.currentName() + " has no vector");
    }
    double[] vector = new double[DIMENSIONS];
    int i = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (i < DIMENSIONS) {
        vector[i] = json.getDoubleValue();
      }
      i++;
    }
    normalise(vector);
    return vector;
  }
}
