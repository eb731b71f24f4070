package org.polylogue.samples.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
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
 * Reads a corpus, analyses each conversation and writes the files that {@code
 * docs/formats/discourse.md} describes. What fails is listed and the rest goes on. Immutable; each
 * run is for one thread.
 */
public final class AnalysisRun {

  private final CorpusReader reader;
  private final Analysis<Conversation, Discourse> analysis;
  private final int threads;
  private final boolean rawCells;

  /**
   * A run to be.
   *
   * @param reader reads the inputs
   * @param analysis what to ask of each conversation
   * @param threads how many conversations to analyse at once, at least 1
   * @param rawCells true to leave text cells of tables as they are, see {@link CsvTable}
   */
  public AnalysisRun(
      CorpusReader reader,
      Analysis<Conversation, Discourse> analysis,
      int threads,
      boolean rawCells) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.threads = threads;
    this.rawCells = rawCells;
  }

  /**
   * Runs it. Nothing is published if it throws.
   *
   * @param inputs files and folders
   * @param folder where the files appear
   * @param report counts what is found, and is written as {@code run.json}
   * @param step called after each document, for progress
   * @return how many documents failed
   * @throws IOException if a file cannot be written
   */
  public int run(List<Path> inputs, OutputFolder folder, RunReport report, Runnable step)
      throws IOException {
    DiscourseJson json = new DiscourseJson();
    Writer lines = folder.file("discourse.jsonl");
    DiscourseTables tables = new DiscourseTables(folder, rawCells);
    CsvTable notices =
        new CsvTable(
            folder.file("notices.csv"),
            rawCells,
            "article_id",
            "place",
            "line",
            "kind",
            "excerpt",
            "reason");
    FailureLog failures = new FailureLog(folder.file("failures.jsonl"));
    try (Stream<Outcome<ReadOutcome, Optional<Discourse>>> outcomes = outcomes(inputs)) {
      for (Outcome<ReadOutcome, Optional<Discourse>> outcome :
          (Iterable<Outcome<ReadOutcome, Optional<Discourse>>>) outcomes::iterator) {
        if (outcome.input() instanceof ReadOutcome.Failed unread) {
          failures.add(unread.place().toString(), FailureLog.READ, unread.reason());
        } else if (outcome.input() instanceof ReadOutcome.Read read) {
          addNotices(notices, read);
          if (outcome instanceof Outcome.Failed<ReadOutcome, Optional<Discourse>> failed) {
            failures.add(
                read.conversation().article().id(),
                failed.stage(),
                read.place() + ": " + FailureLog.explain(failed.cause()));
          }
        }
        if (outcome instanceof Outcome.Analysed<ReadOutcome, Optional<Discourse>> done
            && done.result().isPresent()) {
          Discourse discourse = done.result().get();
          lines.append(json.write(discourse)).append('\n');
          tables.add(discourse);
          report.add(discourse);
        }
        step.run();
      }
    }
    tables.finish();
    report.write(folder.file("run.json"), failures.count(), tables.actors());
    folder.publish();
    return failures.count();
  }

  // Inputs that cannot be read go through the pipeline too, so that the list keeps their order.
  private Stream<Outcome<ReadOutcome, Optional<Discourse>>> outcomes(List<Path> inputs) {
    Analysis<ReadOutcome, Optional<Discourse>> whereRead =
        (outcome, scope) ->
            outcome instanceof ReadOutcome.Read read
                ? Optional.of(scope.get(analysis, read.conversation()))
                : Optional.empty();
    return Pipeline.of(whereRead).withThreads(threads).run(reader.read(inputs));
  }

  private static void addNotices(CsvTable table, ReadOutcome.Read read) throws IOException {
    for (var notice : read.notices()) {
      table.row(
          read.conversation().article().id(),
          read.place(),
          notice.line() == 0 ? null : notice.line(),
          notice.kind(),
          notice.excerpt(),
          notice.reason());
    }
  }
}
