package org.polylogue.samples.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers that the report of the sample corpus shows are what SQL counts in the database. Left
 * out are those of words, whose texts the database does not hold, and intervals.
 */
class ReportRecountTest {

  /** What quotations of articles that are said have. */
  private static final String SAID =
      "(SELECT * FROM quotations WHERE grade = 'SAID' AND document_id = article_id)";

  private static final String KINDS =
      "count(*) FILTER (kind = 'DIRECT'), count(*) FILTER (kind = 'INDIRECT'),"
          + " count(*) FILTER (kind = 'MIXED'), count(*) FILTER (kind = 'BLOCK')";

  private static final String SIDES =
      "count(*) FILTER (label IN ('FAVOR', 'AGREE')),"
          + " count(*) FILTER (label IN ('AGAINST', 'DISAGREE')),"
          + " count(*) FILTER (label IN ('NONE', 'NEUTRAL'))";

  private static final String OF_COMMENTERS =
      "(SELECT * FROM stances WHERE holder = 'commenter' AND label IS NOT NULL)";

  /** The list of articles; as {@code ArticleRow} is written. */
  private static final String LISTED =
      """
      (SELECT title, outlet, date, comments,
        (SELECT count(*) FROM %s q WHERE q.article_id = a.article_id) AS quoted,
        thread_depth, thread_breadth, root_comments, coalesce(pro, 0) AS pro,
        coalesce(contra, 0) AS contra, coalesce(neither, 0) AS neither, 1 AS readable,
        (SELECT avg(score) FROM sentiments s WHERE s.voice = 'author'
          AND s.document_id = a.article_id AND s.article_id = a.article_id) AS tone
      FROM articles a LEFT JOIN (SELECT article_id, %s FROM %s WHERE target_type = 'article'
        GROUP BY article_id) AS t (article_id, pro, contra, neither) USING (article_id))"""
          .formatted(SAID, SIDES, OF_COMMENTERS);

  @TempDir static Path temp;
  private static SampleDatabase database;
  private static JsonNode report;

