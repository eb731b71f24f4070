package org.polylogue.samples.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;

/** Titles, texts and comment lists of the sample corpus, as a person reads them. */
class GoldenPagesTest {

  static List<Golden> golden() {
    return Golden.all();
  }

  @Test
  void everyArticleOfTheCorpusHasAGoldenFileAndTheOtherWayRound() throws IOException {
    List<String> read = new ArrayList<>();
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(Golden.CORPUS)) {
      outcomes.forEach(
          outcome -> {
            assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
            read.add(((ReadOutcome.Read) outcome).conversation().article().id());
          });
    }
    List<String> expected =
        Golden.files().stream().map(Golden::article).collect(Collectors.toList());
    assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
    try (Stream<Path> files =
        Files.list(Golden.ROOT.resolve("samples/src/test/resources/golden"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              expected.stream().map(article -> article + ".json").toList());
    }
  }

  @Test
  void theCorpusIsAsLargeAsPromised() {
    List<Conversation> conversations =
        golden().stream()
            .filter(golden -> !golden.page().endsWith(".html"))
            .map(Golden::conversation)
            .toList();
    assertThat(conversations).hasSizeGreaterThanOrEqualTo(12);
    assertThat(conversations.stream().mapToInt(one -> one.comments().size()).sum())
        .isGreaterThanOrEqualTo(120);
    assertThat(
            conversations.stream()
                .flatMap(one -> one.comments().stream().map(one::depthOf))
                .mapToInt(Integer::intValue)
                .max())
        .hasValue(5);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void theTitleAndTheHeadingsAreRead(Golden golden) {
    Article article = golden.conversation().article();
    assertThat(article.title()).isEqualTo(golden.title());
    assertThat(
            article.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.HEADING)
                .map(block -> block.span().of(article.text())))
        .containsExactlyElementsOf(golden.headings());
  }

  @ParameterizedTest
  @MethodSource("golden")
  void theBylineAndTheDateAreReadWhereThePageHasThem(Golden golden) {
    Publication publication = golden.conversation().article().publication();
    assertThat(publication.author()).isEqualTo(Optional.ofNullable(golden.byline()));
    assertThat(publication.date().map(Moment::date).map(Object::toString))
        .isEqualTo(Optional.ofNullable(golden.published()));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void theArticleIsItsParagraphsAndNothingOfThePage(Golden golden) {
    assertThat(golden.conversation().article().text())
        .doesNotContainPattern("(?m)^\\s*\\d+\\s*$")
        .doesNotContain("Information")
        .doesNotContainIgnoringCase("sign in")
        .doesNotContainIgnoringCase("cookies")
        .doesNotContainIgnoringCase("Share this")
        .doesNotContain(golden.title());
  }

  @ParameterizedTest
  @MethodSource("golden")
  void everyCommentIsReadWithItsScoreTimeAuthorAndParent(Golden golden) {
    Conversation conversation = golden.conversation();
    Map<String, String> numbers = new HashMap<>();
    List<Golden.Posted> read = new ArrayList<>();
    for (Comment comment : conversation.comments()) {
      String number =
          golden.comments().get(Math.min(read.size(), golden.comments().size() - 1)).number();
      numbers.put(comment.id(), number);
      Golden.Extent extent = Golden.Extent.of(comment.text());
      read.add(
          new Golden.Posted(
              number,
              conversation.parentOf(comment).map(parent -> numbers.get(parent.id())).orElse(null),
              comment.author().orElse(null),
              comment.time().map(Moment::toString).orElse(null),
              comment.score().isPresent() ? comment.score().getAsInt() : null,
              extent.begins(),
              extent.ends()));
    }
    assertThat(read).containsExactlyElementsOf(golden.comments());
    assertThat(conversation.irregularities()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void readingTwiceGivesTheSame(Golden golden) {
    assertThat(golden.conversation()).isEqualTo(golden.conversation());
  }
}
