package org.polylogue.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.polylogue.encoder.PairReader.Relation;

/**
 * Two judges' probabilities made one: a logistic regression on their logarithms (stacking, Wolpert
 * 1992). Immutable and thread-safe.
 *
 * @param sure from which probability of its likeliest class on the other judge is not doubted, and
 *     the encoder not asked, 0 to 1
 * @param other how much the other judge counts
 * @param own how much the encoder counts
 * @param addends what is added for each class of {@link Head#STANCE}
 */
public record Mixture(double sure, double other, double own, List<Double> addends) {

  private static final double LEAST = 1e-3;
  private static final String SHIPPED = "stance-mixtures.tsv";

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is not one addend for each class
   */
  public Mixture {
    addends = List.copyOf(addends);
    if (addends.size() != Head.STANCE.classes().size()) {
      throw new IllegalArgumentException(addends.size() + " addends");
    }
  }

  /**
   * Those of this library, fitted on threads that neither judge had learned from.
   *
   * @return one for each relation
   */
  public static Map<Relation, Mixture> shipped() {
    try (InputStream in = Mixture.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IOException(SHIPPED + " is not on the class path");
      }
      Map<Relation, Mixture> mixtures = new EnumMap<>(Relation.class);
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(row -> mixtures.put(Relation.valueOf(row[0]), of(row)));
      return Collections.unmodifiableMap(mixtures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mixture of(String[] row) {
    List<Double> numbers =
        List.of(row).subList(1, row.length).stream().map(Double::valueOf).toList();
    return new Mixture(
        numbers.get(0), numbers.get(1), numbers.get(2), numbers.subList(3, numbers.size()));
  }

  /**
   * Whether the other judge is not doubted.
   *
   * @param others how likely it holds each class
   * @return true if the encoder need not be asked
   */
  public boolean isSure(double[] others) {
    return Arrays.stream(others).anyMatch(likely -> likely >= sure);
  }

  /**
   * Both as one.
   *
   * @param others how likely the other judge holds each class
   * @param owns how likely the encoder holds each
   * @return how likely each is, which sum to 1
   */
  public double[] of(double[] others, double[] owns) {
    double[] outputs = new double[owns.length];
    for (int c = 0; c < outputs.length; c++) {
      outputs[c] =
          other * Math.log(Math.max(LEAST, others[c]))
              + own * Math.log(Math.max(LEAST, owns[c]))
              + addends.get(c);
    }
    return Heads.softmax(outputs);
  }
}
