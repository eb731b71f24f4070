package org.polylogue.corpus.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.FurnitureLine;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.model.Block;

/**
 * Finds the text of an article in a page. An element that the page itself marks as the body is
 * taken at its word; otherwise the element that gathers most running text with few links, together
 * with the elements beside and around it that go on with running text.
 */
final class PageArticle {

  /** An article's text. */
  record Body(String text, List<Block> blocks) {}

  private static final int LEAST_TEXT = 140;

  /** Shares of a page's text up to which a name makes an element furniture: at first, then. */
  private static final double NAMED = 0.4;

  private static final double HARDLY_NAMED = 0.05;
  private static final int SHORT = 200;

  private static final int LEAST_PROSE = StoryPart.LEAST_PROSE;
  private static final double LEAST_LINKED = 0.1;
  private static final double MOST_LINKED = FurnitureElements.MOST_LINKED;

  private static final Pattern BYLINE_NAME =
      Pattern.compile(
          "(?:^|[-_\\s])(?:byline|author|dateline|meta|metadata|published|timestamp|date|kicker"
              + "|posted-on|entry-date|category|eyebrow)(?:$|[-_\\s])");
  private static final Pattern ABOUT_AUTHOR =
      Pattern.compile(
          " (?:is|was|has been|covers|writes|reports|works|joined|can be reached|contributed)\\b");
  private static final Pattern MORE_HEADING =
      Pattern.compile(
          "(?:related|more (?:on|from|stories|in)|read (?:more|next|also)|also read|see also|about"
              + " the author|most (?:read|popular)|you (?:may|might) (?:also )?(?:like|be"
              + " interested)|recommended|trending|latest|comments?|tags|share|up next|editors?['’]"
              + " picks|lire aussi|mehr zum thema|lesen sie auch|te puede interesar)\\b.{0,80}",
          Pattern.CASE_INSENSITIVE);

  private final Element root;
  private final PageFacts facts;
  private final List<Notice> notices;
  private final Set<Element> without = ElementSets.identities();
  private List<HtmlBlocks.Part> parts = List.of();

  /** Characters of running text and of other text, and long paragraphs, inside each element. */
  private final Map<Element, int[]> sums = new IdentityHashMap<>();

  private final DeclaredText declared;

  private PageArticle(
      Element root, PageFacts facts, Optional<String> declared, List<Notice> notices) {
    this.root = root;
    this.facts = facts;
    this.declared = new DeclaredText(declared.orElse(""));
    this.notices = notices;
  }

  static Body find(
      Document page,
      PageFacts facts,
      Optional<String> declared,
      Place place,
      List<Notice> notices) {
    Optional<Body> marked =
        new PageArticle(page.body(), facts, declared, notices)
            .marked(NAMED)
            .or(() -> new PageArticle(page.body(), facts, declared, notices).marked(HARDLY_NAMED));
    int found = marked.map(body -> body.text().length()).orElse(0);
    int own = declared.map(String::length).orElse(0);
    if (own >= LEAST_TEXT && own > 2 * found) {
      notices.add(
          new Notice(
              Notice.Kind.DOUBTFUL,
              0,
              declared.get(),
              "the page shows less; the text is from its JSON-LD, which may have no paragraphs"));
      StringBuilder text = new StringBuilder();
      List<HtmlBlocks.Part> paragraphs = new ArrayList<>();
      for (String line : declared.get().split("\\R+")) {
        if (!line.isBlank()) {
          paragraphs.add(new HtmlBlocks.Part(Block.Kind.PARAGRAPH, line.strip(), 0, page.body()));
        }
      }
      List<Block> blocks = HtmlBlocks.join(paragraphs, "\n\n", text);
      return new Body(text.toString(), blocks);
    }
    return marked.orElseThrow(
        () ->
            new CorpusException(
                place,
                "no article was found: no element holds "
                    + LEAST_TEXT
                    + " characters of running text; if the page needs scripts to show its text,"
                    + " save it from a browser"));
  }

