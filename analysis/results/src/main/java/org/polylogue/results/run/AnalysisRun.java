package org.polylogue.results.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.DocumentLimits;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;
import org.polylogue.text.Explanation;

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
  private final Function<Document, List<Notice>> doubt;

  /**
   * A run to be, with ten minutes for each conversation and the default limits.
   *
   * @param reader reads the inputs
   * @param analysis what to ask of each conversation
   * @param threads how many conversations to analyse at once, at least 1
   */
  public AnalysisRun(CorpusReader reader, Analysis<Conversation, Discourse> analysis, int threads) {
    this(
        reader,
        analysis,
        threads,
        Duration.ofMinutes(10),
        DocumentLimits.DEFAULT,
        Set.of(),
        document -> List.of());
  }

  private AnalysisRun(
      CorpusReader reader,
      Analysis<Conversation, Discourse> analysis,
      int threads,
      Duration timeLimit,
      DocumentLimits limits,
      Set<String> leftOut,
      Function<Document, List<Notice>> doubt) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.threads = threads;
    this.timeLimit = Objects.requireNonNull(timeLimit, "timeLimit");
    this.limits = Objects.requireNonNull(limits, "limits");
    this.leftOut = Set.copyOf(leftOut);
    this.doubt = Objects.requireNonNull(doubt, "doubt");
  }

  /**
   * The same run within other limits.
   *
   * @param time wall time that one conversation may take, positive
   * @param sizes how large a conversation may be; what is left out or cut becomes a notice
   * @return a copy
   */
  public AnalysisRun within(Duration time, DocumentLimits sizes) {
    return new AnalysisRun(reader, analysis, threads, time, sizes, leftOut, doubt);
  }

  /**
   * The same run without some articles.
   *
   * @param ids of articles that are passed over
   * @return a copy
   */
  public AnalysisRun without(Set<String> ids) {
    return new AnalysisRun(reader, analysis, threads, timeLimit, limits, ids, doubt);
  }

  /**
   * The same run with notices of documents that are not read, or not as they are.
   *
   * @param notices what is to be noticed of a document, such as its language; empty if nothing is
   * @return a copy
   */
  public AnalysisRun doubting(Function<Document, List<Notice>> notices) {
    return new AnalysisRun(reader, analysis, threads, timeLimit, limits, leftOut, notices);
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
    try (Stream<ReadOutcome> read = reader.read(inputs);
        Stream<ItemResult<ReadOutcome>> results =
            results(read.filter(outcome -> !isLeftOut(outcome)), Function.identity())) {
      for (ItemResult<ReadOutcome> result : (Iterable<ItemResult<ReadOutcome>>) results::iterator) {
        write(result, files, notices);
        step.run();
      }
    }
    for (ResultFile file : files) {
      file.finish();
    }
  }

  private void write(ItemResult<ReadOutcome> result, List<ResultFile> files, NoticeTable notices)
      throws IOException {
    if (result instanceof ItemResult.Analysed<ReadOutcome> analysed) {
      notices.add(analysed.read(), analysed.notices());
      add(analysed, files);
    } else if (result instanceof ItemResult.Failed<ReadOutcome> failed) {
      notices.add(failed.read(), List.of());
      for (ResultFile file : files) {
        file.addFailure(
            failed.read().conversation().article().id(), failed.stage(), failed.cause());
      }
    } else if (result instanceof ItemResult.Unread<ReadOutcome> unread) {
      for (ResultFile file : files) {
        file.addFailure(
            unread.failure().place().toString(), FailureLog.READ, unread.failure().reason());
      }
    }
  }

  /** What one file cannot take is a failure; the other files have it. */
  private static void add(ItemResult.Analysed<ReadOutcome> analysed, List<ResultFile> files)
      throws IOException {
    for (ResultFile file : files) {
      try {
        file.add(analysed.discourse());
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        String cause =
            analysed.read().place() + ": missing in " + file.name() + ": " + Explanation.of(e);
        String id = analysed.discourse().conversation().article().id();
        for (ResultFile told : files) {
          told.addFailure(id, FailureLog.WRITE, cause);
        }
      }
    }
  }

  /**
   * Analyses items one by one, as the result is consumed. Items that could not be read go through
   * too, so that the results keep the order of the items.
   *
   * @param items what was read
   * @param outcome how an item was read
   * @param <I> an item
   * @return a result for each item, in order; close it to end what is under way
   */
  public <I> Stream<ItemResult<I>> results(Stream<I> items, Function<I, ReadOutcome> outcome) {
    Analysis<Conversation, DocumentLimits.Limited> limited = limits.asAnalysis();
    Analysis<I, ItemResult<I>> whereRead =
        (item, scope) -> {
          if (outcome.apply(item) instanceof ReadOutcome.Read read) {
            DocumentLimits.Limited rest = scope.get(limited, read.conversation());
            Discourse discourse = scope.get(analysis, rest.conversation());
            return new ItemResult.Analysed<>(item, read, discourse, notices(rest));
          }
          return new ItemResult.Unread<>(item, (ReadOutcome.Failed) outcome.apply(item));
        };
    return Pipeline.of(whereRead)
        .withThreads(threads)
        .withTimeLimit(timeLimit)
        .run(items)
        .map(
            done -> {
              if (done instanceof Outcome.Analysed<I, ItemResult<I>> analysed) {
                return analysed.result();
              }
              Outcome.Failed<I, ItemResult<I>> failed = (Outcome.Failed<I, ItemResult<I>>) done;
              ReadOutcome.Read read = (ReadOutcome.Read) outcome.apply(failed.input());
              String cause = read.place() + ": " + Explanation.of(failed.cause());
              return new ItemResult.Failed<>(failed.input(), read, failed.stage(), cause);
            });
  }

  private List<Notice> notices(DocumentLimits.Limited read) {
    return Stream.concat(
            read.leftOut().stream()
                .map(reason -> new Notice(Notice.Kind.OVER_LIMIT, 0, "", reason)),
            read.conversation().documents().stream()
                .flatMap(document -> doubt.apply(document).stream()))
        .toList();
  }

  private boolean isLeftOut(ReadOutcome outcome) {
    return outcome instanceof ReadOutcome.Read read
        && leftOut.contains(read.conversation().article().id());
  }
}
