package org.polylogue.corpus.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/** Tables and dumps as people have them. */
class DumpsTest {

  @TempDir Path folder;

  @Test
  void headingsAreKnownHoweverTheyAreWritten() throws IOException {
    for (String header :
        List.of("Doc ID,Headline,Body Text", "docId,Title,fullText", "id,Titel,Volltext")) {
      List<ReadOutcome> outcomes =
          read("news.csv", header + "\n9,The pier,The pier was painted.\n");
      Conversation read = conversation(outcomes.get(0));
      assertThat(read.article().id()).isEqualTo("9");
      assertThat(read.article().title()).isEqualTo("The pier");
      assertThat(read.article().text()).isEqualTo("The pier was painted.");
    }
  }

  @Test
  void aTableOfArticlesWithTheirCommentsKeepsBoth() throws IOException {
    List<ReadOutcome> outcomes =
        read(
            "both.csv",
            "story id,story title,Article Text,comment id,user name,comment body,reply to,likes\n"
                    .replace("story title", "Article Title")
                + "7,The pier,It was painted.,1,ann,In green?,,4\n"
                + "7,The pier,It was painted.,2,ben,In blue.,1,0\n");
    Conversation read = conversation(outcomes.get(0));
    assertThat(read.article().title()).isEqualTo("The pier");
    assertThat(read.article().text()).isEqualTo("It was painted.");
    assertThat(read.comments().get(1).replyTo()).hasValue(read.comments().get(0).id());
    assertThat(read.comments().get(0).attributes()).containsEntry("likes", "4");
    assertThat(read.comments().get(0).score()).hasValue(4);
  }

  @Test
  void placeholdersAreNoValuesAndRemovedCommentsKeepTheirPlace() throws IOException {
    Conversation read =
        conversation(
            read(
                    "c.csv",
                    "article_id,comment_id,parent_id,author,text\na,1,,NaN,Hello.\n"
                        + "a,2,1,[deleted],[removed]\na,3,2,cy,Why?\n")
                .get(0));
    assertThat(read.comments())
        .extracting(c -> c.author().orElse("-"))
        .containsExactly("-", "-", "cy");
    assertThat(read.comments()).extracting(Comment::text).containsExactly("Hello.", "", "Why?");
    assertThat(read.comments().get(2).replyTo()).hasValue("2");
  }

  @Test
  void tagsAndEntitiesInCellsAreRead() throws IOException {
    Conversation read =
        conversation(
            read(
                    "c.csv",
                    "article_id,comment_id,text\na,1,It isn&#39;t &gt; that\n"
                        + "a,2,<p>One</p><blockquote>Two</blockquote>Three<br>Four\n")
                .get(0));
    assertThat(read.comments())
        .extracting(Comment::text)
        .containsExactly("It isn't > that", "One\nTwo\nThree\nFour");
  }

  @Test
  void aDamagedRowCostsThatRow() throws IOException {
    List<ReadOutcome> outcomes =
        read(
            "n.csv",
            "id,title,text\n1,a,\"x\" y\n2,b,fine\n3,c,\"never closed\n4,d,fine, too\n5,e,last\n");
    assertThat(outcomes.stream().filter(o -> o instanceof ReadOutcome.Read).map(DumpsTest::id))
        .containsExactly("2", "5");
    assertThat(outcomes.stream().filter(o -> o instanceof ReadOutcome.Failed)).hasSize(3);
  }

  @Test
  void excelTextInUtf16AndASeparatorLineAreTables() throws IOException {
    Path utf16 = folder.resolve("excel.txt");
    Files.write(
        utf16,
        "\uFEFFid\ttitle\ttext\n1\tPier\t\"Green,\nthey say\"\n"
            .getBytes(StandardCharsets.UTF_16LE));
    assertThat(conversation(outcomes(CorpusReader.standard(), utf16).get(0)).article().text())
        .isEqualTo("Green,\nthey say");
    assertThat(id(read("sep.csv", "sep=;\nid;title;text\n1;Pier;Green\n").get(0))).isEqualTo("1");
  }

  @Test
  void windowsTablesAreReadIfTheEncodingIsNamed() throws IOException {
    Path file = folder.resolve("w.csv");
    Charset windows = Charset.forName("windows-1252");
    Files.write(
        file, "id,title,text\n1,Café,“Zu,” sagt er.\n".replace("Zu,”", "Zu”").getBytes(windows));
    assertThat(((ReadOutcome.Failed) outcomes(CorpusReader.standard(), file).get(0)).reason())
        .contains("--encoding windows-1252");
    CorpusReader reader = CorpusReader.standard().withEncoding(windows);
    assertThat(conversation(outcomes(reader, file).get(0)).article().title()).isEqualTo("Café");
  }

