package org.polylogue.samples.output;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;

/**
 * Reads a corpus, analyses each conversation and fills result files. What fails is listed and the
 * rest goes on. Immutable; each run is for one thread.
 */
public final class AnalysisRun {

  private final CorpusReader reader;
  private final Analysis<Conversation, Discourse> analysis;
  private final int threads;
  private final Duration timeLimit;

  /**
   * A run to be, with ten minutes for each conversation.
   *
   * @param reader reads the inputs
   * @param analysis what to ask of each conversation
   * @param threads how many conversations to analyse at once, at least 1
   */
  public AnalysisRun(CorpusReader reader, Analysis<Conversation, Discourse> analysis, int threads) {
    this(reader, analysis, threads, Duration.ofMinutes(10));
  }

  /**
   * A run to be.
   *
   * @param reader reads the inputs
   * @param analysis what to ask of each conversation
   * @param threads how many conversations to analyse at once, at least 1
   * @param timeLimit wall time that one conversation may take, positive
   */
  public AnalysisRun(
      CorpusReader reader,
      Analysis<Conversation, Discourse> analysis,
      int threads,
      Duration timeLimit) {
    this.timeLimit = Objects.requireNonNull(timeLimit, "timeLimit");
    this.reader = Objects.requireNonNull(reader, "reader");
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.threads = threads;
  }

  /**
   * Runs it and finishes the files.
   *
   * @param inputs files and folders
   * @param files what to fill
   * @param notices takes what a reader set aside or doubted
   * @param step called after each document, for progress
   * @throws IOException if a file cannot be written
   */
  public void run(List<Path> inputs, List<ResultFile> files, NoticeTable notices, Runnable step)
      throws IOException {
    try (Stream<Outcome<ReadOutcome, Optional<Discourse>>> outcomes = outcomes(inputs)) {
      for (Outcome<ReadOutcome, Optional<Discourse>> outcome :
          (Iterable<Outcome<ReadOutcome, Optional<Discourse>>>) outcomes::iterator) {
        if (outcome.input() instanceof ReadOutcome.Read read) {
          notices.add(read);
        }
        write(outcome, files);
        step.run();
      }
    }
    for (ResultFile file : files) {
      file.finish();
    }
  }

  private static void write(
      Outcome<ReadOutcome, Optional<Discourse>> outcome, List<ResultFile> files)
      throws IOException {
    for (ResultFile file : files) {
      if (outcome.input() instanceof ReadOutcome.Failed unread) {
        file.addFailure(unread.place().toString(), FailureLog.READ, unread.reason());
      } else if (outcome instanceof Outcome.Failed<ReadOutcome, Optional<Discourse>> failed
          && outcome.input() instanceof ReadOutcome.Read read) {
        file.addFailure(
            read.conversation().article().id(),
            failed.stage(),
            read.place() + ": " + FailureLog.explain(failed.cause()));
      } else if (outcome instanceof Outcome.Analysed<ReadOutcome, Optional<Discourse>> done) {
        file.add(done.result().orElseThrow());
      }
    }
  }

  // Inputs that cannot be read go through the pipeline too, so that the list keeps their order.
  private Stream<Outcome<ReadOutcome, Optional<Discourse>>> outcomes(List<Path> inputs) {
    Analysis<ReadOutcome, Optional<Discourse>> whereRead =
        (outcome, scope) ->
            outcome instanceof ReadOutcome.Read read
                ? Optional.of(scope.get(analysis, read.conversation()))
                : Optional.empty();
    return Pipeline.of(whereRead)
        .withThreads(threads)
        .withTimeLimit(timeLimit)
        .run(reader.read(inputs));
  }
}
