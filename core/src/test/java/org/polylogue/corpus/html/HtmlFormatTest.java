package org.polylogue.corpus.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

class HtmlFormatTest {

  private static final String RUNNING =
      "The council met for six hours on Monday and then adjourned, because nobody had brought the"
          + " plans of the new pier, which the harbour master had promised to bring.";
  private static final String PAGE =
      "<!doctype html><html><head><title>Pier plans lost | The Quay</title>"
          + "<meta property='og:site_name' content='The Quay'></head><body>"
          + "<div class='menu'><a href='/'>Home</a></div><div id='text'><p>"
          + RUNNING
          + "</p><p>"
          + RUNNING
          + "</p></div>%s</body></html>";

  private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

  @TempDir Path folder;

  @Test
  void titleLosesTheNameOfTheOutlet() {
    Conversation read = read(String.format(PAGE, ""));
    assertThat(read.article().title()).isEqualTo("Pier plans lost");
    assertThat(read.article().publication().outlet()).hasValue("The Quay");
    assertThat(read.article().text()).isEqualTo(RUNNING + "\n\n" + RUNNING);
  }

  @Test
  void everyTextThatIsLeftOutIsReported() {
    ReadOutcome.Read read =
        new HtmlFormat()
            .read(
                Place.of("p"),
                "p",
                String.format(PAGE, "<aside>Most read: nothing</aside><footer>Imprint</footer>"),
                LIMITS);
    assertThat(read.notices())
        .extracting(notice -> notice.excerpt())
        .contains("Home", "Most read: nothing", "Imprint");
  }

  @Test
  void blockQuotationsKeepTheirParagraphsTogetherAndTheirSourceOutside() {
    Conversation read =
        read(
            "<html><body><article><p>"
                + RUNNING
                + "</p><blockquote><p>One.</p><p>Two.</p><cite>Mara Lindqvist</cite></blockquote>"
                + "<p>"
                + RUNNING
                + "</p></article></body></html>");
    assertThat(read.article().blocks())
        .extracting(Block::kind)
        .containsExactly(
            Block.Kind.PARAGRAPH, Block.Kind.QUOTATION, Block.Kind.PARAGRAPH, Block.Kind.PARAGRAPH);
    assertThat(read.article().blocks().get(1).span().of(read.article().text()))
        .isEqualTo("One.\nTwo.");
  }

  @Test
  void lineBreaksAndEntitiesAreReadAsABrowserShowsThem() {
    Conversation read =
        read(
            "<html><body><div>"
                + RUNNING
                + "<br><br>Fish &amp; chips<br>twice   a\n day, &#8220;of course&#8221;.<p></p>"
                + "</div></body></html>");
    assertThat(read.article().text())
        .isEqualTo(RUNNING + "\n\nFish & chips\ntwice a day, “of course”.");
  }

  @Test
  void disqusPostsAreAThread() {
    Conversation read =
        read(
            String.format(
                PAGE,
                "<ul id='post-list'><li class='post' id='post-1'><div class='post-content'>"
                    + "<span class='author'>ann</span><a class='time-ago'"
                    + " title='2024-03-01T10:00:00'>a day ago</a>"
                    + "<div class='post-message'><p>First</p></div>"
                    + "<a class='vote-up'><span class='count'>4</span></a>"
                    + "<a class='vote-down'><span class='count'>1</span></a></div>"
                    + "<ul class='children'><li class='post' id='post-2'>"
                    + "<div class='post-message'><p>Second</p></div></li></ul></li></ul>"));
    assertThat(read.comments()).extracting(Comment::text).containsExactly("First", "Second");
    assertThat(read.comments().get(0).author()).hasValue("ann");
    assertThat(read.comments().get(0).score()).hasValue(3);
    assertThat(read.comments().get(0).time().orElseThrow()).hasToString("2024-03-01T10:00");
    assertThat(read.comments().get(1).author()).isEmpty();
    assertThat(read.comments().get(1).score()).isEmpty();
    assertThat(read.comments().get(1).replyTo()).hasValue("p#post-1");
  }

  @Test
  void flatListsAreThreadedByDepthOrByParent() {
    Conversation byDepth =
        read(
            String.format(
                PAGE,
                "<div class='comment level-0'><b class='user'>a</b><p>one</p></div>"
                    + "<div class='comment level-1'><b class='user'>b</b><p>two</p></div>"
                    + "<div class='comment level-2'><b class='user'>c</b><p>three</p></div>"
                    + "<div class='comment level-1'><b class='user'>d</b><p>four</p></div>"));
    assertThat(byDepth.comments())
        .extracting(comment -> comment.replyTo().orElse("-"))
        .containsExactly("-", "p#1", "p#2", "p#1");
    Conversation byParent =
        read(
            String.format(
                PAGE,
                "<div data-comment-id='7'><p>one</p></div>"
                    + "<div data-comment-id='9' data-parent-id='7'><p>two</p></div>"));
    assertThat(byParent.comments().get(1).replyTo()).hasValue("p#7");
  }

