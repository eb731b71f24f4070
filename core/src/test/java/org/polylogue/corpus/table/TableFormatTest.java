package org.polylogue.corpus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.text.Span;

class TableFormatTest {

  @TempDir Path folder;

  @Test
  void tablesWrittenHereComeBackEqual() throws IOException {
    List<Conversation> written = List.of(full("a"), full("b"), bare());
    try (TableWriter writer = new TableWriter(folder)) {
      for (Conversation conversation : written) {
        writer.write(conversation);
      }
      assertThat(writer.dropped()).isEmpty();
    }
    assertThat(conversations(read(folder, new TableFormat()))).isEqualTo(written);
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreGuardedAndComeBack() throws IOException {
    Conversation hostile =
        Conversation.of(
            Article.of("-1", "=cmd|' /C calc'!A0", "\n=1+1"),
            List.of(Comment.of("@c", "＝HYPERLINK(0)"), Comment.of("+d", "'=2")));
    try (TableWriter writer = new TableWriter(folder)) {
      writer.write(hostile);
    }
    assertThat(Files.readString(folder.resolve("articles.csv")))
        .contains("\n'-1,'=cmd|' /C calc'!A0,", "\"'\n=1+1\"");
    assertThat(Files.readString(folder.resolve("comments.csv")))
        .contains("'@c", "'＝HYPERLINK", "''=2");
    assertThat(conversations(read(folder, new TableFormat()))).containsExactly(hostile);
  }

  @Test
  void attributesThatTablesDropAreSaid() throws IOException {
    Article article =
        new Article(
            "a",
            "",
            new Publication(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("desk", "7")),
            "x",
            List.of());
    try (TableWriter writer = new TableWriter(folder)) {
      writer.write(Conversation.of(article, List.of()));
      assertThat(writer.dropped()).containsExactly("attributes: 1");
    }
  }

  @Test
  void positionalIdsAndVotesMakeATree() throws IOException {
    Path file = folder.resolve("comments.csv");
    Files.writeString(
        file,
        "article_id,comment_counter,comment_author,timestamp,posVotes,negVotes,comment_text\n"
            + "42,source1_42_0,ann,2016-08-01 12:30:00,5,2,\"First, of all\"\n"
            + "42,source1_42_0_0,ben,1470054600,0,0,\"Two\nlines\"\n"
            + "42,source1_42_0_1,cy,,,,Third\n"
            + "42,source1_42_0_1_0,ann,,1,4,Fourth\n"
            + "42,source1_42_1,,,,,Fifth\n");
    Conversation read = conversations(read(file, new TableFormat())).get(0);
    assertThat(read.article().id()).isEqualTo("42");
    assertThat(read.comments())
        .extracting(comment -> comment.replyTo().orElse("-"))
        .containsExactly("-", "source1_42_0", "source1_42_0", "source1_42_0_1", "-");
    assertThat(read.comments())
        .extracting(Comment::score)
        .containsExactly(
            OptionalInt.of(3),
            OptionalInt.of(0),
            OptionalInt.empty(),
            OptionalInt.of(-3),
            OptionalInt.empty());
    assertThat(read.comments().get(0).time().orElseThrow()).hasToString("2016-08-01T12:30");
    assertThat(read.comments().get(1).time().orElseThrow()).hasToString("2016-08-01T12:30Z");
    assertThat(read.comments().get(4).author()).isEmpty();
    assertThat(read.irregularities()).extracting(i -> i.kind()).isEmpty();
  }

  @Test
  void anArticleARowKeepsItsOtherColumnsAsAttributes() throws IOException {
    Path file = folder.resolve("news.tsv");
    Files.writeString(file, "nid\theadline\tfulltext\tmood\n7\tHi\tSome text.\tTown\n");
    Conversation read =
        conversations(
                read(
                    file,
                    new TableFormat(
                        ColumnMapping.parse("article=nid,title=headline,text=fulltext"))))
            .get(0);
    assertThat(read.article().id()).isEqualTo("7");
    assertThat(read.article().title()).isEqualTo("Hi");
    assertThat(read.article().publication().attributes()).isEqualTo(Map.of("mood", "Town"));
  }

  @Test
  void damagedRowsAreFailuresWithTheirLine() throws IOException {
    Path file = folder.resolve("news.csv");
    Files.writeString(file, "id,title,text\n1,a,b\n2,only\n3,c,d\n");
    List<ReadOutcome> outcomes = read(file, new TableFormat());
    assertThat(outcomes).hasSize(3);
    ReadOutcome.Failed failed = (ReadOutcome.Failed) outcomes.get(1);
    assertThat(failed.reason()).contains("2 cells");
    assertThat(failed.place().toString()).endsWith("news.csv:3");
  }

  @Test
  void aCellThatNeverEndsIsAFailureWithinBoundedMemory() throws IOException {
    Path file = folder.resolve("news.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("id,title,text\n1,a,b\n2,c,\"");
      String block = "x".repeat(1 << 16);
      for (int i = 0; i < 64; i++) {
        out.write(block);
      }
    }
    CorpusReader reader =
        CorpusReader.standard()
            .withFormats(List.of(new TableFormat()))
            .withLimits(ReadLimits.DEFAULT.withLineBytes(1 << 20));
    try (Stream<ReadOutcome> outcomes = reader.read(file)) {
      List<ReadOutcome> all = outcomes.toList();
      assertThat(all).hasSize(2);
      assertThat(((ReadOutcome.Failed) all.get(1)).reason()).contains("quotation mark");
    }
  }

