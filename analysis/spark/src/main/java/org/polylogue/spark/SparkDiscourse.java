package org.polylogue.spark;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.apache.spark.util.SerializableConfiguration;
import org.polylogue.discourse.table.DiscourseTable;

/**
 * Analyses a corpus on Apache Spark and writes the tables of {@link DiscourseTable} and the tables
 * of notices and failures as Parquet, and as CSV if asked. Rows are those of the local pipeline;
 * their order is not kept.
 *
 * <p>Each article is analysed once; its rows are staged and then written table by table. The output
 * folder appears at the end, by rename: a run that dies leaves none, only a folder with the ending
 * {@code .partial}, which the next run replaces. Of articles with the same id the first is kept, by
 * the path of the file and the place in it, and the others are failures. Immutable and thread-safe.
 */
public final class SparkDiscourse {

  private static final String PARTIAL = ".partial";
  private static final String STAGED = "_staged";
  private static final String FAILURES = "failures";
  private static final int WRITERS = 4;

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
   * Analyses files. Those with the extension {@code .jsonl} or {@code .ndjson}, plain or compressed
   * with bzip2, are read as JSON Lines and split among tasks; {@code .parquet} as tables, see
   * {@link #runArticles}; every other file (web archives, pages, tables, JSON Lines compressed with
   * gzip) by its content, as {@link org.polylogue.corpus.CorpusReader} does, by one task.
   *
   * @param inputs files, folders or patterns of any file system that Hadoop knows
   * @param out the folder to make
   * @return what was written
   * @throws IOException if an input is missing, or the output folder is there already or cannot be
   *     made
   */
  public RunCounts run(List<String> inputs, String out) throws IOException {
    return run(() -> new InputRows(session, settings.partitions()).ofFiles(inputs), out);
  }

  /**
   * Analyses lines of JSON Lines.
   *
   * @param lines an article with its comments each, as {@link
   *     org.polylogue.corpus.JsonLinesWriter#line} makes them; blank ones are passed over
   * @param out the folder to make
   * @return what was written
   * @throws IOException if the output folder is there already or cannot be made
   */
  public RunCounts runLines(Dataset<String> lines, String out) throws IOException {
    return run(() -> new InputRows(session, settings.partitions()).ofLines(lines), out);
  }

  /**
   * Analyses articles in columns.
   *
   * @param articles an article with its comments a row, in columns of the names and types that the
   *     fields of JSON Lines have: {@code article}, a struct with {@code id} and {@code text} at
   *     least, perhaps {@code comments}, an array of structs, {@code offsets} and {@code schema}.
   *     Null is a field that is not there
   * @param out the folder to make
   * @return what was written
   * @throws IOException if the output folder is there already or cannot be made
   */
  public RunCounts runArticles(Dataset<Row> articles, String out) throws IOException {
    return run(() -> new InputRows(session, settings.partitions()).ofArticles(articles), out);
  }

  private interface Input {
    Dataset<Row> rows() throws IOException;
  }

  private RunCounts run(Input input, String out) throws IOException {
    Path target = new Path(out);
    Path partial = new Path(out + PARTIAL);
    FileSystem files = target.getFileSystem(session.sparkContext().hadoopConfiguration());
    if (files.exists(target)) {
      throw new IOException(out + " is there already; name another folder or remove it");
    }
    Dataset<Row> rows = input.rows();
    files.delete(partial, true);
    String staged = new Path(partial, STAGED).toString();
    analysed(rows).write().parquet(staged);
    write(session.read().schema(StagedRows.schema()).parquet(staged), partial.toString());
    files.delete(new Path(staged), true);
    RunCounts counts = counts(partial.toString());
    if (files.exists(target) || !files.rename(partial, target)) {
      throw new IOException("the results cannot be moved from " + partial + " to " + out);
    }
    return counts;
  }

  private RunCounts counts(String folder) {
    return new RunCounts(
        rows(folder, DiscourseTable.ARTICLES.label()),
        rows(folder, DiscourseTable.COMMENTS.label()),
        rows(folder, DiscourseTable.QUOTATIONS.label()),
        rows(folder, FAILURES));
  }

  private long rows(String folder, String table) {
    return session.read().parquet(folder + "/" + table + ".parquet").count();
  }

  private Dataset<Row> analysed(Dataset<Row> rows) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    Broadcast<ExecutorAnalysis> analysis = context.broadcast(new ExecutorAnalysis(source));
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    return rows.mapPartitions(
        new PartitionRun(analysis, hadoop, settings), Encoders.row(StagedRows.schema()));
  }

  private void write(Dataset<Row> staged, String folder) throws IOException {
    Dataset<Row> unread = staged.where(col(StagedRows.ARTICLE).isNull());
    Dataset<Row> read = staged.where(col(StagedRows.ARTICLE).isNotNull());
    Column order = struct(col(StagedRows.FILE), col(StagedRows.BLOCK), col(StagedRows.ROW));
    Dataset<Row> repeated =
        read.groupBy(col(StagedRows.ARTICLE).as("id"))
            .agg(min(order).as("first"), count(lit(1)).as("uses"))
            .where(col("uses").gt(1))
            .persist(StorageLevel.DISK_ONLY());
    Dataset<Row> kept = read;
    Dataset<Row> failures = unread.select(StagedRows.FAILURE + ".*");
    if (!repeated.isEmpty()) {
      Dataset<Row> joined =
          read.join(repeated, col(StagedRows.ARTICLE).equalTo(col("id")), "left_outer");
      Column isFirst = col("first").isNull().or(order.equalTo(col("first")));
      kept = joined.where(isFirst);
      failures = failures.unionByName(joined.where(not(isFirst)).select(usedBefore()));
    }
    failures =
        failures.unionByName(
            kept.where(col(StagedRows.FAILURE).isNotNull()).select(StagedRows.FAILURE + ".*"));
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    for (DiscourseTable table : DiscourseTable.values()) {
      tables.put(
          table.label(),
          table == DiscourseTable.ACTORS
              ? actors(kept)
              : kept.selectExpr("inline(" + table.label() + ")"));
    }
    tables.put(StagedRows.NOTICES, kept.selectExpr("inline(" + StagedRows.NOTICES + ")"));
    tables.put(FAILURES, failures);
    writeAll(tables, folder);
    repeated.unpersist();
  }

  /** Several tables at a time, since most are small and planning one keeps a single core busy. */
  private void writeAll(Map<String, Dataset<Row>> tables, String folder) throws IOException {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> written = new ArrayList<>();
      tables.forEach((name, rows) -> written.add(writers.submit(() -> write(rows, folder, name))));
      for (Future<?> table : written) {
        table.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a table cannot be written: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the run was interrupted");
    } finally {
      writers.shutdownNow();
    }
  }

  private static Column[] usedBefore() {
    return new Column[] {
      col(StagedRows.PLACE).as("document"),
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