  @Test
  void commentsThatOnlyLinkedDataHasAreRead() {
    Conversation read =
        read(
            String.format(
                PAGE,
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"NewsArticle\"],"
                    + "\"headline\":\"Pier &amp; plans\",\"comment\":{\"@type\":\"Comment\","
                    + "\"text\":\"Yes.\",\"author\":\"ann\",\"comment\":[{\"text\":\"No.\"}]}}]}"
                    + "</script><script type='application/ld+json'>{broken</script>"));
    assertThat(read.article().title()).isEqualTo("Pier & plans");
    assertThat(read.comments()).extracting(Comment::id).containsExactly("p#1", "p#1.1");
    assertThat(read.comments().get(1).replyTo()).hasValue("p#1");
  }

  @Test
  void aRepeatedCommentIdIsMendedAndReported() {
    Conversation read =
        read(
            String.format(
                PAGE,
                "<div class='comment' id='c'><p>one</p></div>"
                    + "<div class='comment' id='c'><p>two</p></div>"));
    assertThat(read.comments()).hasSize(2);
    assertThat(read.irregularities()).hasSize(1);
  }

  @Test
  void aPageWithoutArticleIsAFailureThatSaysWhy() {
    assertThatThrownBy(
            () -> read("<html><body><nav><a href='/'>Home</a></nav><p>Hi.</p></body></html>"))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("no article was found");
  }

  @Test
  void aConclusionInASectionOfItsOwnIsText() {
    String page =
        "<html><body><article><header><h1>Pier plans lost</h1></header><section class='body'><div>%s</div>"
            + "</section><section class='wrapup'><h4>What is next</h4><p>%s</p></section>"
            + "<section class='scores'>9 Win</section></article></body></html>";
    String end =
        "A new drawing would cost as much as the old pier did, said the treasurer, and there is nobody left"
            + " in the town who could draw one, since the last draughtsman went to sea in the spring and has"
            + " not written home.";
    Conversation read = read(String.format(page, ("<p>" + RUNNING + "</p>").repeat(9), end));
    assertThat(read.article().text()).endsWith("\n\nWhat is next\n\n" + end);
  }

  @ParameterizedTest
  @CsvSource({
    "Page not found,The story has been moved or never was. Go back to the front page or look for it there,true",
    "404 - Not Found | The Quay,The story has been moved or never was. Go back to the front page,true",
    "Just a moment...,The connection of your line is being looked at; this may take a few seconds,true",
    "The Quay,Your line is being looked at. Please enable JavaScript and cookies to go on from here,true",
    "Page not found: a history,The page that says that a page is missing was drawn by a student,false",
    "Access denied to the pier,The town has closed the pier to all but its anglers since Monday,false"
  })
  void whatAServerSendsInPlaceOfAnArticleIsAFailure(String title, String text, boolean message) {
    String page =
        "<html><head><title>%1$s</title></head><body><h1>%1$s</h1><p>%2$s.</p><p>%3$s</p></body></html>";
    String html = String.format(page, title, text, RUNNING);
    if (message) {
      assertThatThrownBy(() -> read(html))
          .hasMessageContaining("looks like the message of a server");
    } else {
      assertThat(read(html).article().text()).startsWith(text);
    }
  }

  @Test
  void softHyphensAreNoCharactersOfAWord() {
    String page = String.format(PAGE, "").replace("harbour", "har&shy;bour");
    assertThat(read(page).article().text()).isEqualTo(RUNNING + "\n\n" + RUNNING);
  }

  @Test
  void aPageThatIsUtf8ThroughoutIsReadAsThatWhateverItDeclares() throws IOException {
    String page =
        String.format(PAGE, "")
            .replace("<title>", "<meta charset='iso-8859-15'><title>")
            .replace("Monday", "Måndag");
    Path file = Files.writeString(folder.resolve("saved.html"), page);
    assertThat(text(file)).contains("for six hours on Måndag and");
    Files.write(file, page.getBytes(Charset.forName("iso-8859-15")));
    assertThat(text(file)).contains("for six hours on Måndag and");
  }

  @Test
  void scriptsStylesAndHiddenTextAreNoText() {
    Conversation read =
        read(
            String.format(
                PAGE.replace(
                    "<div id='text'>",
                    "<div id='text'><script>var x = 1;</script>"
                        + "<style>p {}</style><p style='display: none'>"
                        + RUNNING
                        + "</p>"),
                ""));
    assertThat(read.article().text()).isEqualTo(RUNNING + "\n\n" + RUNNING);
  }

