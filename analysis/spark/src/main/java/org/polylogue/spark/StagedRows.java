package org.polylogue.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.table.DiscourseRows;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Actor;
import org.polylogue.model.Mention;
import scala.jdk.javaapi.CollectionConverters;

/** One wide row for each line of input: a failure, or the rows of all tables as arrays. */
final class StagedRows {

  static final String FILE = "input_file";
  static final String POSITION = "input_position";
  static final String ARTICLE = "analysed_article_id";
  static final String FAILURE = "failure";
  static final String ACTORS = "actor_parts";

  static final StructType FAILURE_TYPE =
      new StructType()
          .add("document", DataTypes.StringType)
          .add("stage", DataTypes.StringType)
          .add("cause", DataTypes.StringType);

  private static final StructType ACTOR_TYPE =
      new StructType()
          .add("actor_id", DataTypes.StringType)
          .add("name", DataTypes.StringType)
          .add("type", DataTypes.StringType)
          .add("aliases", DataTypes.createArrayType(DataTypes.StringType))
          .add("attributes", DataTypes.createArrayType(DataTypes.StringType))
          .add("mentions", DataTypes.IntegerType);

  private StagedRows() {}

  static StructType schema() {
    StructType schema =
        new StructType()
            .add(FILE, DataTypes.StringType)
            .add(POSITION, DataTypes.LongType)
            .add(ARTICLE, DataTypes.StringType)
            .add(FAILURE, FAILURE_TYPE)
            .add(ACTORS, DataTypes.createArrayType(ACTOR_TYPE));
    for (DiscourseTable table : DiscourseTable.values()) {
      if (table != DiscourseTable.ACTORS) {
        schema = schema.add(table.label(), DataTypes.createArrayType(schemaOf(table)));
      }
    }
    return schema;
  }

  static StructType schemaOf(DiscourseTable table) {
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

  static Row failed(String file, long position, String document, String stage, String cause) {
    List<Object> cells = new ArrayList<>();
    cells.add(file);
    cells.add(position);
    cells.add(null);
    cells.add(RowFactory.create(document, stage, cause));
    while (cells.size() < schema().size()) {
      cells.add(null);
    }
    return RowFactory.create(cells.toArray());
  }

  static Row analysed(String file, long position, Discourse discourse) {
    DiscourseRows rows = DiscourseRows.of(discourse);
    List<Object> cells = new ArrayList<>();
    cells.add(file);
    cells.add(position);
    cells.add(discourse.conversation().article().id());
    cells.add(null);
    cells.add(seq(actors(discourse)));
    for (DiscourseTable table : DiscourseTable.values()) {
      if (table != DiscourseTable.ACTORS) {
        List<Row> found = new ArrayList<>();
        for (List<Object> row : rows.of(table)) {
          found.add(RowFactory.create(row.toArray()));
        }
        cells.add(seq(found));
      }
    }
    return RowFactory.create(cells.toArray());
  }

  private static List<Row> actors(Discourse discourse) {
    Map<String, Integer> mentions = new HashMap<>();
    for (DocumentDiscourse found : discourse.documents()) {
      for (Mention mention : found.mentions()) {
        mentions.merge(mention.meantActorId(), 1, Integer::sum);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Actor actor : discourse.actors()) {
      List<String> attributes = new ArrayList<>();
      actor.attributes().forEach((name, value) -> attributes.add(name + "=" + value));
      rows.add(
          RowFactory.create(
              actor.id(),
              actor.name(),
              actor.type().name(),
              seq(List.copyOf(actor.aliases())),
              seq(attributes),
              mentions.getOrDefault(actor.id(), 0)));
    }
    return rows;
  }

  private static <T> scala.collection.immutable.Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
  }
}
