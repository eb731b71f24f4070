package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {

  @TempDir Path temp;

  @Test
  void eachInputIsToldWithWhatItIsReadAsAndWhatIsLeftAside() throws IOException {
    Files.writeString(
        temp.resolve("a.txt"), "The quay\n\nThe quay was painted.\n\nShare this story\n");
    Files.writeString(
        temp.resolve("b.csv"), "article_id,comment_id,text\nq,1,In green?\nq,2,In blue.\n");
    Files.writeString(temp.resolve("c.json"), "{\"colour\": \"blue\"}\n");
    Files.writeString(temp.resolve("d.ann"), "T1\tCue 0 3\tWhy\n");
    Files.writeString(temp.resolve("d.txt"), "Why was it painted?\n");
    StringWriter printed = new StringWriter();

    int code =
        Main.run(
            new PrintWriter(printed),
            new PrintWriter(new StringWriter()),
            "analyze",
            temp.toString(),
            "--dry-run");

    assertThat(code).isEqualTo(1);
    assertThat(printed.toString())
        .contains("a.txt: text-page, 1 articles, 0 comments, 1 left aside or doubtful\n")
        .contains("  1 × page furniture")
        .contains("b.csv: table, 1 articles, 2 comments")
        .contains("c.json: looks like JSON")
        .contains("  1 × annotations are no part of a conversation and were left aside")
        .endsWith("3 articles, 2 comments, 3 notices, 1 failed; nothing was analysed\n");
  }
}
