package org.polylogue.corpus.textpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.polylogue.corpus.spi.Place;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

class CopiedThreadTest {

  private static final String ARTICLE =
      "The clock tower\n\nBy Una Darcy\n\n4 June 2023\n\nThe clock on the town hall has stopped for the"
          + " ninth time since it was repaired in the spring of last year.\n\nThe mayor, Stig Rolland,"
          + " said that a stopped clock was right twice a day and cost nothing to run.\n\n";

  private static final Map<String, String> LAYOUTS = new TreeMap<>();

  static {
    LAYOUTS.put(
        "disqus",
        "2 Comments\nTown Post\nSort by Newest\nkestrel • 4 hours ago\nIt was slow on Sunday, too.\n"
            + "3 • Reply • Share ›\n    Maud kestrel • 2 hours ago\n    Then wind it.\n"
            + "    • Reply • Share ›\n");
    LAYOUTS.put(
        "wordpress",
        "2 thoughts on “The clock tower”\nkestrel says:\n4 June 2023 at 10:12 am\nIt was slow on"
            + " Sunday, too.\nReply\nMaud says:\n4 June 2023 at 10:30 am\n@kestrel Then wind it.\n"
            + "Reply\nLeave a Reply\n");
    LAYOUTS.put(
        "reddit",
        "2 comments\nkestrel\n•\n4h ago\nIt was slow on Sunday, too.\n\nUpvote\n3\n\nDownvote\n\nReply\n"
            + "\nShare\n\n    Maud\n    •\n    2h ago\n    Then wind it.\n\n    Upvote\n    1\n");
    LAYOUTS.put(
        "guardian",
        "Comments (2)\nThis discussion is closed for comments\nOrder by Oldest\nkestrel\n4 Jun 2023"
            + " 10.12\n3\nIt was slow on Sunday, too.\n\nReport\nMaud\nkestrel\n4 Jun 2023 10.30\n1\n"
            + "Then wind it.\n\nReport\n");
    LAYOUTS.put(
        "times",
        "2 Comments\nkestrel\nHillport\nJune 4\nIt was slow on Sunday, too.\nReply\n3 Recommend\nShare\n"
            + "Flag\nMaud\nOsterby\nJune 4\n@kestrel Then wind it.\nReply\n1 Recommend\nFlag\n");
    LAYOUTS.put(
        "hacker-news",
        "kestrel 4 hours ago | next [–]\n\nIt was slow on Sunday, too.\nreply\nMaud 2 hours ago | parent"
            + " | next [–]\n\nThen wind it.\nreply\n");
    LAYOUTS.put(
        "old-reddit",
        "2 comments\n[–]kestrel 3 points 4 hours ago\nIt was slow on Sunday, too.\npermalink\nreply\n"
            + "    [–]Maud 1 point 2 hours ago\n    Then wind it.\n    permalink\n    reply\n");
    LAYOUTS.put(
        "disqus-of-today",
        "Comments 2\nLogin\nJoin the discussion…\nLog in with\nor sign up with Disqus\nSort by Best\nkestrel\n"
            + "4 hours ago\nIt was slow on Sunday, too.\n5\n2\nReply\nShare ›\nMaud\nkestrel\n2 hours ago\n"
            + "Then wind it.\nReply\nShare ›\n");
    LAYOUTS.put(
        "disqus-with-pictures",
        "2 Comments\nAvatar\nkestrel • 4 years ago\n\nIt was slow on Sunday, too.\n\n3 △ ▽ Reply\nAvatar\n"
            + "Maud > kestrel • 3 years ago\n\nThen wind it.\n\n△ ▽ Reply\n");
    LAYOUTS.put(
        "reddit-with-badges",
        "2 comments\nSort by: Best\nu/kestrel avatar\nkestrel\nOP\n•\n4h ago\nIt was slow on Sunday, too.\n\n"
            + "Upvote\n3\n\nDownvote\n\nReply\nreply\n\nAward\n\nShare\n\nu/Maud avatar\nMaud\n•\n2h ago\n• Edited"
            + " 1h ago\n@kestrel Then wind it.\n\nUpvote\n1\n");
    LAYOUTS.put(
        "old-reddit-in-one",
        "all 2 comments\nsorted by: best\n[–]kestrel 3 points 4 hours ago*\nIt was slow on Sunday,"
            + " too.\n\npermalinkembedsavereportreply\n  [–]Maud[S] 1 point 2 hours ago\n  Then wind"
            + " it.\n\n  permalinkembedsaveparentreportreply\n");
    LAYOUTS.put(
        "guardian-of-today",
        "comments (2)\nSign in or create an account to join the discussion\nOrder by Oldest\nShow 25\nThreads"
            + " Collapsed\n1 2 3\nkestrel\n2d ago\n\n3\n\nIt was slow on Sunday,"
            + " too.\n\nReply\nShare\nReport\nMaud\nkestrel\n1d ago\n\n1\n\nThen wind"
            + " it.\n\nReply\nShare\nReport\nShow 3 more replies\n");
    LAYOUTS.put(
        "times-read-aloud",
        "Comments 2\nThe comments section is closed.\nReader Picks 2\nNYT Picks 1\nK\nkestrel commented June 4,"
            + " 2023\nkestrel\nHillport\nJune 4, 2023\nNYT Pick\nIt was slow on Sunday, too.\n\n1 Reply3"
            + " Recommend\nShareFlag\nM\nMaud commented June 4, 2023\nMaud\nOsterby\nJune 4,"
            + " 2023\n@kestrel Then wind it.\n\nReply1 Recommend\nShareFlag\n");
    LAYOUTS.put(
        "video",
        "2 Comments\nSort by\n@kestrel\n4 hours ago (edited)\nIt was slow on Sunday,"
            + " too.\n3\nReply\n1 reply\n@Maud\n2 hours ago\n@kestrel Then wind it.\nReply\n");
    LAYOUTS.put(
        "mail",
        "Comments 2\nShare what you think\nNewest\nkestrel, Hillport, United Kingdom, 4 hours ago\nIt was"
            + " slow on Sunday, too.\nClick to rate\n5\n2\nMaud, Osterby, Norway, 2 hours ago\n@kestrel Then wind"
            + " it.\nClick to rate\n1\n0\n");
    LAYOUTS.put(
        "posted-by",
        "Readers' comments\nPosted by kestrel on 4 June 2023, 10:12\nIt was slow on Sunday, too.\nPosted by"
            + " Maud on 4 June 2023, 10:30\n@kestrel Then wind it.\n");
    LAYOUTS.put(
        "reply-to",
        "2 Comments\nkestrel\n4 June, 2023\nIt was slow on Sunday, too.\nReply\n3\nShare\n1 reply\nMaud\nReply to"
            + " kestrel\n4 June, 2023\nThen wind it.\nReply\nShare\n");
    LAYOUTS.put(
        "times-below",
        "2 comments\nkestrel\nIt was slow on Sunday, too.\n4h\nLike\nReply\n3\nMaud\n@kestrel Then wind"
            + " it.\n2h\nLike\nReply\n");
    LAYOUTS.put(
        "signed",
        "2 comments\nIt was slow on Sunday, too.\n– kestrel, 4 June 2023\n@kestrel Then wind it.\n– Maud, 4"
            + " June 2023\n");
    LAYOUTS.put(
        "names-and-dates",
        "2 responses to “The clock tower”\nkestrel\nJune 4, 2023 at 10:12 am\nIt was slow on Sunday,"
            + " too.\nReply\n  Maud\n  June 4, 2023 at 10:30 am\n  Then wind it.\n  Reply\n");
  }

