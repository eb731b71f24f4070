package org.polylogue.corpus.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.XmlItems;
import org.polylogue.corpus.table.ColumnMapping.Meaning;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;

/**
 * Reads exports and feeds in XML: Disqus and WordPress with their comments, RSS 0.9 to 2.0, Atom
 * with answers as Blogger exports them. Fields without a place in the model are attributes; mail
 * and internet addresses of writers are left aside. The file is held in memory, up to 200 million
 * characters. What stands before a fault in a file is read. Immutable and thread-safe.
 */
public final class XmlRowsFormat implements CorpusFormat {

  private static final Set<String> ROOTS = Set.of("disqus", "rss", "rdf:RDF", "feed");
  private static final Set<String> ITEMS = Set.of("thread", "post", "item", "entry");

  /** Fields that name a person's machine or mailbox. */
  private static final Set<String> PRIVATE =
      Set.of(
          "ipAddress",
          "author.email",
          "wp:comment_author_email",
          "wp:comment_author_IP",
          "wp:post_password");

  private static final Map<Meaning, List<String>> ARTICLE =
      Map.of(
          Meaning.ARTICLE, List.of("@id", "guid", "id", "link", "@about"),
          Meaning.TITLE, List.of("title"),
          Meaning.TEXT, List.of("content:encoded", "content", "message", "description", "summary"),
          Meaning.OUTLET, List.of("source", "channel"),
          Meaning.BYLINE, List.of("dc:creator", "author", "author.name"),
          Meaning.DATE,
              List.of("pubDate", "published", "createdAt", "dc:date", "issued", "updated"),
          Meaning.URL, List.of("link", "@about"),
          Meaning.SECTION, List.of("category", "dc:subject"));

  private static final Map<Meaning, List<String>> COMMENT =
      Map.of(
          Meaning.ARTICLE, List.of("thread@id"),
          Meaning.COMMENT, List.of("@id", "id", "wp:comment_id"),
          Meaning.PARENT, List.of("parent@id", "thr:in-reply-to@ref", "wp:comment_parent"),
          Meaning.COMMENTER, List.of("author.name", "author.username", "wp:comment_author"),
          Meaning.TIME, List.of("createdAt", "published", "updated", "wp:comment_date_gmt"),
          Meaning.COMMENT_TEXT, List.of("message", "content", "summary", "wp:comment_content"));

  /** A reader; it has no options. */
  public XmlRowsFormat() {}

  @Override
  public String name() {
    return "xml-rows";
  }

  /** Accepts files whose first element is that of such an export or feed. */
  @Override
  public boolean accepts(CorpusSource source) {
    return !source.isFolder()
        && XmlItems.root(source.headText()).filter(ROOTS::contains).isPresent();
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    HeldRows rows = new HeldRows(source);
    boolean disqus = XmlItems.root(source.headText()).filter("disqus"::equals).isPresent();
    try (XmlItems items = new XmlItems(source, ITEMS)) {
      int number = 0;
      for (Optional<XmlItems.Item> next = items.next(); next.isPresent(); next = items.next()) {
        Place place = next.get().place();
        try {
          String channel = items.fact(disqus ? "forum" : "title").orElse("");
          Export export = new Export(rows, place, channel);
          export.add(next.get().element(), source.name() + "#" + ++number);
        } catch (IllegalArgumentException e) {
          rows.fault(new CorpusException(place, e.getMessage()));
        } catch (CorpusException e) {
          rows.fault(e);
        }
      }
    } catch (CorpusException e) {
      rows.fault(e);
    }
    return rows.outcomes("holds no article and no comment; leave it out").stream();
  }

  /** Where the parts of one item go. */
  private record Export(HeldRows rows, Place place, String channel) {

