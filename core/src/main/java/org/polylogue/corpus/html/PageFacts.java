package org.polylogue.corpus.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;

/**
 * Title and facts of publication: from JSON-LD, then microdata, then meta elements, then markup.
 */
record PageFacts(String title, Publication publication) {

  private static final int LONGEST_FACT = 300;
  private static final Pattern BY_FIRST =
      Pattern.compile(
          "(?:(?:written|posted|submitted|published) )?(?:by|von|par|por)\\s+\\p{Lu}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BY_INSIDE =
      Pattern.compile("\\b(?:by|von|par|por|di)\\s+\\p{L}", Pattern.CASE_INSENSITIVE);
  private static final List<String> AUTHORS =
      List.of(
          "author",
          "byl",
          "article:author",
          "og:article:author",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "dc.contributor",
          "cxenseparse:author",
          "article.author",
          "authors",
          "citation_author",
          "creator");
  private static final List<String> DATES =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "article:published",
          "datepublished",
          "date",
          "dc.date",
          "dc.date.issued",
          "dc.date.created",
          "dcterms.date",
          "dcterms.issued",
          "dcterms.created",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "publication_date",
          "published_time",
          "parsely-pub-date",
          "sailthru.date",
          "cxenseparse:recs:publishtime",
          "article.published",
          "displaydate",
          "originalpublicationdate",
          "citation_publication_date",
          "ptime",
          "pdate",
          "date.release");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2}))?");
  private static final String BYLINES =
      "[rel=author], .byline a, .byline .author, .author-name, .article-author, .byline__name,"
          + " .c-byline__author, .entry-author, .post-author, .author.vcard .fn, .post-author .fn, [class*=byline-name],"
          + " [data-testid=byline-name], [class*=author__name], [class*=authorName]";
  private static final String BYLINE_LINES =
      ".byline, .article-byline, [class*=byline], [class~=(?i)^(meta|article-meta|post-meta|entry-meta)$],"
          + " .author, .article__author, .dateline";
  private static final String DATE_LINES =
      "[class*=date], [class*=publish], [class*=timestamp], [class*=posted], [class*=byline],"
          + " [class~=(?i)^(meta|article-meta|post-meta|entry-meta|time|info)$], .dateline";
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:^|[-_\\s])(?:related\\w*|recirc\\w*|recommend\\w*|most-?(?:read|popular)|trending|latest"
              + "|comments?|comment-list|disqus_thread|discussion|respond|site-footer|page-footer"
              + "|more-stories|promo\\w*|newsletter)(?:$|[-_\\s])"
              + "|(?:^|\\s)(?:widget|sidebar|side-bar|rail|right-rail|nav|menu|footer|teasers?|cards?)(?:$|\\s)");

  static PageFacts of(Document page, LinkedData linked) {
    Map<String, String> metas = metas(page);
    Optional<String> outlet =
        linked
            .outlet()
            .or(() -> item(page, "publisher", "name"))
            .or(() -> Optional.ofNullable(metas.get("og:site_name")))
            .or(() -> Optional.ofNullable(metas.get("dc.publisher")))
            .or(() -> Optional.ofNullable(metas.get("dcterms.publisher")))
            .or(() -> Optional.ofNullable(metas.get("application-name")));
    Optional<String> title =
        linked
            .title()
            .or(() -> item(page, "headline", null))
            .or(() -> heading(page, metas, outlet))
            .or(() -> Optional.ofNullable(metas.get("og:title")))
            .or(() -> Optional.ofNullable(metas.get("twitter:title")))
            .or(() -> fact(page.title()))
            .map(text -> withoutOutlet(text, outlet));
    Optional<String> author =
        linked
            .author()
            .flatMap(Byline::names)
            .or(() -> items(page, "author", "name").flatMap(Byline::names))
            .or(() -> items(page, "author", null).flatMap(Byline::names))
            .or(() -> firstMeta(metas, AUTHORS).flatMap(Byline::names))
            .or(() -> visibleNames(page))
            .or(() -> visibleByline(page))
            .or(() -> leadingByline(page));
    Optional<Moment> date =
        linked
            .date()
            .or(() -> item(page, "datePublished", null).flatMap(PageFacts::moment))
            .or(() -> DATES.stream().map(metas::get).flatMap(v -> momentOf(v).stream()).findFirst())
            .or(() -> time(page))
            .or(() -> writtenDate(page));
    Optional<String> url =
        fact(page.select("link[rel=canonical]").attr("href"))
            .or(() -> Optional.ofNullable(metas.get("og:url")))
            .filter(address -> address.startsWith("http"));
    Optional<String> section =
        linked.section().or(() -> Optional.ofNullable(metas.get("article:section")));
    Map<String, String> attributes = new TreeMap<>();
    Element root = page.selectFirst("html");
    if (root != null && !root.attr("lang").isBlank()) {
      attributes.put("language", root.attr("lang").strip());
    }
    return new PageFacts(
        title.orElse(""), new Publication(outlet, author, date, url, section, attributes));
  }

  /** The first value of each name or property, in lower case; several authors are joined. */
  private static Map<String, String> metas(Document page) {
    Map<String, String> metas = new HashMap<>();
    for (Element meta : page.select("meta[content]")) {
      String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
      String key = name.strip().toLowerCase(Locale.ROOT);
      fact(meta.attr("content"))
          .ifPresent(
              value ->
                  metas.merge(
                      key,
                      value,
                      (one, other) ->
                          AUTHORS.contains(key) && !one.contains(other)
                              ? one + ", " + other
                              : one));
    }
    return metas;
  }

  private static Optional<String> firstMeta(Map<String, String> metas, List<String> names) {
    return names.stream()
        .map(metas::get)
        .filter(value -> value != null && !value.startsWith("http") && !value.startsWith("@"))
        .findFirst();
  }

  private static Optional<Moment> momentOf(String value) {
    if (value == null) {
      return Optional.empty();
    }
    Matcher compact = COMPACT.matcher(value.strip());
    if (compact.matches()) {
      String iso = compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3);
      return moment(
          compact.group(4) == null
              ? iso
              : iso + "T" + compact.group(4) + ":" + compact.group(5) + ":" + compact.group(6));
    }
    return moment(value);
  }

  /** A date as web pages write it. */
  static Optional<Moment> moment(String text) {
    return WrittenTime.moment(text.replaceAll("\\s+", " "));
  }

  static Optional<Moment> written(String text) {
    return WrittenTime.find(text.replaceAll("\\s+", " ").strip(), WrittenTime.DayOrder.UNKNOWN)
        .flatMap(WrittenTime::moment);
  }

  static Optional<String> fact(String text) {
    String clean = text == null ? "" : text.replaceAll("\\s+", " ").strip();
    return clean.isEmpty() || clean.length() > LONGEST_FACT ? Optional.empty() : Optional.of(clean);
  }

  /** A property of the page's article in microdata, or a property of that property. */
  private static Optional<String> item(Document page, String property, String inner) {
    for (Element element : page.select("[itemprop~=(?i)^" + property + "$]")) {
      if (inComment(element) || isElsewhere(element)) {
        continue;
      }
      Element at = inner == null ? element : element.selectFirst("[itemprop~=(?i)^" + inner + "$]");
      if (at != null) {
        Optional<String> value = value(at);
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return Optional.empty();
  }

  /** All values of a property, joined. */
  private static Optional<String> items(Document page, String property, String inner) {
    Set<String> values = new LinkedHashSet<>();
    for (Element element : page.select("[itemprop~=(?i)^" + property + "$]")) {
      Element at = inner == null ? element : element.selectFirst("[itemprop~=(?i)^" + inner + "$]");
      if (at != null && !inComment(element) && !isElsewhere(element)) {
        value(at).ifPresent(values::add);
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  static Optional<String> value(Element element) {
    return fact(element.attr("content"))
        .or(() -> fact(element.attr("datetime")))
        .or(() -> fact(element.text()));
  }

  private static boolean inComment(Element element) {
    return element.closest("[itemtype~=(?i)schema.org/(User)?Comments?$]") != null
        || element.closest("[itemprop~=(?i)^comment$]") != null;
  }

  /**
   * The heading that the page declares as its title, or the first that is no name of the outlet.
   */
  private static Optional<String> heading(
      Document page, Map<String, String> metas, Optional<String> outlet) {
    String declared = PageArticle.normal(metas.getOrDefault("og:title", page.title()));
    Optional<String> first = Optional.empty();
    for (Element heading :
        page.select("article h1, main h1, h1, .entry-title, .headline, h2, h3")) {
      Optional<String> text = fact(heading.text());
      if (text.isEmpty() || isElsewhere(heading) || HtmlBlocks.isHidden(heading)) {
        continue;
      }
      String normal = PageArticle.normal(text.get());
      if (normal.length() > 8 && declared.startsWith(normal)) {
        return text;
      }
      boolean main =
          heading.normalName().equals("h1")
              || heading.hasClass("entry-title")
              || heading.hasClass("headline");
      boolean sign =
          outlet.isPresent() && outlet.get().equalsIgnoreCase(text.get())
              || PageArticle.normal(page.title()).endsWith(" " + normal);
      first = first.isPresent() || !main || sign ? first : text;
    }
    return first;
  }

  private static boolean isElsewhere(Element element) {
    boolean footer = false;
    for (Element at = element; at != null; at = at.parent()) {
      String tag = at.normalName();
      if (tag.equals("article") && at != element || tag.equals("main")) {
        return false;
      }
      if (tag.equals("nav") || tag.equals("aside")) {
        return true;
      }
      footer |= tag.equals("footer") && at != element;
      if (!tag.equals("body") && ELSEWHERE.matcher(ElementSets.names(at)).find()) {
        return true;
      }
    }
    return footer;
  }

  /** Names in elements for one name each. */
  private static Optional<String> visibleNames(Document page) {
    Set<String> names = new LinkedHashSet<>();
    Element line = null;
    for (Element element : page.select(BYLINES)) {
      if (isElsewhere(element)) {
        continue;
      }
      Element around = element.closest("[class*=byline], [class*=author], p, header");
      if (line != null && around != line) {
        break;
      }
      line = around;
      Byline.names(element.text()).filter(name -> name.indexOf(' ') > 0).ifPresent(names::add);
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  private static Optional<String> visibleByline(Document page) {
    for (Element element : page.select(BYLINE_LINES)) {
      String text = element.text();
      boolean byline = element.className().toLowerCase(Locale.ROOT).contains("byline");
      if (text.length() <= 160
          && !isElsewhere(element)
          && (byline || BY_INSIDE.matcher(text).find())) {
        Optional<String> names = Byline.names(text);
        if (names.isPresent()) {
          return names;
        }
      }
    }
    return Optional.empty();
  }

  /** A short line under the title that begins as a byline does, or a name beside a date. */
  private static Optional<String> leadingByline(Document page) {
    Optional<String> alone = Optional.empty();
    for (Element line : underTitle(page)) {
      String text = line.text();
      if (BY_FIRST.matcher(text).lookingAt()) {
        Optional<String> names = Byline.names(text).filter(name -> name.indexOf(' ') > 0);
        if (names.isPresent()) {
          return names;
        }
      }
      boolean dated = line.parent() != null && line.parent().selectFirst("> time") != null;
      if (alone.isEmpty() && dated && line.childrenSize() == 0 && Byline.isName(text)) {
        alone = Optional.of(text);
      }
    }
    return alone;
  }

  /** The first {@code time} of the article that stands in no list beside it. */
  private static Optional<Moment> time(Document page) {
    for (Element time : page.select("time, [class*=date][datetime], abbr.published[title]")) {
      if (!inComment(time) && !isElsewhere(time)) {
        String value =
            time.hasAttr("datetime")
                ? time.attr("datetime")
                : time.hasAttr("title") ? time.attr("title") : time.text();
        Optional<Moment> moment = moment(value).or(() -> moment(time.text()));
        if (moment.isPresent()) {
          return moment;
        }
      }
    }
    return Optional.empty();
  }

  /** A date in a line that is named for one, or right under the title. */
  private static Optional<Moment> writtenDate(Document page) {
    for (Element line : page.select(DATE_LINES)) {
      if (line.text().length() <= 160 && !inComment(line) && !isElsewhere(line)) {
        Optional<Moment> moment = written(line.text());
        if (moment.isPresent()) {
          return moment;
        }
      }
    }
    for (Element line : underTitle(page)) {
      String text = line.text();
      Optional<Moment> moment = written(text);
      if (moment.isPresent()
          && (BY_INSIDE.matcher(text).find() || Byline.isOnlyFacts(text, Optional.empty()))) {
        return moment;
      }
    }
    return Optional.empty();
  }

  /** The elements with short texts between the title and the first long paragraph. */
  private static List<Element> underTitle(Document page) {
    Element title = page.selectFirst("h1, .entry-title, .headline");
    boolean after = title == null;
    List<Element> lines = new ArrayList<>();
    for (Element element : page.body().getAllElements()) {
      after |= element == title;
      if (!after || element == title) {
        continue;
      }
      String text = element.text();
      if (element.normalName().equals("p") && text.length() > 200 || lines.size() > 200) {
        break;
      }
      if (!text.isEmpty() && text.length() <= 120 && !isElsewhere(element)) {
        lines.add(element);
      }
    }
    return lines;
  }

  private static String withoutOutlet(String title, Optional<String> outlet) {
    if (outlet.isPresent()) {
      for (String mark : new String[] {" | ", " - ", " – ", " — ", " :: "}) {
        if (title.endsWith(mark + outlet.get())) {
          return title.substring(0, title.length() - mark.length() - outlet.get().length());
        }
        if (title.startsWith(outlet.get() + mark)) {
          return title.substring(mark.length() + outlet.get().length());
        }
      }
    }
    return title;
  }
}
