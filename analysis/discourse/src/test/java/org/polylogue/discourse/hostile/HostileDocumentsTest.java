package org.polylogue.discourse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.textpage.TextPageFormat;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.thread.ThreadMeasurement;
import org.polylogue.discourse.thread.ThreadMeasures;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;

class HostileDocumentsTest {

  /** More with {@code mvn -pl analysis/discourse -am verify -Dpolylogue.hostile=5000}. */
  private static final int DOCUMENTS = Integer.getInteger("polylogue.hostile", 1_000);

  private static final int PER_FOLDER = 500;

  private record Found(Discourse discourse, ThreadMeasures threads) {}

  private static final Analysis<Conversation, Discourse> DISCOURSE =
      DiscourseAnalysis.of(new RoughEngine());
  private static final Analysis<Conversation, ThreadMeasures> THREADS = new ThreadMeasurement();
  private static final Analysis<Conversation, Found> BOTH =
      (conversation, scope) ->
          new Found(scope.get(DISCOURSE, conversation), scope.get(THREADS, conversation));

  @TempDir Path folder;

  private Path written(int from, int to) throws IOException {
    Path part = Files.createDirectory(folder.resolve("part" + from));
    for (int seed = from; seed < to; seed++) {
      Files.write(
          part.resolve(seed % 5 == 0 ? seed + ".jsonl" : seed + ".txt"), HostileDocuments.of(seed));
    }
    return part;
  }

  private static Stream<Conversation> conversations(
      Stream<ReadOutcome> outcomes, List<String> places) {
    return outcomes
        .peek(o -> places.add(o.place().source()))
        .filter(o -> o instanceof ReadOutcome.Read)
        .map(o -> ((ReadOutcome.Read) o).conversation());
  }

  /** Reads as a page even what does not look like one: the analyses have to stand it. */
  private static final CorpusReader ANYTHING = anything();

  private static CorpusReader anything() {
    TextPageFormat pages = new TextPageFormat();
    CorpusFormat all =
        new CorpusFormat() {
          @Override
          public String name() {
            return pages.name();
          }

          @Override
          public boolean accepts(CorpusSource source) {
            return !source.isFolder();
          }

          @Override
          public Stream<ReadOutcome> read(CorpusSource source) {
            return pages.read(source);
          }
        };
    List<CorpusFormat> formats = new ArrayList<>(CorpusReader.standardFormats());
    formats.add(all);
    return CorpusReader.standard().withFormats(formats);
  }

  @Test
  void everyHostileDocumentEndsAsAnOutcome() throws IOException {
    Map<String, Integer> ends = new HashMap<>();
    List<String> failures = new ArrayList<>();
    for (int from = 0; from < DOCUMENTS; from += PER_FOLDER) {
      Path part = written(from, from + PER_FOLDER);
      List<String> places = new ArrayList<>();
      try (Stream<ReadOutcome> read = ANYTHING.read(part);
          Stream<Outcome<Conversation, Found>> outcomes =
              Pipeline.of(BOTH)
                  .withThreads(2)
                  .withTimeLimit(Duration.ofMinutes(5))
                  .run(conversations(read, places))) {
        outcomes.forEach(
            outcome -> {
              ends.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
              if (outcome instanceof Outcome.Analysed<Conversation, Found> analysed) {
                check(analysed.result().discourse());
              } else if (outcome instanceof Outcome.Failed<Conversation, Found> failed) {
                failures.add(
                    outcome.input().article().id()
                        + " in "
                        + failed.stage()
                        + ": "
                        + failed.cause());
              }
            });
      }
      try (Stream<Path> files = Files.list(part)) {
        List<String> silent = files.map(Path::toString).filter(f -> !places.contains(f)).toList();
        assertThat(silent).allMatch(HostileDocumentsTest::isBlankLines);
      }
    }
    assertThat(failures).isEmpty();
    assertThat(ends.get("Analysed")).isGreaterThan(DOCUMENTS / 3);
  }

  /** A JSON Lines file of blank lines holds no item. */
  private static boolean isBlankLines(String file) {
    try {
      return file.endsWith(".jsonl") && Files.readString(Path.of(file)).isBlank();
    } catch (IOException e) {
      return false;
    }
  }

  private static void check(Discourse discourse) {
    for (Document document : discourse.conversation().documents()) {
      DocumentDiscourse found = discourse.document(document.id());
      int length = document.text().length();
      assertThat(found.mentions()).allMatch(m -> m.span().end() <= length);
      assertThat(found.expressions()).allMatch(e -> e.span().end() <= length);
      assertThat(found.echoes()).allMatch(e -> e.span().end() <= length);
      assertThat(found.quotations())
          .allSatisfy(q -> assertThat(q.content()).allMatch(span -> span.end() <= length));
    }
  }

  @Test
  void aHostileDocumentIsAnalysedAloneAsAfterOthersAndOnAnyNumberOfThreads() throws IOException {
    List<Conversation> all = new ArrayList<>();
    Path part = written(10_000, 10_060);
    try (Stream<ReadOutcome> read = ANYTHING.read(part)) {
      conversations(read, new ArrayList<>()).forEach(all::add);
    }
    List<String> alone = new ArrayList<>();
    for (Conversation conversation : all) {
      alone.addAll(told(Pipeline.of(DISCOURSE).withThreads(1).run(Stream.of(conversation))));
    }
    assertThat(told(Pipeline.of(DISCOURSE).withThreads(1).run(all.stream()))).isEqualTo(alone);
    assertThat(told(Pipeline.of(DISCOURSE).withThreads(4).run(all.stream()))).isEqualTo(alone);
  }

  private static List<String> told(Stream<Outcome<Conversation, Discourse>> outcomes) {
    try (outcomes) {
      return outcomes
          .map(
              o ->
                  o instanceof Outcome.Analysed<Conversation, Discourse> done
                      ? done.result().documents() + " " + done.result().actors()
                      : o.toString())
          .toList();
    }
  }
}
