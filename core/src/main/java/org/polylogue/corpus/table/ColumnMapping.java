package org.polylogue.corpus.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.corpus.spi.Removed;

/**
 * Which column of a table holds what. Immutable and thread-safe.
 *
 * @param columns name of the column for each meaning that the table has
 */
public record ColumnMapping(Map<Meaning, String> columns) {

  /** What a column can hold, with the names that are known without a mapping. */
  public enum Meaning {
    /** Id of an article; in a table of comments, of the article they stand under. */
    ARTICLE(
        "article_id articleid article doc_id document_id docid story_id post_id link_id thread_id"
            + " news_id page_id video_id submission_id artikel_id article_no"),
    /** Title of an article. */
    TITLE(
        "title headline article_title titel titre titulo título titolo tytuł заголовок heading"
            + " subject article_headline"),
    /** Text of an article. */
    TEXT(
        "article_text text body content fulltext full_text body_text article_body article_content"
            + " maintext selftext main_text volltext texte texto testo tekst текст contents"
            + " document raw_text story transcript snippet abstract description"),
    /** Newspaper, agency or site. */
    OUTLET(
        "outlet source publisher newspaper publication site source_name media zeitung quelle"
            + " journal periodico medium news_outlet subreddit"),
    /** Byline. */
    BYLINE("byline article_author authors autor auteur autore verfasser journalist"),
    /** Day of publication. */
    DATE(
        "published_date date published publication_date pub_date pubdate publish_date published_at"
            + " date_published datum fecha data дата date_publish load_date day created_date"),
    /** Address. */
    URL("url article_url link web_url weburl permalink source_url uri"),
    /** Section or desk. */
    SECTION(
        "section desk category section_name news_desk new_desk ressort rubrik rubrique sección"
            + " rubric"),
    /** Id of a comment; a positional one such as {@code source_article_0_1_0} tells its parent. */
    COMMENT("comment_counter comment_id commentid cid comment_no"),
    /** Id of the comment that a comment answers. */
    PARENT(
        "parent parent_id parentid parent_comment_id reply_to in_reply_to reply_to_id replyto"
            + " comment_id_responding_to responding_to in_reply_to_id in_reply_to_status_id"),
    /** Name of a commenter. */
    COMMENTER(
        "comment_author commenter comment_author_name author user username user_name"
            + " user_display_name author_name author_display_name display_name screen_name name by"
            + " user_id nick nickname benutzer"),
    /** When a comment was posted; a date, or seconds or milliseconds of UTC. */
    TIME(
        "time timestamp post_time created created_at created_utc comment_date comment_time"
            + " create_date approve_date posted_at posted date_time datetime date published_at"),
    /** Votes as one signed number. */
    SCORE(
        "score votes points recommendations recommends recommendation_count num_recommends"
            + " recommend_count karma rating net_votes"),
    /** Votes for. */
    UP("posvotes pos_votes upvotes up_votes up ups likes like_count likecount num_likes thumbs_up"),
    /** Votes against. */
    DOWN("negvotes neg_votes downvotes down_votes down downs dislikes dislike_count thumbs_down"),
    /** Text of a comment. */
    COMMENT_TEXT(
        "comment_text comment commenttext comment_body comment_content kommentar commentaire"
            + " comentario comment_message text_display text_original"),
    /** Headings, paragraphs and quotations: {@code KIND start-end}, separated by semicolons. */
    BLOCKS("blocks");

    private final List<String> names;

    Meaning(String names) {
      this.names = List.of(names.split(" "));
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
    return EMPTY.completed(header);
  }

  private static final ColumnMapping EMPTY = new ColumnMapping(Map.of());

