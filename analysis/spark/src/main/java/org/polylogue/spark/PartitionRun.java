package org.polylogue.spark;

import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
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
import org.polylogue.corpus.CorpusReader;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Quotation;
import org.polylogue.results.run.AnalysisRun;
import org.polylogue.results.run.ItemResult;

/** Analyses what one partition holds with the pipeline, one article after the other. */
final class PartitionRun implements MapPartitionsFunction<Row, Row> {

  /** As the local command shows them by default. */
  private static final Set<Quotation.Grade> SHOWN = Set.of(Quotation.Grade.SAID);

  private static final long serialVersionUID = 1L;

  private final Broadcast<ExecutorAnalysis> analysis;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final SparkSettings settings;
  private final OutputTables tables;
  private final LongAccumulator items;

  PartitionRun(
      Broadcast<ExecutorAnalysis> analysis,
      Broadcast<SerializableConfiguration> hadoop,
      SparkSettings settings,
      OutputTables tables,
      LongAccumulator items) {
    this.analysis = analysis;
    this.hadoop = hadoop;
    this.settings = settings;
    this.tables = tables;
    this.items = items;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    if (!rows.hasNext()) {
      return rows;
    }
    CorpusItems read = new CorpusItems(rows, hadoop.value().value(), settings.reading());
    Stream<ItemResult<CorpusItems.Item>> results =
        new AnalysisRun(CorpusReader.standard(), analysis.value().get(), 1)
            .doubting(analysis.value()::doubts)
            .within(Duration.ofSeconds(settings.secondsPerArticle()), settings.limits())
            .results(
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(read, 0), false),
                CorpusItems.Item::outcome);
    TaskCompletionListener close =
        context -> {
          results.close();
          read.close();
        };
    TaskContext.get().addTaskCompletionListener(close);
    Iterator<ItemResult<CorpusItems.Item>> iterator = results.iterator();
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

  private Row row(ItemResult<CorpusItems.Item> result) {
    CorpusItems.Item item = result.item();
    if (result instanceof ItemResult.Unread<CorpusItems.Item> unread) {
      return StagedRows.unread(tables, item, unread.failure().reason());
    }
    if (result instanceof ItemResult.Failed<CorpusItems.Item> failed) {
      return StagedRows.failed(tables, item, failed.read(), failed.stage(), failed.cause());
    }
    ItemResult.Analysed<CorpusItems.Item> found = (ItemResult.Analysed<CorpusItems.Item>) result;
    Discourse shown = found.discourse().ofGrades(SHOWN);
    return StagedRows.analysed(tables, item, found.read(), shown, found.notices());
  }
}
