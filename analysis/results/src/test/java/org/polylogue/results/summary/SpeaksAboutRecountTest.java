package org.polylogue.results.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.Discourse;
import org.polylogue.network.SpeaksAboutNetwork;
import org.polylogue.results.Press;

class SpeaksAboutRecountTest {

  @TempDir Path temp;

  /** Who speaks where a mention stands, in what voice a tone is, and what commenters hold. */
  private static final String SQL =
      """
      WITH writers AS (SELECT article_id, comment_id AS document_id, author FROM comments),
      spoken AS (
        SELECT m.article_id, m.mention_id, m.document_id, coalesce(m.metonym_id, m.actor_id) AS target,
          w.author,
          CASE WHEN q.grade = 'SAID' THEN
            CASE WHEN q.actor_id IS NOT NULL THEN q.actor_id
              WHEN q.speaker_type = 'author' THEN w.author END
          ELSE w.author END AS who
        FROM mentions m
        LEFT JOIN quotations q ON q.article_id = m.article_id AND q.quotation_id = m.quotation_id
        LEFT JOIN writers w ON w.article_id = m.article_id AND w.document_id = m.document_id),
      toned AS (
        SELECT s.who, s.target, t.score, t.label FROM spoken s
        JOIN target_sentiments t ON t.article_id = s.article_id AND t.mention_id = s.mention_id
        WHERE s.who = CASE WHEN t.voice <> 'source' OR t.speaker IS NULL THEN s.author
          ELSE t.speaker_id END),
      sided AS (
        SELECT w.author AS who, s.target_id AS target, s.label FROM stances s
        JOIN writers w ON w.article_id = s.article_id AND w.document_id = s.document_id
        WHERE s.target_type = 'actor' AND s.label <> 'NONE'),
      pairs AS (SELECT who, target FROM spoken UNION SELECT who, target FROM sided)
      SELECT coalesce(a.name, p.who), b.name,
        (SELECT count(*) FROM spoken s WHERE s.who = p.who AND s.target = p.target),
        (SELECT avg(score) FROM toned t WHERE t.who = p.who AND t.target = p.target),
        (SELECT count(*) FROM toned t WHERE t.who = p.who AND t.target = p.target
          AND label = 'negative'),
        (SELECT count(*) FROM toned t WHERE t.who = p.who AND t.target = p.target
          AND label = 'neutral'),
        (SELECT count(*) FROM toned t WHERE t.who = p.who AND t.target = p.target
          AND label = 'positive'),
        (SELECT count(*) FROM sided s WHERE s.who = p.who AND s.target = p.target
          AND label = 'FAVOR'),
        (SELECT count(*) FROM sided s WHERE s.who = p.who AND s.target = p.target
          AND label = 'AGAINST')
      FROM pairs p LEFT JOIN actors a ON a.actor_id = p.who JOIN actors b ON b.actor_id = p.target
      WHERE p.who IS NOT NULL AND p.who <> p.target""";

  @Test
  void tiesWithTonesAndSidesAreWhatSqlCounts() throws Exception {
    List<Discourse> press = Press.articles(50);
    SpeaksAboutNetwork network = new SpeaksAboutNetwork();
    press.forEach(network::add);
    List<List<Object>> ties =
        network.toNetwork().ties().stream()
            .map(
                tie ->
                    Arrays.<Object>asList(
                        tie.source(),
                        tie.target(),
                        (int) tie.weight(),
                        tie.attributes().get("tone"),
                        tie.attributes().get("negative"),
                        tie.attributes().get("neutral"),
                        tie.attributes().get("positive"),
                        tie.attributes().get("favor"),
                        tie.attributes().get("against")))
            .toList();
    try (Recount sql = new Recount(temp, press)) {
      assertThat(Recount.written(ties, 0, 1, 2, 3, 4, 5, 6, 7, 8))
          .hasSizeGreaterThan(12)
          .containsExactlyInAnyOrderElementsOf(sql.query(SQL));
      assertThat(
              sql.query(
                  "SELECT coalesce(a.name, s.commenter), b.name, sum(s.mentions)::INT,"
                      + " sum(tone * (negative + neutral + positive))"
                      + " / sum(CASE WHEN tone IS NOT NULL THEN negative + neutral + positive END),"
                      + " sum(negative), sum(neutral), sum(positive), sum(favor), sum(against)"
                      + " FROM speaks_about s LEFT JOIN actors a ON a.actor_id = s.speaker_id"
                      + " JOIN actors b ON b.actor_id = s.target_id"
                      + " GROUP BY s.speaker_id, s.commenter, s.target_id, a.name, b.name"))
          .containsExactlyInAnyOrderElementsOf(sql.query(SQL));
    }
  }
}
