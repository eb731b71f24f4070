package org.polylogue.corpus.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.model.Block;

/**
 * Finds the text of an article in a page. An element that the page itself marks as the body is
 * taken at its word; otherwise the element that gathers most running text with few links is taken.
 */
final class PageArticle {

  /** An article's text. */
  record Body(String text, List<Block> blocks) {}

  private static final int LEAST_TEXT = 140;
  private static final int SHORT = 200;

  private static final Set<String> FURNITURE_TAGS =
      Set.of("nav", "footer", "aside", "form", "figure", "menu", "dialog");
  private static final Pattern FURNITURE_NAME =
      Pattern.compile(
          "(?:^|[-_\\s])(?:ad|ads|advert\\w*|banner|breadcrumbs?|cookies?|consent|disclaimer|footer"
              + "|menu|navbar|navigation|newsletter|paywall|popup|promo\\w*|related\\w*|recommend\\w*"
              + "|share|sharing|sidebar|social|sponsor\\w*|subscribe|subscription|tags|toolbar"
              + "|widget|mostread|trending|outbrain|taboola|respond|login|signin|signup|comments?"
              + "|comments?-area|disqus_thread|discussion|credits?|skip)(?:$|[-_\\s])");
  private static final Pattern BYLINE_NAME =
      Pattern.compile(
          "(?:^|[-_\\s])(?:byline|author|dateline|meta|metadata|published|timestamp|date|kicker)"
              + "(?:$|[-_\\s])");

  private PageArticle() {}

  static Body find(Document page, String title, Place place, List<Notice> notices) {
    Element root = page.body();
    List<Element> marked = outermost(root.select("[itemprop~=(?i)^articleBody$]"));
    Set<Element> aroundMarked = around(marked);
    Set<Element> without = identities();
    long all = root.text().length();
    for (Element element : root.getAllElements()) {
      if (element != root
          && isFurniture(element)
          && !aroundMarked.contains(element)
          && (FURNITURE_TAGS.contains(element.normalName())
              || element.text().length() < 0.5 * all)) {
        without.add(element);
      }
    }
    List<Element> chosen = marked.isEmpty() ? List.of(densest(root, without)) : marked;
    List<HtmlBlocks.Part> parts = new ArrayList<>();
    int length = 0;
    for (Element element : chosen) {
      for (HtmlBlocks.Part part : HtmlBlocks.of(element, without)) {
        String reason = outside(part, title);
        if (reason == null) {
          parts.add(part);
          length += part.kind() == Block.Kind.HEADING ? 0 : part.text().length();
        } else {
          notices.add(new Notice(Notice.Kind.FURNITURE, 0, part.text(), reason));
        }
      }
    }
    if (marked.isEmpty() && length < LEAST_TEXT || length == 0) {
      throw new CorpusException(
          place,
          "no article was found: no element holds "
              + LEAST_TEXT
              + " characters of running text; if the page needs scripts to show its text, save it"
              + " from a browser");
    }
    while (!parts.isEmpty() && parts.get(parts.size() - 1).kind() == Block.Kind.HEADING) {
      HtmlBlocks.Part last = parts.remove(parts.size() - 1);
      notices.add(
          new Notice(Notice.Kind.FURNITURE, 0, last.text(), "a heading with no text under it"));
    }
    report(root, chosen, without, notices);
    StringBuilder text = new StringBuilder();
    List<Block> blocks = HtmlBlocks.join(parts, "\n\n", text);
    return new Body(text.toString(), blocks);
  }

  private static String outside(HtmlBlocks.Part part, String title) {
    String text = part.text();
    if (part.kind() == Block.Kind.HEADING) {
      return text.equals(title) ? "the title, which stands beside the text" : null;
    }
    if (text.length() < SHORT && part.kind() == Block.Kind.PARAGRAPH) {
      if (part.linked() > 0.6 * text.length()) {
        return "consists of links";
      }
      if (BYLINE_NAME.matcher(names(part.element())).find()
          && !part.element().normalName().equals("body")) {
        return "byline or date line, read as facts of publication";
      }
    }
    return null;
  }

