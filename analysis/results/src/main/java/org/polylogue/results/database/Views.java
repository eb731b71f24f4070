package org.polylogue.results.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The views of a database, in SQL that DuckDB and SQLite take. */
final class Views {

  /** As {@code org.polylogue.network.SpeaksAboutNetwork} counts, article by article. */
  private static final String SPEAKS_ABOUT =
      """
      WITH RECURSIVE said (article_id, document_id, quotation, quotation_id, speaker_id,
        speaker_type)
      AS (
        SELECT article_id, document_id, quotation, quotation_id, actor_id, speaker_type
        FROM quotations WHERE grade = 'SAID'
        UNION ALL
        SELECT q.article_id, q.document_id, q.quotation, q.quotation_id, s.speaker_id,
          s.speaker_type
        FROM quotations q
        JOIN said s ON s.article_id = q.article_id AND s.document_id = q.document_id
          AND s.quotation = q.parent
        WHERE q.grade <> 'SAID'),
      spoken AS (
        SELECT m.article_id, m.mention_id, s.speaker_id,
          CASE WHEN s.quotation_id IS NULL OR s.speaker_type = 'author' THEN c.author END
            AS commenter,
          coalesce(m.metonym_id, m.actor_id) AS target_id
        FROM mentions m
        LEFT JOIN said s ON s.article_id = m.article_id AND s.quotation_id = m.quotation_id
        LEFT JOIN comments c ON c.article_id = m.article_id AND c.comment_id = m.document_id),
      talk AS (
        SELECT article_id, speaker_id, commenter, target_id, 1 AS mention,
          CAST(NULL AS DOUBLE) AS score, CAST(NULL AS VARCHAR) AS tone,
          CAST(NULL AS VARCHAR) AS side
        FROM spoken
        UNION ALL
        SELECT s.article_id, s.speaker_id, s.commenter, s.target_id, 0, t.score, t.label, NULL
        FROM spoken s
        JOIN target_sentiments t ON t.article_id = s.article_id AND t.mention_id = s.mention_id
        WHERE CASE WHEN t.voice = 'source' AND t.speaker IS NOT NULL
          THEN t.speaker_id = s.speaker_id ELSE s.commenter IS NOT NULL END
        UNION ALL
        SELECT s.article_id, s.speaker_id, CASE WHEN s.holder = 'commenter' THEN c.author END,
          s.target_id, 0, NULL, NULL, s.label
        FROM stances s
        LEFT JOIN comments c ON c.article_id = s.article_id AND c.comment_id = s.document_id
        WHERE s.target_type = 'actor' AND s.label IN ('FAVOR', 'AGAINST'))
      SELECT article_id, speaker_id, commenter, target_id, sum(mention) AS mentions,
        avg(score) AS tone,
        sum(CASE WHEN tone = 'negative' THEN 1 ELSE 0 END) AS negative,
        sum(CASE WHEN tone = 'neutral' THEN 1 ELSE 0 END) AS neutral,
        sum(CASE WHEN tone = 'positive' THEN 1 ELSE 0 END) AS positive,
        sum(CASE WHEN side = 'FAVOR' THEN 1 ELSE 0 END) AS favor,
        sum(CASE WHEN side = 'AGAINST' THEN 1 ELSE 0 END) AS against
      FROM talk
      WHERE speaker_id IS NOT NULL AND speaker_id <> target_id OR commenter IS NOT NULL
      GROUP BY article_id, speaker_id, commenter, target_id""";

  /** What {@code org.polylogue.results.summary.Measure} finds in an article. */
  private static final String MEASURES =
      """
      SELECT a.article_id, a.outlet, a.section, a.author, a.date, a.comments, a.mentions,
        coalesce(q.quotations, 0) AS quotations, coalesce(q.words, 0) AS words,
        coalesce(t.tones, 0) AS tones, coalesce(t.scores, 0) AS scores,
        coalesce(s.favor, 0) AS favor, coalesce(s.against, 0) AS against
      FROM articles a
      LEFT JOIN (
        SELECT article_id, count(*) AS quotations, sum(words) AS words FROM quotations
        WHERE grade = 'SAID' AND document_id = article_id
        GROUP BY article_id) q ON q.article_id = a.article_id
      LEFT JOIN (
        SELECT article_id, count(*) AS tones, sum(score) AS scores FROM sentiments
        WHERE document_id = article_id
        GROUP BY article_id) t ON t.article_id = a.article_id
      LEFT JOIN (
        SELECT article_id, sum(CASE WHEN label = 'FAVOR' THEN 1 ELSE 0 END) AS favor,
          sum(CASE WHEN label = 'AGAINST' THEN 1 ELSE 0 END) AS against FROM stances
        WHERE holder = 'commenter' AND target_type = 'article'
        GROUP BY article_id) s ON s.article_id = a.article_id""";

