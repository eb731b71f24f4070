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
  void oneDateThatLeavesNoDoubtTellsTheOrderOfTheOthersInItsColumn() throws IOException {
    List<ReadOutcome> outcomes =
        read(
            "days.csv",
            "id,title,text,date\n1,A,One.,3/4/2024\n2,B,Two.,\n3,C,Three.,31/12/2024 10:00\n4,D\n");
    assertThat(conversation(outcomes.get(0)).article().publication().date().orElseThrow())
        .hasToString("2024-04-03");
    assertThat(((ReadOutcome.Read) outcomes.get(0)).notices().toString())
        .contains("31/12/2024", "days stand first in dates of the column date");
    assertThat(((ReadOutcome.Read) outcomes.get(1)).notices()).isEmpty();
    assertThat(
            conversation(
                    read("m.csv", "article_id,comment_id,text,time\na,1,X,12/31/24\na,2,Y,3/4/24\n")
                        .get(0))
                .comments()
                .get(1)
                .time()
                .orElseThrow())
        .hasToString("2024-03-04");
    assertThat(
            conversation(
                    read("no.csv", "id,text,date\n1,A,3/4/24\n2,B,13/1/24\n3,C,1/13/24\n").get(0))
                .article()
                .publication()
                .date())
        .isEmpty();
  }

  @Test
  void pandasAndQuantedaTablesAreRead() throws IOException {
    for (String json :
        List.of(
            "[{\"title\":\"Pier\",\"text\":\"It was painted.\"}]",
            "{\"title\":{\"0\":\"Pier\"},\"text\":{\"0\":\"It was painted.\"}}",
            "{\"columns\":[\"title\",\"text\"],\"index\":[0],\"data\":[[\"Pier\",\"It was"
                + " painted.\"]]}",
            "{\"0\":{\"title\":\"Pier\",\"text\":\"It was painted.\"}}")) {
      Conversation read = conversation(read("frame.json", json).get(0));
      assertThat(read.article().title()).as(json).isEqualTo("Pier");
      assertThat(read.article().text()).isEqualTo("It was painted.");
    }
    Conversation quanteda =
        conversation(
            read("q.csv", "doc_id,text,Year,President\ntext1,It was painted.,1911,Lund\n").get(0));
    assertThat(quanteda.article().id()).isEqualTo("text1");
    assertThat(quanteda.article().publication().attributes()).containsEntry("President", "Lund");
  }

  @Test
  void thePublishedTablesOfTheNewYorkTimesAndTheGuardianAreRead() throws IOException {
    Conversation times =
        conversation(
            read(
                    "CommentsMay2017.csv",
                    "approveDate,commentBody,commentID,commentTitle,commentType,createDate,depth,parentID,parentUserDisplayName,recommendations,userDisplayName,userID,userLocation,inReplyTo,articleID,newDesk,typeOfMaterial\n"
                        + "1493609949.0,Paint"
                        + " it<br/>blue.,22312000,<br/>,comment,1493598000.0,1,0.0,,5.0,Ida,7.0,Osterby,0.0,590714fc,Metro,News\n"
                        + "1493609950,No.,22312001.0,,userReply,1493598100.0,2,22312000.0,Ida,0.0,Bo,8.0,,22312000,590714fc,Metro,News\n")
                .get(0));
    assertThat(times.article().id()).isEqualTo("590714fc");
    assertThat(times.comments()).extracting(Comment::id).containsExactly("22312000", "22312001");
    assertThat(times.comments().get(1).replyTo()).contains("22312000");
    assertThat(times.comments().get(0).author()).contains("Ida");
    assertThat(times.comments().get(0).text()).isEqualTo("Paint it\nblue.");
    assertThat(times.comments().get(0).score()).hasValue(5);
    assertThat(times.comments().get(0).time().orElseThrow().toString()).startsWith("2017-05-01");
    Conversation articles =
        conversation(
            read(
                    "ArticlesMay2017.csv",
                    "abstract,articleID,articleWordCount,byline,documentType,headline,keywords,newDesk,pubDate,sectionName,snippet,source,typeOfMaterial,webURL\n"
                        + "\"\",590714fc,716,By IDA HOLM,article,The"
                        + " pier,\"['Piers']\",Metro,2017-05-01 00:15:41,Unknown,The pier was"
                        + " painted.,The New York Times,News,https://n.example/1\n")
                .get(0));
    assertThat(articles.article().title()).isEqualTo("The pier");
    assertThat(articles.article().text()).isEqualTo("The pier was painted.");
    Conversation guardian =
        conversation(
            read(
                    "guardian.csv",
                    "article_url,author_id,comment_author,comment_id,text,created_at,recommends,reply_to,article_title,article_id\n"
                        + "https://g.example/a,1,ida,11,Too blue.,2016-05-01T10:00:00Z,4,,The"
                        + " pier,a\n"
                        + "https://g.example/a,2,bo,12,Why?,2016-05-01T11:00:00Z,0,11,The pier,a\n")
                .get(0));
    assertThat(guardian.comments().get(1).replyTo()).contains("11");
    assertThat(guardian.comments().get(0).score()).hasValue(4);
    assertThat(guardian.article().title()).isEqualTo("The pier");
  }

  @Test
  void aDamagedByteCostsItsRowAndAMarkInAHeadingIsNone() throws IOException {
    Path file = folder.resolve("bytes.csv");
    byte[] table =
        "id;\"title, short, and, plain\";text\n1;A;One.\n2;B;Tw#.\n3;C;Three.\n"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < table.length; i++) {
      table[i] = table[i] == '#' ? (byte) 0xE9 : table[i];
    }
    Files.write(file, table);
    List<ReadOutcome> outcomes;
    try (Stream<ReadOutcome> read = CorpusReader.standard().read(file)) {
      outcomes = read.toList();
    }
    assertThat(outcomes).hasSize(3);
    assertThat(conversation(outcomes.get(0)).article().text()).isEqualTo("One.");
    assertThat(((ReadOutcome.Failed) outcomes.get(1)).place().line()).hasValue(3);
    assertThat(((ReadOutcome.Failed) outcomes.get(1)).reason()).contains("is not UTF-8");
    assertThat(conversation(outcomes.get(2)).article().text()).isEqualTo("Three.");
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
                    "[{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t3\",\"data\":{\"id\":\"q1\",\"title\":\"The"
                        + " pier\",\"selftext\":\"It is green.\",\"author\":\"ann\"}}]"
                        + "}},{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\",\"data\":{\"id\":\"k1\",\"parent_id\":\"t3_q1\",\"body\":\"Is"
                        + " it?\",\"author\":\"ben\",\"ups\":5,\"replies\":{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\",\"data\":{\"id\":\"k2\",\"parent_id\":\"t1_k1\",\"body\":\"Yes.\",\"author\":\"[deleted]\"}}]}}}}]}}]\n")
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
                    "{\"id\":\"k1\",\"link_id\":\"t3_q1\",\"parent_id\":\"t3_q1\",\"author\":\"ben\",\"body\":\"Is"
                        + " it?\",\"created_utc\":1714736580}\n"
                        + "{\"id\":\"k2\",\"link_id\":\"t3_q1\",\"parent_id\":\"t1_k1\",\"author\":\"ann\",\"body\":\"Yes.\"}\n")
                .get(0));
    assertThat(reddit.article().id()).isEqualTo("q1");
    assertThat(reddit.comments().get(1).replyTo()).hasValue("k1");
    Conversation news =
        conversation(
            read(
                    "hn.json",
                    "{\"id\":1,\"title\":\"The"
                        + " pier\",\"author\":\"ann\",\"text\":null,\"children\":[{\"id\":2,\"author\":\"ben\",\"text\":\"<p>Green"
                        + " &amp; old.\",\"parent_id\":1,"
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
            "{\"id\":1,\"title\":\"A\",\"text\":\"One.\"}\n"
                + "{\"id\":2,\n"
                + "{\"id\":3,\"title\":\"B\",\"text\":\"Two.\"}\n");
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
