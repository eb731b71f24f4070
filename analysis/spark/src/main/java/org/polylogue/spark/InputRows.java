package org.polylogue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.polylogue.corpus.jsonl.JsonLinesWriter;

/** What there is to read, as rows: a line of JSON Lines each, or a file. */
final class InputRows {

  /** Position of the columns in {@link #SCHEMA}. */
  static final int FILE = 0;

  static final int BLOCK = 1;
  static final int ROW = 2;
  static final int NAME = 3;
  static final int BYTES = 4;
  static final int LINE = 5;

  /** Where the row comes from, and either the bytes of a line or the name and size of a file. */
  static final StructType SCHEMA =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("block", DataTypes.LongType)
          .add("row", DataTypes.LongType)
          .add("name", DataTypes.StringType)
          .add("bytes", DataTypes.LongType)
          .add("line", DataTypes.BinaryType);

  private static final int TASKS_PER_CORE = 16;
  private static final long BYTES_PER_TASK = 64L << 20;

  private final SparkSession session;
  private final int partitions;

  InputRows(SparkSession session, int partitions) {
    this.session = session;
    this.partitions = partitions;
  }

  Dataset<Row> ofFiles(List<String> inputs) throws IOException {
    List<InputFile> files = InputFile.list(inputs, session.sparkContext().hadoopConfiguration());
    List<Dataset<Row>> parts = new ArrayList<>();
    String[] lines = paths(files, InputFile.Kind.LINES);
    if (lines.length > 0) {
      Dataset<Row> text = session.read().option("lineSep", "\n").text(lines);
      parts.add(dealt(lines(text, col("value"), true)));
    }
    String[] tables = paths(files, InputFile.Kind.PARQUET);
    if (tables.length > 0) {
      Dataset<Row> table = session.read().option("mergeSchema", true).parquet(tables);
      parts.add(dealt(lines(table, json(table), true)));
    }
    List<InputFile> whole =
        files.stream().filter(file -> file.kind() == InputFile.Kind.WHOLE).toList();
    if (!whole.isEmpty()) {
      parts.add(wholeFiles(whole));
    }
    return parts.stream().reduce(Dataset::union).orElseThrow();
  }

  Dataset<Row> ofLines(Dataset<String> lines) {
    return asAsked(lines(lines.toDF("value"), col("value"), false));
  }

  Dataset<Row> ofArticles(Dataset<Row> articles) {
    return asAsked(lines(articles, json(articles), false));
  }

  private static String[] paths(List<InputFile> files, InputFile.Kind kind) {
    return files.stream()
        .filter(file -> file.kind() == kind)
        .map(InputFile::literal)
        .toArray(String[]::new);
  }

  private static Dataset<Row> lines(Dataset<Row> rows, Column line, boolean ofFiles) {
    return rows.select(
            (ofFiles ? col("_metadata.file_path") : input_file_name()).as("file"),
            (ofFiles ? col("_metadata.file_block_start") : lit(0L)).as("block"),
            monotonically_increasing_id().as("row"),
            lit(null).cast(DataTypes.StringType).as("name"),
            lit(null).cast(DataTypes.LongType).as("bytes"),
            line.as("line"))
        .where(trim(col("line"), " \t\r\n").notEqual(""))
        .withColumn("line", col("line").cast(DataTypes.BinaryType));
  }

  /** A row with the fields of JSON Lines as such a line; what is null is left out. */
  private static Column json(Dataset<Row> rows) {
    List<Column> fields = new ArrayList<>();
    List<String> names = Arrays.asList(rows.columns());
    if (!names.contains("schema")) {
      fields.add(lit(JsonLinesWriter.SCHEMA).as("schema"));
    }
    names.forEach(name -> fields.add(col("`" + name.replace("`", "``") + "`")));
    return to_json(struct(fields.toArray(Column[]::new)));
  }

  /** To count the partitions of what the caller made would compute it. */
  private Dataset<Row> asAsked(Dataset<Row> rows) {
    return partitions > 0 ? rows.repartition(partitions) : rows;
  }

  /** Text is small beside the work that it makes, so that dealing it out costs next to nothing. */
  private Dataset<Row> dealt(Dataset<Row> rows) {
    int wanted = TASKS_PER_CORE * session.sparkContext().defaultParallelism();
    boolean few = partitions == 0 && rows.rdd().getNumPartitions() < wanted;
    return few ? rows.repartition(wanted) : asAsked(rows);
  }

  private Dataset<Row> wholeFiles(List<InputFile> files) {
    long bytes = 0;
    List<Row> rows = new ArrayList<>(files.size());
    for (InputFile file : files) {
      bytes += file.bytes();
      rows.add(RowFactory.create(file.path(), 0L, 0L, file.name(), file.bytes(), null));
    }
    int cores = session.sparkContext().defaultParallelism();
    long wanted =
        partitions > 0
            ? partitions
            : Math.max((long) TASKS_PER_CORE * cores, bytes / BYTES_PER_TASK);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    return session.createDataFrame(
        context.parallelize(rows, (int) Math.min(files.size(), wanted)), SCHEMA);
  }
}
