package org.polylogue.spark;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import org.polylogue.corpus.CorpusException;
import org.polylogue.corpus.JsonLinesReader;
import org.polylogue.corpus.Place;
import org.polylogue.corpus.ReadLimits;
import org.polylogue.corpus.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;

/** Analyses the lines of one partition with the pipeline, one article after the other. */
final class PartitionRun implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private record Item(String file, long position, ReadOutcome outcome) {}

  private final Broadcast<ExecutorAnalysis> analysis;
  private final SparkSettings settings;

  PartitionRun(Broadcast<ExecutorAnalysis> analysis, SparkSettings settings) {
    this.analysis = analysis;
    this.settings = settings;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> lines) {
    if (!lines.hasNext()) {
      return lines;
    }
    Analysis<Conversation, Discourse> discourse = analysis.value().get();
    ReadLimits limits = ReadLimits.DEFAULT.withDocumentCharacters(settings.documentCharacters());
    Analysis<Item, Optional<Discourse>> whereRead =
        (item, scope) ->
            item.outcome() instanceof ReadOutcome.Read read
                ? Optional.of(scope.get(discourse, read.conversation()))
                : Optional.empty();
    Stream<Item> items =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, 0), false)
            .map(row -> item(row, limits));
    Stream<Outcome<Item, Optional<Discourse>>> outcomes =
        Pipeline.of(whereRead)
            .withThreads(1)
            .withTimeLimit(Duration.ofSeconds(settings.secondsPerArticle()))
            .run(items);
    TaskCompletionListener close = context -> outcomes.close();
    TaskContext.get().addTaskCompletionListener(close);
    Iterator<Outcome<Item, Optional<Discourse>>> iterator = outcomes.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public Row next() {
        return row(iterator.next());
      }
    };
  }

  private static Item item(Row row, ReadLimits limits) {
    String file = row.getString(0);
    Place place = Place.of(file);
    try {
      return new Item(file, row.getLong(1), JsonLinesReader.parse(row.getString(2), place, limits));
    } catch (CorpusException e) {
      return new Item(file, row.getLong(1), e.asOutcome());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Item(file, row.getLong(1), new ReadOutcome.Failed(place, "cannot be read: " + e));
    }
  }

  private static Row row(Outcome<Item, Optional<Discourse>> outcome) {
    Item item = outcome.input();
    if (item.outcome() instanceof ReadOutcome.Failed failed) {
      return StagedRows.failed(
          item.file(), item.position(), failed.place().toString(), "read", failed.reason());
    }
    if (outcome instanceof Outcome.Failed<Item, Optional<Discourse>> failed) {
      String id = ((ReadOutcome.Read) item.outcome()).conversation().article().id();
      String cause = failed.cause().getMessage();
      return StagedRows.failed(
          item.file(),
          item.position(),
          id,
          failed.stage(),
          cause == null ? failed.cause().getClass().getSimpleName() : cause);
    }
    Discourse found =
        ((Outcome.Analysed<Item, Optional<Discourse>>) outcome).result().orElseThrow();
    return StagedRows.analysed(item.file(), item.position(), found);
  }
}
