package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.text.OffsetUnit;

/**
 * Tables of words that {@code analyze --words} names stand in place of those that are shipped. They
 * are read once in a process, so that each run here has one of its own.
 */
class OwnWordsTest {

  @TempDir Path temp;

  private Path input;

  @BeforeEach
  void write() throws IOException {
    Conversation conversation =
        Conversation.of(
            Article.of("a", "Tides", "The tide turns."),
            List.of(Comment.of("c", "Perhaps it is gribble, you idiot.")));
    input =
        Files.writeString(
            temp.resolve("in.jsonl"), JsonLinesWriter.line(conversation, OffsetUnit.UTF_16) + "\n");
  }

  private int analyze(String out, Path words) throws Exception {
    List<String> args =
        new ArrayList<>(List.of(input.toString(), "--out", temp.resolve(out).toString()));
    if (words != null) {
      args.addAll(List.of("--words", words.toString()));
    }
    return ChildProcess.of(PlainAnalyze.class, List.of("-XX:TieredStopAtLevel=1"), args)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(temp.resolve("errors.txt").toFile())
        .start()
        .waitFor();
  }

  private List<String> markers(String out) throws IOException {
    return Files.readAllLines(temp.resolve(out).resolve("markers.csv")).stream()
        .skip(1)
        .map(row -> row.split(",")[2] + " " + row.split(",")[3])
        .toList();
  }

  @Test
  void aListOfOnesOwnStandsInPlaceOfTheOneOfItsNameAndOthersStay() throws Exception {
    Path own = Files.createDirectories(temp.resolve("own/discourse/marker"));
    Files.writeString(own.resolve("words.tsv"), "list\twords\tsource\nhedge\tgribble\tmy own\n");
    assertThat(analyze("shipped", null)).isZero();
    assertThat(analyze("mine", temp.resolve("own"))).isZero();
    assertThat(markers("shipped")).containsExactly("HEDGE Perhaps", "INSULT idiot");
    assertThat(markers("mine")).containsExactly("HEDGE gribble", "INSULT idiot");
    assertThat(Files.readString(temp.resolve("mine/run.json"))).contains("words.tsv");
    assertThat(Files.readString(temp.resolve("shipped/run.json"))).doesNotContain("words.tsv");
  }

  @Test
  void aFileThatStandsForNoTableIsRefused() throws Exception {
    Files.createDirectories(temp.resolve("own/discourse/maker"));
    Files.writeString(temp.resolve("own/discourse/maker/words.tsv"), "list\twords\tsource\n");
    assertThat(analyze("out", temp.resolve("own"))).isEqualTo(2);
    assertThat(Files.readString(temp.resolve("errors.txt")))
        .contains("stands in place of no table; there is no discourse/maker/words.tsv");
    assertThat(temp.resolve("out/markers.csv")).doesNotExist();
  }
}
