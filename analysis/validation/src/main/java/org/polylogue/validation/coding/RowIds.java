package org.polylogue.validation.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.pipeline.Sha256;

/**
 * The ids of the rows of a table, see {@link ResultTable.Row}. For one thread and one reading of
 * the table, in its order.
 */
public final class RowIds {

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "quotations",
          List.of("document_id", "spans"),
          "target_sentiments",
          List.of("document_id", "start", "end", "target_start", "target_end"),
          "stances",
          List.of(
              "document_id",
              "holder",
              "speaker_id",
              "speaker",
              "target_type",
              "target_id",
              "target",
              "scheme"),
          "echoes",
          List.of("document_id", "start", "end", "source_id", "source_start", "source_end"),
          "actors",
          List.of("actor_id"),
          "articles",
          List.of("article_id"),
          "comments",
          List.of("comment_id"));

  private static final int ID_LENGTH = 12;

  private final String table;
  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * Ids from the first row on.
   *
   * @param table name of the table
   */
  public RowIds(String table) {
    this.table = table;
  }

  /** The columns that tell a row from others. */
  static List<String> key(String table) {
    return KEYS.getOrDefault(table, List.of("document_id", "start", "end"));
  }

  /**
   * The id of the next row.
   *
   * @param cells by column, empty ones as empty texts
   * @return its id
   */
  public String next(Map<String, String> cells) {
    StringBuilder place = new StringBuilder(table);
    key(table).forEach(column -> place.append('\u001f').append(cells.get(column)));
    String id = "r" + Sha256.of(place.toString()).substring(0, ID_LENGTH);
    int times = seen.merge(id, 1, Integer::sum);
    return times == 1 ? id : id + "-" + times;
  }
}
