package org.polylogue.discourse.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Echo;
import org.polylogue.model.Moment;
import org.polylogue.pipeline.Scope;

class EchoFinderTest {

  private static final String ARTICLE =
      "Nobody ordered the bridge. The council paid for the old bridge three times, and the mayor"
          + " said that she would pay for it once more. It rained all night.";

  private static Path root() {
    return Path.of(System.getProperty("polylogue.root", ".")).toAbsolutePath().normalize();
  }

  private static Conversation read(Path page) {
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(page)) {
      return ((ReadOutcome.Read) outcomes.toList().get(0)).conversation();
    }
  }

  private static Comment reply(String id, String text, String parent) {
    return new Comment(
        id,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        text,
        Optional.ofNullable(parent));
  }

  private static List<String> told(Conversation conversation) {
    List<String> told = new ArrayList<>();
    Map<String, List<Echo>> found = new EchoFinder().analyze(conversation, new Scope());
    found.forEach(
        (id, echoes) -> {
          for (Echo echo : echoes) {
            String text = conversation.comment(id).orElseThrow().text();
            told.add(id + ":" + echo.span().of(text) + "<" + echo.source().documentId());
          }
        });
    return told;
  }

  private static List<String> told(String... comments) {
    List<Comment> all = new ArrayList<>();
    for (String text : comments) {
      all.add(reply("c" + all.size(), text, null));
    }
    return told(Conversation.of(Article.of("a", "", ARTICLE), all));
  }

  static Stream<Path> goldenFiles() throws IOException {
    Path folder = root().resolve("samples/src/test/resources/golden");
    if (!Files.isDirectory(folder)) {
      return Stream.of(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void theEchoesOfTheSampleCorpusAreFoundAndNoOthers(Path golden) throws IOException {
    Assumptions.assumeTrue(Files.exists(golden), "no sample corpus here");
    JsonNode expected = new ObjectMapper().readTree(golden.toFile());
    Path page = root().resolve("samples/corpus").resolve(expected.get("page").asText());
    Assumptions.assumeTrue(page.toString().endsWith(".txt"), "no text page");
    Conversation conversation = read(page);
    List<String> wanted = new ArrayList<>();
    for (JsonNode echo : expected.get("echoes")) {
      wanted.add(
          echo.get("comment").asText()
              + " "
              + echo.get("of").asText()
              + " "
              + plain(echo.get("begins").asText())
              + " ... "
              + plain(echo.get("ends").asText()));
    }
    List<String> found = new ArrayList<>();
    new EchoFinder()
        .analyze(conversation, new Scope())
        .forEach(
            (id, echoes) -> {
              for (int i = 0; i < echoes.size(); i++) {
                String text =
                    plain(echoes.get(i).span().of(conversation.comment(id).orElseThrow().text()));
                String source = echoes.get(i).source().documentId();
                boolean ofArticle = source.equals(conversation.article().id());
                String begins = wanted.size() > found.size() ? words(wanted, found.size()) : text;
                String[] parts = begins.split(" \\.\\.\\. ");
                boolean same = text.startsWith(parts[0]) && text.endsWith(parts[parts.length - 1]);
                found.add(
                    id.substring(id.indexOf('#') + 1)
                        + " "
                        + (ofArticle ? "article" : "parent")
                        + " "
                        + (same ? begins : text));
              }
            });
    assertThat(found).containsExactlyElementsOf(wanted);
  }

  private static String words(List<String> wanted, int at) {
    return wanted.get(at).split(" ", 3)[2];
  }

  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  @Test
  void bothEchoesOfTheRealPageAreFoundAndNoOthers() {
    Path page = root().resolveSibling("shared").resolve("corpus/putin-tokayev-2023-11-11.txt");
    Assumptions.assumeTrue(Files.exists(page), () -> "not there: " + page);
    Conversation conversation = read(page);
    String article = conversation.article().text();
    Map<String, List<Echo>> found = new EchoFinder().analyze(conversation, new Scope());
    assertThat(found.keySet())
        .extracting(id -> id.substring(id.indexOf('#')))
        .containsExactly("#1", "#7");
    Echo first = found.get(conversation.comments().get(0).id()).get(0);
    String firstText = conversation.comments().get(0).text();
    assertThat(first.span().of(firstText))
        .isEqualTo(firstText.substring(0, firstText.indexOf('\n')));
    assertThat(first.source().span().of(article)).isEqualToIgnoringCase(first.span().of(firstText));
    assertThat(first.similarity()).isEqualTo(1);
    Echo last = found.get(conversation.comments().get(6).id()).get(0);
    String lastText = conversation.comments().get(6).text();
    assertThat(last.span().of(lastText)).isEqualTo(lastText.substring(0, lastText.indexOf('\n')));
    assertThat(last.source().span().end()).isEqualTo(article.length());
  }

  @Test
  void wholeSentencesLinesAndQuotedStretchesAreEchoes() {
    assertThat(told("nobody ordered the bridge, I know", "Nobody ordered the bridge! So what?"))
        .containsExactly("c1:Nobody ordered the bridge!<a");
    assertThat(told("So “nobody ordered the bridge” you say"))
        .containsExactly("c0:nobody ordered the bridge<a");
    assertThat(told("Nobody ordered the bridge. The council is right."))
        .containsExactly("c0:Nobody ordered the bridge.<a");
  }

  @Test
  void longStretchesMayHaveSmallEdits() {
    Conversation conversation =
        Conversation.of(
            Article.of("a", "", ARTICLE),
            List.of(
                Comment.of(
                    "c",
                    "They say the council paid for that old bridge three times, and the mayor agreed")));
    Echo echo = new EchoFinder().analyze(conversation, new Scope()).get("c").get(0);
    assertThat(echo.span().of(conversation.comments().get(0).text()))
        .isEqualTo("the council paid for that old bridge three times, and the mayor");
    assertThat(echo.similarity()).isCloseTo(22 / 24.0, within(1e-9));
  }

  @Test
  void commonWordsInARowAreNoEcho() {
    assertThat(told("and that she would do it.", "she said that she would", "It rained")).isEmpty();
  }

  @Test
  void ofTwoEqualSourcesTheCommentAnsweredIsTaken() {
    Conversation conversation =
        Conversation.of(
            Article.of("a", "", ARTICLE),
            List.of(
                Comment.of("c", "It rained all night."),
                reply("d", "It rained all night. No.", "c")));
    assertThat(told(conversation))
        .containsExactly("c:It rained all night.<a", "d:It rained all night.<c");
  }

  @Test
  void everyEarlierCommentOfTheThreadCanBeRepeated() {
    String pier = "The pier was sold for nothing at all.";
    Conversation conversation =
        Conversation.of(
            Article.of("a", "", ARTICLE),
            List.of(
                Comment.of("c", pier),
                reply("d", "Who says so?", "c"),
                reply("e", pier + " You do.", "d"),
                reply("f", pier, "c"),
                Comment.of("g", pier)));
    assertThat(told(conversation)).containsExactly("e:" + pier + "<c", "f:" + pier + "<c");
  }

  @Test
  void timesTellWhichCommentIsEarlier() {
    String pier = "The pier was sold for nothing at all.";
    Conversation conversation =
        Conversation.of(
            Article.of("a", "", ARTICLE),
            List.of(
                at("c", "Well.", null, "10:00"),
                at("d", pier, "c", "12:00"),
                at("e", pier, "c", "11:00")));
    assertThat(told(conversation)).containsExactly("d:" + pier + "<e");
  }

  private static Comment at(String id, String text, String parent, String time) {
    return new Comment(
        id,
        Optional.empty(),
        Optional.of(Moment.parse("2024-05-01T" + time)),
        OptionalInt.empty(),
        text,
        Optional.ofNullable(parent));
  }

  @Test
  void textsThatRepeatThemselvesTakeLinearTime() {
    String hostile = "very dark bridge ".repeat(40_000);
    String function = "the of and ".repeat(40_000);
    Conversation conversation =
        Conversation.of(
            Article.of("a", "", hostile + function),
            List.of(Comment.of("c", function + "x " + hostile), Comment.of("d", hostile)));
    assertThat(new EchoFinder().analyze(conversation, new Scope())).containsKey("d");
  }
}
