package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;
import org.polylogue.results.DiscourseJson;

/**
 * Files made to break things, through reader and pipeline: some hundreds on an engine without
 * models, or as many as asked for, also with all models:
 *
 * <pre>
 * mvn -q test -pl samples -am -Dtest=HostileDocumentsTest -Dsurefire.failIfNoSpecifiedTests=false -Dpolylogue.documents=5000
 * mvn -q test -pl samples -am -Dtest=HostileDocumentsTest -Dsurefire.failIfNoSpecifiedTests=false -Dpolylogue.documents=5000 -Dpolylogue.models=true -Dtest.heap=3g
 * </pre>
 */
class HostileDocumentsTest {

  private static final int DOCUMENTS = Integer.getInteger("polylogue.documents", 480);
  private static final long SEED = Long.getLong("polylogue.seed", 1);
  private static final boolean MODELS = Boolean.getBoolean("polylogue.models");

  @TempDir Path temp;

  @Test
  void everyFileEndsAsAnOutcomeAndWhateverIsReadIsAnalysed() throws IOException {
    List<Path> files = new HostileDocuments(SEED).write(temp, DOCUMENTS);
    DiscourseAnalysis discourse =
        MODELS
            ? DiscourseAnalysis.of(CoreNlpEngine.standard())
            : PlainAnalyze.discourse(DiscourseModels.shipped()).build();
    Analysis<ReadOutcome, Optional<Discourse>> whereRead =
        (outcome, scope) ->
            outcome instanceof ReadOutcome.Read read
                ? Optional.of(scope.get(discourse, read.conversation()))
                : Optional.empty();
    DiscourseJson json = DiscourseJson.exact(Layers.STANDARD);
    Set<String> sources = new HashSet<>();
    List<String> failures = new ArrayList<>();
    int read = 0;
    int unread = 0;
    try (Stream<Outcome<ReadOutcome, Optional<Discourse>>> outcomes =
        Pipeline.of(whereRead)
            .withThreads(2)
            .withTimeLimit(Duration.ofMinutes(5))
            .run(CorpusReader.standard().read(temp))) {
      for (Outcome<ReadOutcome, Optional<Discourse>> outcome :
          (Iterable<Outcome<ReadOutcome, Optional<Discourse>>>) outcomes::iterator) {
        sources.add(outcome.input().place().source());
        if (outcome instanceof Outcome.Failed<ReadOutcome, Optional<Discourse>> failed) {
          failures.add(outcome.input().place() + " " + failed.stage() + " " + failed.cause());
        } else if (outcome instanceof Outcome.Analysed<ReadOutcome, Optional<Discourse>> done
            && done.result().isPresent()) {
          Discourse found = done.result().get();
          Discourse again = json.read(json.write(found));
          assertThat(again.conversation()).isEqualTo(found.conversation());
          assertThat(again.documents()).isEqualTo(found.documents());
          assertThat(again.stances()).isEqualTo(found.stances());
          assertThat(again).isEqualTo(found);
          read++;
        } else {
          assertThat(((ReadOutcome.Failed) outcome.input()).reason())
              .isNotBlank()
              .doesNotContain("Exception", "Error");
          unread++;
        }
      }
    }
    System.out.printf(
        "%d hostile files with seed %d: %d conversations analysed, %d failures to read%n",
        DOCUMENTS, SEED, read, unread);
    assertThat(failures).isEmpty();
    for (Path file : files) {
      assertThat(sources.contains(file.toString())).as("%s is an outcome", contents(file)).isTrue();
    }
  }

  private static String contents(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return file + " of " + bytes.length + " bytes: " + new String(bytes, StandardCharsets.UTF_8);
  }
}
