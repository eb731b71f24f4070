package org.polylogue.benchmarks.speed;

import java.util.EnumSet;
import java.util.List;
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
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.thread.ThreadMeasurement;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;

/** What each stage adds to the ones that it needs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class StageBenchmark {

  /** Where the articles are. */
  @Param("samples/corpus")
  String corpus;

  /** How many of them to take, 0 for all. */
  @Param("12")
  int articles;

  private List<Conversation> conversations;
  private CoreNlpEngine engine;
  private LanguageAnalysis language;
  private DiscourseAnalysis analysis;

  /** Made by the harness. */
  public StageBenchmark() {}

  /** What each stage took. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Times {
    /** Nanoseconds of tokens and sentences. */
    public double a_tokens;

    /** Nanoseconds of tags, above tokens. */
    public double b_tags;

    /** Nanoseconds of lemmas, above tags. */
    public double c_lemmas;

    /** Nanoseconds of dependencies, above tags. */
    public double d_dependencies;

    /** Nanoseconds of names, above tokens. */
    public double e_names;

    /** Nanoseconds of all of the language layer. */
    public double f_language;

    /** Nanoseconds of entities, above language. */
    public double g_entities;

    /** Nanoseconds of quotations, above entities. */
    public double h_quotations;

    /** Nanoseconds of echoes and threads. */
    public double i_echoesAndThreads;

    /** Nanoseconds of sentiment, of sentences and towards mentions, above quotations. */
    public double j_sentiment;

    /** Nanoseconds of stance, above sentiment. */
    public double k_stance;

    /** Tokens of the articles. */
    public double tokens;

    /** Made by the harness. */
    public Times() {}
  }

  /** Loads the models. */
  @Setup
  public void load() {
    conversations = Articles.read(corpus, articles);
    engine = CoreNlpEngine.standard();
    language = new LanguageAnalysis(engine);
    analysis = DiscourseAnalysis.builder(language).build();
  }

  /**
   * Runs each stage.
   *
   * @param times takes the times
   * @param hole takes the results
   */
  @Benchmark
  public void stages(Times times, Blackhole hole) {
    times.tokens = annotate(EnumSet.noneOf(Capability.class));
    times.a_tokens = language(EnumSet.noneOf(Capability.class));
    double tags = language(EnumSet.of(Capability.TAGS));
    times.b_tags = tags - times.a_tokens;
    times.c_lemmas = language(EnumSet.of(Capability.TAGS, Capability.LEMMAS)) - tags;
    times.d_dependencies = language(EnumSet.of(Capability.TAGS, Capability.DEPENDENCIES)) - tags;
    times.e_names = language(EnumSet.of(Capability.NAMES)) - times.a_tokens;
    times.f_language = language(EnumSet.allOf(Capability.class));
    discourse(times, hole);
  }

  private void discourse(Times times, Blackhole hole) {
    ThreadMeasurement threads = new ThreadMeasurement();
    for (Conversation conversation : conversations) {
      org.polylogue.pipeline.Scope scope = new org.polylogue.pipeline.Scope();
      for (Document document : conversation.documents()) {
        hole.consume(scope.get(language, document));
      }
      times.g_entities += time(scope, analysis.entities(), conversation, hole);
      times.h_quotations += time(scope, analysis.quotations(), conversation, hole);
      times.i_echoesAndThreads += time(scope, analysis.echoes(), conversation, hole);
      times.i_echoesAndThreads += time(scope, threads, conversation, hole);
      times.j_sentiment += time(scope, analysis.sentiment(), conversation, hole);
      times.k_stance += time(scope, analysis.stance(), conversation, hole);
    }
  }

  private static <R> double time(
      org.polylogue.pipeline.Scope scope,
      Analysis<Conversation, R> analysis,
      Conversation conversation,
      Blackhole hole) {
    long start = System.nanoTime();
    hole.consume(scope.get(analysis, conversation));
    return System.nanoTime() - start;
  }

  private double language(EnumSet<Capability> wanted) {
    long start = System.nanoTime();
    annotate(wanted);
    return System.nanoTime() - start;
  }

  private int annotate(EnumSet<Capability> wanted) {
    CoreNlpEngine some = engine.with(CoreNlpEngine.builder().capabilities(wanted));
    int tokens = 0;
    for (Conversation conversation : conversations) {
      for (Document document : conversation.documents()) {
        tokens += some.annotate(document).tokenCount();
      }
    }
    return tokens;
  }
}