  /** The same of each actor in an article. */
  private static final String ACTOR_MEASURES =
      """
      WITH counted (article_id, actor_id, mentions, quotations, words, tones, scores, favor,
        against)
      AS (
        SELECT article_id, coalesce(metonym_id, actor_id), 1, 0, 0, 0, 0, 0, 0 FROM mentions
        WHERE document_id = article_id
        UNION ALL
        SELECT article_id, actor_id, 0, 1, words, 0, 0, 0, 0 FROM quotations
        WHERE grade = 'SAID' AND document_id = article_id AND actor_id IS NOT NULL
        UNION ALL
        SELECT article_id, target_id, 0, 0, 0, 1, score, 0, 0 FROM target_sentiments
        WHERE document_id = article_id AND target_id IS NOT NULL
        UNION ALL
        SELECT article_id, target_id, 0, 0, 0, 0, 0, CASE WHEN label = 'FAVOR' THEN 1 ELSE 0 END,
          CASE WHEN label = 'AGAINST' THEN 1 ELSE 0 END
        FROM stances
        WHERE holder = 'commenter' AND target_type = 'actor' AND label IS NOT NULL)
      SELECT article_id, actor_id, sum(mentions) AS mentions, sum(quotations) AS quotations,
        sum(words) AS words, sum(tones) AS tones, sum(scores) AS scores, sum(favor) AS favor,
        sum(against) AS against
      FROM counted
      GROUP BY article_id, actor_id""";

  private Views() {}

  /**
   * The views by name, and what they select; one that reads another comes after it.
   *
   * @return an unmodifiable map in the order in which they are made
   */
  static Map<String, String> all() {
    Map<String, String> views = new LinkedHashMap<>();
    views.put(
        "documents",
        """
        SELECT article_id AS document_id, article_id, 'article' AS kind, author, date AS time
        FROM articles
        UNION ALL
        SELECT comment_id, article_id, 'comment', author, time FROM comments""");
    // the cell reads name=value; name=value
    views.put(
        "actor_attributes",
        """
        WITH RECURSIVE cells (actor_id, rest) AS (
          SELECT actor_id, attributes || '; ' FROM actors WHERE attributes IS NOT NULL
          UNION ALL
          SELECT actor_id, substr(rest, instr(rest, '; ') + 2) FROM cells
          WHERE length(rest) > instr(rest, '; ') + 1)
        SELECT actor_id, substr(rest, 1, instr(rest, '=') - 1) AS name,
          substr(rest, instr(rest, '=') + 1, instr(rest, '; ') - instr(rest, '=') - 1) AS value
        FROM cells""");
    views.put(
        "sources",
        """
        SELECT article_id, actor_id, speaker, speaker_type, kind, grade, count(*) AS quotations,
          sum(words) AS words
        FROM quotations
        WHERE document_id = article_id
        GROUP BY article_id, actor_id, speaker, speaker_type, kind, grade""");
    views.put("speaks_about", SPEAKS_ABOUT);
    views.put("measures", MEASURES);
    views.put("actor_measures", ACTOR_MEASURES);
    views.put(
        "timeline",
        """
        SELECT substr(date, 1, 7) AS month, outlet, count(*) AS articles, sum(comments) AS comments,
          sum(mentions) AS mentions, sum(quotations) AS quotations, sum(words) AS words,
          sum(tones) AS tones, sum(scores) / nullif(sum(tones), 0) AS tone, sum(favor) AS favor,
          sum(against) AS against
        FROM measures
        WHERE date IS NOT NULL
        GROUP BY substr(date, 1, 7), outlet""");
    views.put(
        "markers_by_side",
        """
        WITH RECURSIVE threads (article_id, comment_id, thread) AS (
          SELECT article_id, comment_id, comment_id FROM comments WHERE depth = 1
          UNION ALL
          SELECT c.article_id, c.comment_id, t.thread FROM comments c
          JOIN threads t ON t.article_id = c.article_id AND t.comment_id = c.reply_to)
        SELECT m.article_id, t.thread, s.label AS side, m.kind, count(*) AS markers
        FROM markers m
        JOIN threads t ON t.article_id = m.article_id AND t.comment_id = m.document_id
        LEFT JOIN stances s ON s.article_id = m.article_id AND s.document_id = m.document_id
          AND s.holder = 'commenter' AND s.target_type = 'article'
        GROUP BY m.article_id, t.thread, s.label, m.kind""");
    views.put(
        "sides",
        """
        SELECT article_id, holder, speaker_id, target_type, target_id, scheme, label,
          count(*) AS stances
        FROM stances
        WHERE label IS NOT NULL
        GROUP BY article_id, holder, speaker_id, target_type, target_id, scheme, label""");
    return Collections.unmodifiableMap(views);
  }
}
