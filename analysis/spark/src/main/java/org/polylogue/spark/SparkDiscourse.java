package org.polylogue.spark;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.storage.StorageLevel;
import org.polylogue.discourse.table.DiscourseTable;

/**
 * Analyses a corpus in JSON Lines on Apache Spark and writes the tables of {@link DiscourseTable}
 * and the table of failures as Parquet, and as CSV if asked. Rows are those of the local pipeline;
 * their order is not kept.
 *
 * <p>Each article is analysed once; its rows are staged and then written table by table. The output
 * folder appears at the end, by rename: a run that dies leaves none, only a folder with the ending
 * {@code .partial}, which the next run replaces. Of lines with the same article id one is kept, and
 * the others are failures. Immutable and thread-safe.
 */
public final class SparkDiscourse {

  private static final String PARTIAL = ".partial";
  private static final String STAGED = "_staged";

  private final SparkSession session;
  private final AnalysisSource source;
  private final SparkSettings settings;

  /**
   * A run to be.
   *
   * @param session where to run
   * @param source makes the analysis on each executor
   * @param settings limits and outputs
   */
  public SparkDiscourse(SparkSession session, AnalysisSource source, SparkSettings settings) {
    this.session = Objects.requireNonNull(session, "session");
    this.source = Objects.requireNonNull(source, "source");
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Analyses files in JSON Lines, plain or compressed.
   *
   * @param inputs files, folders or patterns, as Spark understands them
   * @param out the folder to make
   * @throws IOException if the folder is there already or cannot be made
   */
  public void run(List<String> inputs, String out) throws IOException {
    run(session.read().text(inputs.toArray(String[]::new)), out);
  }

  /**
   * Analyses lines that are in Spark already.
   *
   * @param lines one text column, {@code value}: an article with its comments in JSON a row
   * @param out the folder to make
   * @throws IOException if the folder is there already or cannot be made
   */
  public void run(Dataset<Row> lines, String out) throws IOException {
    Path target = new Path(out);
    Path partial = new Path(out + PARTIAL);
    FileSystem files = target.getFileSystem(session.sparkContext().hadoopConfiguration());
    if (files.exists(target)) {
      throw new IOException(out + " is there already; name another folder or remove it");
    }
    files.delete(partial, true);
    String staged = new Path(partial, STAGED).toString();
    analysed(lines).write().parquet(staged);
    write(session.read().schema(StagedRows.schema()).parquet(staged), partial.toString());
    files.delete(new Path(staged), true);
    if (!files.rename(partial, target)) {
      throw new IOException("the results cannot be moved from " + partial + " to " + out);
    }
  }

  private Dataset<Row> analysed(Dataset<Row> lines) {
    Dataset<Row> numbered =
        lines
            .select(
                input_file_name().as(StagedRows.FILE),
                monotonically_increasing_id().as(StagedRows.POSITION),
                col("value"))
            .where(trim(col("value")).notEqual(""));
    Broadcast<ExecutorAnalysis> analysis =
        JavaSparkContext.fromSparkContext(session.sparkContext())
            .broadcast(new ExecutorAnalysis(source));
    return numbered.mapPartitions(
        new PartitionRun(analysis, settings), Encoders.row(StagedRows.schema()));
  }

  private void write(Dataset<Row> staged, String folder) {
    Dataset<Row> analysed = staged.where(col(StagedRows.ARTICLE).isNotNull());
    Dataset<Row> repeated =
        analysed
            .groupBy(col(StagedRows.ARTICLE).as("id"))
            .agg(min(col(StagedRows.POSITION)).as("first"), count(lit(1)).as("uses"))
            .where(col("uses").gt(1))
            .persist(StorageLevel.DISK_ONLY());
    Dataset<Row> kept = analysed;
    Dataset<Row> failures =
        staged.where(col(StagedRows.FAILURE).isNotNull()).select(StagedRows.FAILURE + ".*");
    if (!repeated.isEmpty()) {
      Dataset<Row> joined =
          analysed.join(repeated, col(StagedRows.ARTICLE).equalTo(col("id")), "left_outer");
      Column isFirst = col("first").isNull().or(col(StagedRows.POSITION).equalTo(col("first")));
      kept = joined.where(isFirst);
      failures = failures.unionByName(joined.where(not(isFirst)).select(usedBefore()));
    }
    for (DiscourseTable table : DiscourseTable.values()) {
      Dataset<Row> rows =
          table == DiscourseTable.ACTORS
              ? actors(kept)
              : kept.selectExpr("inline(" + table.label() + ")");
      write(rows, folder, table.label());
    }
    write(failures, folder, "failures");
    repeated.unpersist();
  }

  private static Column[] usedBefore() {
    return new Column[] {
      col(StagedRows.FILE).as("document"),
      lit("read").as("stage"),
      concat(
              lit("article id "),
              col(StagedRows.ARTICLE),
              lit(" was used before in this corpus; rename it"))
          .as("cause")
    };
  }

  private static Dataset<Row> actors(Dataset<Row> kept) {
    Dataset<Row> parts = kept.selectExpr("inline(" + StagedRows.ACTORS + ")");
    return parts
        .groupBy("actor_id")
        .agg(
            min(col("name")).as("name"),
            min_by(col("type"), col("name")).as("type"),
            joined("aliases"),
            joined("attributes"),
            sum(col("mentions")).cast(DataTypes.IntegerType).as("mentions"),
            count(lit(1)).cast(DataTypes.IntegerType).as("articles"));
  }

  private static Column joined(String lists) {
    return array_join(array_sort(array_distinct(flatten(collect_list(col(lists))))), "; ")
        .as(lists);
  }

  private void write(Dataset<Row> rows, String folder, String name) {
    rows.write().parquet(folder + "/" + name + ".parquet");
    if (settings.csv()) {
      Column[] cells = new Column[rows.schema().size()];
      StructField[] fields = rows.schema().fields();
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell(fields[i]);
      }
      rows.select(cells)
          .write()
          .option("header", true)
          .option("escape", "\"")
          .option("emptyValue", "")
          .option("ignoreLeadingWhiteSpace", false)
          .option("ignoreTrailingWhiteSpace", false)
          .csv(folder + "/" + name + ".csv");
    }
  }

  /** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
  private static Column cell(StructField field) {
    Column column = col(field.name());
    return field.dataType().equals(DataTypes.StringType)
        ? when(column.rlike("^[=+\\-@\\t\\r]"), concat(lit("'"), column))
            .otherwise(column)
            .as(field.name())
        : column;
  }
}
