package org.polylogue.corpus.html;

import java.time.DateTimeException;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private static final Pattern BY =
      Pattern.compile("^(?:by|von|par|por)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern FRACTION = Pattern.compile("(T\\d{2}:\\d{2}:\\d{2})\\.\\d+");
  private static final Pattern SHORT_ZONE = Pattern.compile("([+-]\\d{2})(\\d{2})$");

  static PageFacts of(Document page, LinkedData linked) {
    Optional<String> outlet =
        linked
            .outlet()
            .or(() -> item(page, "publisher", "name"))
            .or(() -> meta(page, "og:site_name"));
    Optional<String> title =
        linked
            .title()
            .or(() -> item(page, "headline", null))
            .or(() -> heading(page))
            .or(() -> meta(page, "og:title"))
            .or(() -> meta(page, "twitter:title"))
            .or(() -> fact(page.title()).map(text -> withoutOutlet(text, outlet)));
    Optional<String> author =
        linked
            .author()
            .or(() -> item(page, "author", "name"))
            .or(() -> item(page, "author", null))
            .or(() -> meta(page, "author"))
            .or(() -> meta(page, "article:author").filter(name -> !name.startsWith("http")))
            .or(() -> first(page, "[rel=author], .byline .author, .author-name"))
            .or(() -> byline(page));
    Optional<Moment> date =
        linked
            .date()
            .or(() -> item(page, "datePublished", null).flatMap(PageFacts::moment))
            .or(() -> meta(page, "article:published_time").flatMap(PageFacts::moment))
            .or(() -> meta(page, "date").flatMap(PageFacts::moment))
            .or(() -> meta(page, "dc.date").flatMap(PageFacts::moment))
            .or(() -> time(page));
    Optional<String> url =
        fact(page.select("link[rel=canonical]").attr("href"))
            .or(() -> meta(page, "og:url"))
            .filter(address -> address.startsWith("http"));
    Optional<String> section = linked.section().or(() -> meta(page, "article:section"));
    Map<String, String> attributes = new TreeMap<>();
    Element root = page.selectFirst("html");
    if (root != null && !root.attr("lang").isBlank()) {
      attributes.put("language", root.attr("lang").strip());
    }
    return new PageFacts(
        title.orElse(""), new Publication(outlet, author, date, url, section, attributes));
  }

  /** A date as web pages write it. */
  static Optional<Moment> moment(String text) {
    String iso = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:)", "$1T$2");
    iso = FRACTION.matcher(iso).replaceFirst("$1");
    iso = iso.contains("T") ? SHORT_ZONE.matcher(iso).replaceFirst("$1:$2") : iso;
    try {
      return Optional.of(Moment.parse(iso));
    } catch (DateTimeParseException e) {
      return written(text);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Moment> written(String text) {
    return WrittenTime.find(text.replaceAll("\\s+", " ").strip(), WrittenTime.DayOrder.UNKNOWN)
        .flatMap(WrittenTime::moment);
  }

  static Optional<String> fact(String text) {
    String clean = text == null ? "" : text.replaceAll("\\s+", " ").strip();
    return clean.isEmpty() || clean.length() > LONGEST_FACT ? Optional.empty() : Optional.of(clean);
  }

  private static Optional<String> meta(Document page, String name) {
    for (Element meta : page.select("meta")) {
      if (name.equalsIgnoreCase(meta.attr("property"))
          || name.equalsIgnoreCase(meta.attr("name"))) {
        Optional<String> content = fact(meta.attr("content"));
        if (content.isPresent()) {
          return content;
        }
      }
    }
    return Optional.empty();
  }

  /** A property of the page's article in microdata, or a property of that property. */
  private static Optional<String> item(Document page, String property, String inner) {
    for (Element element : page.select("[itemprop~=(?i)^" + property + "$]")) {
      if (inComment(element)) {
        continue;
      }
      Element at = inner == null ? element : element.selectFirst("[itemprop~=(?i)^" + inner + "$]");
      if (at != null) {
        Optional<String> value = value(at);
        if (value.isPresent()) {
          return value.map(name -> BY.matcher(name).replaceFirst(""));
        }
      }
    }
    return Optional.empty();
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

  private static Optional<String> heading(Document page) {
    Element best = page.selectFirst("article h1, main h1, .entry-title, .headline");
    best = best == null ? page.selectFirst("h1") : best;
    return best == null ? Optional.empty() : fact(best.text());
  }

  private static Optional<String> first(Document page, String selector) {
    Element found = page.selectFirst(selector);
    return found == null ? Optional.empty() : fact(found.text());
  }

  private static Optional<String> byline(Document page) {
    Element line = page.selectFirst(".byline, .article-byline");
    if (line == null) {
      return Optional.empty();
    }
    String text = line.text();
    Element time = line.selectFirst("time");
    if (time != null) {
      text = text.replace(time.text(), " ");
    }
    String name = BY.matcher(text.strip()).replaceFirst("");
    return fact(name.split("[|·•,]")[0]);
  }

  private static Optional<Moment> time(Document page) {
    for (Element time : page.select("time")) {
      if (!inComment(time)) {
        Optional<Moment> moment =
            moment(time.hasAttr("datetime") ? time.attr("datetime") : time.text());
        if (moment.isPresent()) {
          return moment;
        }
      }
    }
    return Optional.empty();
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
