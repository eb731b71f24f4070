package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.results.DiscourseJson;

/** The command as users call it. */
class CommandRunTest {

  @TempDir Path temp;

  @Test
  void aBrokenFileIsListedAndEndsWithOneWhileTheOthersAreAnalysed() throws IOException {
    Path in = Files.createDirectories(temp.resolve("in"));
    Files.write(in.resolve("a-broken.txt"), new byte[] {'T', (byte) 0xff, (byte) 0xfe, 'x'});
    Files.writeString(
        in.resolve("b-page.txt"), "A title\n\nThe mayor said: “We are late.”\n\nHe left.\n");
    Path earlier = Files.createDirectories(temp.resolve("earlier"));
    Files.writeString(earlier.resolve("discourse.jsonl"), earlierResults());
    Files.writeString(earlier.resolve("articles.csv"), "article_id\nnot-an-article\n");
    Path out = temp.resolve("out");
    StringWriter printed = new StringWriter();
    StringWriter errors = new StringWriter();

    int code =
        Main.run(
            new PrintWriter(printed),
            new PrintWriter(errors),
            "analyze",
            in.toString(),
            earlier.toString(),
            "--out",
            out.toString());

    assertThat(code).isEqualTo(1);
    assertThat(printed.toString()).startsWith("2 articles, 1 comments").contains("1 failed");
    assertThat(errors.toString().lines()).hasSize(1);
    assertThat(errors.toString()).contains("failures.jsonl");
    assertThat(Files.readAllLines(out.resolve("failures.jsonl")))
        .hasSize(1)
        .allMatch(line -> line.contains("a-broken.txt") && line.contains("\"read\""));
    assertThat(Files.readAllLines(out.resolve("discourse.jsonl"))).hasSize(2);
    assertThat(out.resolve("quotations.csv")).content().contains("We are late.");
    for (String name : List.of("report.html", "network.graphml", "run.json", "articles.csv")) {
      assertThat(out.resolve(name)).isNotEmptyFile();
    }
  }

  private static String earlierResults() {
    Conversation conversation =
        Conversation.of(
            Article.of("c-earlier", "A title", "Words of an earlier run."),
            List.of(Comment.of("c-earlier/1", "I agree with every word of it.")));
    return new DiscourseJson().write(RealDiscourse.of(conversation)) + "\n";
  }
}
