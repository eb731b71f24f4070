package org.polylogue.discourse.table;

import java.util.ArrayList;
import java.util.List;

/** The tables of an analysis; their columns are described in {@code docs/formats/discourse.md}. */
public enum DiscourseTable {
  /** One row for each article. */
  ARTICLES(
      "article_id title outlet author date url section characters:whole "
          + "comments:whole root_comments:whole thread_depth:whole thread_breadth:whole "
          + "branching:decimal structural_virality:decimal quotations:whole "
          + "expressions:whole mentions:whole irregularities:whole"),
  /** One row for each comment. */
  COMMENTS(
      "article_id comment_id author time score:whole reply_to depth:whole "
          + "replies:whole characters:whole text"),
  /** One row for each quotation. */
  QUOTATIONS(
      "article_id document_id quotation:whole kind mode grade speaker_type speaker actor_id "
          + "text spans cue source parent:whole rule confidence:decimal"),
  /** One row for each marked expression. */
  EXPRESSIONS("article_id document_id kind text start:whole end:whole rule confidence:decimal"),
  /** One row for each actor of the corpus, ordered by id. */
  ACTORS("actor_id name type aliases attributes mentions:whole articles:whole"),
  /** One row for each mention. */
  MENTIONS(
      "article_id document_id start:whole end:whole text form actor_id actor "
          + "metonym_id metonym confidence:decimal"),
  /** One row for each sentiment. */
  SENTIMENTS(
      "article_id document_id start:whole end:whole text score:decimal voice speaker "
          + "target target_start:whole target_end:whole trace"),
  /** One row for each stance. */
  STANCES(
      "article_id document_id holder speaker target_type target_id target scheme "
          + "label confidence:decimal evidence withheld"),
  /** One row for each echo. */
  ECHOES(
      "article_id document_id start:whole end:whole text source_id source_start:whole "
          + "source_end:whole source_text similarity:decimal");

  /** What the cells of a column hold, unless they are empty. */
  public enum CellType {
    /** A {@link String}. */
    TEXT,
    /** An {@link Integer}. */
    WHOLE,
    /** A {@link Double}. */
    DECIMAL
  }

  /**
   * A column.
   *
   * @param name its name in the header row
   * @param type what its cells hold
   */
  public record Column(String name, CellType type) {}

  private final List<Column> columns;

  DiscourseTable(String specification) {
    List<Column> found = new ArrayList<>();
    for (String column : specification.split(" ")) {
      String[] parts = column.split(":");
      CellType type =
          parts.length == 1
              ? CellType.TEXT
              : "whole".equals(parts[1]) ? CellType.WHOLE : CellType.DECIMAL;
      found.add(new Column(parts[0], type));
    }
    this.columns = List.copyOf(found);
  }

  /**
   * Names the table in files.
   *
   * @return its name in lower case
   */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * Its columns.
   *
   * @return the columns in order
   */
  public List<Column> columns() {
    return columns;
  }
}