  private Optional<Body> marked(double named) {
    List<Element> marked = ElementSets.outermost(root.select("[itemprop~=(?i)\\barticleBody\\b]"));
    Set<Element> aroundMarked = ElementSets.around(marked);
    without.addAll(FurnitureElements.in(root, aroundMarked, named));
    parts = HtmlBlocks.of(root, without);
    for (HtmlBlocks.Part part : parts) {
      boolean running = StoryPart.isRunning(part);
      if (!running
          && (part.kind() == Block.Kind.HEADING
              || Byline.isOnlyFacts(part.text(), facts.publication().author()))) {
        continue;
      }
      int kind = running ? 0 : 1;
      boolean isLong =
          running && part.text().length() >= SHORT && StoryPart.isSentenceEnd(part.text());
      for (Element at = part.element(); at != null; at = at.parent()) {
        int[] sum = sums.computeIfAbsent(at, unseen -> new int[3]);
        sum[kind] += part.text().length();
        sum[2] += isLong ? 1 : 0;
      }
    }
    int all = prose(root);
    int inMarked = marked.stream().mapToInt(this::prose).sum();
    boolean trusted = !marked.isEmpty() && inMarked > 0 && inMarked * 4 >= all;
    List<Element> chosen = withLede(trusted ? marked : gathered(), trusted);
    List<HtmlBlocks.Part> kept = kept(chosen);
    int length = 0;
    for (HtmlBlocks.Part part : kept) {
      length += part.kind() == Block.Kind.HEADING ? 0 : part.text().length();
    }
    if (!trusted && length < LEAST_TEXT || length == 0) {
      return Optional.empty();
    }
    report(root, chosen);
    StringBuilder text = new StringBuilder();
    List<Block> blocks = HtmlBlocks.join(kept, "\n\n", text);
    return Optional.of(new Body(text.toString(), blocks));
  }

  private int prose(Element element) {
    return sums.containsKey(element) ? sums.get(element)[0] : 0;
  }

  private int noise(Element element) {
    return sums.containsKey(element) ? sums.get(element)[1] : 0;
  }

  /** The densest element and what goes on with it beside it, up to the element around the story. */
  private List<Element> gathered() {
    Element heading = heading();
    Element scope = scope(heading);
    Element best = densest(scope);
    List<Element> chosen = new ArrayList<>(List.of(best));
    Element inner = best;
    boolean titled = heading != null && inOrder(List.of(heading, best)).get(0) == heading;
    while (inner != scope && inner.parent() != null) {
      Element outer = inner.parent();
      boolean below = titled && !ElementSets.isInside(heading, outer);
      List<Element> beside = beside(outer, inner, heading, below, prose(best));
      if (!beside.isEmpty()) {
        chosen.addAll(beside);
      }
      inner = outer;
    }
    return ElementSets.outermost(inOrder(chosen));
  }

  /** The heading that is the title. */
  private Element heading() {
    String title = normal(facts.title());
    if (title.isEmpty()) {
      return null;
    }
    for (Element element : root.select("h1, h2")) {
      if (normal(element.text()).equals(title)) {
        return element;
      }
    }
    return null;
  }

  /** Of several articles the one with the title, otherwise the whole page. */
  private Element scope(Element heading) {
    if (heading == null) {
      return root;
    }
    Element own = heading.closest("article");
    return own != null && prose(own) >= LEAST_TEXT ? own : root;
  }

