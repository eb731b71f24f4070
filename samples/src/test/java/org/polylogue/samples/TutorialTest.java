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

/** The commands of the tutorial, one after the other. */
class TutorialTest {

  private static final Path ROOT = Path.of(System.getProperty("polylogue.root"));

  @TempDir Path temp;

  @Test
  void everyCommandOfTheTutorialEndsWellAndLeavesWhatThePageSays() throws IOException {
    List<String> commands =
        Files.readAllLines(ROOT.resolve("docs/tutorial.md")).stream()
            .filter(line -> line.startsWith("polylogue "))
            .toList();
    assertThat(commands).hasSizeGreaterThan(6);
    for (String command : commands) {
      StringWriter printed = new StringWriter();
      StringWriter errors = new StringWriter();
      String[] args =
          Stream.of(command.split(" ")).skip(1).map(this::inPlace).toArray(String[]::new);
      int code = Main.run(new PrintWriter(printed), new PrintWriter(errors), args);
      assertThat(code).as(command + "\n" + errors).isZero();
      assertThat(printed.toString()).as(command).isNotBlank();
    }
    for (String file :
        List.of(
            "study/report.html",
            "study/notices.csv",
            "study/named-together.gexf",
            "study/replies.graphml",
            "study.sqlite")) {
      assertThat(temp.resolve(file)).exists();
    }
  }

  private String inPlace(String word) {
    if (word.startsWith("samples/")) {
      return ROOT.resolve(word).toString();
    }
    return word.startsWith("study") ? temp.resolve(word).toString() : word;
  }
}
