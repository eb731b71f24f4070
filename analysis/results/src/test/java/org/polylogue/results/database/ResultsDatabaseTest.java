package org.polylogue.results.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.discourse.table.DiscourseTable;
import org.polylogue.results.Findings;
import org.polylogue.results.Press;
import org.polylogue.results.run.DiscourseTables;
import org.polylogue.results.run.OutputFolder;

class ResultsDatabaseTest {

  @TempDir Path temp;

  private Path write(ResultsDatabase.Kind kind, Discourse... discourses) throws IOException {
    Path out = temp.resolve("results." + kind.name().toLowerCase(Locale.ROOT));
    try (ResultsDatabase database = new ResultsDatabase(kind, out, Layers.STANDARD)) {
      for (Discourse discourse : discourses) {
        database.add(discourse);
      }
      database.finish();
    }
    return out;
  }

  private static Connection open(ResultsDatabase.Kind kind, Path out) throws SQLException {
    return switch (kind) {
      case DUCKDB -> DriverManager.getConnection("jdbc:duckdb:" + out);
      case SQLITE -> DriverManager.getConnection("jdbc:sqlite:" + out);
      case PARQUET -> DriverManager.getConnection("jdbc:duckdb:");
    };
  }

  private static List<List<String>> query(Connection connection, String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(Objects.toString(result.getObject(i), ""));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource(ResultsDatabase.Kind.class)
  void everyTableHasTheRowsOfItsCsvFile(ResultsDatabase.Kind kind)
      throws IOException, SQLException {
    Discourse discourse = Findings.everyKind();
    try (OutputFolder folder = OutputFolder.open(temp.resolve("csv"))) {
      DiscourseTables tables = new DiscourseTables(folder, Layers.STANDARD, true);
      tables.add(discourse);
      tables.finish();
      folder.publish();
    }
    Path out = write(kind, discourse);
    try (Connection connection = open(kind, out)) {
      for (Table<?> table : DiscourseTable.all(Layers.STANDARD)) {
        String from =
            kind == ResultsDatabase.Kind.PARQUET
                ? "read_parquet('" + out.resolve(table.name() + ".parquet") + "')"
                : table.name();
        List<List<String>> expected = new ArrayList<>();
        try (CSVParser parser =
            CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(temp.resolve("csv/" + table.name() + ".csv")))) {
          parser.forEach(row -> expected.add(row.toList()));
        }
        assertThat(query(connection, "SELECT * FROM " + from))
            .as(table.name())
            .isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ResultsDatabase.Kind.class,
      names = {"DUCKDB", "SQLITE"})
  void viewsCountWhatTheTablesHold(ResultsDatabase.Kind kind) throws IOException, SQLException {
    try (Connection connection = open(kind, write(kind, Findings.everyKind()))) {
      assertThat(query(connection, "SELECT sum(quotations) FROM sources"))
          .isEqualTo(query(connection, "SELECT count(*) FROM quotations"));
      assertThat(query(connection, "SELECT count(*) FROM documents"))
          .isEqualTo(
              query(
                  connection,
                  "SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM comments)"));
      assertThat(query(connection, "SELECT sum(stances) FROM sides"))
          .isEqualTo(query(connection, "SELECT count(label) FROM stances"));
      assertThat(query(connection, "SELECT * FROM speaks_about")).isEmpty();
      assertThat(query(connection, "SELECT * FROM markers_by_side"))
          .containsExactly(List.of("a", "a/1", "AGAINST", "ADDRESS", "1"));
      assertThat(query(connection, "SELECT outlet FROM articles WHERE author IS NULL")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ResultsDatabase.Kind.class,
      names = {"DUCKDB", "SQLITE"})
  void theSameArticleTwiceIsRefused(ResultsDatabase.Kind kind) {
    assertThatThrownBy(() -> write(kind, Findings.everyKind(), Findings.everyKind()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("articles");
    assertThat(temp.toFile().list()).isEmpty();
  }

  @Test
  void moreRowsThanTheAppenderHoldsAreWritten() throws IOException, SQLException {
    Discourse[] press = Press.articles(1_000).toArray(Discourse[]::new);
    int mentions = 0;
    for (Discourse discourse : press) {
      for (DocumentDiscourse found : discourse.documents()) {
        mentions += found.mentions().size();
      }
    }
    assertThat(mentions).isGreaterThan(2_048);
    Path out = write(ResultsDatabase.Kind.DUCKDB, press);
    try (Connection connection = open(ResultsDatabase.Kind.DUCKDB, out)) {
      assertThat(query(connection, "SELECT count(*) FROM mentions"))
          .isEqualTo(List.of(List.of(Integer.toString(mentions))));
    }
  }

  @Test
  void anUnfinishedDatabaseIsRemoved() throws IOException {
    Path out = temp.resolve("unfinished.duckdb");
    try (ResultsDatabase database =
        new ResultsDatabase(ResultsDatabase.Kind.DUCKDB, out, Layers.STANDARD)) {
      database.add(Findings.everyKind());
    }
    assertThat(temp.toFile().list()).isEmpty();
  }
}