  /**
   * Children of an element, which stands below the title or holds it, that belong to the story
   * which one of them holds.
   */
  private List<Element> beside(
      Element outer, Element inner, Element heading, boolean below, int most) {
    List<Element> children = outer.children();
    int at = children.indexOf(inner);
    int title = below ? 0 : -1;
    if (heading != null) {
      for (int i = 0; i < at && title < 0; i++) {
        title =
            children.get(i) == heading || ElementSets.isInside(heading, children.get(i)) ? i : -1;
      }
    }
    boolean[] accepted = new boolean[children.size()];
    int first = at;
    int last = at;
    for (int i = 0; i < children.size(); i++) {
      Element child = children.get(i);
      if (i == at || without.contains(child) || prose(child) == 0) {
        continue;
      }
      if (isPart(child, inner, outer, i < at, i < at && title >= 0 && i >= title, heading, most)) {
        accepted[i] = true;
        first = Math.min(first, i);
        last = Math.max(last, i);
      }
    }
    List<Element> chosen = new ArrayList<>();
    for (int i = 0; i < children.size(); i++) {
      Element child = children.get(i);
      boolean between =
          i > first
              && i < last
              && i != at
              && !without.contains(child)
              && prose(child) + noise(child) > 0
              && linkShare(child) < MOST_LINKED
              && !child.normalName().equals("article");
      if (accepted[i] || between) {
        chosen.add(child);
      }
    }
    return chosen;
  }

  private boolean isPart(
      Element child,
      Element inner,
      Element outer,
      boolean before,
      boolean underTitle,
      Element heading,
      int most) {
    int prose = prose(child);
    if (linkShare(child) >= MOST_LINKED || startsWithMore(child) || isList(child)) {
      return false;
    }
    boolean article = child.normalName().equals("article");
    if (article && !inner.normalName().equals("article")) {
      return false;
    }
    if (article && heading != null && ElementSets.isInside(heading, inner)) {
      return false;
    }
    for (Element other : child.select("h1")) {
      if (other != heading) {
        return false;
      }
    }
    if (isAlike(child, inner)) {
      return prose >= 25 && prose >= noise(child);
    }
    boolean plain = child.normalName().equals("p") || child.normalName().equals("blockquote");
    if (before) {
      return prose >= LEAST_PROSE
          && prose >= 2 * noise(child)
          && (isLede(child)
              || (underTitle || plain || prose * 10 >= most) && endsAsSentence(child));
    }
    return prose >= 2 * noise(child)
        && (plain && prose >= LEAST_PROSE
            || prose * 5 >= most && prose >= 2 * LEAST_PROSE
            || isStory(outer, heading) && holdsLongParagraph(child));
  }

  /** Whether an element is the story's own: an article, or one below the title. */
  private static boolean isStory(Element element, Element heading) {
    return element.normalName().equals("article")
        || heading != null && !ElementSets.isInside(heading, element);
  }

  private boolean holdsLongParagraph(Element element) {
    String author = facts.publication().author().orElse("");
    return linkShare(element) < LEAST_LINKED
        && (author.indexOf(' ') < 0 || !element.text().contains(author))
        && sums.get(element)[2] > 0;
  }

  /** Several articles, or several headings that are links: teasers of other stories. */
  private static boolean isList(Element element) {
    return element.select("article").size() > 1
        || element.select("h2 a, h3 a, h4 a, a h2, a h3, a h4").size() > 1;
  }

  private static boolean isAlike(Element one, Element other) {
    if (!one.normalName().equals(other.normalName())) {
      return false;
    }
    if (one.className().equals(other.className())) {
      return true;
    }
    Set<String> shared = new HashSet<>(one.classNames());
    shared.retainAll(other.classNames());
    return !shared.isEmpty();
  }

  private static final Pattern LEDE_NAME =
      Pattern.compile(
          "(?:^|[-_\\s])(?:lede?|lead|standfirst|stand-first|deck|dek|intro|introduction|summary|subtitle"
              + "|sub-?head(?:line|ing)?|subhed|chapeau|vorspann|teaser-text|excerpt|abstract"
              + "|article-?description)(?:$|[-_\\s])");

  private static boolean isLede(Element element) {
    return element.getAllElements().stream()
        .anyMatch(one -> LEDE_NAME.matcher(ElementSets.names(one)).find());
  }

  private static boolean endsAsSentence(Element element) {
    String text = element.text().strip();
    return StoryPart.isSentenceEnd(text)
        || element.select("p").stream()
            .map(paragraph -> paragraph.text().strip())
            .anyMatch(line -> line.length() >= LEAST_PROSE && StoryPart.isSentenceEnd(line));
  }

