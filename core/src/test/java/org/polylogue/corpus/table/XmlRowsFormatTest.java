package org.polylogue.corpus.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

class XmlRowsFormatTest {

  @TempDir Path folder;

  private List<ReadOutcome> outcomes(String xml, Charset charset) throws IOException {
    Path file = folder.resolve("export.xml");
    Files.write(file, xml.getBytes(charset));
    try (Stream<ReadOutcome> read = CorpusReader.standard().read(file)) {
      return read.toList();
    }
  }

  private List<ReadOutcome.Read> read(String xml) throws IOException {
    List<ReadOutcome> outcomes = outcomes(xml, StandardCharsets.UTF_8);
    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(ReadOutcome.Read.class));
    return outcomes.stream().map(ReadOutcome.Read.class::cast).toList();
  }

  @Test
  void anExportOfDisqusGivesAThreadForEachPageWithItsTree() throws IOException {
    List<ReadOutcome.Read> read =
        read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
            <category dsq:id="1"><forum>quay</forum></category>
            <thread dsq:id="7"><id>ferry</id><forum>quay</forum><link>http://quay.example/ferry</link>
              <title>Ferry &amp;amp; fares</title><createdAt>2024-05-03T08:00:00Z</createdAt>
              <author><name>desk</name></author><isClosed>false</isClosed></thread>
            <thread dsq:id="8"><id>empty</id><title>Nobody wrote here</title></thread>
            <post dsq:id="21"><message><![CDATA[<p>Too dear &amp; too late.</p><blockquote>every hour</blockquote>]]></message>
              <createdAt>2024-05-03T09:00:00Z</createdAt><ipAddress>10.0.0.1</ipAddress>
              <author><name>Ida</name><email>ida@x.example</email></author><thread dsq:id="7"/></post>
            <post dsq:id="22"><message>Not to me.</message><author><username>bo2</username></author>
              <isSpam>true</isSpam><thread dsq:id="7"/><parent dsq:id="21"/></post>
            <post dsq:id="23"><message>Rude.</message><isDeleted>true</isDeleted>
              <author><name>Ida</name></author><thread dsq:id="7"/><parent dsq:id="22"/></post>
            </disqus>
            """);
    assertThat(read).hasSize(2);
    Conversation ferry = read.get(0).conversation();
    assertThat(ferry.article().title()).isEqualTo("Ferry & fares");
    assertThat(ferry.article().publication().url()).contains("http://quay.example/ferry");
    assertThat(ferry.article().publication().date().orElseThrow()).hasToString("2024-05-03T08:00Z");
    assertThat(ferry.comments()).extracting(Comment::id).containsExactly("21", "22", "23");
    assertThat(ferry.comments())
        .extracting(c -> c.author().orElse("-"))
        .containsExactly("Ida", "bo2", "-");
    assertThat(ferry.comments())
        .extracting(c -> c.replyTo().orElse("-"))
        .containsExactly("-", "21", "22");
    assertThat(ferry.comments().get(0).text()).isEqualTo("Too dear & too late.\nevery hour");
    assertThat(ferry.comments().get(1).attributes()).containsEntry("isSpam", "true");
    assertThat(ferry.comments().get(2).text()).isEmpty();
    assertThat(ferry.toString()).doesNotContain("10.0.0.1", "ida@x.example");
    assertThat(read.get(0).notices().toString())
        .contains("has no text of this article", "addresses of writers");
  }

  @Test
  void anExportOfWordPressGivesPostsWithTheCommentsThatWereShown() throws IOException {
    List<ReadOutcome.Read> read =
        read(
            """
            <?xml version="1.0" encoding="UTF-8" ?>
            <!-- an export -->
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Quay News</title>
            <item><title>A picture</title><wp:post_type>attachment</wp:post_type></item>
            <item><title>Ferry stops</title><link>http://quay.example/?p=4</link>
              <pubDate>Fri, 03 May 2024 11:43:00 +0000</pubDate><dc:creator><![CDATA[Ida Holm]]></dc:creator>
              <guid isPermaLink="false">http://quay.example/?p=4</guid><description></description>
              <content:encoded><![CDATA[<!-- wp:paragraph --><p>The ferry stops.</p><p>It was old.</p>]]></content:encoded>
              <wp:post_type>post</wp:post_type><category domain="tag">boats</category>
              <wp:postmeta><wp:meta_key>_x</wp:meta_key></wp:postmeta>
              <wp:comment><wp:comment_id>31</wp:comment_id><wp:comment_author><![CDATA[Bo]]></wp:comment_author>
                <wp:comment_author_email>bo@x.example</wp:comment_author_email>
                <wp:comment_date_gmt>2024-05-03 12:00:00</wp:comment_date_gmt>
                <wp:comment_content><![CDATA[A pity.]]></wp:comment_content>
                <wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>
              <wp:comment><wp:comment_id>32</wp:comment_id><wp:comment_content>Yes.</wp:comment_content>
                <wp:comment_approved>1</wp:comment_approved><wp:comment_parent>31</wp:comment_parent></wp:comment>
              <wp:comment><wp:comment_id>33</wp:comment_id><wp:comment_type>pingback</wp:comment_type>
                <wp:comment_content>[...] linked</wp:comment_content></wp:comment>
              <wp:comment><wp:comment_id>34</wp:comment_id><wp:comment_approved>spam</wp:comment_approved>
                <wp:comment_content>Buy now</wp:comment_content></wp:comment>
            </item></channel></rss>
            """);
    assertThat(read).hasSize(1);
    Article article = read.get(0).conversation().article();
    assertThat(article.text()).isEqualTo("The ferry stops.\nIt was old.");
    assertThat(article.publication().author()).contains("Ida Holm");
    assertThat(article.publication().outlet()).contains("Quay News");
    assertThat(article.publication().date().orElseThrow()).hasToString("2024-05-03T11:43Z");
    assertThat(article.publication().section()).contains("boats");
    List<Comment> comments = read.get(0).conversation().comments();
    assertThat(comments).extracting(Comment::id).containsExactly("31", "32");
    assertThat(comments.get(0).time().orElseThrow()).hasToString("2024-05-03T12:00Z");
    assertThat(comments.get(0).replyTo()).isEmpty();
    assertThat(comments.get(1).replyTo()).contains("31");
    assertThat(read.get(0).notices().toString())
        .contains("a pingback, no comment", "was not approved", "of the kind attachment");
  }

  @Test
  void feedsGiveAnArticleForEachItem() throws IOException {
    List<ReadOutcome.Read> rss =
        read(
            """
            <rss version="2.0"><channel><title>Quay&nbsp;News</title>
            <item><title>One</title><link>http://q.example/1</link><guid>g1</guid>
            <description>The council&amp;rsquo;s &lt;b&gt;plan&lt;/b&gt; failed.</description>
            <author>a@q.example (Ida Holm)</author><pubDate>3 May 2024 10:00 GMT</pubDate></item>
            <item><title>Two</title><link>http://q.example/2</link><description>More.</description></item>
            </channel></rss>
            """);
    assertThat(rss)
        .extracting(r -> r.conversation().article().id())
        .containsExactly("g1", "http://q.example/2");
    assertThat(rss.get(0).conversation().article().text()).isEqualTo("The council’s plan failed.");
    assertThat(rss.get(0).notices().toString()).contains("may be the beginning only");
    List<ReadOutcome.Read> rdf =
        read(
            """
            <rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Q</title></channel>
            <item rdf:about="http://q.example/3"><title>Three</title><link>http://q.example/3</link>
            <description>Text of three.</description></item></rdf:RDF>
            """);
    assertThat(rdf.get(0).conversation().article().title()).isEqualTo("Three");
    List<ReadOutcome.Read> atom =
        read(
            """
            <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="t">
            <title>Quay Blog</title>
            <entry><id>tag:1</id><title type="text">Four</title><published>2024-05-03T10:00:00+02:00</published>
            <link rel="edit" href="http://q.example/edit"/><link rel="alternate" href="http://q.example/4"/>
            <author><name>Ida Holm</name><email>i@x.example</email></author>
            <content type="xhtml"><div><p>Text of four.</p><p>More of it.</p></div></content></entry>
            <entry><id>tag:2</id><thr:in-reply-to ref="tag:1" href="x"/><author><name>Bo</name></author>
            <content type="html">&lt;p&gt;Well said.&lt;/p&gt;</content></entry>
            <entry><id>tag:3</id><thr:in-reply-to ref="tag:2"/><content>No.</content></entry></feed>
            """);
    assertThat(atom).hasSize(1);
    Conversation four = atom.get(0).conversation();
    assertThat(four.article().text()).isEqualTo("Text of four.\nMore of it.");
    assertThat(four.article().publication().url()).contains("http://q.example/4");
    assertThat(four.comments())
        .extracting(c -> c.replyTo().orElse("-"))
        .containsExactly("-", "tag:2");
  }

  @Test
  void whatStandsBeforeAFaultIsReadAndTheFaultNamesItsLine() throws IOException {
    List<ReadOutcome> outcomes =
        outcomes(
            "<rss><channel>\n<item><title>One</title><description>Text.</description></item>\n"
                + "<item><title>Two</tilte></item>\n</channel></rss>",
            StandardCharsets.UTF_8);
    assertThat(outcomes).hasSize(2);
    ReadOutcome.Failed failed = (ReadOutcome.Failed) outcomes.get(0);
    assertThat(failed.place().line()).hasValue(3);
    assertThat(failed.reason()).contains("no well-formed XML").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY a \"b\"><!ENTITY c SYSTEM"
            + " \"file:///etc/passwd\">]><rss><channel><item><title>T</title><description>x &c;"
            + " y</description></item></channel></rss>",
        "<rss><channel></channel></rss>",
        "<feed></feed>"
      })
  void aFileThatExpandsOrIsEmptyGivesNoTextOfOthers(String xml) throws IOException {
    assertThat(outcomes(xml, StandardCharsets.UTF_8).toString()).doesNotContain("root:");
  }

  @Test
  void theEncodingIsTheDeclaredOne() throws IOException {
    String xml =
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><item><title>Größe</title>"
            + "<description>Über uns.</description></item></channel></rss>";
    ReadOutcome.Read read = (ReadOutcome.Read) outcomes(xml, StandardCharsets.ISO_8859_1).get(0);
    assertThat(read.conversation().article().text()).isEqualTo("Über uns.");
    List<ReadOutcome> wrong =
        outcomes(xml.replace("iso-8859-1", "utf-8"), StandardCharsets.ISO_8859_1);
    assertThat(wrong).allSatisfy(o -> assertThat(o).isInstanceOf(ReadOutcome.Failed.class));
  }
}