  /** Says what text of the page is in no part of the article. */
  private static void report(
      Element root, List<Element> chosen, Set<Element> without, List<Notice> notices) {
    Set<Element> aroundChosen = around(chosen);
    Set<Element> bodies = identities();
    bodies.addAll(chosen);
    List<Element> pending = new ArrayList<>(List.of(root));
    while (!pending.isEmpty()) {
      Element element = pending.remove(pending.size() - 1);
      if (bodies.contains(element)) {
        for (Element inside : element.getAllElements()) {
          if (without.contains(inside) && !hasAncestorIn(inside, without, element)) {
            addNotice(inside, notices);
          }
        }
      } else if (aroundChosen.contains(element)) {
        for (int i = element.childrenSize() - 1; i >= 0; i--) {
          pending.add(element.child(i));
        }
      } else {
        addNotice(element, notices);
      }
    }
  }

  private static void addNotice(Element element, List<Notice> notices) {
    String text = element.text().strip();
    if (!text.isEmpty()) {
      notices.add(
          new Notice(
              Notice.Kind.FURNITURE,
              0,
              text,
              "outside the article: <" + element.normalName() + "> " + names(element).strip()));
    }
  }

  private static boolean hasAncestorIn(Element element, Set<Element> set, Element upTo) {
    for (Element at = element.parent(); at != null && at != upTo; at = at.parent()) {
      if (set.contains(at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFurniture(Element element) {
    String tag = element.normalName();
    if (FURNITURE_TAGS.contains(tag)) {
      return !(tag.equals("figure") && element.selectFirst("blockquote") != null);
    }
    if (tag.equals("header") && element.selectFirst("h1, p") == null) {
      return true;
    }
    return !tag.equals("article")
        && !tag.equals("main")
        && FURNITURE_NAME.matcher(names(element)).find();
  }

  private static String names(Element element) {
    return (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
  }

  private static List<Element> outermost(List<Element> elements) {
    Set<Element> all = identities();
    all.addAll(elements);
    List<Element> kept = new ArrayList<>();
    for (Element element : elements) {
      if (!hasAncestorIn(element, all, null)) {
        kept.add(element);
      }
    }
    return kept;
  }

  /** The elements and everything around them. */
  private static Set<Element> around(List<Element> elements) {
    Set<Element> around = identities();
    for (Element element : elements) {
      for (Element at = element; at != null && around.add(at); at = at.parent()) {}
    }
    return around;
  }

  private static Set<Element> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** The element that gathers most running text; each text counts half as much one level up. */
  private static Element densest(Element root, Set<Element> without) {
    Map<Element, Integer> order = new IdentityHashMap<>();
    Map<Element, Double> byIdentity = new IdentityHashMap<>();
    for (HtmlBlocks.Part part : HtmlBlocks.of(root, without)) {
      if (part.kind() == Block.Kind.HEADING || part.text().length() < 25) {
        continue;
      }
      double running = part.text().length() - 1.5 * part.linked();
      if (running <= 0) {
        continue;
      }
      Element at = part.element();
      while (at != root && isInner(at)) {
        at = at.parent();
      }
      double share = Math.min(running, 600);
      for (int up = 0; up < 3 && at != null; up++) {
        order.putIfAbsent(at, order.size());
        byIdentity.merge(at, share, Double::sum);
        if (at == root) {
          break;
        }
        at = at.parent();
        share /= 2;
      }
    }
    Element best = root;
    double most = -1;
    for (Map.Entry<Element, Double> entry : byIdentity.entrySet()) {
      double score = entry.getValue();
      if (score > most
          || score == most && order.get(entry.getKey()) < order.getOrDefault(best, 1 << 30)) {
        best = entry.getKey();
        most = score;
      }
    }
    return best;
  }

  private static boolean isInner(Element element) {
    String tag = element.normalName();
    return tag.equals("p")
        || tag.equals("blockquote")
        || tag.equals("li")
        || tag.equals("ul")
        || tag.equals("ol")
        || tag.equals("pre")
        || tag.equals("td")
        || tag.equals("tr")
        || tag.equals("tbody");
  }
}
