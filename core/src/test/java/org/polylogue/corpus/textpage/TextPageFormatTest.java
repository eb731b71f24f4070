package org.polylogue.corpus.textpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.SharedPages;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

class TextPageFormatTest {

  private static final String PROSE =
      "The council met on Monday and talked for three hours about the bridge, the boats and the"
          + " money that nobody has.";

  private static ReadOutcome.Read read(String... lines) {
    return new TextPageFormat().read(Place.of("page.txt"), "page", String.join("\n", lines));
  }

  private static List<String> comments(ReadOutcome.Read read) {
    return read.conversation().comments().stream()
        .map(
            c ->
                c.id()
                    + " <"
                    + c.replyTo().orElse("")
                    + "> "
                    + c.author().orElse("?")
                    + " "
                    + c.time().map(Object::toString).orElse("?")
                    + " "
                    + (c.score().isPresent() ? c.score().getAsInt() : "?")
                    + " "
                    + c.text())
        .toList();
  }

  private static List<String> blocks(ReadOutcome.Read read, Block.Kind kind) {
    String text = read.conversation().article().text();
    return read.conversation().article().blocks().stream()
        .filter(b -> b.kind() == kind)
        .map(b -> b.span().of(text))
        .toList();
  }

  @Test
  void theRealPageGivesItsHeadingsAndElevenCommentsWithScoresTimesAndTheOneReply() {
    try (var outcomes =
        CorpusReader.standard().read(SharedPages.page("putin-tokayev-2023-11-11.txt"))) {
      List<ReadOutcome> all = outcomes.toList();
      assertThat(all).hasSize(1);
      ReadOutcome.Read read = (ReadOutcome.Read) all.get(0);
      Conversation conversation = read.conversation();
      assertThat(conversation.article().title()).startsWith("What Putin and Tokayev agreed on");
      assertThat(blocks(read, Block.Kind.HEADING)).containsExactly("\"Multi-vector\"", "Imbalance");
      assertThat(blocks(read, Block.Kind.QUOTATION)).isEmpty();
      assertThat(blocks(read, Block.Kind.PARAGRAPH)).hasSize(26);
      String text = conversation.article().text();
      assertThat(text).startsWith("President Putin").endsWith("but a little late.");
      assertThat(text).doesNotContain("comments", "sign in");
      assertThat(conversation.comments()).hasSize(11);
      assertThat(conversation.roots()).hasSize(10);
      assertThat(conversation.comments().stream().map(Comment::score))
          .containsExactly(
              IntStream.of(7, 8, 4, 6, 3, 3, 3, 1, 0, 0, 1)
                  .mapToObj(OptionalInt::of)
                  .toArray(OptionalInt[]::new));
      assertThat(
              conversation.comments().stream()
                  .map(c -> c.time().orElseThrow().toString())
                  .collect(Collectors.joining(" ")))
          .isEqualTo(
              "2023-11-11T11:43 2023-11-11T13:32 2023-11-11T16:52 2023-11-11T17:12"
                  + " 2023-11-11T19:42 2023-11-11T22:04 2023-11-12T03:35 2023-11-12T10:09"
                  + " 2023-11-13T08:45 2023-11-14T14:00 2023-11-15T19:29");
      assertThat(conversation.comments()).allMatch(c -> c.author().isEmpty());
      Comment reply = conversation.comments().get(8);
      assertThat(reply.id()).endsWith("#8.1");
      assertThat(conversation.parentOf(reply)).contains(conversation.comments().get(7));
      assertThat(conversation.comments().get(0).text()).contains(".\n\nWho would doubt it");
      assertThat(read.notices()).allMatch(n -> n.kind() == Notice.Kind.FURNITURE).hasSize(4);
    }
  }

