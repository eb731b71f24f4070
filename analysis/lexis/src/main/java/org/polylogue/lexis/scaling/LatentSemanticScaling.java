package org.polylogue.lexis.scaling;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.polylogue.lexis.count.CountRows;

/**
 * Latent semantic scaling (Watanabe 2021): words that stand in the same texts as seed words pull to
 * the same side. Words are the rows of the right singular vectors of the counts; the weight of a
 * word is its mean cosine with the seeds, each times its own side, and a text is the mean of its
 * words. Short texts, such as sentences or comments, tell words apart better than long ones.
 *
 * <p>Singular vectors come from subspace iteration with a random start (Halko, Martinsson and Tropp
 * 2011, algorithm 4.4); the same seed gives the same scale. Takes time for cells × dimensions, and
 * memory for columns × dimensions. Immutable and thread-safe.
 */
public final class LatentSemanticScaling implements TextScale {

  private static final int MORE = 10;
  private static final int ROUNDS = 12;

  private final WordWeights weights;

  private LatentSemanticScaling(WordWeights weights) {
    this.weights = weights;
  }

  /**
   * Learns the weights of all words.
   *
   * @param rows texts
   * @param seeds the side of each seed word, such as 1 and −1, by column
   * @param dimensions how many singular vectors, 2 or more; 300 is usual. No more are taken than
   *     there are
   * @param seed of the random numbers
   * @return the scale
   * @throws IllegalArgumentException if no seed word stands in a text, or all sides are 0
   */
  public static LatentSemanticScaling of(
      CountRows rows, Map<Integer, Double> seeds, int dimensions, long seed) {
    if (dimensions < 2) {
      throw new IllegalArgumentException("words have 2 dimensions or more, not " + dimensions);
    }
    double[][] words = vectors(rows, dimensions, seed);
    Map<Integer, Double> known = new TreeMap<>(seeds);
    known.keySet().removeIf(column -> length(words[column]) == 0);
    if (known.values().stream().allMatch(side -> side == 0)) {
      throw new IllegalArgumentException(
          "no seed word with a side is in the texts; " + seeds.size() + " were given");
    }
    double[] towards = new double[words[0].length];
    known.forEach(
        (column, side) -> {
          double length = length(words[column]);
          for (int i = 0; i < towards.length; i++) {
            towards[i] += side * words[column][i] / length / known.size();
          }
        });
    double[] weights = new double[words.length];
    for (int column = 0; column < weights.length; column++) {
      double sum = 0;
      for (int i = 0; i < towards.length; i++) {
        sum += towards[i] * words[column][i];
      }
      // 0 / 0 is NaN: a word of no text has no say
      weights[column] = sum / length(words[column]);
    }
    return new LatentSemanticScaling(new WordWeights(weights));
  }

  @Override
  public double weight(int column) {
    return weights.weight(column);
  }

  @Override
  public Optional<Position> position(Map<Integer, Integer> counts) {
    return weights.position(counts);
  }

  private static double length(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  /** Right singular vectors, a row for each column of the counts. */
  private static double[][] vectors(CountRows rows, int dimensions, long seed) {
    int width = rows.columns();
    int most = Math.min(width, rows.rows());
    int size = Math.min(most, dimensions + MORE);
    if (size == 0 || rows.start(rows.rows()) == 0) {
      throw new IllegalArgumentException("no text has a word");
    }
    SplittableRandom random = new SplittableRandom(seed);
    DMatrixRMaj basis = new DMatrixRMaj(width, size);
    Arrays.setAll(basis.data, i -> random.nextDouble() - 0.5);
    DMatrixRMaj product = new DMatrixRMaj(width, size);
    for (int round = 0; round < ROUNDS; round++) {
      squared(rows, basis, product);
      QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(width, size);
      qr.decompose(product);
      qr.getQ(basis, true);
    }
    squared(rows, basis, product);
    DMatrixRMaj small = new DMatrixRMaj(size, size);
    CommonOps_DDRM.multTransA(basis, product, small);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    eigen.decompose(small);
    double[] values =
        IntStream.range(0, size).mapToDouble(i -> eigen.getEigenvalue(i).getReal()).toArray();
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(java.util.Comparator.comparingDouble(i -> -values[i]))
            .limit(dimensions)
            .filter(i -> values[i] > 1e-10 * Arrays.stream(values).max().orElseThrow())
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] vectors = new double[width][order.length];
    for (int i = 0; i < order.length; i++) {
      DMatrixRMaj vector = eigen.getEigenVector(order[i]);
      for (int column = 0; column < width; column++) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
          sum += basis.get(column, j) * vector.get(j);
        }
        vectors[column][i] = sum;
      }
    }
    for (double[] vector : vectors) {
      if (length(vector) < 1e-9) {
        Arrays.fill(vector, 0);
      }
    }
    return vectors;
  }

  /** The counts, transposed, times the counts, times a basis. */
  private static void squared(CountRows rows, DMatrixRMaj basis, DMatrixRMaj product) {
    int size = basis.numCols;
    product.zero();
    double[] place = new double[size];
    for (int row = 0; row < rows.rows(); row++) {
      Arrays.fill(place, 0);
      for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
        int from = rows.column(cell) * size;
        for (int i = 0; i < size; i++) {
          place[i] += rows.count(cell) * basis.data[from + i];
        }
      }
      for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
        int from = rows.column(cell) * size;
        for (int i = 0; i < size; i++) {
          product.data[from + i] += rows.count(cell) * place[i];
        }
      }
    }
  }
}
