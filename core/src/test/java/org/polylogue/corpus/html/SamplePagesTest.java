package org.polylogue.corpus.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/** The project's own sample pages against what stands beside them. */
class SamplePagesTest {

  private static final Path ROOT = Path.of(System.getProperty("polylogue.root", ".."));
  private static final Path PAGES = ROOT.resolve("samples/corpus/html");
  private static final Path GOLDEN = ROOT.resolve("samples/src/test/resources/golden");

  @TestFactory
  List<DynamicTest> everySamplePageIsReadExactly() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.sorted().toList()) {
        tests.add(DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static void check(Path page) throws IOException {
    CorpusSource source = CorpusSource.of(page);
    assertThat(new HtmlFormat().accepts(source)).isTrue();
    ReadOutcome.Read read = (ReadOutcome.Read) new HtmlFormat().read(source).toList().get(0);
    Conversation conversation = read.conversation();
    JsonNode golden = new ObjectMapper().readTree(GOLDEN.resolve(source.name() + ".json").toFile());
    assertThat(conversation.article().title()).isEqualTo(golden.get("title").asText());
    assertThat(conversation.article().publication().date().orElseThrow().toString())
        .startsWith(golden.get("published").asText());
    assertThat(conversation.article().publication().outlet())
        .hasValue(golden.get("outlet").asText());
    assertThat(conversation.article().publication().author())
        .hasValue(golden.get("byline").asText());
    assertThat(texts(conversation, Block.Kind.HEADING))
        .containsExactlyElementsOf(strings(golden.get("headings")));
    List<String> quotations = texts(conversation, Block.Kind.QUOTATION);
    assertThat(quotations).hasSize(golden.get("blockQuotations").size());
    for (int i = 0; i < quotations.size(); i++) {
      JsonNode segments = golden.get("blockQuotations").get(i).get("segments");
      assertThat(quotations.get(i))
          .startsWith(segments.get(0).get("begins").asText())
          .endsWith(segments.get(segments.size() - 1).get("ends").asText());
    }
    assertThat(tree(conversation)).isEqualTo(tree(golden.get("comments")));
    for (int i = 0; i < conversation.comments().size(); i++) {
      String text = conversation.comments().get(i).text().replace('\n', ' ');
      assertThat(text).startsWith(golden.get("comments").get(i).get("begins").asText());
      assertThat(text).endsWith(golden.get("comments").get(i).get("ends").asText());
    }
    assertThat(conversation.article().text())
        .doesNotContain("Subscribe")
        .doesNotContain("Advertisement")
        .doesNotContain("Most read")
        .doesNotContain("cookies")
        .doesNotContain("rights reserved");
    assertThat(conversation.irregularities()).isEmpty();
  }

  private static List<String> texts(Conversation conversation, Block.Kind kind) {
    return conversation.article().blocks().stream()
        .filter(block -> block.kind() == kind)
        .map(block -> block.span().of(conversation.article().text()))
        .toList();
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(item -> strings.add(item.asText()));
    return strings;
  }

  private static List<String> tree(Conversation conversation) {
    List<String> tree = new ArrayList<>();
    for (Comment comment : conversation.comments()) {
      int parent = conversation.parentOf(comment).map(conversation.comments()::indexOf).orElse(-1);
      tree.add(
          parent
              + " "
              + comment.author().orElse("-")
              + " "
              + comment.time().map(Object::toString).orElse("-").replaceAll(":00$", "")
              + " "
              + (comment.score().isPresent() ? "" + comment.score().getAsInt() : "-"));
    }
    return tree;
  }

  private static List<String> tree(JsonNode comments) {
    List<String> numbers = new ArrayList<>();
    List<String> tree = new ArrayList<>();
    for (JsonNode comment : comments) {
      numbers.add(comment.get("number").asText());
      tree.add(
          numbers.indexOf(comment.get("parent").asText())
              + " "
              + comment.get("author").asText("-").replaceAll("^null$", "-")
              + " "
              + comment.get("time").asText().replaceAll(":00$", "")
              + " "
              + (comment.get("score").isNull() ? "-" : comment.get("score").asText()));
    }
    return tree;
  }
}
