package org.polylogue.corpus.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a table holds what. Immutable and thread-safe.
 *
 * @param columns name of the column for each meaning that the table has
 */
public record ColumnMapping(Map<Meaning, String> columns) {

  /** What a column can hold, with the names that are known without a mapping. */
  public enum Meaning {
    /** Id of an article; in a table of comments, of the article they stand under. */
    ARTICLE("article_id", "articleid", "article"),
    /** Title of an article. */
    TITLE("title", "headline", "article_title"),
    /** Text of an article. */
    TEXT("article_text", "text", "body", "content", "fulltext"),
    /** Newspaper, agency or site. */
    OUTLET("outlet", "source", "publisher", "newspaper", "publication", "site"),
    /** Byline. */
    BYLINE("byline", "article_author"),
    /** Day of publication. */
    DATE("published_date", "date", "published", "publication_date"),
    /** Address. */
    URL("url", "article_url", "link"),
    /** Section or desk. */
    SECTION("section", "desk", "category"),
    /** Id of a comment; a positional one such as {@code source_article_0_1_0} tells its parent. */
    COMMENT("comment_counter", "comment_id", "commentid"),
    /** Id of the comment that a comment answers. */
    PARENT("parent", "parent_id", "parentid", "reply_to", "in_reply_to"),
    /** Name of a commenter. */
    COMMENTER("comment_author", "commenter", "author", "user", "username", "name"),
    /** When a comment was posted; a date, or seconds or milliseconds of UTC. */
    TIME("time", "timestamp", "post_time", "created", "created_at", "comment_date"),
    /** Votes as one signed number. */
    SCORE("score", "votes"),
    /** Votes for. */
    UP("posvotes", "upvotes", "up", "likes"),
    /** Votes against. */
    DOWN("negvotes", "downvotes", "down", "dislikes"),
    /** Text of a comment. */
    COMMENT_TEXT("comment_text", "comment", "commenttext"),
    /** Headings, paragraphs and quotations: {@code KIND start-end}, separated by semicolons. */
    BLOCKS("blocks");

    private final List<String> names;

    Meaning(String... names) {
      this.names = List.of(names);
    }
  }

  /** Copies the map. */
  public ColumnMapping {
    columns =
        Collections.unmodifiableMap(
            columns.isEmpty() ? new EnumMap<>(Meaning.class) : new EnumMap<>(columns));
  }

  /**
   * Reads a mapping as it is written in options: {@code text=body,article=nid}.
   *
   * @param written meaning and column, separated by commas
   * @return the mapping
   * @throws IllegalArgumentException if a meaning is unknown
   */
  public static ColumnMapping parse(String written) {
    Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
    for (String pair : written.split(",")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      try {
        Meaning meaning = Meaning.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        columns.put(meaning, pair.substring(equals + 1).strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "no column meaning "
                + name.strip()
                + "; known are "
                + Arrays.toString(Meaning.values()).toLowerCase(Locale.ROOT),
            e);
      }
    }
    return new ColumnMapping(columns);
  }

  /**
   * The mapping that the names of columns suggest.
   *
   * @param header names of the columns
   * @return the mapping, with what is known
   */
  public static ColumnMapping guess(List<String> header) {
    Map<String, String> byName = new HashMap<>();
    header.forEach(name -> byName.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name));
    Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
    for (Meaning meaning : Meaning.values()) {
      for (String name : meaning.names) {
        if (byName.containsKey(name)) {
          columns.putIfAbsent(meaning, byName.get(name));
        }
      }
    }
    boolean comments = columns.containsKey(Meaning.COMMENT) || byName.containsKey("comment_text");
    if (comments && !columns.containsKey(Meaning.COMMENT_TEXT) && byName.containsKey("text")) {
      columns.put(Meaning.COMMENT_TEXT, columns.remove(Meaning.TEXT));
    }
    if (!comments) {
      if (byName.containsKey("author")) {
        columns.putIfAbsent(Meaning.BYLINE, byName.get("author"));
      }
      if (byName.containsKey("id")) {
        columns.putIfAbsent(Meaning.ARTICLE, byName.get("id"));
      }
    } else if (byName.containsKey("id")) {
      columns.putIfAbsent(Meaning.COMMENT, byName.get("id"));
    }
    return new ColumnMapping(columns);
  }

  /**
   * Tells whether rows are comments.
   *
   * @return true if there is a column for a comment's text
   */
  public boolean isComments() {
    return columns.containsKey(Meaning.COMMENT_TEXT);
  }

  /**
   * Tells whether the table can be read.
   *
   * @return true if articles have a text, or comments a text and an article
   */
  public boolean isReadable() {
    return isComments()
        ? columns.containsKey(Meaning.ARTICLE) || columns.containsKey(Meaning.COMMENT)
        : columns.containsKey(Meaning.TEXT);
  }

  /**
   * The value that a row has for a meaning.
   *
   * @param row values by column
   * @param meaning what is asked for
   * @return the value, empty if the row has none or a blank one
   */
  Optional<String> value(Map<String, String> row, Meaning meaning) {
    String column = columns.get(meaning);
    String value = column == null ? null : row.get(column);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
  }
}
