package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.CancelledException;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;
import org.polylogue.pipeline.Scope;
import org.polylogue.samples.Main;

/**
 * Programs that use the library in unkind ways, and machines that are set up in unusual ones; with
 * {@code -Dpolylogue.models=true} those run the command with all its models on the sample corpus.
 */
class EmbeddingTest {

  private static final DiscourseAnalysis ANALYSIS =
      PlainAnalyze.discourse(DiscourseModels.shipped()).build();

  private static final boolean MODELS = Boolean.getBoolean("polylogue.models");

  @TempDir Path temp;

  private static Stream<Conversation> articles(int count) throws IOException {
    return new InventedCorpus(3, 3).articles(count);
  }

  @Test
  void aConsumerThatThrowsEndsTheRunAndItsThreads() throws IOException, InterruptedException {
    AtomicInteger closed = new AtomicInteger();
    assertThatThrownBy(
            () -> {
              try (Stream<Outcome<Conversation, Discourse>> outcomes =
                  Pipeline.<Conversation, Discourse>of(ANALYSIS)
                      .withThreads(2)
                      .run(articles(50).onClose(closed::incrementAndGet))) {
                outcomes.forEach(
                    outcome -> {
                      throw new IllegalStateException("consumer");
                    });
              }
            })
        .hasMessage("consumer");
    assertThat(closed).hasValue(1);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("polylogue-")) {
        thread.join(30_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  @Test
  void anInterruptOfTheConsumerCancelsTheRunAndStaysSet() throws IOException {
    try (Stream<Outcome<Conversation, Discourse>> outcomes =
        Pipeline.<Conversation, Discourse>of(ANALYSIS).withThreads(1).run(articles(50))) {
      Iterator<Outcome<Conversation, Discourse>> iterator = outcomes.iterator();
      assertThat(iterator.next()).isInstanceOf(Outcome.Analysed.class);
      Thread.currentThread().interrupt();
      assertThatThrownBy(
              () -> {
                while (iterator.hasNext()) {
                  iterator.next();
                }
              })
          .isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void oneAnalysisServesEightThreadsAtOnce() throws Exception {
    List<Conversation> articles = articles(6).toList();
    List<Discourse> expected =
        articles.stream().map(article -> new Scope().get(ANALYSIS, article)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<Discourse>>> found = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        found.add(
            threads.submit(
                () ->
                    articles.stream().map(article -> new Scope().get(ANALYSIS, article)).toList()));
      }
      for (Future<List<Discourse>> one : found) {
        assertThat(one.get().equals(expected)).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void filesThatVanishOrChangeWhileAFolderIsReadAreFailuresOrReadAsTheyAre() throws IOException {
    for (int i = 0; i < 6; i++) {
      Files.writeString(temp.resolve("p" + i + ".txt"), "Title\n\nText " + i + ".\n");
    }
    List<String> found = new ArrayList<>();
    try (Stream<ReadOutcome> read = CorpusReader.standard().read(temp)) {
      for (Iterator<ReadOutcome> outcomes = read.iterator(); outcomes.hasNext(); ) {
        ReadOutcome outcome = outcomes.next();
        found.add(
            outcome instanceof ReadOutcome.Failed failed
                ? failed.reason()
                : ((ReadOutcome.Read) outcome).conversation().article().text());
        if (found.size() == 1) {
          Files.delete(temp.resolve("p2.txt"));
          Files.delete(temp.resolve("p3.txt"));
          Files.createDirectory(temp.resolve("p3.txt"));
          Files.writeString(temp.resolve("p4.txt"), "Title\n\nAnother text.\n");
        }
      }
    }
    assertThat(found)
        .contains("Text 0.", "Text 1.", "Another text.", "Text 5.")
        .anyMatch(reason -> reason.contains("there is no such file"));
  }

  @Test
  void resultsDoNotDependOnTheMachinesLanguageNorOnSmallStacks() throws Exception {
    Path input =
        MODELS
            ? Path.of(System.getProperty("polylogue.root"), "samples/corpus")
            : new InventedCorpus(4, 5).write(temp.resolve("in.jsonl"), 6, true);
    SortedMap<String, String> expected = run(input, "plain", List.of());
    for (List<String> options :
        List.of(
            List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.variant=TH"),
            List.of("-Duser.language=ar", "-Duser.country=EG", "-Dfile.encoding=ISO-8859-1"),
            List.of("-Duser.language=tr", "-Duser.country=TR", "-Xss200k"))) {
      OutputFiles.assertSame(run(input, "out" + options.hashCode(), options), expected);
    }
  }

  private SortedMap<String, String> run(Path input, String name, List<String> more)
      throws Exception {
    List<String> options = new ArrayList<>(more);
    options.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    options.add(MODELS ? "-Xmx3g" : "-Xmx256m");
    Path out = temp.resolve(name);
    Path printed = temp.resolve(name + ".txt");
    int code =
        ChildProcess.of(
                MODELS ? Main.class : PlainAnalyze.class,
                options,
                List.of(MODELS ? "analyze" : "", input.toString(), "--out", out.toString()).stream()
                    .filter(argument -> !argument.isEmpty())
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(printed)).isLessThan(2);
    return OutputFiles.of(out);
  }
}
