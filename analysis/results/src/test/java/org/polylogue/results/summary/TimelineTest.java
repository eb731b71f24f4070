package org.polylogue.results.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polylogue.discourse.Discourse;
import org.polylogue.results.Press;

class TimelineTest {

  private static final List<Discourse> PRESS = Press.articles(60);
  private static final String ACTOR = "actor/0";

  /** For each measure, amount and divisor of an article: of an actor, and of all. */
  private static final Map<Measure, List<String>> SQL =
      Map.of(
          Measure.MENTIONS,
          List.of(
              "count(*) FROM mentions WHERE coalesce(metonym_id, actor_id) = 'actor/0'",
              "count(*) FROM mentions WHERE true",
              "1",
              "1"),
          Measure.QUOTATIONS,
          List.of(
              "count(*) FROM quotations WHERE grade = 'SAID' AND actor_id = 'actor/0'",
              "count(*) FROM quotations WHERE grade = 'SAID'",
              "1",
              "1"),
          Measure.WORDS,
          List.of(
              "coalesce(sum(words), 0) FROM quotations WHERE grade = 'SAID' AND actor_id = 'actor/0'",
              "coalesce(sum(words), 0) FROM quotations WHERE grade = 'SAID'",
              "1",
              "1"),
          Measure.SHARE_OF_VOICE,
          List.of(
              "coalesce(sum(words), 0) FROM quotations WHERE grade = 'SAID' AND actor_id = 'actor/0'",
              "",
              "coalesce(sum(words), 0) FROM quotations WHERE grade = 'SAID'",
              ""),
          Measure.TONE,
          List.of(
              "coalesce(sum(score), 0) FROM target_sentiments WHERE target_id = 'actor/0'",
              "coalesce(sum(score), 0) FROM sentiments WHERE true",
              "count(*) FROM target_sentiments WHERE target_id = 'actor/0'",
              "count(*) FROM sentiments WHERE true"),
          Measure.STANCE,
          List.of(
              "coalesce(sum(CASE label WHEN 'FAVOR' THEN 1 WHEN 'AGAINST' THEN -1 ELSE 0 END), 0)"
                  + " FROM stances WHERE target_type = 'actor' AND target_id = 'actor/0'",
              "coalesce(sum(CASE label WHEN 'FAVOR' THEN 1 WHEN 'AGAINST' THEN -1 ELSE 0 END), 0)"
                  + " FROM stances WHERE target_type = 'article'",
              "count(*) FROM stances WHERE label IN ('FAVOR', 'AGAINST') AND target_type = 'actor'"
                  + " AND target_id = 'actor/0'",
              "count(*) FROM stances WHERE label IN ('FAVOR', 'AGAINST')"
                  + " AND target_type = 'article'"));

  @TempDir Path temp;

  private static String part(Measure measure, String expression) {
    if (expression.equals("1")) {
      return "1";
    }
    String documents = measure == Measure.STANCE ? "" : " AND document_id = a.article_id";
    return "(SELECT " + expression + " AND article_id = a.article_id" + documents + ")";
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void everyMeasureIsWhatSqlCounts(Measure measure) throws Exception {
    try (Recount sql = new Recount(temp, PRESS)) {
      for (int which = 0; which < 2; which++) {
        String amount = SQL.get(measure).get(which);
        if (amount.isEmpty()) {
          continue;
        }
        Timeline timeline =
            new Timeline(
                measure,
                which == 0 ? Optional.of(ACTOR) : Optional.empty(),
                Period.MONTH,
                ArticleFact.of("outlet"));
        PRESS.forEach(timeline::add);
        String query =
            """
            WITH each AS (SELECT coalesce(outlet, '') AS part, left(date, 7) AS period, AMOUNT AS n,
              DIVISOR AS d FROM articles a WHERE date IS NOT NULL)
            SELECT part, period, count(*), sum(n)::DOUBLE, sum(d)::DOUBLE,
              CASE WHEN sum(d) > 0 THEN sum(n) / sum(d) END
            FROM each GROUP BY part, period"""
                .replace("AMOUNT", part(measure, amount))
                .replace("DIVISOR", part(measure, SQL.get(measure).get(2 + which)));
        List<List<Object>> rows =
            timeline.rows().stream()
                .filter(row -> row.articles() > 0)
                .map(Timeline.Row::cells)
                .toList();
        assertThat(Recount.written(rows, 0, 1, 3, 4, 5, 6))
            .hasSizeGreaterThan(20)
            .containsExactlyInAnyOrderElementsOf(sql.query(query));
      }
    }
  }

  @Test
  void periodsWithoutArticlesAreThereAndIntervalsHoldTheValue() {
    Timeline timeline = new Timeline(Measure.WORDS, Optional.empty(), Period.DAY, ArticleFact.NONE);
    PRESS.forEach(timeline::add);
    List<Timeline.Row> rows = timeline.rows();
    assertThat(rows).hasSize(5 * 59 + 1);
    assertThat(rows.get(1).articles()).isZero();
    assertThat(rows.get(1).value()).isEmpty();
    assertThat(timeline.undated()).isEqualTo(5);
    Timeline years = new Timeline(Measure.WORDS, Optional.empty(), Period.YEAR, ArticleFact.NONE);
    PRESS.forEach(years::add);
    assertThat(years.rows().get(1).interval().orElseThrow().estimate())
        .isEqualTo(years.rows().get(1).value().orElseThrow());
  }

  @Test
  void weeksBeginOnMondayAndAreNamedByIso() {
    LocalDate newYear = LocalDate.of(2023, 1, 1);
    assertThat(Period.WEEK.label(newYear)).isEqualTo("2022-W52");
    assertThat(Period.WEEK.start(newYear)).isEqualTo(LocalDate.of(2022, 12, 26));
    assertThat(Period.WEEK.next(newYear)).isEqualTo(LocalDate.of(2023, 1, 2));
  }

  @Test
  void aShareOfVoiceNeedsAnActor() {
    assertThatThrownBy(
            () ->
                new Timeline(
                    Measure.SHARE_OF_VOICE, Optional.empty(), Period.DAY, ArticleFact.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eventsAreReadInTheOrderOfTheirDays() throws IOException {
    Path file = temp.resolve("events.csv");
    Files.writeString(file, "event,date\nStrike,2024-02-01\nVote,2023-12-24\n");
    assertThat(Events.read(file))
        .containsExactly(
            new Events.Event(LocalDate.of(2023, 12, 24), "Vote"),
            new Events.Event(LocalDate.of(2024, 2, 1), "Strike"));
    Files.writeString(file, "event,date\nStrike,1 May\n");
    assertThatThrownBy(() -> Events.read(file))
        .hasMessageContaining("line 2")
        .hasMessageContaining("1 May");
    Files.writeString(file, "what,when\nStrike,2024-02-01\n");
    assertThatThrownBy(() -> Events.read(file)).hasMessageContaining("date and event");
  }
}