    void add(Element item, String fallbackId) {
      Map<String, String> row = publicRow(item);
      boolean answer = row.containsKey("thr:in-reply-to@ref");
      if (answer || item.normalName().equals("post") && row.containsKey("thread@id")) {
        comment(row, Optional.ofNullable(row.get("thread@id")));
        return;
      }
      if (!channel.isBlank()) {
        row.put("channel", channel);
      }
      String kind = row.getOrDefault("wp:post_type", "post");
      if (!kind.equals("post") && !kind.equals("page")) {
        rows.add(
            notice(
                Notice.Kind.UNPLACED,
                row.getOrDefault("title", fallbackId),
                "of the kind " + kind + ", no article"));
        return;
      }
      String text = first(row, ARTICLE.get(Meaning.TEXT)).orElse("");
      List<Notice> notices =
          text.equals("description") || text.equals("summary")
              ? List.of(
                  notice(
                      Notice.Kind.DOUBTFUL,
                      row.get(text),
                      "the feed's description, which may be the beginning only"))
              : text.isEmpty()
                  ? List.of(
                      notice(
                          Notice.Kind.DOUBTFUL,
                          row.getOrDefault("title", ""),
                          "the export has no text of this article"))
                  : List.of();
      Article article = new RowConversation(mapping(ARTICLE, row)).article(row, fallbackId, place);
      List<Notice> all = new ArrayList<>(notices);
      List<Map<String, String>> comments = new ArrayList<>();
      for (Element child : item.children()) {
        if (child.normalName().equals("wp:comment")) {
          Map<String, String> comment = publicRow(child);
          Optional<String> aside = aside(comment);
          aside.ifPresent(
              reason ->
                  all.add(
                      notice(
                          Notice.Kind.UNPLACED,
                          comment.getOrDefault("wp:comment_content", ""),
                          reason)));
          if (aside.isEmpty()) {
            comments.add(comment);
          }
        }
      }
      rows.add(article, place, all);
      comments.forEach(comment -> comment(comment, Optional.of(article.id())));
    }

    private Map<String, String> publicRow(Element item) {
      Map<String, String> row = row(item);
      if (row.keySet().removeAll(PRIVATE)) {
        rows.add(
            notice(
                Notice.Kind.UNPLACED,
                "",
                "mail and internet addresses of writers were left aside"));
      }
      return row;
    }

    /** Why a comment of WordPress was not shown as one; empty if it was. */
    private static Optional<String> aside(Map<String, String> comment) {
      String type = comment.getOrDefault("wp:comment_type", "");
      if (type.equals("pingback") || type.equals("trackback")) {
        return Optional.of("a " + type + ", no comment");
      }
      return comment.getOrDefault("wp:comment_approved", "1").equals("1")
          ? Optional.empty()
          : Optional.of("a comment that was not approved");
    }

    private void comment(Map<String, String> row, Optional<String> article) {
      if (row.getOrDefault("isDeleted", "").equals("true")) {
        row.put("message", "[deleted]");
      }
      row.computeIfPresent("wp:comment_date_gmt", (name, time) -> time + "Z");
      Comment comment =
          new RowConversation(mapping(COMMENT, row))
              .comment(row, rows.comments() + 1, article.orElse(""), place);
      rows.add(comment, article, place);
    }

    private Notice notice(Notice.Kind kind, String excerpt, String reason) {
      return new Notice(kind, place.line().orElse(0), excerpt, reason);
    }
  }

  private static ColumnMapping mapping(Map<Meaning, List<String>> known, Map<String, String> row) {
    Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
    known.forEach(
        (meaning, names) -> first(row, names).ifPresent(name -> columns.put(meaning, name)));
    return new ColumnMapping(columns);
  }

  private static Optional<String> first(Map<String, String> row, List<String> names) {
    return names.stream().filter(name -> !row.getOrDefault(name, "").isBlank()).findFirst();
  }

  /** Texts and references of an item by name: {@code author.name}, {@code thread@id}. */
  private static Map<String, String> row(Element item) {
    Map<String, String> row = new LinkedHashMap<>();
    put(row, "@id", item.attr("id"));
    put(row, "@about", item.attr("about"));
    for (Element child : item.children()) {
      String name = child.tagName();
      boolean markup = child.attr("type").equals("xhtml");
      if (name.equals("link") && child.hasAttr("href")) {
        String rel = child.attr("rel");
        if (rel.isEmpty() || rel.equals("alternate")) {
          put(row, name, child.attr("href"));
        }
      } else if (name.equals("category") && child.hasAttr("term")) {
        put(row, name, child.attr("term"));
      } else if (markup) {
        put(row, name, child.html());
      } else if (child.childrenSize() == 0) {
        put(row, name, child.wholeText());
        put(row, name + "@id", child.attr("id"));
        put(row, name + "@ref", child.attr("ref"));
      } else if (name.equals("author")) {
        child.children().forEach(part -> put(row, "author." + part.tagName(), part.wholeText()));
      }
    }
    row.values().removeIf(value -> value.equals("false"));
    return row;
  }

  private static void put(Map<String, String> row, String name, String value) {
    if (!value.isBlank()) {
      row.merge(name, value.strip(), (one, other) -> one + "; " + other);
    }
  }
}