  @TestFactory
  Stream<DynamicTest> aThreadCopiedFromABrowserIsAThread() {
    return LAYOUTS.entrySet().stream()
        .map(
            layout ->
                DynamicTest.dynamicTest(
                    layout.getKey(),
                    () -> {
                      Conversation read = read(ARTICLE + layout.getValue());
                      assertThat(read.article().text())
                          .endsWith("cost nothing to run.")
                          .doesNotContain("kestrel");
                      List<Comment> comments = read.comments();
                      assertThat(comments)
                          .extracting(comment -> comment.author().orElse(""))
                          .containsExactly("kestrel", "Maud");
                      assertThat(comments)
                          .extracting(comment -> comment.text().replace("@kestrel ", ""))
                          .containsExactly("It was slow on Sunday, too.", "Then wind it.");
                      assertThat(comments.get(1).replyTo()).hasValue(comments.get(0).id());
                    }));
  }

  @Test
  void votesStandBelowATextOrInTheHead() {
    for (String layout :
        List.of("disqus-of-today", "guardian-of-today", "times-read-aloud", "mail")) {
      assertThat(read(ARTICLE + LAYOUTS.get(layout)).comments().get(0).score())
          .as(layout)
          .hasValue(3);
    }
  }

  @Test
  void aCounterAboveTheBylineAnnouncesNothing() {
    Conversation read =
        read(
            "The clock tower\n\n2 comments\n\nBy Una Darcy, 4 June 2023\n\nThe clock on the town hall has stopped"
                + " for the ninth time since it was repaired in the spring of last year.\n");
    assertThat(read.comments()).isEmpty();
    assertThat(read.article().text()).contains("ninth time");
  }

  @Test
  void aDeletedCommentKeepsItsPlace() {
    Conversation read =
        read(
            ARTICLE
                + "3 comments\n[–][deleted] 3 points 4 hours ago\n[removed]\npermalinkreply\n    [–]Maud 1"
                + " point 2 hours ago\n    Why?\n    permalinkreply\n");
    assertThat(read.comments().get(0).author()).isEmpty();
    assertThat(read.comments().get(0).text()).isEmpty();
    assertThat(read.comments().get(1).replyTo()).hasValue(read.comments().get(0).id());
  }

  @Test
  void anArticleThatQuotesATimeIsNoThread() {
    Conversation read =
        read(
            ARTICLE
                + "Anna Holm\n\n3 hours ago she had still hoped, she said, that somebody would come.\n\n"
                + "Nobody came, and the clock stood still for the rest of the long day in June.\n");
    assertThat(read.comments()).isEmpty();
  }

  private static Conversation read(String page) {
    return new TextPageFormat().read(Place.of("page"), "page", page).conversation();
  }
}
