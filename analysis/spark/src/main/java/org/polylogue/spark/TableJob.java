package org.polylogue.spark;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.results.run.RunCounts;
import scala.Tuple2;

/** Makes the tables of staged rows, all in one pass over them. */
final class TableJob {

  private static final long ITEMS_PER_SHUFFLE_TASK = 20_000;

  private final SparkSession session;
  private final Dataset<Row> staged;
  private final Layers layers;
  private final OutputTables tables;
  private final int shuffleTasks;

  /**
   * A job to be.
   *
   * @param staged rows of {@link StagedRows#SCHEMA}
   * @param layers the layers that have tables
   * @param items how many there are, about: the number of tasks after a shuffle follows it
   */
  TableJob(SparkSession session, Dataset<Row> staged, Layers layers, long items) {
    this.session = session;
    this.staged = staged;
    this.layers = layers;
    this.tables = OutputTables.of(layers);
    int most = Integer.parseInt(session.conf().get("spark.sql.shuffle.partitions"));
    this.shuffleTasks = (int) Math.max(1, Math.min(most, items / ITEMS_PER_SHUFFLE_TASK));
  }

  RunCounts write(String folder) throws IOException {
    Column order = struct(col(StagedRows.FILE), col(StagedRows.BLOCK), col(StagedRows.ROW));
    Dataset<Row> repeated =
        staged
            .where(col(StagedRows.ARTICLE).isNotNull())
            .select(col(StagedRows.ARTICLE).as("id"), order.as("place"))
            .repartition(shuffleTasks, col("id"))
            .groupBy("id")
            .agg(min("place").as("first"), count(lit(1)).as("uses"))
            .where(col("uses").gt(1))
            .select("id", "first");
    Dataset<Row> items = staged.withColumn("again", lit(false));
    if (!repeated.isEmpty()) {
      items =
          staged
              .join(repeated, col(StagedRows.ARTICLE).equalTo(col("id")), "left_outer")
              .withColumn("again", col("first").isNotNull().and(order.notEqual(col("first"))));
    }
    RowCounter counter = new RowCounter(session.sparkContext(), tables, layers);
    Job job = Job.getInstance(session.sparkContext().hadoopConfiguration());
    job.setOutputKeyClass(Integer.class);
    job.setOutputValueClass(Object[].class);
    job.setOutputFormatClass(TableOutput.class);
    FileOutputFormat.setOutputPath(job, new Path(folder));
    job.getConfiguration()
        .set(TableOutput.CODEC, session.conf().get("spark.sql.parquet.compression.codec"));
    job.getConfiguration().set(TableOutput.TABLES, tables.toText());
    rowsOf(items, tables.failures())
        .union(actors(items))
        .mapToPair(
            row -> {
              counter.add(row._1(), row._2());
              return row;
            })
        .saveAsNewAPIHadoopDataset(job.getConfiguration());
    return counter.counts();
  }

  private static JavaPairRDD<Integer, Object[]> rowsOf(Dataset<Row> items, int failures) {
    PairFlatMapFunction<Row, Integer, Object[]> unpacked =
        item -> item.getBoolean(0) ? usedBefore(item, failures) : rowsOf(item);
    return items
        .select("again", StagedRows.PLACE, StagedRows.ARTICLE, StagedRows.ROWS)
        .javaRDD()
        .flatMapToPair(unpacked);
  }

  private static Iterator<Tuple2<Integer, Object[]>> usedBefore(Row item, int failures) {
    Object[] failure = {
      item.getString(1),
      "read",
      "article id " + item.getString(2) + " was used before in this corpus; rename it"
    };
    return Collections.singleton(new Tuple2<>(failures, failure)).iterator();
  }

  private static Iterator<Tuple2<Integer, Object[]>> rowsOf(Row item) {
    Iterator<PackedRows.TableRow> rows = PackedRows.unpacked(item.getAs(3));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Tuple2<Integer, Object[]> next() {
        PackedRows.TableRow row = rows.next();
        return new Tuple2<>(row.table(), row.cells());
      }
    };
  }

  private JavaPairRDD<Integer, Object[]> actors(Dataset<Row> items) {
    int table = tables.number(DiscourseTable.ACTORS.name());
    return items
        .where("not again")
        .selectExpr("inline(" + StagedRows.ACTORS + ")")
        .repartition(shuffleTasks, col("actor_id"))
        .groupBy("actor_id")
        .agg(
            min(col("name")).as("name"),
            min_by(col("type"), col("name")).as("type"),
            joined("aliases"),
            joined("attributes"),
            sum(col("mentions")).cast(DataTypes.IntegerType).as("mentions"),
            count(lit(1)).cast(DataTypes.IntegerType).as("articles"))
        .javaRDD()
        .mapToPair(
            row -> {
              Actor actor =
                  new Actor(
                      row.getString(0),
                      row.getString(1),
                      ActorType.valueOf(row.getString(2)),
                      new TreeSet<>(row.getList(3)),
                      StagedRows.attributes(row.getList(4)));
              return new Tuple2<>(
                  table, ActorRows.row(actor, row.getInt(5), row.getInt(6)).toArray());
            });
  }

  private static Column joined(String lists) {
    return array_distinct(flatten(collect_list(col(lists)))).as(lists);
  }
}
