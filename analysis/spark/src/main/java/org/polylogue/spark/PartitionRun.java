package org.polylogue.spark;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.DocumentLimits;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;

/** Analyses what one partition holds with the pipeline, one article after the other. */
final class PartitionRun implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  /** What is found in an article and its comments, and what of them was not read. */
  private record Found(Discourse discourse, List<String> overLimit) {}

  private final Broadcast<ExecutorAnalysis> analysis;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final SparkSettings settings;
  private final LongAccumulator items;

  PartitionRun(
      Broadcast<ExecutorAnalysis> analysis,
      Broadcast<SerializableConfiguration> hadoop,
      SparkSettings settings,
      LongAccumulator items) {
    this.analysis = analysis;
    this.hadoop = hadoop;
    this.settings = settings;
    this.items = items;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    if (!rows.hasNext()) {
      return rows;
    }
    Analysis<Conversation, Discourse> discourse = analysis.value().get();
    Analysis<Conversation, DocumentLimits.Limited> limited = settings.limits().asAnalysis();
    Analysis<CorpusItems.Item, Optional<Found>> whereRead =
        (item, scope) -> {
          if (item.outcome() instanceof ReadOutcome.Read read) {
            DocumentLimits.Limited rest = scope.get(limited, read.conversation());
            return Optional.of(
                new Found(scope.get(discourse, rest.conversation()), rest.leftOut()));
          }
          return Optional.empty();
        };
    CorpusItems read = new CorpusItems(rows, hadoop.value().value(), settings.reading());
    Stream<Outcome<CorpusItems.Item, Optional<Found>>> outcomes =
        Pipeline.of(whereRead)
            .withThreads(1)
            .withTimeLimit(Duration.ofSeconds(settings.secondsPerArticle()))
            .run(StreamSupport.stream(Spliterators.spliteratorUnknownSize(read, 0), false));
    TaskCompletionListener close =
        context -> {
          outcomes.close();
          read.close();
        };
    TaskContext.get().addTaskCompletionListener(close);
    Iterator<Outcome<CorpusItems.Item, Optional<Found>>> iterator = outcomes.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public Row next() {
        items.add(1);
        return row(iterator.next());
      }
    };
  }

  private static Row row(Outcome<CorpusItems.Item, Optional<Found>> outcome) {
    CorpusItems.Item item = outcome.input();
    if (!(item.outcome() instanceof ReadOutcome.Read read)) {
      ReadOutcome.Failed failed = (ReadOutcome.Failed) item.outcome();
      return StagedRows.unread(item, failed.reason());
    }
    if (outcome instanceof Outcome.Failed<CorpusItems.Item, Optional<Found>> failed) {
      return StagedRows.failed(
          item, read, failed.stage(), read.place() + ": " + explain(failed.cause()));
    }
    Found found =
        ((Outcome.Analysed<CorpusItems.Item, Optional<Found>>) outcome).result().orElseThrow();
    return StagedRows.analysed(item, read, found.discourse(), found.overLimit());
  }

  /** One line, with the class in front where that is no plain wrong argument. */
  private static String explain(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    if (cause.getMessage() == null) {
      return name;
    }
    String message = cause.getMessage().replaceAll("\\p{Cntrl}+", " ").strip();
    boolean plain = cause instanceof IllegalArgumentException || cause instanceof IOException;
    return plain ? message : name + ": " + message;
  }
}
