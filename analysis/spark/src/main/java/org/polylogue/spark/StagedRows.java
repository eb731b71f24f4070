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
import org.polylogue.corpus.Notice;
import org.polylogue.corpus.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.table.DiscourseRows;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.model.Actor;
import org.polylogue.model.Mention;
import scala.jdk.javaapi.CollectionConverters;

/** One wide row for each item of the corpus: a failure, or the rows of all tables as arrays. */
final class StagedRows {

  static final String FILE = "input_file";
  static final String BLOCK = "input_block";
  static final String ROW = "input_row";
  static final String PLACE = "input_place";
  static final String ARTICLE = "read_article_id";
  static final String FAILURE = "failure";
  static final String NOTICES = "notices";
  static final String ACTORS = "actor_parts";

  static final StructType FAILURE_TYPE =
      new StructType()
          .add("document", DataTypes.StringType)
          .add("stage", DataTypes.StringType)
          .add("cause", DataTypes.StringType);

  private static final StructType NOTICE_TYPE =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("place", DataTypes.StringType)
          .add("line", DataTypes.LongType)
          .add("kind", DataTypes.StringType)
          .add("excerpt", DataTypes.StringType)
          .add("reason", DataTypes.StringType);

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
            .add(BLOCK, DataTypes.LongType)
            .add(ROW, DataTypes.LongType)
            .add(PLACE, DataTypes.StringType)
            .add(ARTICLE, DataTypes.StringType)
            .add(FAILURE, FAILURE_TYPE)
            .add(NOTICES, DataTypes.createArrayType(NOTICE_TYPE))
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

  /** An input that could not be read. */
  static Row unread(CorpusItems.Item item, String reason) {
    List<Object> cells = begun(item, null);
    cells.add(RowFactory.create(item.outcome().place().toString(), "read", reason));
    return filled(cells);
  }

  /** An article that was read but not analysed. */
  static Row failed(CorpusItems.Item item, ReadOutcome.Read read, String stage, String cause) {
    String id = read.conversation().article().id();
    List<Object> cells = begun(item, id);
    cells.add(RowFactory.create(id, stage, cause));
    cells.add(seq(notices(read)));
    return filled(cells);
  }

  static Row analysed(
      CorpusItems.Item item, ReadOutcome.Read read, Discourse discourse, List<String> overLimit) {
    DiscourseRows rows = DiscourseRows.of(discourse);
    List<Object> cells = begun(item, discourse.conversation().article().id());
    cells.add(null);
    List<Row> notices = notices(read);
    for (String reason : overLimit) {
      notices.add(row(read, new Notice(Notice.Kind.OVER_LIMIT, 0, "", reason)));
    }
    cells.add(seq(notices));
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

  private static List<Object> begun(CorpusItems.Item item, String article) {
    List<Object> cells = new ArrayList<>();
    cells.add(item.file());
    cells.add(item.block());
    cells.add(item.row());
    cells.add(item.outcome().place().toString());
    cells.add(article);
    return cells;
  }

  private static Row filled(List<Object> cells) {
    int columns = schema().size();
    while (cells.size() < columns) {
      cells.add(null);
    }
    return RowFactory.create(cells.toArray());
  }

  private static List<Row> notices(ReadOutcome.Read read) {
    List<Row> rows = new ArrayList<>();
    for (Notice notice : read.notices()) {
      rows.add(row(read, notice));
    }
    return rows;
  }

  private static Row row(ReadOutcome.Read read, Notice notice) {
    return RowFactory.create(
        read.conversation().article().id(),
        read.place().toString(),
        notice.line() == 0 ? null : notice.line(),
        notice.kind().name(),
        notice.excerpt(),
        notice.reason());
  }

  private static List<Row> actors(Discourse discourse) {
    Map<String, Integer> mentions = new HashMap<>();
    for (DocumentDiscourse found : discourse.documents()) {
      for (Mention mention : found.mentions()) {
        mentions.merge(mention.meantActorId(), mention.byPronoun() ? 0 : 1, Integer::sum);
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
