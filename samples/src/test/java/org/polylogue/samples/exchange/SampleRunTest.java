package org.polylogue.samples.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.exchange.FileNames;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Document;

/** What a run over the sample corpus writes, by the rules of the programs that read it. */
class SampleRunTest {

  @TempDir static Path temp;

  private static Path converted(String format) {
    Path folder = temp.resolve(format);
    SampleResults.command(
        "convert", SampleResults.FOLDER.toString(), folder.toString(), "--to", format);
    return folder;
  }

  @Test
  void bratFindsNoFaultInItsFolder() throws IOException {
    assertThat(BratRules.issues(converted("brat"), 5_000)).isEmpty();
  }

  @Test
  void inceptionFindsNoFaultInItsFiles() throws IOException {
    Path folder = converted("webanno");
    List<String> issues = new ArrayList<>();
    int files = 0;
    for (Discourse discourse : SampleResults.discourses()) {
      for (Document document : discourse.conversation().documents()) {
        Path file = folder.resolve(FileNames.of(document.id()) + ".tsv");
        issues.addAll(WebAnnoRules.issues(document.id(), Files.readString(file), document.text()));
        files++;
      }
    }
    assertThat(issues).isEmpty();
    assertThat(files).isGreaterThan(100);
  }

  @Test
  void numbersHaveFourDecimalsAtMostAndIdsLeadToRows() throws IOException {
    Map<String, List<CSVRecord>> tables = tables();
    assertThat(tables.keySet()).contains("actors", "quotations", "mentions", "stances", "echoes");
    Set<String> articles = column(tables.get("articles"), "article_id");
    Set<String> documents = new HashSet<>(articles);
    documents.addAll(column(tables.get("comments"), "comment_id"));
    Set<String> actors = column(tables.get("actors"), "actor_id");
    Set<String> anything = new HashSet<>(documents);
    anything.addAll(actors);
    Map<String, Set<String>> known =
        Map.of(
            "article_id", articles,
            "document_id", documents,
            "source_id", documents,
            "reply_to", documents,
            "actor_id", actors,
            "metonym_id", actors,
            "speaker_id", actors,
            "target_id", anything);
    Map<String, Set<String>> ofArticle =
        Map.of(
            "quotation_id", inArticle(tables.get("quotations"), "quotation_id"),
            "mention_id", inArticle(tables.get("mentions"), "mention_id"));
    List<String> faults = new ArrayList<>();
    tables.forEach(
        (name, rows) -> {
          assertThat(rows).as(name).isNotEmpty();
          for (CSVRecord row : rows) {
            row.toMap()
                .forEach(
                    (column, cell) -> {
                      boolean found =
                          ofArticle.containsKey(column)
                              ? ofArticle.get(column).contains(row.get("article_id") + " " + cell)
                              : known.getOrDefault(column, Set.of(cell)).contains(cell);
                      if (cell.matches("-?\\d*\\.\\d{5,}") || !cell.isEmpty() && !found) {
                        faults.add(name + ": " + column + " " + cell + " in " + row);
                      }
                    });
          }
        });
    assertThat(faults).isEmpty();
  }

  private static Map<String, List<CSVRecord>> tables() throws IOException {
    Map<String, List<CSVRecord>> tables = new TreeMap<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Stream<Path> files = Files.list(SampleResults.FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        try (Reader reader = Files.newBufferedReader(file)) {
          String name = file.getFileName().toString().replace(".csv", "");
          tables.put(name, format.parse(reader).getRecords());
        }
      }
    }
    return tables;
  }

  private static Set<String> column(List<CSVRecord> rows, String name) {
    Set<String> cells = new HashSet<>();
    rows.forEach(row -> cells.add(row.get(name)));
    return cells;
  }

  private static Set<String> inArticle(List<CSVRecord> rows, String name) {
    Set<String> cells = new HashSet<>();
    rows.forEach(row -> cells.add(row.get("article_id") + " " + row.get(name)));
    return cells;
  }
}
