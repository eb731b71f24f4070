package org.polylogue.corpus.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.text.OffsetUnit;
import org.polylogue.text.Span;

class JsonLinesTest {

  private static final Place HERE = Place.ofLine("a.jsonl", 3);

  private static Conversation sample() {
    Article article =
        new Article(
            "a",
            "A title 🙂",
            new Publication(
                Optional.of("The Post"),
                Optional.of("Ada"),
                Optional.of(Moment.parse("2024-05-03T10:00+01:00")),
                Optional.of("https://example.org"),
                Optional.empty(),
                Map.of("desk", "night")),
            "🙂 Heading\n\nText \u2028 <b>\u0000\"",
            List.of(
                new Block(Block.Kind.HEADING, new Span(0, 10)),
                new Block(Block.Kind.PARAGRAPH, new Span(12, 16))));
    Comment first =
        new Comment(
            "a#1",
            Optional.of("Ben"),
            Optional.of(Moment.parse("2024-05-03")),
            OptionalInt.of(-4),
            "One\n\ntwo 🙂🙂 three",
            Optional.empty());
    Comment reply =
        new Comment(
            "a#1.1",
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            "",
            Optional.of("a#1"));
    return Conversation.of(article, List.of(first, reply));
  }

  @Test
  void aConversationComesBackEqualInBothUnits() {
    for (OffsetUnit unit : OffsetUnit.values()) {
      String line = JsonLinesWriter.line(sample(), unit);
      assertThat(line).doesNotContain("\n").contains("\"offsets\":\"" + unit.label() + "\"");
      assertThat(JsonLinesFormat.parse(line, HERE, ReadLimits.DEFAULT).conversation())
          .isEqualTo(sample());
    }
    assertThat(JsonLinesWriter.line(sample(), OffsetUnit.CODE_POINTS))
        .contains("{\"kind\":\"HEADING\",\"start\":0,\"end\":9}");
  }

  @Property(tries = 300)
  void anyConversationComesBackEqual(@ForAll("conversations") Conversation conversation) {
    for (OffsetUnit unit : OffsetUnit.values()) {
      String line = JsonLinesWriter.line(conversation, unit);
      assertThat(JsonLinesFormat.parse(line, HERE, ReadLimits.DEFAULT).conversation())
          .isEqualTo(conversation);
    }
  }

  @Provide
  Arbitrary<Conversation> conversations() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("ab \n\t\"\\<&\u0000\u200F")
            .withCharRange('\u00C0', '\u00FF')
            .ofMaxLength(40)
            .map(s -> s.replace('a', 'x') + (s.length() % 3 == 0 ? "🙂" : ""));
    Arbitrary<List<String>> texts = text.list().ofMaxSize(6);
    return Combinators.combine(text, text, texts, Arbitraries.randoms())
        .as(
            (title, body, replies, random) -> {
              List<Comment> comments = new ArrayList<>();
              for (int i = 0; i < replies.size(); i++) {
                Optional<String> parent =
                    i == 0 || random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of("c" + random.nextInt(i));
                comments.add(
                    new Comment(
                        "c" + i,
                        Optional.of("n" + i),
                        Optional.empty(),
                        OptionalInt.of(random.nextInt()),
                        replies.get(i),
                        parent));
              }
              return Conversation.of(Article.of("id", title, body), comments);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json|is no JSON object",
        "{\"schema\":\"polylogue-conversation/1\"}|has no field article",
        "{}|has no field schema",
        "[]|the line is no JSON object",
        "{\"schema\":\"polylogue-conversation/9\"}|this version reads polylogue-conversation/1",
        "{\"schema\":\"polylogue-conversation/1\",\"artikel\":{}}|unknown field artikel; remove it or use one of schema, offsets, article, comments",
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"text\":\"t\",\"txt\":1}}|unknown field article.txt",
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"text\":7}}|article.text is no string",
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\" \",\"text\":\"\"}}|article.id is blank",
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"text\":\"t\",\"blocks\":[{\"kind\":\"PARAGRAPH\",\"start\":0,\"end\":9}]}}|leaves the text of length 1",
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"text\":\"t\",\"blocks\":[{\"kind\":\"VERSE\",\"start\":0,\"end\":1}]}}|article.blocks[0]",
        "{\"schema\":\"polylogue-conversation/1\",\"offsets\":\"bytes\",\"article\":{\"id\":\"a\",\"text\":\"t\"}}|offsets are utf-16 or code-points",
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"text\":\"t\"},\"comments\":[{\"id\":\"c\",\"text\":\"\",\"time\":\"now\"}]}|comments[0].time is no ISO 8601 date",
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"text\":\"t\"},\"comments\":[{\"id\":\"c\",\"text\":\"\",\"score\":1.5}]}|comments[0].score is no whole number",
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"id\":\"b\",\"text\":\"t\"}}|Duplicate field",
        "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"text\":\"t\"}} 7|is no JSON object",
      })
  void aDamagedLineIsRefusedWithItsCause(String line, String cause) {
    assertThatThrownBy(() -> JsonLinesFormat.parse(line, HERE, ReadLimits.DEFAULT))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(cause);
  }

