package org.polylogue.benchmarks.lexis;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.topic.Lda;

/**
 * Topics of made-up short texts, of so many and of twice as many: minutes, tokens a second and
 * growth. Run it with
 *
 * <pre>
 * java -Xmx4g -cp benchmarks/target/benchmarks.jar \
 *     org.polylogue.benchmarks.lexis.TopicScale 500000 50 1000 2
 * </pre>
 *
 * for texts, topics, sweeps and threads. A text has 5 to 35 words, from one or two of 60 topics,
 * which hold 30,000 words with the frequencies of language; a fifth of the words belongs to no
 * topic.
 */
public final class TopicScale {

  private static final int WORDS = 30_000;
  private static final int MADE_OF = 60;

  private TopicScale() {}

  /**
   * Measures.
   *
   * @param args texts, topics, sweeps, threads
   */
  public static void main(String[] args) {
    int texts = Integer.parseInt(args[0]);
    int sweeps = Integer.parseInt(args[2]);
    Lda lda =
        Lda.of(Integer.parseInt(args[1]))
            .withSweeps(sweeps, 10)
            .withThreads(Integer.parseInt(args[3]));
    lda.withSweeps(50, 1).fit(made(Math.min(texts, 20_000)));
    double[] cpu = new double[2];
    double[] clock = new double[2];
    for (int i = 0; i < 2; i++) {
      CountRows rows = made(texts << i);
      long tokens = 0;
      for (int row = 0; row < rows.rows(); row++) {
        tokens += rows.total(row);
      }
      double start = cpu();
      long since = System.nanoTime();
      lda.fit(rows);
      cpu[i] = cpu() - start;
      clock[i] = (System.nanoTime() - since) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d texts, %d tokens: %.1f minutes, %.1f of processors; %.1f million tokens a second of a"
              + " processor; heap in use %d MiB%n",
          rows.rows(),
          tokens,
          clock[i] / 60,
          cpu[i] / 60,
          tokens * (double) sweeps / cpu[i] / 1e6,
          Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20);
    }
    System.out.printf(
        Locale.ROOT,
        "growth for twice the texts: %.2f by the clock, %.2f of processors%n",
        clock[1] / clock[0],
        cpu[1] / cpu[0]);
  }

  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  private static CountRows made(int texts) {
    double[] cumulative = new double[WORDS];
    double sum = 0;
    for (int rank = 0; rank < WORDS; rank++) {
      sum += 1 / (rank + 3.7);
      cumulative[rank] = sum;
    }
    SplittableRandom random = new SplittableRandom(17);
    CountRows.Builder rows = CountRows.builder(WORDS);
    for (int text = 0; text < texts; text++) {
      int first = random.nextInt(MADE_OF);
      int second = random.nextInt(MADE_OF);
      TreeMap<Integer, Integer> counts = new TreeMap<>();
      for (int length = 5 + random.nextInt(31); length > 0; length--) {
        int found = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
        int rank = Math.min(WORDS - 1, found < 0 ? -found - 1 : found);
        int topic = random.nextInt(3) == 0 ? second : first;
        // a topic has every sixtieth word of its own; the rest are everybody's
        int word =
            random.nextInt(5) == 0 ? rank : Math.min(WORDS - 1, rank - rank % MADE_OF + topic);
        counts.merge(word, 1, Integer::sum);
      }
      rows.add(
          counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
          counts.values().stream().mapToInt(Integer::intValue).toArray());
    }
    return rows.build();
  }
}
