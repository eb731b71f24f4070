package org.polylogue.benchmarks.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;
import org.polylogue.text.OffsetUnit;
import picocli.CommandLine;

/**
 * What an article costs, in processor time and memory, when a corpus of short articles grows: each
 * is one paragraph of the given corpus under a number of its own. Run it with
 *
 * <pre>
 * java -Xmx2g -cp benchmarks/target/benchmarks.jar org.polylogue.benchmarks.speed.StreamScale 100 1000 10000 100000
 * </pre>
 *
 * or let it write such a corpus as JSON Lines for {@code polylogue analyze}: {@code --write FILE
 * 20000}.
 */
@CommandLine.Command(
    name = "StreamScale",
    description = "Measures time and memory for corpora of so many short articles.",
    mixinStandardHelpOptions = true)
public final class StreamScale implements Callable<Integer> {

  private static final int WARM_UP = 500;
  private static final int LOOK = 50;

  @CommandLine.Option(
      names = "--corpus",
      defaultValue = "samples/corpus",
      description = "Whose paragraphs to take; default: ${DEFAULT-VALUE}.")
  private Path corpus;

  @CommandLine.Option(
      names = "--threads",
      defaultValue = "1",
      description = "Threads to analyse on; default: ${DEFAULT-VALUE}.")
  private int threads;

  @CommandLine.Option(
      names = "--write",
      description = "Write a corpus of the first size there as JSON Lines and measure nothing.")
  private Path file;

  @CommandLine.Parameters(paramLabel = "ARTICLES", arity = "1..*", description = "Sizes to try.")
  private List<Integer> sizes;

  private StreamScale() {}

  /**
   * Measures.
   *
   * @param args sizes and options
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new StreamScale()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    List<String> paragraphs =
        Articles.read(corpus.toString(), 0).stream()
            .map(Conversation::article)
            .flatMap(article -> article.blocks().stream().map(b -> b.span().of(article.text())))
            .filter(paragraph -> paragraph.length() > 150)
            .toList();
    if (file != null) {
      write(articles(paragraphs, sizes.get(0)));
      return 0;
    }
    Pipeline<Conversation, Discourse> pipeline =
        Pipeline.<Conversation, Discourse>of(DiscourseAnalysis.of(CoreNlpEngine.standard()))
            .withThreads(threads);
    run(pipeline, articles(paragraphs, WARM_UP));
    System.out.printf(
        "%10s %22s %26s %16s%n",
        "articles", "ms/article, processor", "MB after a collection", "MB at most");
    for (int size : sizes) {
      run(pipeline, articles(paragraphs, size)).print(size);
    }
    return 0;
  }

  private void write(Stream<Conversation> articles) throws IOException {
    try (JsonLinesWriter writer =
        new JsonLinesWriter(Files.newOutputStream(file), OffsetUnit.UTF_16)) {
      for (Conversation article : (Iterable<Conversation>) articles::iterator) {
        writer.write(article);
      }
    }
  }

  private static Stream<Conversation> articles(List<String> paragraphs, int size) {
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                Conversation.of(
                    Article.of("a" + i, "Report " + i, paragraphs.get(i % paragraphs.size())),
                    List.of()));
  }

  private record Cost(double seconds, long afterCollection, long peak) {
    void print(int articles) {
      System.out.printf(
          Locale.ROOT,
          "%,10d %22.2f %26d %16d%n",
          articles,
          seconds * 1e3 / articles,
          afterCollection >> 20,
          peak >> 20);
    }
  }

  private static Cost run(
      Pipeline<Conversation, Discourse> pipeline, Stream<Conversation> articles) {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = processorTime();
    long afterCollection = 0;
    int seen = 0;
    try (Stream<Outcome<Conversation, Discourse>> outcomes = pipeline.run(articles)) {
      for (Outcome<Conversation, Discourse> outcome :
          (Iterable<Outcome<Conversation, Discourse>>) outcomes::iterator) {
        if (outcome instanceof Outcome.Failed<Conversation, Discourse> failed) {
          throw new IllegalStateException(failed.stage(), failed.cause());
        }
        if (++seen % LOOK == 0) {
          afterCollection = Math.max(afterCollection, heap(MemoryPoolMXBean::getCollectionUsage));
        }
      }
    }
    double seconds = (processorTime() - start) / 1e9;
    return new Cost(seconds, afterCollection, heap(MemoryPoolMXBean::getPeakUsage));
  }

  private interface Usage {
    MemoryUsage of(MemoryPoolMXBean pool);
  }

  private static long heap(Usage usage) {
    ToLongFunction<MemoryPoolMXBean> used =
        pool -> {
          MemoryUsage found = usage.of(pool);
          return found == null ? 0 : found.getUsed();
        };
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(used)
        .sum();
  }

  /** Nanoseconds of all threads of this process. */
  private static long processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
