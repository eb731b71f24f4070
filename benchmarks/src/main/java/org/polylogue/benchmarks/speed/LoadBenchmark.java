package org.polylogue.benchmarks.speed;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.polylogue.benchmarks.rival.CoreNlpPipeline;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.model.Conversation;

/**
 * From a cold virtual machine to the first article's result, and the heap that the models fill;
 * each in a process of its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 3, jvmArgsAppend = "-Xmx8g")
public class LoadBenchmark {

  /** Where the articles are. */
  @Param("samples/corpus")
  String corpus;

  private Object kept;

  /** Made by the harness. */
  public LoadBenchmark() {}

  /** What a start took. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Times {
    /** Nanoseconds until all models are loaded. */
    public double loaded;

    /** Nanoseconds until the first article is done. */
    public double first;

    /** Nanoseconds that this library's own models take. */
    public double ownModels;

    /** Bytes of live heap after loading. */
    public double heap;

    /** Made by the harness. */
    public Times() {}
  }

  /**
   * Starts Polylogue.
   *
   * @param times takes the times
   * @return what the first article holds
   */
  @Benchmark
  public Discourse polylogue(Times times) {
    Conversation article = Articles.read(corpus, 1).get(0);
    long start = System.nanoTime();
    DiscourseModels models = DiscourseModels.shipped();
    models.postNames();
    models.quotations();
    models.sentences();
    models.targets();
    models.stances();
    times.ownModels = System.nanoTime() - start;
    DiscourseAnalysis analysis =
        DiscourseAnalysis.builder(CoreNlpEngine.standard()).models(models).build();
    times.loaded = System.nanoTime() - start;
    Discourse first = new org.polylogue.pipeline.Scope().get(analysis, article);
    times.first = System.nanoTime() - start;
    kept = analysis;
    times.heap = heap();
    return first;
  }

  /**
   * Starts CoreNLP's textbook pipeline.
   *
   * @param times takes the times
   * @return the tokens of the first article
   */
  @Benchmark
  public int textbook(Times times) {
    Conversation article = Articles.read(corpus, 1).get(0);
    long start = System.nanoTime();
    CoreNlpPipeline pipeline = CoreNlpPipeline.of(CoreNlpPipeline.TEXTBOOK);
    times.loaded = System.nanoTime() - start;
    int tokens = pipeline.run(article.article().text());
    times.first = System.nanoTime() - start;
    kept = pipeline;
    times.heap = heap();
    return tokens;
  }

  private double heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    if (kept == null) {
      throw new IllegalStateException("nothing was loaded");
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
