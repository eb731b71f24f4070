package org.polylogue.corpus.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.ServerMessage;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.text.Explanation;

/**
 * Reads a web page: title, facts of publication, the article's text with headings and block
 * quotations, and the comments under it, as {@code docs/formats/html.md} states. Facts come from
 * schema.org JSON-LD, microdata and meta elements; the text is found by structure and text density
 * (after Kohlschütter, Fankhauser and Nejdl 2010), comments by schema.org or by the markup that
 * common comment systems use. What is left out as page furniture is reported.
 *
 * <p>Nothing of a page is fetched or executed. A page without an article is a failure. Immutable
 * and thread-safe.
 */
public final class HtmlFormat implements CorpusFormat {

  /** Elements that a page, or a part of one that was saved, begins with. */
  private static final Set<String> FIRST =
      Set.of(
          ("html head body article main div meta title section p h1 h2 h3 link style script base header"
                  + " nav aside span font center table ul ol dl blockquote figure img a b strong em i"
                  + " br hr pre form iframe noscript details amp-story template")
              .split(" "));

  /** A reader; the limits are those of the source. */
  public HtmlFormat() {}

  @Override
  public String name() {
    return "html";
  }

  /** Accepts files whose first element is one of HTML. */
  @Override
  public boolean accepts(CorpusSource source) {
    return !source.isFolder() && isMarkup(source.headText());
  }

  /** Skips white space, comments and declarations; walks once over the text. */
  private static boolean isMarkup(String head) {
    int at = 0;
    while (at < head.length()) {
      if (Character.isWhitespace(head.charAt(at))) {
        at++;
      } else if (head.startsWith("<!--", at)) {
        int end = head.indexOf("-->", at + 4);
        if (end < 0) {
          return true;
        }
        at = end + 3;
      } else if (head.startsWith("<?xml", at)) {
        int end = head.indexOf('>', at);
        if (end < 0) {
          return false;
        }
        at = end + 1;
      } else {
        break;
      }
    }
    if (head.regionMatches(true, at, "<!doctype", 0, 9)) {
      return head.substring(at + 9).stripLeading().regionMatches(true, 0, "html", 0, 4);
    }
    int end = at + 1;
    while (end < head.length() && end < at + 20 && isNamePart(head.charAt(end))) {
      end++;
    }
    return at < head.length()
        && head.charAt(at) == '<'
        && FIRST.contains(head.substring(at + 1, end).toLowerCase(Locale.ROOT));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == ':';
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    long most = 4L * source.limits().documentCharacters();
    byte[] bytes;
    try (InputStream in = source.open()) {
      bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, most + 1));
    } catch (IOException e) {
      throw new CorpusException(source.place(), "cannot be read: " + Explanation.of(e));
    }
    if (bytes.length > most) {
      throw new CorpusException(
          source.place(),
          "the page is larger than " + most + " bytes; raise the limit on document characters");
    }
    String html = decode(bytes, source.askedEncoding(), source.place());
    return Stream.of(read(source.place(), source.name(), html, source.limits()));
  }

  /** A page is read as it says, and as the user says where it says nothing or cannot be right. */
  private static String decode(byte[] bytes, Charset asked, Place place) {
    Optional<String> declared = PageBytes.declared(bytes);
    try {
      return PageBytes.decode(bytes, declared.or(() -> Optional.of(asked.name())), place);
    } catch (CorpusException e) {
      if (declared.isEmpty() || asked.equals(StandardCharsets.UTF_8)) {
        throw e;
      }
      return PageBytes.decode(bytes, Optional.of(asked.name()), place);
    }
  }

  /**
   * Reads a page.
   *
   * @param place where it stands, for messages
   * @param id the article's id
   * @param html the page
   * @param limits what is read at most
   * @return the conversation with a notice for each text that was left out
   * @throws CorpusException if the page has no article or is nested too deeply
   */
  public ReadOutcome.Read read(Place place, String id, String html, ReadLimits limits) {
    Parser parser = Parser.htmlParser().setMaxDepth(limits.nesting() + 8);
    Document page = parser.parseInput(html, "");
    checkDepth(page, place, limits);
    LinkedData linked = LinkedData.of(page, limits);
    CommentMarkup.Found marked = CommentMarkup.find(page, id);
    List<Comment> comments =
        linked.comments(id).size() > marked.comments().size()
            ? linked.comments(id)
            : completed(marked.comments(), linked.comments(id));
    marked.roots().forEach(Element::remove);
    PageFacts facts = PageFacts.of(page, linked);
    checkMessage(page, facts, page.body().text(), place);
    List<Notice> notices = new ArrayList<>();
    PageArticle.Body body = PageArticle.find(page, facts, linked.body(), place, notices);
    checkMessage(page, facts, body.text(), place);
    Article article =
        new Article(id, facts.title(), facts.publication(), body.text(), body.blocks());
    return new ReadOutcome.Read(place, Conversation.of(article, comments), notices);
  }

  private static void checkMessage(Document page, PageFacts facts, String text, Place place) {
    if (ServerMessage.is(facts.title(), text) || ServerMessage.is(page.title().strip(), text)) {
      throw new CorpusException(
          place,
          "looks like the message of a server and not like an article ("
              + facts.title()
              + "); save the article's page from a browser, or leave it out");
    }
  }

  private static void checkDepth(Document page, Place place, ReadLimits limits) {
    page.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (depth > limits.nesting()) {
              throw new CorpusException(
                  place,
                  "elements are nested more than "
                      + limits.nesting()
                      + " deep; raise the limit on nesting");
            }
          }
        });
  }

  /** Comments from the markup, with facts that only the linked data has. */
  private static List<Comment> completed(List<Comment> marked, List<Comment> linked) {
    Map<String, Comment> byId = new HashMap<>();
    linked.forEach(comment -> byId.putIfAbsent(comment.id().toLowerCase(Locale.ROOT), comment));
    List<Comment> completed = new ArrayList<>();
    for (Comment comment : marked) {
      Comment other = byId.get(comment.id().toLowerCase(Locale.ROOT));
      completed.add(
          other == null
              ? comment
              : new Comment(
                  comment.id(),
                  comment.author().or(other::author),
                  comment.time().or(other::time),
                  comment.score().isPresent() ? comment.score() : other.score(),
                  comment.text(),
                  comment.replyTo(),
                  comment.blocks(),
                  comment.attributes()));
    }
    return completed;
  }
}
