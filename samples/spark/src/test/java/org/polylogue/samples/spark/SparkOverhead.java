package org.polylogue.samples.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.discourse.table.DiscourseRows;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;
import org.polylogue.results.run.RunCounts;
import org.polylogue.spark.SparkDiscourse;
import org.polylogue.spark.SparkSettings;
import org.polylogue.text.OffsetUnit;

/**
 * Times Spark on two cores beside the plain pipeline on two threads, in pairs in one process, after
 * a warm-up of both. Both read the same JSON Lines and make the rows of all tables with the same
 * loaded models; Spark also writes them as Parquet, stages them before and publishes the folder.
 * Where other processes disturb the time, the processor time of both still compares their work.
 * {@code docs/scale.md} has the command.
 */
final class SparkOverhead {

  private static final int WORKERS = 2;

  private static Analysis<Conversation, Discourse> analysis;

  private SparkOverhead() {}

  /**
   * Prints a line for each pair and the median and spread of the ratios.
   *
   * @param args a folder of articles, how many of them, how many pairs
   * @throws IOException if files cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    int articles = Integer.parseInt(args[1]);
    int pairs = Integer.parseInt(args[2]);
    analysis = DiscourseAnalysis.of(CoreNlpEngine.standard());
    Path work = Files.createTempDirectory("overhead");
    Path input = work.resolve("articles.jsonl");
    long words = write(Path.of(args[0]), articles, input);
    try (SparkSession session =
        SparkSession.builder()
            .master("local[" + WORKERS + "]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate()) {
      double[] ratios = new double[pairs];
      double[] works = new double[pairs];
      for (int pair = -1; pair < pairs; pair++) {
        double before = processorSeconds();
        double plain = plain(input, articles);
        double between = processorSeconds();
        double spark = spark(session, input, work.resolve("out" + pair), articles);
        double plainWork = between - before;
        double sparkWork = processorSeconds() - between;
        System.out.printf(
            Locale.ROOT,
            "%s: plain %.2f s, %.0f words/s; Spark %.2f s, %.0f words/s; ratio %.3f;"
                + " processor time %.2f s and %.2f s, ratio %.3f%n",
            pair < 0 ? "warm-up" : "pair " + (pair + 1),
            plain,
            words / plain,
            spark,
            words / spark,
            spark / plain,
            plainWork,
            sparkWork,
            sparkWork / plainWork);
        if (pair >= 0) {
          ratios[pair] = spark / plain;
          works[pair] = sparkWork / plainWork;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%d articles, %d words: ratio %s, of processor time %s%n",
          articles,
          words,
          spread(ratios),
          spread(works));
    }
    try (Stream<Path> left = Files.walk(work)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** What this process has used of all processors, compilers and collectors of Java included. */
  private static double processorSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static String spread(double[] ratios) {
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT,
        "median %.3f, lowest %.3f, highest %.3f",
        ratios[ratios.length / 2],
        ratios[0],
        ratios[ratios.length - 1]);
  }

  private static long write(Path folder, int articles, Path input) throws IOException {
    long words = 0;
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(folder);
        JsonLinesWriter writer =
            new JsonLinesWriter(Files.newOutputStream(input), OffsetUnit.UTF_16)) {
      List<Conversation> some =
          outcomes
              .filter(ReadOutcome.Read.class::isInstance)
              .map(outcome -> ((ReadOutcome.Read) outcome).conversation())
              .limit(articles)
              .toList();
      for (Conversation conversation : some) {
        writer.write(conversation);
        for (Document document : conversation.documents()) {
          words += document.text().strip().split("\\s+").length;
        }
      }
    }
    return words;
  }

  private static double plain(Path input, int articles) {
    long start = System.nanoTime();
    ActorRows actors = new ActorRows();
    int found = 0;
    try (Stream<ReadOutcome> read = CorpusReader.standard().read(input);
        Stream<Outcome<Conversation, Discourse>> outcomes =
            Pipeline.of(analysis)
                .withThreads(WORKERS)
                .run(read.map(outcome -> ((ReadOutcome.Read) outcome).conversation()))) {
      for (Outcome<Conversation, Discourse> outcome :
          (Iterable<Outcome<Conversation, Discourse>>) outcomes::iterator) {
        Discourse discourse = ((Outcome.Analysed<Conversation, Discourse>) outcome).result();
        DiscourseRows.of(discourse);
        actors.add(discourse);
        found++;
      }
    }
    actors.rows();
    check(found, articles);
    return (System.nanoTime() - start) / 1e9;
  }

  private static double spark(SparkSession session, Path input, Path out, int articles)
      throws IOException {
    long start = System.nanoTime();
    RunCounts counts =
        new SparkDiscourse(session, () -> analysis, SparkSettings.DEFAULT)
            .run(List.of(input.toString()), out.toString());
    check(counts.articles(), articles);
    return (System.nanoTime() - start) / 1e9;
  }

  private static void check(long found, int wanted) {
    if (found != wanted) {
      throw new IllegalStateException(found + " articles were analysed, not " + wanted);
    }
  }
}
