package org.polylogue.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.polylogue.text.SpreadsheetText;

/** The tables of a folder once more, as CSV. */
final class CsvCopies {

  /** Smaller numbers have an exponent in Java. */
  private static final double LEAST_PLAIN = 1e-3;

  private static final int DECIMALS = 4;

  private CsvCopies() {}

  static void write(SparkSession session, OutputTables tables, String folder) {
    for (int table = 0; table < tables.count(); table++) {
      StructField[] fields = tables.schema(table).fields();
      Column[] cells = new Column[fields.length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell(fields[i]);
      }
      String name = folder + "/" + tables.name(table);
      session
          .read()
          .schema(tables.schema(table))
          .parquet(name + ".parquet")
          .select(cells)
          .write()
          .option("header", true)
          .option("escape", "\"")
          .option("emptyValue", "")
          .option("ignoreLeadingWhiteSpace", false)
          .option("ignoreTrailingWhiteSpace", false)
          .csv(name + ".csv");
    }
  }

  /**
   * A cell that a spreadsheet would take for a formula gets an apostrophe in front; a number is
   * written without an exponent.
   */
  private static Column cell(StructField field) {
    Column column = col(field.name());
    if (field.dataType().equals(DataTypes.StringType)) {
      return when(
              column.rlike("^'*[\\Q" + SpreadsheetText.FORMULA_STARTS + "\\E]"),
              concat(lit("'"), column))
          .otherwise(column)
          .as(field.name());
    }
    if (field.dataType().equals(DataTypes.DoubleType)) {
      return when(
              column.notEqual(0).and(abs(column).lt(LEAST_PLAIN)), format_number(column, DECIMALS))
          .otherwise(column.cast(DataTypes.StringType))
          .as(field.name());
    }
    return column;
  }
}