  @Test
  void votesTimeAndNameMayStandInAnyOrderAndOnOneLine() {
    assertThat(
            comments(
                read(
                    "Title",
                    PROSE,
                    "6 comments",
                    "  1. Ada",
                    "    11 Nov 2023, 9:05 pm",
                    "    -3",
                    "    One.",
                    "  2. Ben T. | 2023-11-12 08:00 | 12 points",
                    "    Two.",
                    "  3. +4",
                    "    by Cleo on 12.11.2023",
                    "    Three.",
                    "  4. Dee (+5) 12 November 2023",
                    "    Four.",
                    "  5. 4 likes, 6 dislikes",
                    "    November 13, 2023",
                    "    Five.",
                    "  6. 0",
                    "    13 November 2023 10: 01",
                    "    Six.")))
        .containsExactly(
            "page#1 <> Ada 2023-11-11T21:05 -3 One.",
            "page#2 <> Ben T. 2023-11-12T08:00 12 Two.",
            "page#3 <> Cleo 2023-11-12 4 Three.",
            "page#4 <> Dee 2023-11-12 5 Four.",
            "page#5 <> ? 2023-11-13 -2 Five.",
            "page#6 <> ? 2023-11-13T10:01 0 Six.");
  }

  @Test
  void repliesAreFoundByIndentationAndByDottedNumbers() {
    assertThat(
            comments(
                read(
                    "Title",
                    PROSE,
                    "Comments (5)",
                    "1. +1",
                    "  One.",
                    "    1. +2",
                    "      Two.",
                    "        1. +3",
                    "          Three.",
                    "    2. +4",
                    "      Four.",
                    "2. +5",
                    "  Five.")))
        .containsExactly(
            "page#1 <> ? ? 1 One.",
            "page#1.1 <page#1> ? ? 2 Two.",
            "page#1.1.1 <page#1.1> ? ? 3 Three.",
            "page#1.2 <page#1> ? ? 4 Four.",
            "page#2 <> ? ? 5 Five.");
    assertThat(
            comments(
                read(
                    "Title",
                    PROSE,
                    "Comments",
                    "1. +1",
                    "One.",
                    "1.1. +2",
                    "Two.",
                    "1.1.1. +3",
                    "Three.",
                    "2. +5",
                    "Five.")))
        .containsExactly(
            "page#1 <> ? ? 1 One.",
            "page#1.1 <page#1> ? ? 2 Two.",
            "page#1.1.1 <page#1.1> ? ? 3 Three.",
            "page#2 <> ? ? 5 Five.");
  }

  @Test
  void rightAlignedNumbersStayOneList() {
    StringBuilder page = new StringBuilder("Title\n" + PROSE + "\n12 comments\n");
    for (int i = 1; i <= 12; i++) {
      page.append(String.format("%3d. +%d%n     Text %d.%n", i, i, i));
    }
    Conversation conversation = read(page.toString()).conversation();
    assertThat(conversation.roots()).hasSize(12);
  }

  @Test
  void aNumberedListInsideACommentOrTheArticleIsText() {
    ReadOutcome.Read read =
        read(
            "Title",
            PROSE,
            "",
            "1. First the bridge.",
            "",
            "2. Then the boats.",
            "",
            PROSE,
            "2 comments",
            "  1. +1",
            "    My list:",
            "    1. bread",
            "    2. butter",
            "  2. +2",
            "    Fine.");
    assertThat(comments(read))
        .containsExactly("page#1 <> ? ? 1 My list:\n1. bread\n2. butter", "page#2 <> ? ? 2 Fine.");
    assertThat(read.conversation().article().text()).contains("1. First the bridge.");
  }

  @Test
  void aListWithoutVotesAndTimesIsReadUnderACommentHeader() {
    assertThat(comments(read("Title", PROSE, "2 comments", "1. First!", "2. Second.")))
        .containsExactly("page#1 <> ? ? ? First!", "page#2 <> ? ? ? Second.");
  }

  @Test
  void whatCannotBePlacedIsReportedWithItsLine() {
    ReadOutcome.Read read =
        read(
            "Title",
            PROSE,
            "3 comments",
            "  1. +1",
            "    3 hours ago",
            "    One.",
            "  3. +1",
            "    03/04/2023 11:00",
            "    Three.",
            "The end of the page, which belongs to nobody.");
    assertThat(comments(read)).containsExactly("page#1 <> ? ? 1 One.", "page#3 <> ? ? 1 Three.");
    assertThat(read.notices())
        .filteredOn(n -> n.kind() != Notice.Kind.FURNITURE)
        .extracting(n -> n.kind() + " " + n.line())
        .containsExactly("UNPLACED 5", "DOUBTFUL 7", "UNPLACED 8", "UNPLACED 10");
  }

