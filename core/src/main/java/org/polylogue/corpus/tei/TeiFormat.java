package org.polylogue.corpus.tei;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.polylogue.corpus.html.MarkedText;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.corpus.spi.XmlItems;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Publication;

/**
 * Reads texts of the Text Encoding Initiative (TEI P4, P5), each {@code TEI} of a file an article:
 * paragraphs, utterances, headings, block quotations and verse, with the facts of the header. Of
 * readings beside each other the regular one is taken; notes, page headers and deletions are left
 * aside. Where quoted words are an element without quotation marks, marks are put around them. One
 * text at a time is in memory. Immutable and thread-safe.
 */
public final class TeiFormat implements CorpusFormat {

  private static final Set<String> TEXTS = Set.of("TEI", "TEI.2");
  private static final String ASIDE = "note, fw, figDesc, back, del, standOff, listBibl";
  private static final Set<String> PAGE = Set.of("div", "p", "h2", "blockquote", "span", "br");
  private static final String MARKS = "\"'“”‘’«»„‚‹›—–";

  /** A reader; it has no options. */
  public TeiFormat() {}

  @Override
  public String name() {
    return "tei";
  }

  /** Accepts files whose first element is {@code TEI}, {@code TEI.2} or {@code teiCorpus}. */
  @Override
  public boolean accepts(CorpusSource source) {
    return !source.isFolder()
        && XmlItems.root(source.headText())
            .filter(root -> TEXTS.contains(root) || root.startsWith("teiCorpus"))
            .isPresent();
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    XmlItems items = new XmlItems(source, TEXTS);
    int[] number = {0};
    return Stream.generate(() -> next(items, source, ++number[0]))
        .takeWhile(Optional::isPresent)
        .map(Optional::get)
        .onClose(items::close);
  }

  private static Optional<ReadOutcome> next(XmlItems items, CorpusSource source, int number) {
    return items
        .next()
        .map(
            item -> {
              try {
                return read(item, source.name(), number);
              } catch (IllegalArgumentException e) {
                return new ReadOutcome.Failed(item.place(), e.getMessage());
              } catch (CorpusException e) {
                return e.asOutcome();
              }
            });
  }

  private static ReadOutcome read(XmlItems.Item item, String name, int number) {
    Element root = item.element();
    Place place = item.place();
    Element header = root.selectFirst("teiHeader");
    Element text = root.children().select("text").first();
    if (text == null) {
      throw new CorpusException(place, "has no element text; leave it out");
    }
    List<Notice> notices = new ArrayList<>();
    for (Element aside : text.select(ASIDE)) {
      if (!aside.text().isBlank()) {
        notices.add(
            new Notice(
                Notice.Kind.UNPLACED,
                place.line().orElse(0),
                aside.text(),
                "inside <" + aside.tagName() + ">, no running text"));
      }
      aside.remove();
    }
    plain(text, notices, place);
    MarkedText marked = MarkedText.of(text.html().replace("</br>", ""));
    String own = root.attr("id");
    String id = own.isEmpty() ? number == 1 ? name : name + "#" + number : own;
    Article article =
        new Article(id, title(header), publication(header), marked.text(), marked.blocks());
    return new ReadOutcome.Read(place, Conversation.of(article, List.of()), notices);
  }

  /** Turns the elements of a text into those of a page. */
  private static void plain(Element text, List<Notice> notices, Place place) {
    for (Element choice : text.select("choice, app")) {
      if (choice.select("> reg, > corr, > expan, > lem").isEmpty()) {
        choice.children().stream().skip(1).forEach(Element::remove);
      } else {
        choice.select("> orig, > sic, > abbr, > rdg").remove();
      }
    }
    for (Element word : text.select("w, pc")) {
      boolean joined = word.normalName().equals("pc") || word.hasAttr("join");
      if (!joined && word.previousSibling() instanceof Element) {
        word.before(new TextNode(" "));
      }
    }
    int marked = 0;
    for (Element quoted : text.select("p q, p quote, p said, u q, ab q, ab said")) {
      String words = quoted.text().strip();
      if (words.isEmpty() || !quoted.select("p, l, lg").isEmpty()) {
        continue;
      }
      quoted.tagName("span");
      if (!isMarked(quoted, words)) {
        quoted.prependText("“").appendText("”");
        marked++;
      }
    }
    if (marked > 0) {
      notices.add(
          new Notice(
              Notice.Kind.DOUBTFUL,
              place.line().orElse(0),
              "",
              marked + " quotations are elements without marks; marks were put around them"));
    }
    for (Element end : text.select("lb, pb, cb")) {
      if (!end.attr("break").equals("no")) {
        end.before(new TextNode(" "));
      }
      end.remove();
    }
    text.select("l").forEach(line -> line.tagName("span").appendElement("br"));
    text.select("p, ab, u, lg, speaker, item, signed, dateline, byline, salute, cell").tagName("p");
    text.select("head, label").tagName("h2");
    text.select("quote, cit, epigraph").tagName("blockquote");
    for (Element element : text.getAllElements()) {
      if (!PAGE.contains(element.tagName())) {
        element.tagName("span");
      }
    }
  }

  /** Whether marks stand at the beginning of quoted words or right before them. */
  private static boolean isMarked(Element quoted, String words) {
    String before = quoted.previousSibling() instanceof TextNode text ? text.text().strip() : "";
    return MARKS.indexOf(words.charAt(0)) >= 0
        || !before.isEmpty() && MARKS.indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static String title(Element header) {
    return first(header, "titleStmt > title[type=main]", "titleStmt > title").orElse("");
  }

  private static Publication publication(Element header) {
    Map<String, String> attributes = new TreeMap<>();
    first(header, "langUsage > language").ifPresent(value -> attributes.put("language", value));
    return new Publication(
        first(
            header,
            "sourceDesc title[level=j]",
            "sourceDesc publisher",
            "publicationStmt publisher"),
        first(header, "titleStmt > author", "sourceDesc author"),
        Stream.of("sourceDesc date", "publicationStmt date", "creation date")
            .flatMap(path -> header == null ? Stream.of() : header.select(path).stream())
            .map(date -> date.hasAttr("when") ? date.attr("when") : date.text())
            .flatMap(written -> WrittenTime.moment(written).stream())
            .findFirst(),
        first(header, "sourceDesc ref[target]", "sourceDesc ptr[target]")
            .filter(address -> address.startsWith("http")),
        Optional.empty(),
        attributes);
  }

  /** The text or target of the first element that has one. */
  private static Optional<String> first(Element header, String... paths) {
    return Stream.of(paths)
        .flatMap(path -> header == null ? Stream.of() : header.select(path).stream())
        .map(found -> found.text().isBlank() ? found.attr("target") : found.text().strip())
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
