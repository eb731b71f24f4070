package org.polylogue.benchmarks.lexis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.topic.Covariates;
import org.polylogue.lexis.topic.Lda;
import org.polylogue.lexis.topic.Prevalence;
import org.polylogue.lexis.topic.TopicModel;

/**
 * How often intervals of a topic's share hold the truth: two groups of made-up texts of five
 * topics, which share a prior or have one each. Run it with
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar org.polylogue.benchmarks.lexis.TopicPrevalence 300 10 600
 * </pre>
 *
 * for texts, words of a text and sweeps. 80 corpora each.
 */
public final class TopicPrevalence {

  private static final int CORPORA = 80;
  private static final double[] ONE = {.8, .6, .6, .5, .5};
  private static final double[] OTHER = {.2, .8, .8, .6, .6};

  private TopicPrevalence() {}

  /**
   * Measures.
   *
   * @param args texts, words, sweeps
   */
  public static void main(String[] args) {
    for (double[] second : new double[][] {ONE, OTHER}) {
      for (boolean apart : new boolean[] {false, true}) {
        measure(
            Integer.parseInt(args[0]),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            second,
            apart);
      }
    }
  }

  private static void measure(int texts, int words, int sweeps, double[] second, boolean apart) {
    double truth = second[0] / Arrays.stream(second).sum() - ONE[0] / Arrays.stream(ONE).sum();
    int held = 0;
    double bias = 0;
    double width = 0;
    int[] groups = IntStream.range(0, texts).map(i -> i % 2).toArray();
    List<String> names = IntStream.of(groups).mapToObj(Integer::toString).toList();
    for (int corpus = 0; corpus < CORPORA; corpus++) {
      CountRows rows = made(texts, words, second, new Random(corpus));
      Lda lda = Lda.of(5).withSweeps(sweeps, 10).withSeed(corpus);
      TopicModel model = apart ? lda.fit(rows, groups) : lda.fit(rows);
      int first = first(model);
      Interval interval =
          Prevalence.of(model, IntStream.range(0, texts).toArray(), 0.95)
              .effects(Covariates.builder(texts).factor("group", names).build())
              .stream()
              .filter(effect -> effect.topic() == first && effect.name().equals("group=1"))
              .findFirst()
              .orElseThrow()
              .interval();
      held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
      bias += (interval.estimate() - truth) / CORPORA;
      width += (interval.high() - interval.low()) / CORPORA;
    }
    System.out.printf(
        Locale.ROOT,
        "difference %.3f, %s: %d of %d intervals hold it; bias %.3f, width %.3f%n",
        truth,
        apart ? "a prior for each group" : "one prior",
        held,
        CORPORA,
        bias,
        width);
  }

  /** The topic of the first twenty words. */
  private static int first(TopicModel model) {
    return IntStream.range(0, model.topics())
        .boxed()
        .max(
            java.util.Comparator.comparingDouble(
                topic ->
                    IntStream.range(0, 20).mapToDouble(w -> model.probability(topic, w)).sum()))
        .orElseThrow();
  }

  private static CountRows made(int texts, int words, double[] second, Random random) {
    List<int[]> table = new ArrayList<>();
    for (int text = 0; text < texts; text++) {
      double[] shares = new double[ONE.length];
      double sum = 0;
      for (int topic = 0; topic < shares.length; topic++) {
        shares[topic] = gamma(text % 2 == 0 ? ONE[topic] : second[topic], random);
        sum += shares[topic];
      }
      int[] row = new int[20 * shares.length];
      for (int i = 0; i < words; i++) {
        double rest = random.nextDouble() * sum;
        int topic = 0;
        while (topic < shares.length - 1 && rest >= shares[topic]) {
          rest -= shares[topic++];
        }
        int word = (int) (20 * random.nextDouble() * random.nextDouble());
        row[random.nextInt(10) == 0 ? random.nextInt(row.length) : topic * 20 + word]++;
      }
      table.add(row);
    }
    return CountRows.of(table.toArray(int[][]::new));
  }

  /** A gamma variate (Marsaglia and Tsang 2000). */
  private static double gamma(double shape, Random random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
