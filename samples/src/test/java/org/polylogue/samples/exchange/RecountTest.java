package org.polylogue.samples.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Comment;
import org.polylogue.model.CommentMarker;
import org.polylogue.model.Stance;

/** Every table of findings over the sample corpus is what SQL counts in the database. */
class RecountTest {

  private static final String RESULTS = SampleResults.FOLDER.toString();
  private static final String SAID = "q.grade = 'SAID' AND q.document_id = q.article_id";

  @TempDir static Path temp;
  private static SampleDatabase database;

  @BeforeAll
  static void open() throws SQLException {
    database = new SampleDatabase(temp, "duckdb");
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  private static void equal(List<List<String>> found, String sql) {
    assertThat(found)
        .usingElementComparator(SampleDatabase::compare)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(database.query(sql));
  }

  /** An SQL expression for a fact of articles. */
  private static String part(String over) {
    return switch (over) {
      case "outlet" -> "coalesce(a.outlet, '')";
      case "month" -> "coalesce(left(a.date, 7), '')";
      case "article" -> "a.article_id";
      case "outlet,year" ->
          "CASE WHEN a.outlet IS NULL AND a.date IS NULL THEN '' ELSE coalesce(a.outlet, '')"
              + " || ' | ' || coalesce(left(a.date, 4), '') END";
      default -> "''";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "actor; ",
        "actor; outlet",
        "actor; article",
        "type; month",
        "gender; ",
        "gender; outlet",
        "party; ",
        "party; month",
        "role; article",
        "country; outlet",
        "country; outlet,year"
      })
  void sources(String by, String over) throws IOException {
    String source =
        switch (by) {
          case "actor" -> "q.actor_id";
          case "type" -> "who.type";
          case "gender" -> "coalesce(who.gender, '(none)')";
          default -> "coalesce(fact.value, '(none)')";
        };
    String csv =
        SampleResults.command(
            "sources",
            RESULTS,
            "--by",
            by,
            "--over",
            Optional.ofNullable(over).orElse(""),
            "--format",
            "csv");
    String sql =
        """
        WITH counted AS (
          SELECT PART AS part,
            CASE WHEN q.actor_id IS NULL THEN '(' || q.speaker_type || ')' ELSE SOURCE END
              AS source,
            count(*) AS n, count(*) FILTER (q.kind = 'DIRECT') AS direct,
            count(*) FILTER (q.kind = 'MIXED') AS mixed,
            count(*) FILTER (q.kind = 'INDIRECT') AS indirect,
            count(*) FILTER (q.kind = 'BLOCK') AS block, sum(q.words) AS words,
            count(DISTINCT q.article_id) AS articles
          FROM quotations q JOIN articles a USING (article_id)
            LEFT JOIN actors who USING (actor_id)
            LEFT JOIN actor_attributes fact ON fact.actor_id = q.actor_id AND fact.name = 'BY'
          WHERE WHICH
          GROUP BY ALL)
        SELECT *, n / sum(n) OVER (PARTITION BY part), words / sum(words) OVER (PARTITION BY part)
        FROM counted"""
            .replace("SOURCE", source)
            .replace("PART AS", part(Optional.ofNullable(over).orElse("")) + " AS")
            .replace("'BY'", "'" + by + "'")
            .replace("WHICH", SAID);
    equal(
        SampleDatabase.columns(
            csv,
            "part",
            "source_id",
            "quotations",
            "direct",
            "mixed",
            "indirect",
            "block",
            "words",
            "articles",
            "quotation_share",
            "word_share"),
        sql);
  }

  @Test
  void whoSpeaksAboutWhomActorsAndCommenters() throws IOException {
    Path file = temp.resolve("network.csv");
    SampleResults.command("network", RESULTS, "--kind", "SPEAKS_ABOUT", "--out", file.toString());
    Map<String, List<String>> nodes = new TreeMap<>();
    for (List<String> node :
        SampleDatabase.columns(
            Files.readString(temp.resolve("network.nodes.csv")), "Id", "Kind", "Label", "actor")) {
      nodes.put(node.get(0), node);
    }
    List<List<String>> ties = new ArrayList<>();
    for (List<String> tie :
        SampleDatabase.columns(
            Files.readString(file),
            "Source",
            "Target",
            "Weight",
            "tone",
            "negative",
            "neutral",
            "positive",
            "favor",
            "against")) {
      List<String> source = nodes.get(tie.get(0));
      boolean commenter = source.get(1).equals("commenter");
      List<String> row = new ArrayList<>(List.of(commenter ? "" : source.get(3)));
      row.add(commenter ? source.get(2).replaceFirst(" \\(commenter\\)$", "") : "");
      row.add(nodes.get(tie.get(1)).get(3));
      row.addAll(tie.subList(2, tie.size()));
      ties.add(row);
    }
    assertThat(ties).anyMatch(tie -> tie.get(0).isEmpty()).anyMatch(tie -> tie.get(1).isEmpty());
    equal(
        ties,
        """
        SELECT speaker_id, commenter, target_id, sum(mentions),
          sum(tone * (negative + neutral + positive))
            / nullif(sum(negative + neutral + positive) FILTER (tone IS NOT NULL), 0),
          sum(negative), sum(neutral), sum(positive), sum(favor), sum(against)
        FROM speaks_about GROUP BY ALL""");
  }

  @ParameterizedTest
  @CsvSource({
    "MENTIONS, sum(mentions), count(*)",
    "QUOTATIONS, sum(quotations), count(*)",
    "WORDS, sum(words), count(*)",
    "TONE, sum(scores), sum(tones)",
    "STANCE, sum(favor) - sum(against), sum(favor) + sum(against)"
  })
  void timeOfAllAndOfAnActor(String measure, String amount, String divisor) throws IOException {
    String actor = "person/signe-haldane";
    String articles =
        "(SELECT a.article_id, a.date, a.outlet, COLUMNS(m.* EXCLUDE (article_id, actor_id)) FROM"
            + " articles a LEFT JOIN actor_measures m ON m.article_id = a.article_id"
            + " AND m.actor_id = '"
            + actor
            + "')";
    for (String from : List.of("measures", articles)) {
      String[] command = {
        "timeline",
        RESULTS,
        "--measure",
        measure,
        "--period",
        "month",
        "--over",
        "outlet",
        "--format",
        "csv",
        "--actor",
        actor
      };
      String csv =
          SampleResults.command(
              from.equals("measures") ? java.util.Arrays.copyOf(command, 10) : command);
      String sql =
          "SELECT coalesce(outlet, ''), left(date, 7), count(*), coalesce("
              + amount
              + ", 0), coalesce("
              + divisor
              + ", 0), coalesce("
              + amount
              + ", 0) / nullif("
              + divisor
              + ", 0) FROM "
              + from
              + " WHERE date IS NOT NULL GROUP BY 1, 2";
      equal(
          SampleDatabase.columns(csv, "part", "period", "articles", "amount", "of", "value")
              .stream()
              .filter(row -> !row.get(2).equals("0.000000"))
              .toList(),
          sql);
    }
  }

  @Test
  void headlinesAgainstTheirTexts() throws IOException {
    String csv = SampleResults.command("headlines", RESULTS, "--judges", "lean", "--format", "csv");
    List<List<String>> rows =
        SampleDatabase.columns(
            csv,
            "article_id",
            "headline",
            "outlet",
            "date",
            "actor_id",
            "body_mentions",
            "body_rank",
            "body_tone");
    List<List<String>> counted =
        database.query(
            """
            WITH body AS (
              SELECT article_id, actor_id, mentions, scores / nullif(tones, 0) AS tone,
                row_number() OVER (PARTITION BY article_id ORDER BY mentions DESC, actor_id) AS rank
              FROM actor_measures WHERE mentions > 0)
            SELECT article_id, title, outlet, date, actor_id, body.mentions, rank, tone
            FROM articles JOIN body USING (article_id)""");
    List<List<String>> taken = rows.stream().filter(row -> !row.get(6).isEmpty()).toList();
    assertThat(taken).hasSizeGreaterThan(5);
    assertThat(counted).usingElementComparator(SampleDatabase::compare).containsAll(taken);
    for (List<String> row : rows) {
      if (row.get(6).isEmpty()) {
        assertThat(row.get(5)).isEqualTo("0.000000");
        assertThat(counted)
            .noneMatch(one -> one.get(0).equals(row.get(0)) && one.get(4).equals(row.get(4)));
      }
    }
  }

  @Test
  void markersByThreadAndSide() {
    Map<List<String>, Integer> counts =
        new TreeMap<>(java.util.Comparator.comparing(List::toString));
    for (Discourse discourse : SampleResults.discourses()) {
      for (int i = 1; i < discourse.documents().size(); i++) {
        Comment comment = discourse.conversation().comments().get(i - 1);
        Comment root = comment;
        while (root.replyTo().isPresent()) {
          root = discourse.conversation().comment(root.replyTo().get()).orElseThrow();
        }
        String side =
            discourse.documents().get(i).stances().stream()
                .filter(stance -> stance.target() instanceof Stance.Target.OfArticle)
                .flatMap(stance -> stance.taken().stream())
                .map(taken -> taken.label().name())
                .findFirst()
                .orElse("");
        for (CommentMarker marker : discourse.documents().get(i).of(Layers.MARKERS)) {
          counts.merge(
              List.of(
                  discourse.conversation().article().id(), root.id(), side, marker.kind().name()),
              1,
              Integer::sum);
        }
      }
    }
    List<List<String>> rows = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          List<String> row = new ArrayList<>(key);
          row.add(SampleDatabase.cell(count.toString()));
          rows.add(row);
        });
    equal(rows, "SELECT * FROM markers_by_side");
  }

  @Test
  void bothDatabasesHaveTheSameViews() throws Exception {
    try (SampleDatabase sqlite = new SampleDatabase(temp, "sqlite")) {
      for (List<String> view : sqlite.query("SELECT name FROM sqlite_master WHERE type = 'view'")) {
        equal(sqlite.query("SELECT * FROM " + view.get(0)), "SELECT * FROM " + view.get(0));
      }
    }
  }
}
