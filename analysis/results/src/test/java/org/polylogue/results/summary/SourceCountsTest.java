package org.polylogue.results.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.model.Quotation;
import org.polylogue.results.Press;

class SourceCountsTest {

  private static final List<Discourse> PRESS = Press.articles(40);

  @TempDir Path temp;

  private static List<List<Object>> rows(SourceCounts counts) {
    PRESS.forEach(counts::add);
    return counts.rows().stream().map(SourceRow::cells).toList();
  }

  /** What SQL counts; KEY and PART are expressions over q, a (articles) and who (actors). */
  private static String sql(String part, String key, String where) {
    return """
        WITH counted AS (
          SELECT PART AS part, KEY AS source, count(*) AS n, sum((kind = 'DIRECT')::INT) AS direct,
            sum((kind = 'MIXED')::INT) AS mixed, sum((kind = 'INDIRECT')::INT) AS indirect,
            sum((kind = 'BLOCK')::INT) AS block,
            sum(len(list_filter(regexp_split_to_array(q.text, '\\s+'),
              w -> regexp_matches(w, '[\\p{L}\\p{N}]')))) AS words,
            count(DISTINCT q.article_id) AS articles
          FROM quotations q JOIN articles a USING (article_id)
            LEFT JOIN actors who USING (actor_id)
          WHERE CONDITION
          GROUP BY ALL)
        SELECT *, n / sum(n) OVER (PARTITION BY part), words / sum(words) OVER (PARTITION BY part)
        FROM counted"""
        .replace("CONDITION", where)
        .replace("PART AS", part + " AS")
        .replace("KEY", key);
  }

  private static final int[] COLUMNS = {0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 13};
  private static final String SAID = "grade = 'SAID' AND document_id = article_id";

  @Test
  void sourcesByActorOverOutletsAreWhatSqlCounts() throws Exception {
    try (Recount sql = new Recount(temp, PRESS)) {
      assertThat(
              Recount.written(
                  rows(new SourceCounts(SourceFact.of("actor"), ArticleFact.of("outlet"))),
                  COLUMNS))
          .hasSizeGreaterThan(15)
          .containsExactlyInAnyOrderElementsOf(
              sql.query(sql("a.outlet", "coalesce(actor_id, '(' || speaker_type || ')')", SAID)));
    }
  }

  @Test
  void sourcesByAttributeOverMonthsAreWhatSqlCounts() throws Exception {
    String party =
        "CASE WHEN actor_id IS NULL THEN '(' || speaker_type || ')' ELSE"
            + " coalesce(nullif(regexp_extract(attributes, 'party=([^;]*)', 1), ''), '(none)')"
            + " END";
    try (Recount sql = new Recount(temp, PRESS)) {
      assertThat(
              Recount.written(
                  rows(new SourceCounts(SourceFact.of("party"), ArticleFact.of("month"))), COLUMNS))
          .containsExactlyInAnyOrderElementsOf(sql.query(sql("left(a.date, 7)", party, SAID)));
    }
  }

  @Test
  void thoughtsAndCommentsCountWhereAskedFor() throws Exception {
    SourceCounts counts =
        new SourceCounts(
            SourceFact.of("gender"),
            ArticleFact.NONE,
            DocumentKind.BOTH,
            Set.of(Quotation.Grade.SAID, Quotation.Grade.THOUGHT));
    try (Recount sql = new Recount(temp, PRESS)) {
      assertThat(Recount.written(rows(counts), COLUMNS))
          .containsExactlyInAnyOrderElementsOf(
              sql.query(
                  sql(
                      "NULL",
                      "CASE WHEN actor_id IS NULL THEN '(' || speaker_type || ')'"
                          + " ELSE coalesce(gender, '(none)') END",
                      "grade <> 'ATTITUDE'")));
    }
  }

  @Test
  void intervalsHoldTheShareAndNeedFiveArticles() {
    SourceCounts all = new SourceCounts(SourceFact.of("type"), ArticleFact.NONE);
    SourceCounts few = new SourceCounts(SourceFact.of("type"), ArticleFact.NONE);
    PRESS.forEach(all::add);
    PRESS.subList(0, 4).forEach(few::add);
    assertThat(all.rows())
        .allSatisfy(
            row -> {
              assertThat(row.wordInterval().orElseThrow().estimate()).isEqualTo(row.wordShare());
              assertThat(row.wordShare())
                  .isBetween(
                      row.wordInterval().orElseThrow().low(),
                      row.wordInterval().orElseThrow().high());
            });
    assertThat(all.rows().stream().mapToDouble(SourceRow::wordShare).sum())
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(few.rows()).isNotEmpty().allMatch(row -> row.wordInterval().isEmpty());
  }

  @Test
  void aTableSaysWhatResultsDoNot() throws Exception {
    ActorTable table =
        ActorTable.read(
            new StringReader("canonical,party,gender\nTom Reed,Ebb,\nAda Brook,,X\n"), "table");
    assertThat(keys("party", table)).contains("Tide", "Ebb", "(none)", "(described)");
    assertThat(keys("gender", table)).contains("X", "MALE").doesNotContain("FEMALE");
  }

  private static List<String> keys(String by, ActorTable table) {
    SourceCounts counts = new SourceCounts(SourceFact.of(by, table), ArticleFact.NONE);
    PRESS.forEach(counts::add);
    return counts.rows().stream().map(row -> row.source().id()).toList();
  }
}
