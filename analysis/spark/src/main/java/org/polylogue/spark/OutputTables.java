package org.polylogue.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.discourse.table.DiscourseTable;

/**
 * The tables of a run by their number: those of {@link DiscourseTable} with its layers, then
 * notices and failures. It is sent to executors, and to Hadoop's writer, as its text: a line for
 * each table with its name, its layer if it has one, and its columns.
 */
final class OutputTables implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String NOTICES =
      "notices\t\tarticle_id:TEXT place:TEXT line:LONG kind:TEXT excerpt:TEXT reason:TEXT\n";
  private static final String FAILURES = "failures\t\tdocument:TEXT stage:TEXT cause:TEXT\n";

  private final String text;
  private final transient List<String> names = new ArrayList<>();
  private final transient List<String> layers = new ArrayList<>();
  private final transient List<StructType> schemas = new ArrayList<>();

  private OutputTables(String text) {
    this.text = text;
    for (String line : text.split("\n")) {
      String[] parts = line.split("\t");
      names.add(parts[0]);
      layers.add(parts[1]);
      StructType schema = new StructType();
      for (String column : parts[2].split(" ")) {
        int colon = column.indexOf(':');
        schema = schema.add(column.substring(0, colon), type(column.substring(colon + 1)));
      }
      schemas.add(schema);
    }
  }

  static OutputTables of(Layers layers) {
    StringBuilder text = new StringBuilder();
    for (Table<?> table : DiscourseTable.all(layers)) {
      String layer = "";
      for (Layer<?> one : layers) {
        layer = one.tables().contains(table) ? one.name() : layer;
      }
      text.append(table.name()).append('\t').append(layer).append('\t');
      for (Table.Column column : table.columns()) {
        text.append(column.name()).append(':').append(column.type()).append(' ');
      }
      text.append('\n');
    }
    return new OutputTables(text.append(NOTICES).append(FAILURES).toString());
  }

  static OutputTables ofText(String text) {
    return new OutputTables(text);
  }

  private Object readResolve() {
    return new OutputTables(text);
  }

  private static DataType type(String name) {
    return switch (name) {
      case "WHOLE" -> DataTypes.IntegerType;
      case "LONG" -> DataTypes.LongType;
      case "DECIMAL" -> DataTypes.DoubleType;
      default -> DataTypes.StringType;
    };
  }

  String toText() {
    return text;
  }

  int count() {
    return names.size();
  }

  int notices() {
    return names.size() - 2;
  }

  int failures() {
    return names.size() - 1;
  }

  /**
   * The number of a table.
   *
   * @throws IllegalArgumentException if it is of none of the layers of this run
   */
  int number(String table) {
    int number = names.indexOf(table);
    if (number < 0) {
      throw new IllegalArgumentException(
          "table " + table + " is of none of the layers of this run; see withLayers");
    }
    return number;
  }

  String name(int table) {
    return names.get(table);
  }

  /** The layer that a table belongs to, empty for none. */
  String layer(int table) {
    return layers.get(table);
  }

  StructType schema(int table) {
    return schemas.get(table);
  }

  /** The schema of a table as Spark would write it: every cell may be empty. */
  MessageType parquet(int table) {
    Types.MessageTypeBuilder columns = Types.buildMessage();
    for (StructField field : schema(table).fields()) {
      if (field.dataType().equals(DataTypes.StringType)) {
        columns
            .optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(field.name());
      } else {
        columns.optional(number(field.dataType())).named(field.name());
      }
    }
    return columns.named(name(table));
  }

  private static PrimitiveTypeName number(DataType type) {
    if (type.equals(DataTypes.DoubleType)) {
      return PrimitiveTypeName.DOUBLE;
    }
    return type.equals(DataTypes.LongType) ? PrimitiveTypeName.INT64 : PrimitiveTypeName.INT32;
  }
}
