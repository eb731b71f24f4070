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
import org.polylogue.benchmarks.rival.CoreNlpPipeline;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.encoder.EncoderJudges;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;

/**
 * Polylogue with all its analyses, CoreNLP's textbook pipeline and the CoreNLP annotators that
 * Polylogue stands on, one after the other over the same articles in every iteration. Polylogue
 * runs several times in each iteration, since it is over so soon.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
public class PairBenchmark {

  private static final int REPEATS = 4;

  /** Where the articles are. */
  @Param("samples/corpus")
  String corpus;

  /** How many of them to take, 0 for all. */
  @Param("12")
  int articles;

  private List<Conversation> conversations;
  private CoreNlpEngine engine;
  private DiscourseAnalysis analysis;
  private DiscourseAnalysis encoded;
  private CoreNlpPipeline textbook;
  private CoreNlpPipeline bare;

  /** Made by the harness. */
  public PairBenchmark() {}

  /** What the parts of an iteration took. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Times {
    /** Nanoseconds of Polylogue with all analyses on one thread. */
    public double polylogue;

    /** Nanoseconds of the same with the judges on the encoder. */
    public double encoder;

    /** Nanoseconds of Polylogue with all analyses on two threads. */
    public double polylogueOnTwoThreads;

    /** Nanoseconds of Polylogue's language layer alone. */
    public double language;

    /** Nanoseconds of CoreNLP's textbook pipeline. */
    public double textbook;

    /** Nanoseconds of the CoreNLP annotators that Polylogue stands on. */
    public double bare;

    /** Tokens of the articles. */
    public double tokens;

    /** Made by the harness. */
    public Times() {}
  }

  /** Loads everything and runs Polylogue until it is warm. */
  @Setup
  public void load() {
    conversations = Articles.read(corpus, articles);
    engine = CoreNlpEngine.standard();
    analysis = DiscourseAnalysis.of(engine);
    encoded = DiscourseAnalysis.builder(engine).judges(EncoderJudges.shipped()).build();
    bare = CoreNlpPipeline.bare();
    textbook = CoreNlpPipeline.of(CoreNlpPipeline.TEXTBOOK);
    for (int i = 0; i < 2 * REPEATS; i++) {
      polylogue(analysis, 1);
    }
    polylogue(encoded, 1);
    corenlp(bare);
    corenlp(bare);
  }

  /**
   * Runs each of them over the articles.
   *
   * @param times takes the times
   * @param hole takes the results
   */
  @Benchmark
  public void pair(Times times, Blackhole hole) {
    long start = System.nanoTime();
    hole.consume(corenlp(textbook));
    times.textbook = System.nanoTime() - start;
    start = System.nanoTime();
    for (int i = 0; i < REPEATS; i++) {
      hole.consume(polylogue(analysis, 1));
    }
    times.polylogue = (System.nanoTime() - start) / (double) REPEATS;
    start = System.nanoTime();
    hole.consume(polylogue(encoded, 1));
    times.encoder = System.nanoTime() - start;
    start = System.nanoTime();
    for (int i = 0; i < REPEATS; i++) {
      hole.consume(polylogue(analysis, 2));
    }
    times.polylogueOnTwoThreads = (System.nanoTime() - start) / (double) REPEATS;
    start = System.nanoTime();
    hole.consume(corenlp(bare));
    times.bare = System.nanoTime() - start;
    start = System.nanoTime();
    times.tokens = language();
    times.language = System.nanoTime() - start;
  }

  private int polylogue(DiscourseAnalysis analysis, int threads) {
    Pipeline<Conversation, Discourse> pipeline =
        Pipeline.<Conversation, Discourse>of(analysis).withThreads(threads);
    int quotations = 0;
    try (Stream<Outcome<Conversation, Discourse>> outcomes = pipeline.run(conversations.stream())) {
      for (Outcome<Conversation, Discourse> outcome :
          (Iterable<Outcome<Conversation, Discourse>>) outcomes::iterator) {
        if (outcome instanceof Outcome.Analysed<Conversation, Discourse> done) {
          quotations += done.result().article().quotations().size();
        }
      }
    }
    return quotations;
  }

  private int language() {
    int tokens = 0;
    for (Conversation conversation : conversations) {
      for (Document document : conversation.documents()) {
        tokens += engine.annotate(document).tokenCount();
      }
    }
    return tokens;
  }

  private int corenlp(CoreNlpPipeline pipeline) {
    int tokens = 0;
    for (Conversation conversation : conversations) {
      for (Document document : conversation.documents()) {
        if (!document.text().isBlank()) {
          tokens += pipeline.run(document.text());
        }
      }
    }
    return tokens;
  }
}