  @Test
  void aTruncatedPageIsReadAsFarAsItGoes() {
    String page = String.format(PAGE, "<div class='comment'><p>first</p></div>");
    Conversation read = read(page.substring(0, page.indexOf("first") + 5));
    assertThat(read.comments()).extracting(Comment::text).containsExactly("first");
  }

  @Test
  void encodingsAreDeclaredOrUtf8AndTheFirstWrongByteIsNamed() throws IOException {
    String page = String.format(PAGE, "").replace("six hours", "six hours – “really”");
    Path declared = folder.resolve("declared.html");
    Files.write(
        declared,
        page.replace("<head>", "<head><meta charset=\"iso-8859-1\">")
            .getBytes(Charset.forName("windows-1252")));
    assertThat(only(declared)).isInstanceOf(ReadOutcome.Read.class);
    Path wrong = folder.resolve("wrong.html");
    Files.write(wrong, page.getBytes(Charset.forName("windows-1252")));
    ReadOutcome.Failed failed = (ReadOutcome.Failed) only(wrong);
    assertThat(failed.reason()).contains("is not UTF-8");
    assertThat(failed.place().toString()).endsWith("wrong.html@" + page.indexOf('–'));
  }

  @Test
  void whereWhatAPageDeclaresCannotBeTheAskedEncodingCounts() throws IOException {
    String page =
        String.format(PAGE, "")
            .replace("six hours", "six hours – “really”")
            .replace("<head>", "<head><meta charset=\"utf-8\">");
    Charset windows = Charset.forName("windows-1252");
    Path wrong = folder.resolve("wrong.html");
    Files.write(wrong, page.getBytes(windows));
    Path right = folder.resolve("right.html");
    Files.writeString(right, page);
    CorpusReader reader = CorpusReader.standard().withEncoding(windows);
    for (Path file : List.of(wrong, right)) {
      try (var outcomes = reader.read(file)) {
        ReadOutcome.Read read = (ReadOutcome.Read) outcomes.findFirst().orElseThrow();
        assertThat(read.conversation().article().text()).contains("six hours – “really”");
      }
    }
  }

  @Test
  void deepNestingIsAFailureWithinBoundedMemory() {
    assertThatThrownBy(() -> read("<html><body>" + "<div>".repeat(200_000) + RUNNING))
        .hasMessageContaining("nested more than 100 deep");
  }

  @Test
  void aPageThatNeverEndsIsAFailure() throws IOException {
    Path page = folder.resolve("huge.html.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(page))) {
      out.write("<!doctype html><html><body><p>".getBytes(StandardCharsets.UTF_8));
      byte[] block = new byte[1 << 20];
      java.util.Arrays.fill(block, (byte) 'a');
      for (int i = 0; i < 300; i++) {
        out.write(block);
      }
    }
    ReadOutcome.Failed failed = (ReadOutcome.Failed) only(page);
    assertThat(failed.reason()).contains("expands to more than");
    assertThat(failed.place().toString()).contains("huge.html.gz");
  }

