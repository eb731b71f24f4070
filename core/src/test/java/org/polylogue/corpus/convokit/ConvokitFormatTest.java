package org.polylogue.corpus.convokit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.text.Span;

class ConvokitFormatTest {

  @TempDir Path folder;

  @Test
  void aFolderWrittenHereComesBackEqual() throws IOException {
    List<Conversation> written = List.of(full("a/1"), full("b 2"), bare());
    try (ConvokitWriter writer = new ConvokitWriter(folder)) {
      for (Conversation conversation : written) {
        writer.write(conversation);
      }
    }
    List<Conversation> read = new ArrayList<>();
    for (ReadOutcome outcome : read()) {
      assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
      assertThat(((ReadOutcome.Read) outcome).notices()).isEmpty();
      read.add(((ReadOutcome.Read) outcome).conversation());
    }
    assertThat(read).isEqualTo(written);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder(
              "utterances.jsonl",
              "speakers.json",
              "conversations.json",
              "corpus.json",
              "index.json");
    }
  }

  @Test
  void everyUtteranceHasATimestampAndSaysWhatItIs() throws IOException {
    Article article = Article.of("a", "", "It rains.");
    List<Comment> comments =
        List.of(
            timed("a#1", Optional.of("2024-05-03T11:43+02:00")),
            timed("a#2", Optional.of("2024-05-03T11:43")),
            timed("a#3", Optional.of("2024-05-03")),
            timed("a#4", Optional.empty()));
    Conversation conversation = Conversation.of(article, comments);
    try (ConvokitWriter writer = new ConvokitWriter(folder)) {
      writer.write(conversation);
    }
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("utterances.jsonl"))) {
      JsonNode utterance = new ObjectMapper().readTree(line);
      found.add(
          utterance.get("timestamp").asLong()
              + " "
              + utterance.at("/meta/timestamp_basis").asText());
    }
    assertThat(found)
        .containsExactly(
            "0 order",
            "1714729380 exact",
            "1714736580 zone unknown",
            "1714694400 day",
            "1714694401 order");
    assertThat(((ReadOutcome.Read) read().get(0)).conversation()).isEqualTo(conversation);
  }

  private static Comment timed(String id, Optional<String> time) {
    return new Comment(
        id,
        Optional.of("Ann"),
        time.map(Moment::parse),
        OptionalInt.empty(),
        "Yes.",
        Optional.empty());
  }

  @Test
  void orphansSelfRepliesCyclesAndRepeatedIdsAreMendedAndReported() throws IOException {
    utterances(
        line("a", "a", "null"),
        line("b", "a", "\"gone\""),
        line("c", "a", "\"c\""),
        line("d", "a", "\"e\""),
        line("e", "a", "\"d\""),
        line("b", "a", "\"a\""));
    Conversation read = ((ReadOutcome.Read) read().get(0)).conversation();
    assertThat(read.irregularities())
        .extracting(Conversation.Irregularity::kind)
        .containsExactlyInAnyOrder(
            Conversation.Irregularity.Kind.UNKNOWN_PARENT,
            Conversation.Irregularity.Kind.SELF_REPLY,
            Conversation.Irregularity.Kind.CYCLE,
            Conversation.Irregularity.Kind.DUPLICATE_ID);
    assertThat(read.comments()).hasSize(5);
  }

  @Test
  void linesOfAConversationMayStandAnywhere() throws IOException {
    utterances(
        line("a1", "a", "\"a\""),
        line("b", "b", "null"),
        line("a", "a", "null"),
        line("b1", "b", "\"b\""));
    List<ReadOutcome> outcomes = read();
    assertThat(outcomes).hasSize(2);
    assertThat(((ReadOutcome.Read) outcomes.get(0)).conversation().article().id()).isEqualTo("a");
    assertThat(((ReadOutcome.Read) outcomes.get(0)).conversation().comments()).hasSize(1);
  }

  @Test
  void aConversationWithoutRootKeepsItsComments() throws IOException {
    utterances(line("c1", "gone", "\"gone\""), line("c2", "gone", "\"c1\""));
    ReadOutcome.Read read = (ReadOutcome.Read) read().get(0);
    assertThat(read.conversation().article().text()).isEmpty();
    assertThat(read.conversation().roots()).hasSize(1);
    assertThat(read.notices())
        .extracting(n -> n.reason())
        .anyMatch(r -> r.contains("no utterance"));
  }

  @Test
  void oldFieldNamesTimestampsAndTitlesAreRead() throws IOException {
    utterances(
        "{\"id\": 7, \"root\": 7, \"user\": \"ann\", \"text\": \"Hi\", \"reply_to\": null,"
            + " \"timestamp\": \"1700000000.0\", \"meta\": {\"gilded\": 0}}");
    Files.writeString(
        folder.resolve("conversations.json"), "{\"7\": {\"meta\": {\"title\": \"Hello\"}}}");
    ReadOutcome.Read read = (ReadOutcome.Read) read().get(0);
    Article article = read.conversation().article();
    assertThat(article.title()).isEqualTo("Hello");
    assertThat(article.publication().author()).hasValue("ann");
    assertThat(article.publication().date().orElseThrow()).hasToString("2023-11-14T22:13:20Z");
    assertThat(read.notices()).extracting(n -> n.excerpt()).containsExactly("gilded");
  }

  @Test
  void damagedLinesAreFailuresAndTheOthersAreRead() throws IOException {
    utterances(
        line("a", "a", "null"),
        "{\"id\": \"x\"",
        "[1]",
        "{\"id\": \"y\", \"text\": \"\"}",
        "{\"id\": \"z\", \"id\": \"z\", \"conversation_id\": \"z\"}",
        "{\"meta\": " + "[".repeat(100_000));
    List<ReadOutcome> outcomes = read();
    assertThat(outcomes).hasSize(6);
    assertThat(outcomes.subList(0, 5)).allMatch(o -> o instanceof ReadOutcome.Failed);
    assertThat(outcomes.get(0).place().toString()).endsWith("utterances.jsonl:2");
    assertThat(((ReadOutcome.Failed) outcomes.get(2)).reason()).contains("conversation_id");
    assertThat(outcomes.get(5)).isInstanceOf(ReadOutcome.Read.class);
  }

  @Test
  void aLineThatIsTooLongIsAFailureAndIsNotHeldInMemory() throws IOException {
    Path file = folder.resolve("utterances.jsonl");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      byte[] block = new byte[1 << 20];
      java.util.Arrays.fill(block, (byte) 'a');
      for (int i = 0; i < 70; i++) {
        out.write(block);
      }
      out.write(("\n" + line("a", "a", "null")).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    List<ReadOutcome> outcomes = read();
    Files.delete(file);
    assertThat(((ReadOutcome.Failed) outcomes.get(0)).reason()).contains("longer than");
    assertThat(outcomes.get(1)).isInstanceOf(ReadOutcome.Read.class);
  }

  @Test
  void damagedConversationsAreAFailure() throws IOException {
    utterances(line("a", "a", "null"));
    Files.writeString(folder.resolve("conversations.json"), "{\"a\": ");
    assertThat(((ReadOutcome.Failed) read().get(0)).place().toString())
        .contains("conversations.json");
  }

  private void utterances(String... lines) throws IOException {
    Files.writeString(folder.resolve("utterances.jsonl"), String.join("\n", lines));
  }

  private static String line(String id, String conversation, String replyTo) {
    return "{\"id\": \""
        + id
        + "\", \"conversation_id\": \""
        + conversation
        + "\", \"text\": \"Said.\", \"speaker\": \"s\", \"reply-to\": "
        + replyTo
        + ", \"timestamp\": null, \"meta\": {}}";
  }

  private List<ReadOutcome> read() {
    CorpusReader reader = CorpusReader.standard().withFormats(List.of(new ConvokitFormat()));
    try (Stream<ReadOutcome> outcomes = reader.read(folder)) {
      return outcomes.toList();
    }
  }

  private static Conversation bare() {
    return Conversation.of(
        Article.of("bare", "", "No facts."),
        List.of(Comment.of("bare#1", ""), Comment.of("bare#2", "Two\n\nparts")));
  }

  private static Conversation full(String id) {
    String text = "Title \uD83D\uDE00 line\n\nQuoted words\nover two lines.\n\nEnd.";
    Article article =
        new Article(
            id,
            "A \"title\" </script>",
            new Publication(
                Optional.of("The Quay"),
                Optional.of("Jo Feld"),
                Optional.of(Moment.of(LocalDate.of(2024, 2, 3))),
                Optional.of("https://example.org/x"),
                Optional.of("Town"),
                Map.of("language", "en")),
            text,
            List.of(
                new Block(Block.Kind.HEADING, new Span(0, 13)),
                new Block(Block.Kind.QUOTATION, new Span(15, 43)),
                new Block(Block.Kind.PARAGRAPH, new Span(45, 49))));
    Moment exact =
        new Moment(
            LocalDate.of(2024, 2, 3),
            Optional.of(LocalTime.of(10, 5)),
            Optional.of(ZoneOffset.ofHours(2)));
    return Conversation.of(
        article,
        List.of(
            new Comment(
                id + "#1",
                Optional.of("ann"),
                Optional.of(exact),
                OptionalInt.of(-3),
                "First",
                Optional.empty()),
            new Comment(
                id + "#2",
                Optional.empty(),
                Optional.of(Moment.of(LocalDate.of(2024, 2, 4))),
                OptionalInt.empty(),
                "Second",
                Optional.of(id + "#1"))));
  }
}
