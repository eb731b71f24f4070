package org.polylogue.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.results.run.RunCounts;

/**
 * Analyses a corpus on Apache Spark and writes the tables of {@link DiscourseTable} and the tables
 * of notices and failures as Parquet, and as CSV if asked. Rows are those of the local pipeline;
 * their order is not kept.
 *
 * <p>Each article is analysed once; its rows are staged and then written to all tables in one pass.
 * The output folder appears at the end, by rename: a run that dies leaves none, only a folder with
 * the ending {@code .partial}, which the next run replaces. Of articles with the same id the first
 * is kept, by the path of the file and the place in it, and the others are failures. Immutable and
 * thread-safe.
 */
public final class SparkDiscourse {

  private static final String PARTIAL = ".partial";

  private final SparkSession session;
  private final AnalysisSource source;
  private final SparkSettings settings;
  private final Layers layers;
  private final Optional<Function<RunCounts, String>> report;

  /**
   * A run to be.
   *
   * @param session where to run
   * @param source makes the analysis on each executor
   * @param settings limits and outputs
   */
  public SparkDiscourse(SparkSession session, AnalysisSource source, SparkSettings settings) {
    this(session, source, settings, Layers.STANDARD, Optional.empty());
  }

  private SparkDiscourse(
      SparkSession session,
      AnalysisSource source,
      SparkSettings settings,
      Layers layers,
      Optional<Function<RunCounts, String>> report) {
    this.session = Objects.requireNonNull(session, "session");
    this.source = Objects.requireNonNull(source, "source");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.layers = layers;
    this.report = report;
  }

  /**
   * The same run, which also writes {@code run.json}.
   *
   * @param text what it is to hold; asked once, by the thread that runs, before the folder appears
   * @return a copy
   */
  public SparkDiscourse withReport(Function<RunCounts, String> text) {
    return new SparkDiscourse(session, source, settings, layers, Optional.of(text));
  }

  /**
   * The same run with other tables.
   *
   * @param wanted the layers that have tables; the analysis may find no others
   * @return a copy
   */
  public SparkDiscourse withLayers(Layers wanted) {
    return new SparkDiscourse(session, source, settings, wanted, report);
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
   *     org.polylogue.corpus.jsonl.JsonLinesWriter#line} makes them; blank ones are passed over
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
    String staged = new Path(partial, "staged").toString();
    String tables = new Path(partial, "tables").toString();
    LongAccumulator items = session.sparkContext().longAccumulator();
    analysed(rows, items).write().parquet(staged);
    RunCounts counts =
        new TableJob(
                session,
                session.read().schema(StagedRows.SCHEMA).parquet(staged),
                layers,
                items.value())
            .write(tables);
    if (settings.csv()) {
      CsvCopies.write(session, OutputTables.of(layers), tables);
    }
    if (report.isPresent()) {
      try (OutputStream file = files.create(new Path(tables, "run.json"))) {
        file.write(report.get().apply(counts).getBytes(StandardCharsets.UTF_8));
      }
    }
    files.delete(new Path(staged), true);
    if (files.exists(target) || !files.rename(new Path(tables), target)) {
      throw new IOException("the results cannot be moved from " + tables + " to " + out);
    }
    files.delete(partial, true);
    return counts;
  }

  private Dataset<Row> analysed(Dataset<Row> rows, LongAccumulator items) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    Broadcast<ExecutorAnalysis> analysis = context.broadcast(new ExecutorAnalysis(source));
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    return rows.mapPartitions(
        new PartitionRun(analysis, hadoop, settings, OutputTables.of(layers), items),
        Encoders.row(StagedRows.SCHEMA));
  }
}
