package org.polylogue.benchmarks.speed;

import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;

/**
 * How the time grows when the corpus, an article or a thread is two, four and eight times as long.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class GrowthBenchmark {

  /** Where the articles are. */
  @Param("samples/corpus")
  String corpus;

  /** How many of them to take, 0 for all. */
  @Param("12")
  int articles;

  private DiscourseAnalysis analysis;
  private List<Conversation> conversations;

  /** Made by the harness. */
  public GrowthBenchmark() {}

  /** What each size took. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Times {
    /** Nanoseconds at the first size. */
    public double once;

    /** Nanoseconds at twice that. */
    public double twice;

    /** Nanoseconds at four times that. */
    public double fourfold;

    /** Nanoseconds at eight times that. */
    public double eightfold;

    /** Made by the harness. */
    public Times() {}
  }

  /** Loads the models. */
  @Setup
  public void load() {
    conversations = Articles.read(corpus, articles);
    analysis = DiscourseAnalysis.of(CoreNlpEngine.standard());
  }

  /**
   * A corpus of more articles.
   *
   * @param times takes the times
   * @param hole takes the results
   */
  @Benchmark
  public void corpus(Times times, Blackhole hole) {
    measure(times, hole, Articles::repeated);
  }

  /**
   * An article of more text.
   *
   * @param times takes the times
   * @param hole takes the results
   */
  @Benchmark
  public void article(Times times, Blackhole hole) {
    measure(times, hole, Articles::joined);
  }

  /**
   * A thread of more comments.
   *
   * @param times takes the times
   * @param hole takes the results
   */
  @Benchmark
  public void thread(Times times, Blackhole hole) {
    measure(times, hole, Articles::threaded);
  }

  private interface Grown {
    List<Conversation> of(List<Conversation> corpus, int times);
  }

  private void measure(Times times, Blackhole hole, Grown grown) {
    times.once = run(grown.of(conversations, 1), hole);
    times.twice = run(grown.of(conversations, 2), hole);
    times.fourfold = run(grown.of(conversations, 4), hole);
    times.eightfold = run(grown.of(conversations, 8), hole);
  }

  private double run(List<Conversation> input, Blackhole hole) {
    long start = System.nanoTime();
    try (Stream<Outcome<Conversation, Discourse>> outcomes =
        Pipeline.<Conversation, Discourse>of(analysis).withThreads(1).run(input.stream())) {
      outcomes.forEach(
          outcome -> {
            if (outcome instanceof Outcome.Failed<Conversation, Discourse> failed) {
              throw new IllegalStateException(failed.stage(), failed.cause());
            }
            hole.consume(outcome);
          });
    }
    return System.nanoTime() - start;
  }
}