  /**
   * This mapping, completed by what the names of the other columns suggest.
   *
   * @param header names of the columns
   * @return the mapping, with what is known
   * @throws IllegalArgumentException if a column of this mapping is not there
   */
  public ColumnMapping completed(List<String> header) {
    for (Map.Entry<Meaning, String> asked : columns.entrySet()) {
      if (!header.contains(asked.getValue())) {
        throw new IllegalArgumentException(
            "there is no column "
                + asked.getValue()
                + " for "
                + asked.getKey().name().toLowerCase(Locale.ROOT)
                + "; columns are "
                + String.join(", ", header));
      }
    }
    Map<String, String> byName = new HashMap<>();
    for (String name : header) {
      if (!columns.containsValue(name)) {
        byName.putIfAbsent(normal(name), name);
      }
    }
    Map<Meaning, String> known = new EnumMap<>(Meaning.class);
    known.putAll(columns);
    Set<String> used = new HashSet<>(columns.values());
    boolean comments =
        hasAny(byName, columns, Meaning.COMMENT)
            || hasAny(byName, columns, Meaning.COMMENT_TEXT)
            || hasAny(byName, columns, Meaning.PARENT);
    List<Meaning> order = new ArrayList<>(List.of(Meaning.values()));
    for (Meaning meaning : order) {
      if (!comments && OF_COMMENTS.contains(meaning)) {
        continue;
      }
      for (String name : meaning.names) {
        String column = byName.get(name);
        if (column != null && !known.containsKey(meaning) && used.add(column)) {
          known.put(meaning, column);
        }
      }
    }
    if (comments && !known.containsKey(Meaning.COMMENT_TEXT) && known.containsKey(Meaning.TEXT)) {
      known.put(Meaning.COMMENT_TEXT, known.remove(Meaning.TEXT));
    }
    if (!comments && !known.containsKey(Meaning.DATE)) {
      Meaning.TIME.names.stream()
          .map(byName::get)
          .filter(column -> column != null && used.add(column))
          .findFirst()
          .ifPresent(column -> known.put(Meaning.DATE, column));
    }
    if (comments && !known.containsKey(Meaning.TIME) && known.containsKey(Meaning.DATE)) {
      known.put(Meaning.TIME, known.remove(Meaning.DATE));
    }
    String author = byName.get("author");
    if (!comments && author != null) {
      known.putIfAbsent(Meaning.BYLINE, author);
    }
    if (byName.containsKey("id")) {
      known.putIfAbsent(comments ? Meaning.COMMENT : Meaning.ARTICLE, byName.get("id"));
    }
    return new ColumnMapping(known);
  }

  private static final Set<Meaning> OF_COMMENTS =
      Set.of(
          Meaning.COMMENT,
          Meaning.PARENT,
          Meaning.COMMENTER,
          Meaning.TIME,
          Meaning.SCORE,
          Meaning.UP,
          Meaning.DOWN,
          Meaning.COMMENT_TEXT);

  private static boolean hasAny(
      Map<String, String> byName, Map<Meaning, String> columns, Meaning meaning) {
    return columns.containsKey(meaning) || meaning.names.stream().anyMatch(byName::containsKey);
  }

  /** Lower case, words parted by underscores: {@code Article ID} and {@code articleId} are one. */
  private static String normal(String name) {
    StringBuilder normal = new StringBuilder();
    char before = ' ';
    for (char c : name.strip().toCharArray()) {
      boolean word = Character.isLetterOrDigit(c);
      boolean hump = Character.isUpperCase(c) && Character.isLowerCase(before);
      if ((!word || hump) && normal.length() > 0 && normal.charAt(normal.length() - 1) != '_') {
        normal.append('_');
      }
      if (word) {
        normal.append(Character.toLowerCase(c));
      }
      before = c;
    }
    int length = normal.length();
    return length > 0 && normal.charAt(length - 1) == '_'
        ? normal.substring(0, length - 1)
        : normal.toString();
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
        ? columns.containsKey(Meaning.ARTICLE)
            || columns.containsKey(Meaning.COMMENT)
            || columns.containsKey(Meaning.COMMENTER)
            || columns.containsKey(Meaning.PARENT)
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
    return Removed.value(value);
  }
}