  @Test
  void aTruncatedArchiveIsAFailure() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(String.format(PAGE, "").getBytes(StandardCharsets.UTF_8));
    }
    Path page = folder.resolve("cut.html.gz");
    Files.write(page, java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    assertThat(only(page)).isInstanceOf(ReadOutcome.Failed.class);
  }

  @Test
  void wordsOfASentenceAreTextWhateverTheyAreCalled() {
    Conversation read =
        read(
            String.format(
                PAGE,
                "<p>The harbour master is sure that <a class='popup' href='#'>every plan was"
                    + " copied</a>, and that the copies lie <span class='share'>in the"
                    + " cellar</span>; <span class='sr-only'>opens in a new window</span> nobody"
                    + " has looked there yet. <a class='read-more'>Read the next story</a></p>"));
    assertThat(read.article().text())
        .endsWith(
            "that every plan was copied, and that the copies lie in the cellar; nobody has"
                + " looked there yet.");
  }

  @Test
  void paragraphsBelowTheTitleBelongToTheStoryThoughMostOfItStandsInABoxAfterThem() {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      rest.append("<p>").append(RUNNING).append("</p>");
    }
    String first = "A short beginning stands alone, because an advertisement follows it every day.";
    Conversation read =
        read(
            "<html><head><title>Pier plans lost</title></head><body><div><h1>Pier plans lost</h1>"
                + "<div class='content'><p>"
                + first
                + "</p><p>"
                + first
                + "</p><div class='more'>"
                + rest
                + "</div></div></div></body></html>");
    assertThat(read.article().text()).startsWith(first + "\n\n" + first + "\n\n" + RUNNING);
  }

  @Test
  void theNameOfTheOutletIsNoTitle() {
    String page =
        "<html><head><title>Pier plans lost -- Quayside</title>"
            + "<meta property='og:title' content='Pier plans lost'></head><body>"
            + "<h1><span>Quayside</span></h1><h4><a href='/1'>Pier plans lost</a></h4><div><p>"
            + RUNNING
            + "</p></div></body></html>";
    assertThat(read(page).article().title()).isEqualTo("Pier plans lost");
  }

  private static List<String> comments(String markup) {
    return read(String.format(PAGE, markup)).comments().stream()
        .map(comment -> comment.author().orElse("-") + ": " + comment.text())
        .toList();
  }

  @Test
  void whatInvitesCommentsIsNone() {
    assertThat(
            comments(
                "<div id='comments'><p>No comments yet.</p><div id='comments-form-wrap'><form>"
                    + "<div class='comment-block'><label>Your name:</label></div>"
                    + "<div class='comment-block'><label>Your address:</label></div></form>"
                    + "</div></div>"))
        .isEmpty();
    assertThat(
            comments(
                "<span class='bubble' data-comment-id='7'><a href='#comments'>0</a></span>"
                    + "<div class='pb-comment-wrapper'><span>Show comments</span></div>"
                    + "<div id='x_commentform'><div class='comment'>To write you must log"
                    + " in.</div></div>"
                    + "<div class='add-comment-block'><a class='hide'>none</a><p>Add yours</p>"
                    + "</div>"))
        .isEmpty();
    assertThat(
            comments(
                "<div class='discussion'><div class='l-rail'><ul><li>The old lamp <p"
                    + " class='byline'>by <a>Ann</a> on Jun 24, 2014</p></li><li>The new lamp <p"
                    + " class='byline'>by <a>Bo</a> on Jun 25, 2014</p></li></ul></div></div>"))
        .isEmpty();
  }

  @Test
  void aCommentMayBeSignedAtItsEnd() {
    String item =
        "<div class='visitors_comment_content'><h3>%s</h3><p>Nobody has read the plans, I am"
            + " told.</p><p class='common_date'>Posted by: %s, 27 Sep 2011 | 15:22</p></div>";
    List<String> found =
        comments(
            "<div class='visitors_comment_block'>"
                + String.format(item, "Why?", "Ann of the quay")
                + String.format(item, "So what", "Bo")
                + String.format(item, "Well", "Cy")
                + "</div>");
    assertThat(found)
        .containsExactly(
            "Ann of the quay: Why?\nNobody has read the plans, I am told.",
            "Bo: So what\nNobody has read the plans, I am told.",
            "Cy: Well\nNobody has read the plans, I am told.");
  }

  @Test
  void theInnermostNameAndTheTextThatIsNamedForItCount() {
    assertThat(
            comments(
                "<div id='comment_11'><div class='badges_opt_out_text'>Has no badges</div>"
                    + "<div class='comment_author'>Soumis par <span class='comment_author_name'>Ann"
                    + "</span>, lundi</div><div class='comment_body'>The plans are wet.</div></div>"
                    + "<div id='comment_12'><div class='comment-content'><span class='x-type'>"
                    + "Abo</span><b class='user'>Bo</b><div class='x-comment-msg'><p>They have been"
                    + " wet before.</p></div></div></div>"))
        .containsExactly("Ann: The plans are wet.", "Bo: They have been wet before.");
    assertThat(
            comments(
                "<ol id='comments'><li><div class='commentor-info'><a href='#'>Cy</a><div>Party:"
                    + " none</div></div><div class='comment-meta'>Reply #1 <div>Oct. 9, 2010 - 7:28"
                    + " AM</div></div><div><p>Dry them.</p></div></li></ol>"))
        .containsExactly("Cy: Dry them.");
  }

  @Test
  void boxesWithoutWordsOfTheirOwnAreNoComments() {
    assertThat(
            comments(
                "<div class='comment-outer'><div class='comment-inner comment-view'>"
                    + "<div id='comment-4e7a3b1ceab8ea64'><b>Ann</b><p>Dry them.</p></div>"
                    + "<div id='comment-4e7a3b1ceab8ea65'><b>Bo</b><p>How?</p></div>"
                    + "</div></div>"))
        .containsExactly("Ann: Dry them.", "Bo: How?");
  }

  private ReadOutcome only(Path file) {
    CorpusReader reader = CorpusReader.standard().withFormats(List.of(new HtmlFormat()));
    try (var outcomes = reader.read(file)) {
      List<ReadOutcome> all = outcomes.toList();
      assertThat(all).hasSize(1);
      assertThat(CorpusSource.of(file).name()).isNotBlank();
      return all.get(0);
    }
  }

  private String text(Path file) {
    return ((ReadOutcome.Read) only(file)).conversation().article().text();
  }

  private static Conversation read(String html) {
    return new HtmlFormat().read(Place.of("p"), "p", html, LIMITS).conversation();
  }
}
