package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.results.run.CsvRows;

/** The commands of the walk-through, one after the other. */
class TopicsStudyTest {

  private static final Path ROOT = Path.of(System.getProperty("polylogue.root"));

  @TempDir Path temp;

  @Test
  void everyCommandOfTheWalkThroughEndsWell() throws IOException {
    List<String> commands =
        Files.readAllLines(ROOT.resolve("docs/topics-study.md")).stream()
            .filter(line -> line.startsWith("polylogue "))
            .toList();
    assertThat(commands).hasSize(10);
    StringBuilder all = new StringBuilder();
    for (String command : commands) {
      StringWriter printed = new StringWriter();
      StringWriter errors = new StringWriter();
      String[] args =
          Stream.of(command.split(" ")).skip(1).map(this::inPlace).toArray(String[]::new);
      int code = Main.run(new PrintWriter(printed), new PrintWriter(errors), args);
      assertThat(code).as(command + "\n" + printed + errors).isZero();
      all.append(printed);
    }
    assertThat(all)
        .contains("heldout", "jensen-shannon", "greatest_group", "schools and money")
        .contains("nothing has changed");
    try (CsvRows rows = CsvRows.open(temp.resolve("study-topics/prevalence.csv"))) {
      assertThat(rows.columns()).contains("topic", "fact", "value", "share", "low", "high");
      assertThat(rows.hasNext()).isTrue();
    }
    assertThat(Files.readString(temp.resolve("study-topics/prevalence-kind.svg")))
        .startsWith("<svg")
        .contains(">comment</text>")
        .endsWith("</svg>\n");
    try (CsvRows rows = CsvRows.open(temp.resolve("study-speakers.csv"))) {
      assertThat(rows.columns())
          .containsExactly("speaker", "texts", "words", "position", "low", "high", "se");
      assertThat(rows.hasNext()).isTrue();
    }
    assertThat(temp.resolve("study-speakers.csv.run.json")).exists();
  }

  private String inPlace(String word) {
    if (word.startsWith("samples/")) {
      return ROOT.resolve(word).toString();
    }
    return word.startsWith("study") ? temp.resolve(word).toString() : word;
  }
}
