package org.polylogue.corpus.html;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.polylogue.corpus.spi.FurnitureLine;

/**
 * Finds the elements of a page that are no part of its story: by their tag or their name, but never
 * by a name alone where they hold the running text.
 */
final class FurnitureElements {

  static final double MOST_LINKED = 0.3;

  /** Characters of running text. */
  private static final int RUNNING = 80;

  private static final Set<String> FURNITURE_TAGS =
      Set.of(
          "nav",
          "footer",
          "aside",
          "form",
          "figure",
          "menu",
          "dialog",
          "amp-ad",
          "amp-embed",
          "amp-sticky-ad");

  /** Names of what is furniture wherever it stands, unless it holds three long paragraphs. */
  private static final Pattern FURNITURE_NAME =
      Pattern.compile(
          "(?:^|[-_\\s])(?:ads?|advert\\w*|breadcrumbs?|cookies?|consent|disclaimer|footer"
              + "|navbar|navigation|newsletters?|popup|related\\w*"
              + "|recommend\\w*|recirc\\w*|sharedaddy"
              + "|mostread|most-read|most-popular|outbrain|taboola|respond|signup|comments?"
              + "|comments?-area|disqus_thread|read-?more|readnext|read-next|also-read"
              + "|copyright|author-?bio|about-author|author-?box|jp-relatedposts|printonly"
              + "|pull-?quote)(?:$|[-_\\s])");

  /** Names that pages give to boxes of buttons, and to paragraphs and wrappers of stories too. */
  private static final Pattern DOUBTFUL_NAME =
      Pattern.compile(
          "(?:^|[-_\\s])(?:menu|paywall|promos?|promotions?|share|sharing|social|socials|sponsor\\w*"
              + "|subscribe|subscription|tags|toolbar|trending|login|signin|discussion|credits?|skip"
              + "|caption|slideshow|gallery)(?:$|[-_\\s])");

  /** Whole class names of what is furniture unless it holds running text. */
  private static final Set<String> FURNITURE_CLASS =
      Set.of(
          "widget",
          "sidebar",
          "side-bar",
          "left-sidebar",
          "right-sidebar",
          "banner",
          "rail",
          "right-rail",
          "left-rail",
          "sidebar-left",
          "sidebar-right",
          "secondary",
          "extras",
          "teaser",
          "teasers",
          "hidden",
          "sr-only",
          "visually-hidden",
          "screen-reader-text");

  private FurnitureElements() {}

  /**
   * The furniture below an element.
   *
   * @param root the body of a page
   * @param kept elements that are none whatever they are called
   * @param most share of the page's text up to which a name makes an element furniture
   */
  static Set<Element> in(Element root, Set<Element> kept, double most) {
    Set<Element> without = ElementSets.identities();
    Map<Element, Integer> lengths = new IdentityHashMap<>();
    int all = Math.max(1, textLength(root, lengths));
    for (Element element : root.getAllElements()) {
      if (element == root || kept.contains(element)) {
        continue;
      }
      String tag = element.normalName();
      double share = lengths.getOrDefault(element, 0) / (double) all;
      if (FURNITURE_TAGS.contains(tag)) {
        boolean quotes = tag.equals("figure") && element.selectFirst("blockquote") != null;
        boolean page = (tag.equals("form") || tag.equals("aside")) && share > 0.5;
        if (!quotes && !page) {
          without.add(element);
        }
      } else if (tag.equals("header") && element.selectFirst("h1, p") == null) {
        without.add(element);
      } else if (!tag.equals("article") && !tag.equals("main") && !tag.equals("html")) {
        String names = ElementSets.names(element);
        boolean named =
            share < most
                && (FURNITURE_NAME.matcher(names).find() && !holdsMuchProse(element)
                    || DOUBTFUL_NAME.matcher(names).find() && !holdsRunningText(element))
                && !isAmidSentence(element, lengths);
        boolean classed =
            share < most
                && element.classNames().stream()
                    .anyMatch(name -> FURNITURE_CLASS.contains(name.toLowerCase(Locale.ROOT)))
                && !holdsProse(element);
        if (named || classed) {
          without.add(element);
        }
      }
    }
    return without;
  }

  /** Some words of a paragraph, where what stands before them has not ended. */
  private static boolean isAmidSentence(Element element, Map<Element, Integer> lengths) {
    Element around = element.parent();
    if (element.isBlock()
        || around == null
        || lengths.get(around) - lengths.get(element) < RUNNING
        || !(element.previousSibling() instanceof TextNode before)) {
      return false;
    }
    String words = before.text().strip();
    return !words.isEmpty()
        && (Character.isLetterOrDigit(words.charAt(words.length() - 1))
            || words.endsWith(",")
            || words.endsWith(";"));
  }

  /** Own text lengths of all elements below, in one walk. */
  private static int textLength(Element root, Map<Element, Integer> lengths) {
    List<Element> all = root.getAllElements();
    for (int i = all.size() - 1; i >= 0; i--) {
      Element element = all.get(i);
      int length =
          lengths.getOrDefault(element, 0)
              + element.textNodes().stream().mapToInt(node -> node.text().strip().length()).sum();
      lengths.put(element, length);
      if (element != root && element.parent() != null) {
        lengths.merge(element.parent(), length, Integer::sum);
      }
    }
    return lengths.getOrDefault(root, 0);
  }

  /** Two paragraphs of running text, or one long one. */
  private static boolean holdsProse(Element element) {
    return prose(element, 1, RUNNING);
  }

  /** Two paragraphs of running text, or is one. */
  private static boolean holdsRunningText(Element element) {
    boolean one = element.normalName().equals("p") || element.normalName().equals("blockquote");
    return one
        ? prose(element, 1, RUNNING) && !FurnitureLine.is(element.text().strip())
        : prose(element, 2, RUNNING);
  }

  private static boolean holdsMuchProse(Element element) {
    return prose(element, 3, 160);
  }

  private static boolean prose(Element element, int least, int length) {
    int paragraphs = 0;
    for (Element paragraph : element.select("p")) {
      int all = paragraph.text().length();
      if (all >= length) {
        int linked = paragraph.select("a").stream().mapToInt(a -> a.text().length()).sum();
        paragraphs += linked < MOST_LINKED * all ? 1 : 0;
      }
    }
    return paragraphs >= least;
  }
}