  @BeforeAll
  static void open() throws IOException, SQLException {
    database = new SampleDatabase(temp, "duckdb");
    report = SampleResults.report(temp.resolve("report.html"));
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  private static String text(JsonNode cell) {
    return cell.isNull() ? "" : SampleDatabase.cell(cell.asText());
  }

  /** Some cells of the rows of a field, or all of them. */
  private static List<List<String>> rows(JsonNode field, int... columns) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : field) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < (columns.length == 0 ? row.size() : columns.length); i++) {
        cells.add(text(row.get(columns.length == 0 ? i : columns[i])));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static void equal(List<List<String>> shown, String sql) {
    assertThat(shown)
        .usingElementComparator(SampleDatabase::compare)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(database.query(sql));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "articles; FROM articles",
        "comments; FROM comments",
        "quotations; FROM quotations WHERE grade = 'SAID'",
        "marked expressions; FROM expressions",
        "mentions of actors; FROM mentions",
        "tones; FROM (SELECT score FROM sentiments UNION ALL SELECT score FROM target_sentiments)",
        "stances; FROM stances WHERE label IS NOT NULL",
        "stances withheld; FROM stances WHERE label IS NULL",
        "echoes; FROM echoes",
        "markers of comments; FROM markers"
      })
  void totals(String name, String from) {
    assertThat(List.of(List.of(text(report.get("totals").path(name)))))
        .isEqualTo(database.query("SELECT count(*) " + from));
  }

  @Test
  void voicesAndWhoIsNotNamed() {
    String voices =
        "SELECT any_value(speaker), "
            + KINDS
            + ", count(DISTINCT article_id), (SELECT avg(score) FROM sentiments s WHERE"
            + " s.voice = 'source' AND s.document_id = s.article_id AND s.speaker_id = q.actor_id),"
            + " (SELECT count(*) FROM sentiments s WHERE s.voice = 'source'"
            + " AND s.document_id = s.article_id AND s.speaker_id = q.actor_id) FROM "
            + SAID
            + " q WHERE actor_id IS NOT NULL GROUP BY actor_id";
    assertThat(report.get("speakers").asInt()).isEqualTo(database.query(voices).size());
    assertThat(database.query(voices))
        .usingElementComparator(SampleDatabase::compare)
        .containsAll(rows(report.get("voices")));
    List<List<String>> unnamed = new ArrayList<>();
    report
        .get("unnamed")
        .properties()
        .forEach(entry -> unnamed.add(List.of(entry.getKey(), text(entry.getValue()))));
    equal(
        unnamed,
        """
        SELECT CASE WHEN speaker_type = 'described' THEN 'described, not named'
            WHEN speaker_type = 'author' THEN 'the writer'
            WHEN speaker = 'NO_SOURCE' THEN 'unknown (no source is named)'
            WHEN speaker = 'NO_ANTECEDENT' THEN 'unknown (nobody fits the pronoun)'
            WHEN speaker = 'AMBIGUOUS' THEN 'unknown (two or more fit)'
            ELSE 'unknown (not sure enough)' END, count(*)
        FROM %s WHERE actor_id IS NULL GROUP BY 1"""
            .formatted(SAID));
  }

  @Test
  void tonesOfVoices() {
    equal(
        rows(report.get("tones"), 0, 1, 4, 5),
        """
        SELECT CASE voice WHEN 'author' THEN 'authors of articles'
            WHEN 'source' THEN 'sources quoted in articles' ELSE 'commenters' END,
          avg(score), count(*), count(DISTINCT article_id)
        FROM sentiments WHERE voice = 'commenter' OR document_id = article_id GROUP BY voice""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "actor; ''; who.name; 30",
        "type; ''; who.type; 30",
        "gender; ''; coalesce(who.gender, '(none)'); 30",
        "attributes/party; ''; coalesce(fact.value, '(none)'); 30",
        "outlet; coalesce(a.outlet, ''); who.name; 5",
        "outletGender; coalesce(a.outlet, ''); coalesce(who.gender, '(none)'); 30"
      })
  void sources(String field, String part, String source, int most) {
    String sql =
        """
        WITH counted AS (
          SELECT PART AS part,
            CASE WHEN q.actor_id IS NULL THEN '(' || q.speaker_type || ')' ELSE SOURCE END
              AS source,
            count(*) AS n, count(*) FILTER (kind = 'DIRECT'), count(*) FILTER (kind = 'MIXED'),
            count(*) FILTER (kind = 'INDIRECT'), count(*) FILTER (kind = 'BLOCK'),
            sum(words) AS words, count(DISTINCT article_id)
          FROM SAID q JOIN articles a USING (article_id) LEFT JOIN actors who USING (actor_id)
            LEFT JOIN actor_attributes fact ON fact.actor_id = q.actor_id AND fact.name = 'party'
          GROUP BY ALL)
        SELECT *, words / sum(words) OVER (PARTITION BY part) FROM counted"""
            .replace("PART AS", part + " AS")
            .replace("SOURCE", source)
            .replace("SAID", SAID);
    List<List<String>> shown = rows(report.at("/sources/" + field), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(shown).isNotEmpty();
    assertThat(database.query(sql))
        .usingElementComparator(SampleDatabase::compare)
        .containsAll(shown);
    for (List<String> row :
        database.query("SELECT part, count(*) FROM (" + sql + ") GROUP BY part")) {
      assertThat(shown.stream().filter(one -> one.get(0).equals(row.get(0))))
          .hasSize((int) Math.min(most, Double.parseDouble(row.get(1))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "QUOTATIONS, sum(quotations), count(*)",
    "WORDS, sum(words), count(*)",
    "MENTIONS, sum(mentions), count(*)",
    "TONE, sum(scores), sum(tones)",
    "STANCE, sum(favor) - sum(against), sum(favor) + sum(against)"
  })
  void time(String measure, String amount, String divisor) {
    JsonNode time = report.get("time");
    assertThat(time.get("period").asText()).isEqualTo("MONTH");
    List<List<String>> shown = new ArrayList<>();
    for (int i = 0; i < time.get("periods").size(); i++) {
      JsonNode period = time.get("periods").get(i);
      if (period.get(1).asInt() > 0) {
        JsonNode row = time.get("measures").get(measure).get(i);
        shown.add(
            List.of(text(period.get(0)), text(period.get(1)), text(row.get(0)), text(row.get(3))));
      }
    }
    equal(
        shown,
        "SELECT left(date, 7), count(*), ("
            + amount
            + ") / nullif("
            + divisor
            + ", 0), "
            + divisor
            + " FROM measures WHERE date IS NOT NULL GROUP BY 1");
    assertThat(List.of(List.of(text(time.get("undated")))))
        .isEqualTo(database.query("SELECT count(*) FROM articles WHERE date IS NULL"));
  }

  @Test
  void pagesOfActors() {
    List<List<String>> shown = new ArrayList<>();
    for (JsonNode person : report.get("people")) {
      List<String> row = new ArrayList<>();
      for (String fact : List.of("name", "type", "mentions", "articleCount", "first", "last")) {
        row.add(text(person.get(fact)));
      }
      row.add(person.get("attributes").path("gender").asText(""));
      row.add(person.get("attributes").path("party").asText(""));
      person.get("kinds").forEach(count -> row.add(text(count)));
      person.get("sides").forEach(count -> row.add(text(count)));
      for (String voice : List.of("author", "source", "commenter")) {
        JsonNode tone = person.get("tones").path(voice);
        row.add(tone.isMissingNode() ? "" : text(tone.get(0)));
        row.add(tone.isMissingNode() ? "" : text(tone.get(1)));
      }
      shown.add(row);
    }
    StringBuilder tones = new StringBuilder();
    StringBuilder joins = new StringBuilder();
    for (String voice : List.of("author", "source", "commenter")) {
      tones.append(", t_" + voice + ".tone, t_" + voice + ".tones");
      joins.append(
          " LEFT JOIN (SELECT target_id, avg(score) AS tone, count(*) AS tones FROM"
              + " target_sentiments WHERE voice = '"
              + voice
              + "' GROUP BY 1) t_"
              + voice
              + " ON t_"
              + voice
              + ".target_id = w.actor_id");
    }
    String sql =
        """
        WITH named AS (
          SELECT coalesce(metonym_id, actor_id) AS actor_id, count(*) AS n FROM mentions GROUP BY 1),
        dated AS (
          SELECT actor_id, left(min(date), 10) AS first, left(max(date), 10) AS last
          FROM (SELECT DISTINCT article_id, actor_id FROM mentions
            UNION SELECT DISTINCT article_id, metonym_id FROM mentions
            UNION SELECT DISTINCT article_id, actor_id FROM quotations)
          JOIN articles USING (article_id) GROUP BY 1),
        quoted AS (SELECT actor_id, KINDS FROM SAID GROUP BY 1),
        sided AS (SELECT target_id, SIDES FROM TAKEN WHERE target_type = 'actor' GROUP BY 1)
        SELECT w.name, w.type, coalesce(n, 0), w.articles, first, last, gender, party.value,
          coalesce(q.direct, 0), coalesce(q.indirect, 0), coalesce(q.mixed, 0),
          coalesce(q.block, 0), coalesce(s.pro, 0), coalesce(s.contra, 0),
          coalesce(s.neither, 0) TONES
        FROM actors w LEFT JOIN named USING (actor_id) LEFT JOIN dated USING (actor_id)
          LEFT JOIN quoted q (actor_id, direct, indirect, mixed, block) USING (actor_id)
          LEFT JOIN sided s (target_id, pro, contra, neither) ON s.target_id = w.actor_id
          LEFT JOIN actor_attributes party ON party.actor_id = w.actor_id
            AND party.name = 'party' JOINS"""
            .replace("KINDS", KINDS)
            .replace("SIDES", SIDES)
            .replace("SAID", SAID)
            .replace("TAKEN", OF_COMMENTERS)
            .replace("TONES", tones)
            .replace("JOINS", joins);
    assertThat(shown).hasSizeGreaterThan(100);
    assertThat(database.query(sql))
        .usingElementComparator(SampleDatabase::compare)
        .containsAll(shown);
    assertThat(report.get("allPeople").asInt()).isEqualTo(database.query(sql).size());
  }

  @Test
  void sidesOfReaders() {
    String actors =
        "SELECT any_value(target), "
            + SIDES
            + " FROM "
            + OF_COMMENTERS
            + " WHERE target_type = 'actor' GROUP BY target_id";
    assertThat(database.query(actors))
        .usingElementComparator(SampleDatabase::compare)
        .containsAll(rows(report.get("actors")))
        .hasSizeGreaterThan(9);
    List<String> replies = new ArrayList<>();
    report.get("replies").forEach(count -> replies.add(text(count)));
    equal(
        List.of(replies),
        "SELECT " + SIDES + " FROM " + OF_COMMENTERS + " WHERE target_type = 'parent'");
    equal(
        rows(report.get("scores")).stream().filter(row -> row.size() > 1).toList(),
        """
        SELECT count(score), quantile_disc(score, 0.05), quantile_disc(score, 0.25),
          quantile_disc(score, 0.5), quantile_disc(score, 0.75), quantile_disc(score, 0.95)
        FROM %s s JOIN comments c ON c.article_id = s.article_id AND c.comment_id = s.document_id
        WHERE target_type = 'article' AND score IS NOT NULL GROUP BY label"""
            .formatted(OF_COMMENTERS));
  }

  @Test
  void articlesThreadsAndOutlets() {
    equal(rows(report.get("articles")), "SELECT * FROM " + LISTED);
    List<List<String>> listed = rows(report.get("articles"));
    for (String leaders : List.of("debated", "threads")) {
      assertThat(report.get(leaders)).isNotEmpty();
      report
          .get(leaders)
          .forEach(
              pair -> assertThat(rows(pair).get(1)).isEqualTo(listed.get(pair.get(0).asInt())));
    }
    assertThat(report.get("threadCount").asInt())
        .isEqualTo(database.query("SELECT * FROM articles WHERE comments > 0").size());
    equal(
        rows(report.get("outlets")),
        "SELECT outlet, count(*), sum(quoted), sum(comments), avg(tone), sum(pro), sum(contra) FROM "
            + LISTED
            + " WHERE outlet IS NOT NULL GROUP BY outlet");
  }

  @Test
  void tiesOfTheNetwork() {
    String sql =
        """
        SELECT a.name, b.name, sum(s.mentions), sum(tone * (negative + neutral + positive))
            / nullif(sum(negative + neutral + positive), 0)
        FROM speaks_about s JOIN actors a ON a.actor_id = s.speaker_id
          JOIN actors b ON b.actor_id = s.target_id
        GROUP BY s.speaker_id, s.target_id, a.name, b.name HAVING sum(s.mentions) > 0""";
    List<List<String>> shown = new ArrayList<>();
    for (JsonNode link : report.get("links")) {
      shown.add(
          List.of(
              text(report.get("nodes").get(link.get(0).asInt())),
              text(report.get("nodes").get(link.get(1).asInt())),
              text(link.get(2)),
              text(link.get(3))));
    }
    equal(shown, sql);
    assertThat(report.get("allLinks").asInt()).isEqualTo(shown.size());
  }
}
