package org.polylogue.corpus.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        "article_id doc_id document_id story_id post_id link_id thread_id news_id page_id video_id"
            + " submission_id topic_id conversation_id text_id artikel_id id_article id_articulo id_noticia"
            + " id_artikel article_no article_number article_uri snippet_video_id thread post identifiant identificador"
            + " article"),
    /** Title of an article. */
    TITLE(
        "title headline article_title article_headline news_headline news_title story_title post_title"
            + " web_title title_rendered fields_headline heading subject titel titre titulo titolo tytul"
            + " uberschrift schlagzeile titular manchete titoletto overskrift otsikko nadpis baslik заголовок"
            + " 标题 標題 题目 タイトル 제목 العنوان rubrik"),
    /** Text of an article. */
    TEXT(
        "article_text text body content fulltext full_text body_text article_body article_content"
            + " article_full_text maintext main_text story_body story_text story_content news_body news_text"
            + " news_content news_article post_text post_body post_content selftext content_text content_html"
            + " content_rendered fields_body fields_body_text post_record_text plain_text clean_text text_content text_body"
            + " document_text contents document raw_text story transcript volltext artikeltext fliesstext"
            + " inhalt texte texte_integral corps contenu contenu_de_l_article corps_de_l_article texto"
            + " texto_completo cuerpo contenido conteudo corpo testo testo_articolo testo_dell_articolo"
            + " contenuto tekst inhoud brodtext brodtekst innehall tresc obsah szoveg metin icerik текст"
            + " содержание статья 正文 内容 內容 文章 本文 본문 النص article cooked snippet abstract description"
            + " summary excerpt"),
    /** Newspaper, agency or site. */
    OUTLET(
        "outlet source_hostname newspaper newspaper_name newspaper_title publisher publication"
            + " publication_name source_name media_outlet media_name news_outlet news_source hostname sitename"
            + " site_name site website source_domain domain source medium journal zeitung quelle medio"
            + " periodico diario fuente veiculo jornal fonte testata giornale krant tidning avis gazeta"
            + " zrodlo gazete kaynak издание газета источник 来源 來源 媒体 报纸 subreddit provider"),
    /** Byline. */
    BYLINE(
        "byline article_author article_byline authors fields_byline journalist journalists reporter"
            + " reporters writer written_by autor auteur autore autores autor_in verfasser redacteur"
            + " forfattare forfatter skribent firma yazar автор 作者 记者"),
    /** Day of publication. */
    DATE(
        "published_date date published publication_date pub_date pubdate publish_date published_at"
            + " date_published publishing_date publish_time published_time web_publication_date article_date"
            + " story_date news_date issue_date release_date date_publish date_pub datum erscheinungsdatum"
            + " veroffentlichungsdatum datum_publicatie fecha fecha_publicacion fecha_de_publicacion"
            + " date_de_publication data data_publicacao data_de_publicacao data_di_pubblicazione"
            + " data_pubblicazione tarih дата 日期 发布时间 날짜 التاريخ load_date day created_date date_gmt"),
    /** Address. */
    URL(
        "url article_url link web_url weburl permalink source_url story_url news_url canonical_url uri"
            + " enlace lien"),
    /** Section or desk. */
    SECTION(
        "section desk category section_name news_desk new_desk ressort rubrik rubrique seccion secao sezione"
            + " rubriek rubric topic channel"),
    /** Id of a comment; a positional one such as {@code source_article_0_1_0} tells its parent. */
    COMMENT(
        "comment_counter comment_id post_number cid comment_no comment_number comment_nr id_comment id_post reply_id"
            + " kommentar_id id_comentario id_commentaire"),
    /** Id of the comment that a comment answers. */
    PARENT(
        "parent parent_id parent_comment_id parent_comment parent_post_id parent_post id_parent_post"
            + " id_parent reply_to in_reply_to reply_to_id reply_to_comment_id reply_to_comment"
            + " comment_id_responding_to responding_to response_to response_to_id response_to_comment_id"
            + " in_reply_to_id in_reply_to_comment_id in_reply_to_status_id is_reply_to reply_to_post_number replying_to replied_to"
            + " snippet_parent_id post_record_reply_parent_uri antwort_auf"),
    /** Name of a commenter. */
    COMMENTER(
        "comment_author commenter commenter_name comment_author_name comment_user comment_username author_name"
            + " author user username user_name user_display_name author_display_name author_username"
            + " user_profile_display_name account_display_name account_username account_acct"
            + " snippet_author_display_name post_author_display_name post_author_handle display_name screen_name user_screen_name poster posted_by by"
            + " creator nick nickname handle benutzer benutzername usuario utilisateur utente gebruiker"
            + " пользователь 用户 用户名 昵称 name user_id id_user"),
    /** When a comment was posted; a date, or seconds or milliseconds of UTC. */
    TIME(
        "time timestamp post_time created created_at created_utc created_time creation_date comment_date"
            + " comment_time comment_created comment_timestamp create_date iso_date_time approve_date posted_at"
            + " posted posted_on posted_time post_date date_posted submitted submitted_at date_time datetime"
            + " snippet_published_at post_record_created_at date published_at unix_timestamp zeit zeitpunkt hora 时间"),
    /** Votes as one signed number. */
    SCORE(
        "score votes points recommendations recommends recommendation_count num_recommends"
            + " num_recommendations recommend_count recommended karma rating net_votes net_score total_votes"
            + " vote_count"),
    /** Votes for. */
    UP(
        "posvotes pos_votes positive_votes upvotes up_votes upvote up_vote upvote_count votes_up up ups likes"
            + " like like_count likecount likes_count num_likes number_of_likes snippet_like_count"
            + " favorite_count favourites_count thumbs_up agree me_gusta 赞"),
    /** Votes against. */
    DOWN(
        "negvotes neg_votes negative_votes downvotes down_votes downvote down_vote downvote_count votes_down"
            + " down downs dislikes dislike dislike_count thumbs_down disagree"),
    /** Text of a comment. */
    COMMENT_TEXT(
        "comment_text comment comment_body comment_content comment_message comment_full_text raw_message"
            + " reply_text reply_body snippet_text_original snippet_text_display text_original text_display"
            + " kommentar kommentartext kommentar_text commentaire texte_du_commentaire comentario"
            + " texto_comentario texto_del_comentario commento reactie комментарий 评论 评论内容"),
    /** Whether a comment was deleted: then it has neither author nor text. */
    DELETED("deleted is_deleted removed is_removed comment_deleted"),
    /** Headings, paragraphs and quotations: {@code KIND start-end}, separated by semicolons. */
    BLOCKS("blocks");

    private final List<String> names;

    Meaning(String names) {
      this.names = Stream.of(names.split(" ")).map(ColumnName::normal).toList();
    }
  }

  private static final List<String> IDS =
      List.of(
          "id", "object_id", "key", "nid", "no", "nr", "identifier", "guid", "uuid", "post_uri");

  /** Who wrote an article, where the name of a commenter is not meant. */
  private static final List<String> AUTHORS =
      List.of("author", "author_name", "author_display_name", "by", "creator", "user", "username");

  /** Names of columns that hold the beginning of a text, or what it is about. */
  private static final Set<String> EXCERPTS =
      Set.of("snippet", "abstract", "description", "summary", "excerpt");

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

  /** Names of columns that say in which thread something stands. */
  private static final Set<String> THREADS =
      Set.of("thread_id", "topic_id", "conversation_id", "link_id", "thread");

  private static final Pattern BRACKETS = Pattern.compile("[(\\[][^)\\]]{0,60}[)\\]]");
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
    return completed(header, false);
  }

  /** This mapping without the columns that something does not have. */
  ColumnMapping within(Collection<String> header) {
    Map<Meaning, String> there = new HashMap<>(columns);
    there.values().retainAll(header);
    return new ColumnMapping(there);
  }

  /** The same as {@link #completed(List)} of something that is known to be a comment, or not. */
  ColumnMapping completed(List<String> header, boolean comment) {
    Map<String, String> byName = new HashMap<>();
    for (String name : header) {
      if (!columns.containsValue(name)) {
        byName.putIfAbsent(ColumnName.normal(name), name);
      }
    }
    for (String name : header) {
      if (!columns.containsValue(name)) {
        byName.putIfAbsent(ColumnName.normal(BRACKETS.matcher(name).replaceAll("")), name);
      }
    }
    boolean comments =
        comment
            || hasAny(byName, Meaning.COMMENT)
            || hasAny(byName, Meaning.COMMENT_TEXT)
            || hasAny(byName, Meaning.PARENT)
            || byName.containsKey("id") && THREADS.stream().anyMatch(byName::containsKey);
    return completed(byName, comments);
  }

  private ColumnMapping completed(Map<String, String> byName, boolean comments) {
    Map<Meaning, String> known = new EnumMap<>(Meaning.class);
    known.putAll(columns);
    Set<String> used = new HashSet<>(columns.values());
    for (Meaning meaning : Meaning.values()) {
      if (comments || !OF_COMMENTS.contains(meaning)) {
        take(meaning, meaning.names, byName, known, used);
      }
    }
    String text = known.get(Meaning.TEXT);
    if (comments && !known.containsKey(Meaning.COMMENT_TEXT) && text != null) {
      known.put(Meaning.COMMENT_TEXT, known.remove(Meaning.TEXT));
    }
    String article = byName.get("article");
    if (!comments
        && text == null
        && article != null
        && article.equals(known.get(Meaning.ARTICLE))) {
      known.put(Meaning.TEXT, known.remove(Meaning.ARTICLE));
    }
    if (!comments) {
      take(Meaning.DATE, Meaning.TIME.names, byName, known, used);
      take(Meaning.BYLINE, AUTHORS, byName, known, used);
    } else {
      if (!known.containsKey(Meaning.TIME) && known.containsKey(Meaning.DATE)) {
        known.put(Meaning.TIME, known.remove(Meaning.DATE));
      }
      String author = byName.get("author");
      if (author != null && used.add(author)) {
        known.putIfAbsent(Meaning.BYLINE, author);
      }
    }
    take(comments ? Meaning.COMMENT : Meaning.ARTICLE, IDS, byName, known, used);
    return new ColumnMapping(known);
  }

  /** Gives a meaning the first column that has one of the names and no other use. */
  private static void take(
      Meaning meaning,
      List<String> names,
      Map<String, String> byName,
      Map<Meaning, String> known,
      Set<String> used) {
    for (String name : names) {
      String column = byName.get(name);
      if (column != null && !known.containsKey(meaning) && used.add(column)) {
        known.put(meaning, column);
      }
    }
  }

  /**
   * This mapping of a comment for one that is an article itself, such as the first post of a
   * thread.
   */
  ColumnMapping asArticle() {
    Map<Meaning, String> moved = new EnumMap<>(columns);
    Map.of(
            Meaning.COMMENT_TEXT,
            Meaning.TEXT,
            Meaning.COMMENT,
            Meaning.ARTICLE,
            Meaning.TIME,
            Meaning.DATE,
            Meaning.COMMENTER,
            Meaning.BYLINE)
        .forEach(
            (from, to) -> {
              String column = moved.remove(from);
              if (column != null) {
                moved.put(to, column);
              }
            });
    return new ColumnMapping(moved);
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
          Meaning.COMMENT_TEXT,
          Meaning.DELETED);

  private boolean hasAny(Map<String, String> byName, Meaning meaning) {
    return columns.containsKey(meaning) || meaning.names.stream().anyMatch(byName::containsKey);
  }

  /** Whether it is told by the thread under what something stands. */
  boolean isThread() {
    return THREADS.contains(ColumnName.normal(columns.getOrDefault(Meaning.ARTICLE, "")));
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
        : columns.containsKey(Meaning.TEXT)
            && (!isExcerpt()
                || columns.containsKey(Meaning.TITLE)
                || columns.containsKey(Meaning.URL));
  }

  /**
   * Tells whether what is read as the text of articles is called a part of it only.
   *
   * @return true if the column has a name such as {@code snippet} or {@code description}
   */
  boolean isExcerpt() {
    return columns.containsKey(Meaning.TEXT)
        && EXCERPTS.contains(ColumnName.normal(columns.get(Meaning.TEXT)));
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
