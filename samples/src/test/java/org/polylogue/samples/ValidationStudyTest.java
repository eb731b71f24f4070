package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.results.run.CsvRows;
import org.polylogue.results.run.CsvTable;

/** The commands of the walk-through, one after the other, with codes in place of a person's. */
class ValidationStudyTest {

  private static final Path ROOT = Path.of(System.getProperty("polylogue.root"));
  private static final List<String> CODES = List.of("negative", "neutral", "positive");

  @TempDir Path temp;

  @Test
  void everyCommandOfTheWalkThroughEndsWellAndAnswersTheQuestion() throws IOException {
    List<String> commands =
        Files.readAllLines(ROOT.resolve("docs/validation-study.md")).stream()
            .filter(line -> line.startsWith("polylogue "))
            .toList();
    assertThat(commands).hasSize(10);
    StringBuilder all = new StringBuilder();
    for (String command : commands) {
      if (command.startsWith("polylogue validate")) {
        code("coded-ann.csv", "the ", " to ");
        code("coded-bob.csv", "The ", " to ");
      }
      StringWriter printed = new StringWriter();
      StringWriter errors = new StringWriter();
      String[] args =
          Stream.of(command.split(" ")).skip(1).map(this::inPlace).toArray(String[]::new);
      int code = Main.run(new PrintWriter(printed), new PrintWriter(errors), args);
      assertThat(code).as(command + "\n" + printed + errors).isZero();
      assertThat(printed.toString()).as(command).isNotBlank();
      all.append(printed);
    }
    assertThat(all)
        .contains("100 of ", "100 coded rows", " less ", "nothing has changed", "adapted@");
    assertThat(Files.readString(temp.resolve("study-learned/sentiments.csv"))).contains("adapted@");
    for (String file : List.of("agreement.csv", "validation.csv", "differences.csv", "run.json")) {
      assertThat(temp.resolve("study-checked").resolve(file)).exists();
    }
  }

  /** A coder who sees a tone in words that have none. */
  private void code(String name, String negative, String positive) throws IOException {
    Path folder = temp.resolve("study-coding");
    try (CsvRows rows = CsvRows.open(folder.resolve("sample.csv"));
        Writer writer = Files.newBufferedWriter(folder.resolve(name))) {
      CsvTable table = new CsvTable(writer, false, rows.columns().toArray(String[]::new));
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        String text = row.get("text");
        row.put("code", CODES.get(text.contains(negative) ? 0 : text.contains(positive) ? 2 : 1));
        table.row(row.values().toArray());
      }
    }
  }

  private String inPlace(String word) {
    if (word.startsWith("samples/")) {
      return ROOT.resolve(word).toString();
    }
    return word.startsWith("study") ? temp.resolve(word).toString() : word;
  }
}
