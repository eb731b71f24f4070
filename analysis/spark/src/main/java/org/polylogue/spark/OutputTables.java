package org.polylogue.spark;

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
import org.polylogue.discourse.table.DiscourseTable;

/** The tables of a run by their number: those of {@link DiscourseTable}, notices and failures. */
final class OutputTables {

  static final int NOTICES = DiscourseTable.values().length;
  static final int FAILURES = NOTICES + 1;
  static final int COUNT = FAILURES + 1;

  private static final List<String> NAMES = names();
  private static final List<StructType> SCHEMAS = schemas();

  private OutputTables() {}

  static String name(int table) {
    return NAMES.get(table);
  }

  static StructType schema(int table) {
    return SCHEMAS.get(table);
  }

  /** The schema of a table as Spark would write it: every cell may be empty. */
  static MessageType parquet(int table) {
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

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (DiscourseTable table : DiscourseTable.values()) {
      names.add(table.label());
    }
    names.add("notices");
    names.add("failures");
    return names;
  }

  private static List<StructType> schemas() {
    List<StructType> schemas = new ArrayList<>();
    for (DiscourseTable table : DiscourseTable.values()) {
      schemas.add(schemaOf(table));
    }
    schemas.add(
        new StructType()
            .add("article_id", DataTypes.StringType)
            .add("place", DataTypes.StringType)
            .add("line", DataTypes.LongType)
            .add("kind", DataTypes.StringType)
            .add("excerpt", DataTypes.StringType)
            .add("reason", DataTypes.StringType));
    schemas.add(
        new StructType()
            .add("document", DataTypes.StringType)
            .add("stage", DataTypes.StringType)
            .add("cause", DataTypes.StringType));
    return schemas;
  }

  private static StructType schemaOf(DiscourseTable table) {
    StructType schema = new StructType();
    for (DiscourseTable.Column column : table.columns()) {
      DataType type =
          switch (column.type()) {
            case WHOLE -> DataTypes.IntegerType;
            case DECIMAL -> DataTypes.DoubleType;
            default -> DataTypes.StringType;
          };
      schema = schema.add(column.name(), type);
    }
    return schema;
  }
}
