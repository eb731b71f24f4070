package org.polylogue.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.table.DiscourseRows;
import org.polylogue.model.Actor;
import org.polylogue.model.Mention;
import scala.jdk.javaapi.CollectionConverters;

/** One wide row for each item of the corpus: where it stands, its actors, and its rows. */
final class StagedRows {

  static final String FILE = "input_file";
  static final String BLOCK = "input_block";
  static final String ROW = "input_row";
  static final String PLACE = "input_place";
  static final String ARTICLE = "read_article_id";
  static final String ACTORS = "actor_parts";
  static final String ROWS = "rows";

  private static final StructType ACTOR_TYPE =
      new StructType()
          .add("actor_id", DataTypes.StringType)
          .add("name", DataTypes.StringType)
          .add("type", DataTypes.StringType)
          .add("aliases", DataTypes.createArrayType(DataTypes.StringType))
          .add("attributes", DataTypes.createArrayType(DataTypes.StringType))
          .add("mentions", DataTypes.IntegerType);

  static final StructType SCHEMA =
      new StructType()
          .add(FILE, DataTypes.StringType)
          .add(BLOCK, DataTypes.LongType)
          .add(ROW, DataTypes.LongType)
          .add(PLACE, DataTypes.StringType)
          .add(ARTICLE, DataTypes.StringType)
          .add(ACTORS, DataTypes.createArrayType(ACTOR_TYPE))
          .add(ROWS, DataTypes.BinaryType);

  private StagedRows() {}

  /** An input that could not be read. */
  static Row unread(OutputTables tables, CorpusItems.Item item, String reason) {
    PackedRows rows = new PackedRows();
    rows.add(tables.failures(), List.of(item.outcome().place().toString(), "read", reason));
    return row(item, null, List.of(), rows);
  }

  /** An article that was read but not analysed. */
  static Row failed(
      OutputTables tables,
      CorpusItems.Item item,
      ReadOutcome.Read read,
      String stage,
      String cause) {
    String id = read.conversation().article().id();
    PackedRows rows = new PackedRows();
    addNotices(tables, rows, read, List.of());
    rows.add(tables.failures(), List.of(id, stage, cause));
    return row(item, id, List.of(), rows);
  }

  static Row analysed(
      OutputTables tables,
      CorpusItems.Item item,
      ReadOutcome.Read read,
      Discourse discourse,
      List<Notice> later) {
    DiscourseRows found = DiscourseRows.of(discourse);
    PackedRows rows = new PackedRows();
    addNotices(tables, rows, read, later);
    for (String table : found.tables()) {
      int number = tables.number(table);
      found.of(table).forEach(cells -> rows.add(number, cells));
    }
    return row(item, discourse.conversation().article().id(), actors(discourse), rows);
  }

  private static Row row(CorpusItems.Item item, String article, List<Row> actors, PackedRows rows) {
    return RowFactory.create(
        item.file(),
        item.block(),
        item.row(),
        item.outcome().place().toString(),
        article,
        seq(actors),
        rows.toBytes());
  }

  private static void addNotices(
      OutputTables tables, PackedRows rows, ReadOutcome.Read read, List<Notice> later) {
    List<Notice> notices = new ArrayList<>(read.notices());
    notices.addAll(later);
    for (Notice notice : notices) {
      rows.add(
          tables.notices(),
          Arrays.asList(
              read.conversation().article().id(),
              read.place().toString(),
              notice.line() == 0 ? null : notice.line(),
              notice.kind().name(),
              notice.excerpt(),
              notice.reason()));
    }
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

  /** What {@link #actors} wrote as {@code name=value}. */
  static Map<String, String> attributes(List<String> written) {
    Map<String, String> attributes = new HashMap<>();
    for (String one : written) {
      int at = one.indexOf('=');
      attributes.put(one.substring(0, at), one.substring(at + 1));
    }
    return attributes;
  }

  private static <T> scala.collection.immutable.Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
  }
}
