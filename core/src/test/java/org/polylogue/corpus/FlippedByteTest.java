package org.polylogue.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.text.OffsetUnit;

/**
 * Every byte of a small JSON Lines file, changed in several ways: one bit of it or, with {@code
 * -Dpolylogue.flips=all}, each of its 255 other values.
 */
class FlippedByteTest {

  private static final boolean ALL = "all".equals(System.getProperty("polylogue.flips"));
  private static final int[] SOME = {0x01, 0x80};

  @TempDir Path temp;

  @Test
  void whicheverByteIsWrongEveryLineIsReadOrFailsByItsNumber() throws IOException {
    byte[] whole = String.join("", lines()).getBytes(StandardCharsets.UTF_8);
    List<ReadOutcome> expected = read(whole);
    assertThat(expected).hasSize(3).allMatch(ReadOutcome.Read.class::isInstance);
    int read = 0;
    int failed = 0;
    for (int at = 0; at < whole.length; at++) {
      for (int flip = 1; flip < 256; flip++) {
        if (ALL || isOne(flip)) {
          byte[] changed = whole.clone();
          changed[at] ^= (byte) flip;
          List<ReadOutcome> outcomes = read(changed);
          assertEveryLineEnds(changed, outcomes, expected);
          failed += (int) outcomes.stream().filter(ReadOutcome.Failed.class::isInstance).count();
          read += outcomes.size();
        }
      }
    }
    System.out.printf(
        "%d bytes changed: %d outcomes, %d of them failures by line%n", whole.length, read, failed);
    assertThat(failed).isPositive();
  }

  private static boolean isOne(int flip) {
    for (int one : SOME) {
      if (one == flip) {
        return true;
      }
    }
    return false;
  }

  /** One outcome for each line that is not blank, in order; what no flip touched is as it was. */
  private static void assertEveryLineEnds(
      byte[] bytes, List<ReadOutcome> outcomes, List<ReadOutcome> expected) {
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        numbers.add(i + 1L);
      }
    }
    assertThat(outcomes.stream().map(outcome -> outcome.place().line().orElseThrow()).toList())
        .isEqualTo(numbers);
    List<Conversation> before = conversations(expected);
    List<Conversation> after = conversations(outcomes);
    long untouched = before.stream().filter(after::contains).count();
    long repeated =
        outcomes.stream()
            .filter(ReadOutcome.Failed.class::isInstance)
            .filter(failed -> ((ReadOutcome.Failed) failed).reason().contains("was used before"))
            .count();
    assertThat(untouched + repeated).isGreaterThanOrEqualTo(lines.length < 4 ? 1 : 2);
  }

  private static List<Conversation> conversations(List<ReadOutcome> outcomes) {
    return outcomes.stream()
        .filter(ReadOutcome.Read.class::isInstance)
        .map(outcome -> ((ReadOutcome.Read) outcome).conversation())
        .toList();
  }

  private List<ReadOutcome> read(byte[] bytes) throws IOException {
    Path file = Files.write(temp.resolve("small.jsonl"), bytes);
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(file)) {
      return outcomes.toList();
    }
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String id : List.of("a1", "a2", "zürich")) {
      Conversation conversation =
          Conversation.of(
              Article.of(id, "Über " + id, "“No,” she said.\n\nIt ended 🙂."),
              List.of(
                  Comment.of(id + "/1", "Yes \\ \u0007 \"no\"."),
                  Comment.of(id + "/2", "Sure.").withReplyTo(Optional.of(id + "/1"))));
      lines.add(JsonLinesWriter.line(conversation, OffsetUnit.UTF_16) + "\n");
    }
    return lines;
  }
}