  /** A lede between the title and the body: a heading of its own, or a paragraph too. */
  private List<Element> withLede(List<Element> marked, boolean paragraphs) {
    Element heading = heading();
    if (heading == null || marked.isEmpty() || ElementSets.isInside(heading, marked.get(0))) {
      return marked;
    }
    Element first = marked.get(0);
    List<Element> chosen = new ArrayList<>();
    boolean after = false;
    for (Element element : root.getAllElements()) {
      if (element == first) {
        break;
      }
      after |= element == heading;
      if (after
          && (isLedeHeading(element)
              || paragraphs
                  && isLede(element)
                  && !ElementSets.isInside(first, element)
                  && prose(element) >= LEAST_PROSE)
          && linkShare(element) < MOST_LINKED
          && element.parents().stream().noneMatch(without::contains)
          && !without.contains(element)) {
        chosen.add(element);
      }
    }
    chosen.addAll(marked);
    return ElementSets.outermost(chosen);
  }

  /** A sentence in a heading under the title. */
  private static boolean isLedeHeading(Element element) {
    String text = element.text().strip();
    return element.normalName().matches("h[2-4]")
        && text.length() >= LEAST_PROSE
        && StoryPart.isSentenceEnd(text)
        && element.closest("article article, aside, nav, footer, li") == null;
  }

  private boolean startsWithMore(Element element) {
    Element heading = element.selectFirst("h2, h3, h4, h5, strong");
    String text = heading == null ? "" : heading.text().strip();
    return MORE_HEADING.matcher(text).matches() && element.text().stripLeading().startsWith(text);
  }

  private static double linkShare(Element element) {
    int all = element.text().length();
    int linked = 0;
    for (Element link : element.select("a")) {
      String text = link.text();
      boolean sentence =
          text.length() >= LEAST_PROSE && ".!?”".indexOf(text.charAt(text.length() - 1)) >= 0;
      linked += sentence ? 0 : text.length();
    }
    return all == 0 ? 1 : linked / (double) all;
  }

  private List<HtmlBlocks.Part> kept(List<Element> chosen) {
    Set<Element> inside = ElementSets.identities();
    inside.addAll(chosen);
    List<HtmlBlocks.Part> kept = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    for (HtmlBlocks.Part part : parts) {
      if (ElementSets.isWithin(part.element(), inside)) {
        texts.add(part.text());
      }
    }
    List<HtmlBlocks.Part> all =
        parts.stream()
            .filter(
                part ->
                    ElementSets.isWithin(part.element(), inside)
                        || declared.holds(part.text()) && texts.add(part.text()))
            .toList();
    for (int i = 0; i < all.size(); i++) {
      HtmlBlocks.Part part = all.get(i);
      String reason = outside(part);
      if (reason == null
          && part.kind() == Block.Kind.PARAGRAPH
          && kept.stream().allMatch(before -> before.kind() == Block.Kind.HEADING)
          && Byline.isDateLine(part.text())) {
        reason = "byline or date line, read as facts of publication";
      }
      if (reason == null
          && i + 1 < all.size()
          && StoryPart.isLabel(part)
          && StoryPart.isLink(all.get(i + 1))) {
        reason = "a heading of links";
      }
      if (reason == null) {
        kept.add(part);
      } else {
        notices.add(new Notice(Notice.Kind.FURNITURE, 0, part.text(), reason));
      }
    }
    while (!kept.isEmpty() && isNoEnd(kept.get(kept.size() - 1))) {
      HtmlBlocks.Part last = kept.remove(kept.size() - 1);
      notices.add(
          new Notice(
              Notice.Kind.FURNITURE,
              0,
              last.text(),
              last.kind() == Block.Kind.HEADING
                  ? "a heading with no text under it"
                  : "about the author"));
    }
    return kept;
  }