  @Test
  void theOrderOfDaysAndMonthsIsLearnedFromThePage() {
    assertThat(
            comments(
                read(
                    "Title",
                    PROSE,
                    "2 comments",
                    "1. +1",
                    "03/04/2023",
                    "One.",
                    "2. +1",
                    "25/04/2023",
                    "Two.")))
        .containsExactly("page#1 <> ? 2023-04-03 1 One.", "page#2 <> ? 2023-04-25 1 Two.");
  }

  @Test
  void factsOfPublicationStandBesideTheText() {
    ReadOutcome.Read read =
        read(
            "Title",
            "",
            "By Ada Bell, The Invented Post",
            "Published: 3 May 2024, 10:00",
            "Source: The Invented Post",
            "https://example.org/a",
            "14",
            "",
            PROSE,
            "Share | Print");
    var publication = read.conversation().article().publication();
    assertThat(publication.author()).contains("Ada Bell");
    assertThat(publication.outlet()).contains("The Invented Post");
    assertThat(publication.url()).contains("https://example.org/a");
    assertThat(publication.date().orElseThrow()).hasToString("2024-05-03T10:00");
    assertThat(read.conversation().article().text()).isEqualTo(PROSE);
  }

  @Test
  void headingsAreShortAndNoSentencesAndMarkedQuotationsAreBlocks() {
    ReadOutcome.Read read =
        read(
            "Title",
            "",
            PROSE,
            "",
            "The money",
            "",
            PROSE + " He said:",
            "",
            "Not now",
            "",
            PROSE,
            "",
            "Why?",
            "",
            PROSE,
            "",
            "It is done.",
            "",
            "> Quoted",
            "> twice",
            "",
            PROSE);
    assertThat(blocks(read, Block.Kind.HEADING)).containsExactly("The money", "Why?");
    assertThat(blocks(read, Block.Kind.QUOTATION)).containsExactly("Quoted\ntwice");
  }

  @Test
  void aHardWrappedParagraphIsOneBlock() {
    ReadOutcome.Read read =
        read(
            "A title of its own",
            "",
            "The council met on Monday and talked for three hours about",
            "the bridge, the boats and the money that nobody has, and",
            "then it went home.",
            "",
            "On Tuesday the council met again, and talked for two hours",
            "about the minutes of Monday.");
    assertThat(blocks(read, Block.Kind.PARAGRAPH)).hasSize(2);
  }

  @Test
  void theTextIsTheCharactersOfTheFileAndWhiteSpaceAroundALineIsInNoBlock() {
    String body =
        PROSE + "\u00A0\n \n" + "  The lamps were counted twice. \n\n" + PROSE + " \t\nIt rained.";
    ReadOutcome.Read read = read("A lamp is counted", "", body);
    Article article = read.conversation().article();
    assertThat(article.text()).isEqualTo(body);
    assertThat(blocks(read, Block.Kind.PARAGRAPH))
        .containsExactly(PROSE, "The lamps were counted twice.", PROSE, "It rained.");
  }

  @Test
  void pagesWithoutTextAreReadAsEmpty() {
    for (String page : List.of(" \n\n", "🙂🙂", "\u0001\u0002\u200F", "\uFEFF\n")) {
      ReadOutcome.Read read = read(page);
      assertThat(read.conversation().comments()).isEmpty();
      assertThat(read.conversation().article().title()).isEmpty();
      assertThat(read.conversation().article().text().strip())
          .isEqualTo(page.replace("\uFEFF", "").strip());
    }
  }

  @Test
  void aPageWithAHeaderButNoNumberedCommentsReportsWhatFollows() {
    ReadOutcome.Read read =
        read("Title", PROSE, PROSE, "2 comments", "Ada says no.", "Ben says yes.");
    assertThat(read.conversation().comments()).isEmpty();
    assertThat(read.conversation().article().text()).doesNotContain("Ada");
    assertThat(read.notices())
        .extracting(n -> n.kind() + " " + n.line())
        .containsExactly("FURNITURE 4", "UNPLACED 5", "UNPLACED 6");
  }

  @Test
  void unknownParentsAreMendedAndReported() {
    Conversation conversation =
        read("Title", PROSE, "2 comments", "1. +1", "One.", "3.1. +1", "Reply.").conversation();
    assertThat(conversation.comments().get(1).replyTo()).isEqualTo(Optional.empty());
    assertThat(conversation.irregularities()).hasSize(1);
  }
}