  @Test
  void deepNestingAndLongStringsAreRefused() {
    String deep = "[".repeat(100_000);
    assertThatThrownBy(() -> JsonLinesFormat.parse(deep, HERE, ReadLimits.DEFAULT))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("nesting");
    String line = JsonLinesWriter.line(sample(), OffsetUnit.UTF_16);
    assertThatThrownBy(
            () -> JsonLinesFormat.parse(line, HERE, ReadLimits.DEFAULT.withDocumentCharacters(10)))
        .isInstanceOf(CorpusException.class);
  }

  @Test
  void oneDamagedLineLeavesTheOthers(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(line("a1"));
    bytes.write("{\"schema\":\"polylogue-conver\n".getBytes(StandardCharsets.UTF_8));
    bytes.write(line("a2"));
    bytes.write(new byte[] {'{', (byte) 0xE9, '}', '\n', '\r', '\n'});
    bytes.write(line("a1"));
    bytes.write(line("a3"));
    Path file = Files.write(folder.resolve("corpus.jsonl"), bytes.toByteArray());
    try (var outcomes = CorpusReader.standard().read(file)) {
      assertThat(outcomes.map(JsonLinesTest::told))
          .containsExactly(
              "a1", "failed at 2", "a2", "failed at 4 (0xE9)", "failed at 6 (used before)", "a3");
    }
  }

  private static byte[] line(String id) {
    String line =
        JsonLinesWriter.line(
            Conversation.of(Article.of(id, "", "Text"), List.of()), OffsetUnit.UTF_16);
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String told(ReadOutcome outcome) {
    if (outcome instanceof ReadOutcome.Read read) {
      return read.conversation().article().id();
    }
    ReadOutcome.Failed failed = (ReadOutcome.Failed) outcome;
    String detail =
        failed.reason().contains("0xE9")
            ? " (0xE9)"
            : failed.reason().contains("used before") ? " (used before)" : "";
    return "failed at " + failed.place().line().getAsLong() + detail;
  }

  @Test
  void everyFlippedByteEndsAsAnOutcome(@TempDir Path folder) throws IOException {
    byte[] good =
        (JsonLinesWriter.line(sample(), OffsetUnit.UTF_16) + "\n").getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("flipped.jsonl");
    int failures = 0;
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= (byte) (1 << i % 8);
      Files.write(file, bad);
      try (var outcomes = CorpusReader.standard().read(file)) {
        List<ReadOutcome> all = outcomes.toList();
        assertThat(all).isNotEmpty();
        failures += all.get(0) instanceof ReadOutcome.Failed ? 1 : 0;
      }
    }
    assertThat(failures).isGreaterThan(good.length / 2);
  }

  @Test
  void halfASurrogatePairIsNeitherReadNorWritten(@TempDir Path folder) throws IOException {
    Conversation broken = Conversation.of(Article.of("a", "", "x\uD83Dy"), List.of());
    assertThatThrownBy(() -> JsonLinesWriter.line(broken, OffsetUnit.UTF_16))
        .isInstanceOf(IllegalArgumentException.class);
    Path file =
        Files.writeString(
            folder.resolve("half.jsonl"),
            "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"a\",\"text\":\"\\ud83d\"}}");
    try (var outcomes = CorpusReader.standard().read(file)) {
      assertThat(outcomes.toList()).singleElement().isInstanceOf(ReadOutcome.Failed.class);
    }
  }
}
