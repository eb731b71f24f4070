package org.polylogue.corpus.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/** One story in the shapes that content management systems give to pages. */
class PageShapesTest {

  private static final Path PAGES = Path.of("src/test/resources/pages");

  private static final Map<String, String> STORY = new LinkedHashMap<>();

  static {
    STORY.put("title", "Lighthouse keeper wins the right to a lift");
    STORY.put("author", "Mira Solberg");
    STORY.put("date", "3 May 2024");
    STORY.put(
        "lede",
        "The tower has two hundred and eleven steps, and the court agreed that nobody should have to"
            + " climb them twice a day.");
    STORY.put(
        "p1",
        "A keeper of seventy-one years has won the right to a lift in the lighthouse of Grey Head, which"
            + " he has climbed every morning since the year of the great flood.");
    STORY.put(
        "p2",
        "“I like the steps, but my knees have stopped liking them,” said Anton Bell, who learned of the"
            + " judgment from a fisherman.");
    STORY.put("p3", "The state has six months to build it.");
    STORY.put(
        "p4",
        "Its lawyers had argued that the lamp has been automatic for thirty years and that nobody has to"
            + " climb up to it at all.");
    STORY.put(
        "p5",
        "Judge Eva Lindqvist found that a keeper who is paid to look after a lamp has to be able to reach"
            + " it, and that a ladder of stone is not enough.");
    STORY.put("p6", "The lift will cost more than the lighthouse did when it was built in 1871.");
    STORY.put("c1author", "gullwatcher");
    STORY.put("c1", "My uncle built half of those steps and would be glad to hear it.");
    STORY.put("c2author", "Tilde R.");
    STORY.put("c2", "Then he owes my knees an apology.");
  }

  @TestFactory
  Stream<DynamicTest> theWholeStoryAndNothingElseIsRead() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.list(PAGES)) {
      pages = files.sorted().toList();
    }
    assertThat(pages).hasSizeGreaterThan(30);
    return pages.stream()
        .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)));
  }

  private static void check(Path page) {
    String shape;
    try {
      shape = Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String html = shape;
    for (Map.Entry<String, String> part : STORY.entrySet()) {
      html = html.replace("{{" + part.getKey() + "}}", part.getValue());
    }
    ReadOutcome.Read read =
        new HtmlFormat().read(Place.of("page"), "page", html, ReadLimits.DEFAULT);
    Conversation conversation = read.conversation();
    Article article = conversation.article();
    assertThat(article.title()).isEqualTo(STORY.get("title"));
    List<String> expected = new ArrayList<>();
    for (String part : List.of("lede", "p1", "p2", "p3", "p4", "p5", "p6")) {
      if (shape.contains("{{" + part + "}}")) {
        expected.add(STORY.get(part));
      }
    }
    List<String> blocks = new ArrayList<>();
    for (Block block : article.blocks()) {
      String text = article.text().substring(block.span().start(), block.span().end());
      if (block.kind() != Block.Kind.HEADING || text.equals(STORY.get("lede"))) {
        blocks.add(text);
      }
    }
    assertThat(blocks).isEqualTo(expected);
    assertThat(article.text()).doesNotContain("FURNITURE");
    if (shape.contains("{{author}}")) {
      String author = article.publication().author().orElse("");
      assertThat(author)
          .isEqualTo(STORY.get("author") + (shape.contains("Ole Dahl") ? ", Ole Dahl" : ""));
    }
    if (shape.contains("{{date}}") || shape.contains("2024-05-03T08")) {
      assertThat(article.publication().date().orElseThrow().toString()).startsWith("2024-05-03");
    }
    List<Comment> comments = conversation.comments();
    if (!shape.contains("{{c1}}")) {
      assertThat(comments).isEmpty();
      return;
    }
    assertThat(comments)
        .extracting(Comment::text)
        .containsExactly(STORY.get("c1"), STORY.get("c2"));
    assertThat(comments)
        .extracting(comment -> comment.author().orElse(""))
        .containsExactly(STORY.get("c1author"), STORY.get("c2author"));
    assertThat(comments.get(0).time().orElseThrow().toString()).startsWith("2024-05-03T11:43");
    assertThat(comments.get(1).replyTo()).hasValue(comments.get(0).id());
  }
}