  @Test
  void aMappingToAColumnThatIsNotThereIsAnErrorAndKnownNamesStillCount() throws IOException {
    Path file = folder.resolve("m.csv");
    Files.writeString(file, "nr,title,says\n1,Pier,It is green.\n");
    TableFormat wrong = new TableFormat(ColumnMapping.parse("text=nothere"));
    CorpusReader reader = CorpusReader.standard().withFormats(List.of(wrong));
    assertThat(((ReadOutcome.Failed) outcomes(reader, file).get(0)).reason())
        .contains("no column nothere", "nr, title, says");
    TableFormat right = new TableFormat(ColumnMapping.parse("text=says"));
    Conversation read = conversation(outcomes(reader.withFormats(List.of(right)), file).get(0));
    assertThat(read.article().title()).isEqualTo("Pier");
  }

  @Test
  void aRedditListingIsAConversation() throws IOException {
    Conversation read =
        conversation(
            read(
                    "r.json",
                    "[{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t3\",\"data\":{\"id\":"
                        + "\"q1\",\"title\":\"The pier\",\"selftext\":\"It is green.\",\"author\":\"ann\"}}]"
                        + "}},{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\",\"data\":{\"id\":"
                        + "\"k1\",\"parent_id\":\"t3_q1\",\"body\":\"Is it?\",\"author\":\"ben\",\"ups\":5,"
                        + "\"replies\":{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\","
                        + "\"data\":{\"id\":\"k2\",\"parent_id\":\"t1_k1\",\"body\":\"Yes.\",\"author\":"
                        + "\"[deleted]\"}}]}}}}]}}]\n")
                .get(0));
    assertThat(read.article().text()).isEqualTo("It is green.");
    assertThat(read.comments()).extracting(Comment::text).containsExactly("Is it?", "Yes.");
    assertThat(read.comments().get(0).replyTo()).isEmpty();
    assertThat(read.comments().get(1).replyTo()).hasValue("k1");
    assertThat(read.comments().get(1).author()).isEmpty();
  }

  @Test
  void linesOfPushshiftAndOfHackerNewsAreThreads() throws IOException {
    Conversation reddit =
        conversation(
            read(
                    "RC.jsonl",
                    "{\"id\":\"k1\",\"link_id\":\"t3_q1\",\"parent_id\":\"t3_q1\",\"author\":\"ben\","
                        + "\"body\":\"Is it?\",\"created_utc\":1714736580}\n{\"id\":\"k2\",\"link_id\":"
                        + "\"t3_q1\",\"parent_id\":\"t1_k1\",\"author\":\"ann\",\"body\":\"Yes.\"}\n")
                .get(0));
    assertThat(reddit.article().id()).isEqualTo("q1");
    assertThat(reddit.comments().get(1).replyTo()).hasValue("k1");
    Conversation news =
        conversation(
            read(
                    "hn.json",
                    "{\"id\":1,\"title\":\"The pier\",\"author\":\"ann\",\"text\":null,\"children\":[{\"id\":"
                        + "2,\"author\":\"ben\",\"text\":\"<p>Green &amp; old.\",\"parent_id\":1,"
                        + "\"children\":[{\"id\":3,\"author\":\"cy\",\"text\":\"No.\",\"parent_id\":2}]}]}")
                .get(0));
    assertThat(news.article().title()).isEqualTo("The pier");
    assertThat(news.comments()).extracting(Comment::text).containsExactly("Green & old.", "No.");
    assertThat(news.comments().get(1).replyTo()).hasValue("2");
  }

  @Test
  void aBrokenLineOfADumpCostsThatLine() throws IOException {
    List<ReadOutcome> outcomes =
        read(
            "d.jsonl",
            "{\"id\":1,\"title\":\"A\",\"text\":\"One.\"}\n{\"id\":2,\n{\"id\":3,\"title\":\"B\",\"text\":\"Two.\"}\n");
    assertThat(outcomes).hasSize(3);
    assertThat(outcomes.get(0).place().toString()).endsWith("d.jsonl:2");
    assertThat(Map.of("1", 1, "3", 1)).containsOnlyKeys(id(outcomes.get(1)), id(outcomes.get(2)));
  }

  private static String id(ReadOutcome outcome) {
    return conversation(outcome).article().id();
  }

  private static Conversation conversation(ReadOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
    return ((ReadOutcome.Read) outcome).conversation();
  }

  private List<ReadOutcome> read(String name, String content) throws IOException {
    return outcomes(CorpusReader.standard(), Files.writeString(folder.resolve(name), content));
  }

  private static List<ReadOutcome> outcomes(CorpusReader reader, Path file) {
    try (Stream<ReadOutcome> outcomes = reader.read(file)) {
      return outcomes.toList();
    }
  }
}