  @Test
  void anotherEncodingIsAFailure() throws IOException {
    Path file = folder.resolve("news.csv");
    Files.write(file, "id,title,text\n1,a,b\n2,für,d\n".getBytes(Charset.forName("windows-1252")));
    List<ReadOutcome> outcomes = read(file, new TableFormat());
    assertThat(outcomes.get(outcomes.size() - 1)).isInstanceOf(ReadOutcome.Failed.class);
    assertThat(((ReadOutcome.Failed) outcomes.get(outcomes.size() - 1)).reason()).contains("UTF-8");
  }

  @Test
  void repeatedIdsAndCyclesOfCommentsAreMended() throws IOException {
    Path file = folder.resolve("c.csv");
    Files.writeString(
        file,
        "article,comment_id,parent,comment_text\na,1,2,x\na,2,1,y\na,2,,z\na,4,4,w\na,5,9,v\n");
    Conversation read = conversations(read(file, new TableFormat())).get(0);
    assertThat(read.irregularities()).hasSize(4);
    assertThat(read.comments()).hasSize(5);
  }

  @Test
  void jsonLinesOfOthersAreReadThroughAMapping() throws IOException {
    Path file = folder.resolve("news.jsonl");
    Files.writeString(
        file,
        "{\"nid\": 7, \"head\": {\"main\": \"Hi\"}, \"body\": \"Text.\", \"comments\": [{\"cid\":"
            + " 1, \"says\": \"No\"}, {\"cid\": 2, \"to\": 1, \"says\": \"Yes\"}]}\n"
            + "{broken\n"
            + "[1]\n");
    MappedJsonLinesFormat format =
        new MappedJsonLinesFormat(
            ColumnMapping.parse(
                "article=nid,title=head.main,text=body,comment=cid,parent=to,comment-text=says"));
    List<ReadOutcome> outcomes = read(file, format);
    Conversation read = ((ReadOutcome.Read) outcomes.get(0)).conversation();
    assertThat(read.article().title()).isEqualTo("Hi");
    assertThat(read.comments().get(1).replyTo()).hasValue("1");
    assertThat(outcomes.get(1).place().toString()).endsWith("news.jsonl:2");
    assertThat(outcomes.subList(1, 3)).allMatch(o -> o instanceof ReadOutcome.Failed);
  }

  @Test
  void fileNamesHoldFacts() throws IOException {
    Files.writeString(folder.resolve("herald_2024-03-01_Budget passed_x.txt"), "The text.\n");
    Files.writeString(folder.resolve("nothing.txt"), "The text.\n");
    NamedTextFormat format =
        new NamedTextFormat(
            Pattern.compile("(?<outlet>[^_]+)_(?<date>[^_]+)_(?<title>[^_]+)_(?<edition>.+)"));
    List<ReadOutcome> outcomes = read(folder, format);
    Article article = ((ReadOutcome.Read) outcomes.get(0)).conversation().article();
    assertThat(article.publication().outlet()).hasValue("herald");
    assertThat(article.publication().date().orElseThrow()).hasToString("2024-03-01");
    assertThat(article.title()).isEqualTo("Budget passed");
    assertThat(article.publication().attributes()).isEqualTo(Map.of("edition", "x"));
    assertThat(((ReadOutcome.Failed) outcomes.get(1)).reason()).contains("does not match");
  }

  @Test
  void anUnknownMeaningIsRefused() {
    assertThatThrownBy(() -> ColumnMapping.parse("colour=x")).hasMessageContaining("colour");
  }

  private static List<Conversation> conversations(List<ReadOutcome> outcomes) {
    List<Conversation> conversations = new ArrayList<>();
    for (ReadOutcome outcome : outcomes) {
      assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
      conversations.add(((ReadOutcome.Read) outcome).conversation());
    }
    return conversations;
  }

  private static List<ReadOutcome> read(Path path, CorpusFormat format) {
    CorpusReader reader = CorpusReader.standard().withFormats(List.of(format));
    try (Stream<ReadOutcome> outcomes = reader.read(path)) {
      return outcomes.toList();
    }
  }

  private static Conversation bare() {
    return Conversation.of(Article.of("bare", "", "No facts."), List.of());
  }

  private static Conversation full(String id) {
    Article article =
        new Article(
            id,
            "A \"title\", with comma",
            new Publication(
                Optional.of("The Quay"),
                Optional.of("Jo"),
                Optional.of(Moment.parse("2024-02-03")),
                Optional.of("https://example.org/x"),
                Optional.of("Town"),
                Map.of()),
            "Head\n\n=Quoted words\nover lines.",
            List.of(
                new Block(Block.Kind.HEADING, new Span(0, 4)),
                new Block(Block.Kind.QUOTATION, new Span(6, 31))));
    return Conversation.of(
        article,
        List.of(
            new Comment(
                id + "#1",
                Optional.of("ann"),
                Optional.of(Moment.parse("2024-02-03T10:05+02:00")),
                OptionalInt.of(-3),
                "First\nline",
                Optional.empty()),
            new Comment(
                id + "#2",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                " ",
                Optional.of(id + "#1"))));
  }
}
