package org.polylogue.samples.output;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.DocumentLimits;
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
  private final DocumentLimits limits;
  private final Set<String> leftOut;

  /** What is found in a conversation, and what of it was not read. */
  private record Found(Discourse discourse, List<String> overLimit) {}

  /**
   * A run to be, with ten minutes for each conversation and the default limits.
   *
   * @param reader reads the inputs
   * @param analysis what to ask of each conversation
   * @param threads how many conversations to analyse at once, at least 1
   */
  public AnalysisRun(CorpusReader reader, Analysis<Conversation, Discourse> analysis, int threads) {
    this(reader, analysis, threads, Duration.ofMinutes(10), DocumentLimits.DEFAULT, Set.of());
  }

  private AnalysisRun(
      CorpusReader reader,
      Analysis<Conversation, Discourse> analysis,
      int threads,
      Duration timeLimit,
      DocumentLimits limits,
      Set<String> leftOut) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.threads = threads;
    this.timeLimit = Objects.requireNonNull(timeLimit, "timeLimit");
    this.limits = Objects.requireNonNull(limits, "limits");
    this.leftOut = Set.copyOf(leftOut);
  }

  /**
   * The same run within other limits.
   *
   * @param time wall time that one conversation may take, positive
   * @param sizes how large a conversation may be; what is left out or cut becomes a notice
   * @return a copy
   */
  public AnalysisRun within(Duration time, DocumentLimits sizes) {
    return new AnalysisRun(reader, analysis, threads, time, sizes, leftOut);
  }

  /**
   * The same run without some articles.
   *
   * @param ids of articles that are passed over
   * @return a copy
   */
  public AnalysisRun without(Set<String> ids) {
    return new AnalysisRun(reader, analysis, threads, timeLimit, limits, ids);
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
    try (Stream<Outcome<ReadOutcome, Optional<Found>>> outcomes = outcomes(inputs)) {
      for (Outcome<ReadOutcome, Optional<Found>> outcome :
          (Iterable<Outcome<ReadOutcome, Optional<Found>>>) outcomes::iterator) {
        if (outcome.input() instanceof ReadOutcome.Read read) {
          notices.add(read, overLimit(outcome));
        }
        write(outcome, files);
        step.run();
      }
    }
    for (ResultFile file : files) {
      file.finish();
    }
  }

  private static List<Notice> overLimit(Outcome<ReadOutcome, Optional<Found>> outcome) {
    return outcome instanceof Outcome.Analysed<ReadOutcome, Optional<Found>> done
        ? done.result().orElseThrow().overLimit().stream()
            .map(reason -> new Notice(Notice.Kind.OVER_LIMIT, 0, "", reason))
            .toList()
        : List.of();
  }

  private static void write(Outcome<ReadOutcome, Optional<Found>> outcome, List<ResultFile> files)
      throws IOException {
    for (ResultFile file : files) {
      if (outcome.input() instanceof ReadOutcome.Failed unread) {
        file.addFailure(unread.place().toString(), FailureLog.READ, unread.reason());
      } else if (outcome instanceof Outcome.Failed<ReadOutcome, Optional<Found>> failed
          && outcome.input() instanceof ReadOutcome.Read read) {
        file.addFailure(
            read.conversation().article().id(),
            failed.stage(),
            read.place() + ": " + FailureLog.explain(failed.cause()));
      } else if (outcome instanceof Outcome.Analysed<ReadOutcome, Optional<Found>> done) {
        file.add(done.result().orElseThrow().discourse());
      }
    }
  }

  // Inputs that cannot be read go through the pipeline too, so that the list keeps their order.
  private Stream<Outcome<ReadOutcome, Optional<Found>>> outcomes(List<Path> inputs) {
    Analysis<Conversation, DocumentLimits.Limited> limited = limits.asAnalysis();
    Analysis<ReadOutcome, Optional<Found>> whereRead =
        (outcome, scope) -> {
          if (outcome instanceof ReadOutcome.Read read) {
            DocumentLimits.Limited rest = scope.get(limited, read.conversation());
            Discourse discourse = scope.get(analysis, rest.conversation());
            return Optional.of(new Found(discourse, rest.leftOut()));
          }
          return Optional.empty();
        };
    return Pipeline.of(whereRead)
        .withThreads(threads)
        .withTimeLimit(timeLimit)
        .run(reader.read(inputs).filter(outcome -> !isLeftOut(outcome)));
  }

  private boolean isLeftOut(ReadOutcome outcome) {
    return outcome instanceof ReadOutcome.Read read
        && leftOut.contains(read.conversation().article().id());
  }
}
