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