  /** A heading, or a paragraph that begins as a note on the author does. */
  private boolean isNoEnd(HtmlBlocks.Part part) {
    if (part.kind() == Block.Kind.HEADING) {
      return true;
    }
    String author = facts.publication().author().orElse("");
    return author.indexOf(' ') > 0
        && part.text().length() < 3 * SHORT
        && part.text().startsWith(author)
        && ABOUT_AUTHOR.matcher(part.text().substring(author.length())).lookingAt();
  }

  private String outside(HtmlBlocks.Part part) {
    String text = part.text();
    if (part.kind() == Block.Kind.HEADING) {
      return normal(text).equals(normal(facts.title()))
          ? "the title, which stands beside the text"
          : MORE_HEADING.matcher(text).matches()
              ? "a heading of the page"
              : StoryPart.isTeaser(part) ? "consists of links" : null;
    }
    if (part.linked() > 0.6 * text.length() && !StoryPart.isLinkedSentence(part)) {
      return text.length() < SHORT || part.linked() > 0.8 * text.length()
          ? "consists of links"
          : null;
    }
    if (text.length() >= SHORT || part.kind() != Block.Kind.PARAGRAPH) {
      return null;
    }
    if (FurnitureLine.is(text)) {
      return "page furniture";
    }
    boolean named =
        BYLINE_NAME.matcher(ElementSets.names(part.element())).find()
            && !part.element().normalName().equals("body")
            && part.element() != root;
    boolean known = Byline.isOnlyFacts(text, facts.publication().author());
    return named && text.length() < SHORT && !StoryPart.isRunningSentence(text) || known
        ? "byline or date line, read as facts of publication"
        : normal(text).equals(normal(facts.title()))
            ? "the title, which stands beside the text"
            : null;
  }

  static String normal(String text) {
    return text.replaceAll("[\\s\\u00A0]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  /** Says what text of the page is in no part of the article. */
  private void report(Element page, List<Element> chosen) {
    Set<Element> aroundChosen = ElementSets.around(chosen);
    Set<Element> bodies = ElementSets.identities();
    bodies.addAll(chosen);
    Deque<Element> pending = new ArrayDeque<>(List.of(page));
    while (!pending.isEmpty()) {
      Element element = pending.pop();
      if (bodies.contains(element)) {
        for (Element inside : element.getAllElements()) {
          if (without.contains(inside) && !ElementSets.hasAncestorIn(inside, without, element)) {
            addNotice(inside);
          }
        }
      } else if (aroundChosen.contains(element)) {
        for (int i = element.childrenSize() - 1; i >= 0; i--) {
          pending.push(element.child(i));
        }
      } else {
        addNotice(element);
      }
    }
  }

  private void addNotice(Element element) {
    String text = element.text().strip();
    if (!text.isEmpty()) {
      notices.add(
          new Notice(
              Notice.Kind.FURNITURE,
              0,
              text,
              "outside the article: <"
                  + element.normalName()
                  + "> "
                  + ElementSets.names(element).strip()));
    }
  }

  private List<Element> inOrder(List<Element> elements) {
    Set<Element> all = ElementSets.identities();
    all.addAll(elements);
    return root.getAllElements().stream().filter(all::contains).toList();
  }

  /** The element that gathers most running text; each text counts half as much one level up. */
  private Element densest(Element scope) {
    Map<Element, Integer> order = new IdentityHashMap<>();
    Map<Element, Double> byIdentity = new IdentityHashMap<>();
    for (HtmlBlocks.Part part : parts) {
      if (!StoryPart.isRunning(part) || !ElementSets.isInside(part.element(), scope)) {
        continue;
      }
      double linked = StoryPart.isLinkedSentence(part) ? 0 : 1.5 * part.linked();
      double running = part.text().length() - linked;
      if (running <= 0) {
        continue;
      }
      Element at = part.element();
      while (at != scope && isInner(at)) {
        at = at.parent();
      }
      double share = Math.min(running, 600);
      for (int up = 0; up < 3 && at != null; up++) {
        order.putIfAbsent(at, order.size());
        byIdentity.merge(at, share, Double::sum);
        if (at == scope) {
          break;
        }
        at = at.parent();
        share /= 2;
      }
    }
    Element best = scope;
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
