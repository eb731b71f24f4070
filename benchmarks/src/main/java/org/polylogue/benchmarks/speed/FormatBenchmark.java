package org.polylogue.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.table.TableWriter;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.text.OffsetUnit;

/**
 * Reading a corpus as it is, and writing and reading it as JSON Lines and as CSV tables, each as
 * many times over.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class FormatBenchmark {

  private static final int TIMES = 20;

  /** Where the articles are. */
  @Param("samples/corpus")
  String corpus;

  private List<Conversation> conversations;
  private Path lines;
  private Path tables;

  /** Made by the harness. */
  public FormatBenchmark() {}

  /** What each took. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Times {
    /** Nanoseconds to read the corpus as it is. */
    public double read;

    /** Nanoseconds to write it as JSON Lines. */
    public double writeJsonLines;

    /** Nanoseconds to read that. */
    public double readJsonLines;

    /** Nanoseconds to write it as CSV tables. */
    public double writeCsv;

    /** Nanoseconds to read those. */
    public double readCsv;

    /** Characters of all texts, as many times over. */
    public double characters;

    /** Made by the harness. */
    public Times() {}
  }

  /**
   * Reads the corpus.
   *
   * @throws IOException if there is no room for a file
   */
  @Setup
  public void load() throws IOException {
    conversations = Articles.repeated(Articles.read(corpus, 0), TIMES);
    lines = Files.createTempFile("polylogue", ".jsonl");
    tables = Files.createTempDirectory("polylogue");
  }

  /**
   * Deletes the files.
   *
   * @throws IOException if that fails
   */
  @TearDown
  public void delete() throws IOException {
    Files.delete(lines);
    try (Stream<Path> files = Files.list(tables)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.delete(file);
      }
    }
    Files.delete(tables);
  }

  /**
   * Reads, writes and reads.
   *
   * @param times takes the times
   * @param hole takes the results
   * @throws IOException if a file cannot be written
   */
  @Benchmark
  public void formats(Times times, Blackhole hole) throws IOException {
    for (Conversation conversation : conversations) {
      for (Document document : conversation.documents()) {
        times.characters += document.text().length();
      }
    }
    long start = System.nanoTime();
    for (int i = 0; i < TIMES; i++) {
      read(Path.of(corpus), hole);
    }
    times.read = System.nanoTime() - start;
    start = System.nanoTime();
    try (JsonLinesWriter writer =
        new JsonLinesWriter(Files.newOutputStream(lines), OffsetUnit.UTF_16)) {
      for (Conversation conversation : conversations) {
        writer.write(conversation);
      }
    }
    times.writeJsonLines = System.nanoTime() - start;
    start = System.nanoTime();
    read(lines, hole);
    times.readJsonLines = System.nanoTime() - start;
    start = System.nanoTime();
    try (TableWriter writer = new TableWriter(tables)) {
      for (Conversation conversation : conversations) {
        writer.write(conversation);
      }
    }
    times.writeCsv = System.nanoTime() - start;
    start = System.nanoTime();
    read(tables, hole);
    times.readCsv = System.nanoTime() - start;
  }

  private static void read(Path path, Blackhole hole) {
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(path)) {
      outcomes.forEach(hole::consume);
    }
  }
}
