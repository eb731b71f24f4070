package org.polylogue.spark;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * Writes rows of all tables in one pass, a Parquet file of each table that has rows for each task.
 * The key is the number of the table. Files appear when Hadoop's committer says so: those of failed
 * and repeated tasks never do. Public because Hadoop makes it by its name.
 */
public final class TableOutput extends FileOutputFormat<Integer, Object[]> {

  /** Property of the job: the codec, as {@code spark.sql.parquet.compression.codec} has it. */
  static final String CODEC = "org.polylogue.spark.codec";

  /** Property of the job: the tables, see {@link OutputTables#toText}. */
  static final String TABLES = "org.polylogue.spark.tables";

  /** So that a task, which has a row group of each table in memory, needs some hundred MB. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  /** A format to be used by Hadoop. */
  public TableOutput() {}

  @Override
  public RecordWriter<Integer, Object[]> getRecordWriter(TaskAttemptContext context)
      throws IOException {
    PathOutputCommitter committer = (PathOutputCommitter) getOutputCommitter(context);
    return new Writer(
        committer.getWorkPath(),
        context.getTaskAttemptID().getTaskID().getId(),
        context.getConfiguration());
  }

  private static final class Writer extends RecordWriter<Integer, Object[]> {

    private final Map<Integer, ParquetWriter<Object[]>> open = new TreeMap<>();
    private final Path folder;
    private final int task;
    private final Configuration conf;
    private final OutputTables tables;

    /** The first task makes a file of each table, so that one without rows is there too. */
    Writer(Path folder, int task, Configuration conf) throws IOException {
      this.folder = folder;
      this.task = task;
      this.conf = conf;
      this.tables = OutputTables.ofText(conf.get(TABLES));
      for (int table = 0; task == 0 && table < tables.count(); table++) {
        open.put(table, file(table));
      }
    }

    @Override
    public void write(Integer table, Object[] cells) throws IOException {
      ParquetWriter<Object[]> file = open.get(table);
      if (file == null) {
        file = file(table);
        open.put(table, file);
      }
      file.write(cells);
    }

    private ParquetWriter<Object[]> file(int table) throws IOException {
      String codec = conf.get(CODEC, "snappy").toUpperCase(Locale.ROOT);
      String name = String.format(Locale.ROOT, "part-%05d.parquet", task);
      Path path = new Path(new Path(folder, tables.name(table) + ".parquet"), name);
      return new Builder(HadoopOutputFile.fromPath(path, conf), tables.parquet(table))
          .withConf(conf)
          .withCompressionCodec(
              "NONE".equals(codec)
                  ? CompressionCodecName.UNCOMPRESSED
                  : CompressionCodecName.fromConf(codec))
          .withRowGroupSize(ROW_GROUP_BYTES)
          .build();
    }

    @Override
    public void close(TaskAttemptContext context) throws IOException {
      IOException failed = null;
      for (ParquetWriter<Object[]> file : open.values()) {
        try {
          file.close();
        } catch (IOException e) {
          failed = e;
        }
      }
      if (failed != null) {
        throw failed;
      }
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {

    private final MessageType schema;

    Builder(HadoopOutputFile file, MessageType schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    // abstract still, although there is one for another kind of configuration
    @SuppressWarnings("deprecation")
    @Override
    protected WriteSupport<Object[]> getWriteSupport(Configuration conf) {
      return new Cells(schema);
    }
  }

  private static final class Cells extends WriteSupport<Object[]> {

    private final MessageType schema;
    private RecordConsumer record;

    Cells(MessageType schema) {
      this.schema = schema;
    }

    // abstract still, although there is one for another kind of configuration
    @SuppressWarnings("deprecation")
    @Override
    public WriteContext init(Configuration conf) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      record = consumer;
    }

    @Override
    public void write(Object[] cells) {
      record.startMessage();
      for (int i = 0; i < cells.length; i++) {
        if (cells[i] != null) {
          String name = schema.getFieldName(i);
          record.startField(name, i);
          add(cells[i]);
          record.endField(name, i);
        }
      }
      record.endMessage();
    }

    private void add(Object cell) {
      if (cell instanceof String text) {
        record.addBinary(Binary.fromString(text));
      } else if (cell instanceof Integer whole) {
        record.addInteger(whole);
      } else if (cell instanceof Long number) {
        record.addLong(number);
      } else {
        record.addDouble((Double) cell);
      }
    }
  }
}
