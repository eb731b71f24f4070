package org.polylogue.corpus.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.polylogue.corpus.spi.WrittenTime;

/** Finds the elements of a page that are one comment each. */
final class CommentItems {

  /** Classes of an element that is one comment, in the normal form of {@link #names}. */
  private static final Pattern ITEM_NAME =
      Pattern.compile(
          "(?:^| )(?:[a-z]{1,8}-){0,2}(?:comment|usercomment)(?:-(?:root|item|entry|post|box|block|node"
              + "|container|wrapper|wrap|card|single|row|object|level|outer|thread-item|top-level|parent"
              + "|response|reply|answer|view))?(?: |$)");

  private static final Pattern ITEM_ID =
      Pattern.compile(
          "(?i)(?:li-)?comm(?:ent)?[-_]?\\d{1,20}|comment[-_](?=[a-f]{0,9}\\d)[0-9a-f]{12,40}");

  /** Names of one comment, and of what holds all of them too. */
  private static final Pattern WRAPPER_NAME =
      Pattern.compile(
          "(?:^| )(?:[a-z]{1,8}-){0,2}comment-(?:box|block|container|wrapper|wrap|outer|view)(?: |$)");

  private static final Pattern NO_ITEM =
      Pattern.compile(
          "(?:^| |-)(?:pingback|trackback|recent|recentcomments|latest|teaser|teasers|count|counter"
              + "|(?:comment)?form|respond|widget|sidebar|rail|button|link|toggle|dropdown|dialog"
              + "|modal|badge-?(?:info|text)|policy|guidelines)(?: |-|$)");
  private static final Pattern FORM_NAME =
      Pattern.compile(
          "(?:^| |-)(?:(?:add|post|leave|write)-(?:a-)?comments?|comment-?form)(?: |-|$)");

  /** Characters at either end of a comment in which its time stands. */
  private static final int HEAD = 160;

  /** Characters of a form to comment; a page that stands in a form as a whole has more. */
  private static final int LONGEST_FORM = 2000;

  /** Alike elements in one that make it a list. */
  private static final int LIST = 3;

  private static final Pattern LIST_NAME =
      Pattern.compile(
          "(?:^| )(?:[a-z]{1,12}-){0,2}(?:comments?|commentlist|comment-list|comments-list|comments-block"
              + "|comment-tree|comments-area|discussion|responses|disqus-thread|conversation|replies)"
              + "(?:-(?:list|area|section|block|tree|wrapper|container|thread|inner))?(?: |$)");

  static final int KINDS = 5;

  /** Elements that are one comment each, by the kind of mark that tells so. */
  List<Element> items(int kind) {
    List<Element> items = new ArrayList<>();
    for (Element element : all) {
      boolean item =
          switch (kind) {
            case 0 ->
                element.hasAttr("itemtype")
                    && element.attr("itemtype").matches("(?i).*schema\\.org/(User)?Comments?/?")
                    && !element.normalName().equals("meta");
            case 1 ->
                element.normalName().equals("shreddit-comment")
                    || element.hasClass("comtr")
                    || element.hasAttr("data-comment-id")
                    || element.hasAttr("data-commentid");
            case 2 -> isNamedItem(element);
            case 3 ->
                ITEM_ID.matcher(element.id()).matches() && element.isBlock()
                    || element.id().matches("post-\\d{1,20}")
                        && (element.normalName().equals("li") && element.hasClass("post")
                            || element.closest("#disqus_thread") != null);
            default -> false;
          };
      if (item && isPlausible(element)) {
        items.add(element);
      }
    }
    return kind == KINDS - 1 ? repeated() : withoutWrappers(items);
  }

  private boolean isNamedItem(Element element) {
    String tag = element.normalName();
    return (tag.equals("li")
            || tag.equals("div")
            || tag.equals("article")
            || tag.equals("section")
            || tag.equals("details")
            || tag.equals("tr")
            || tag.indexOf('-') > 0)
        && ITEM_NAME.matcher(names(element)).find()
        && !(LIST_NAME.matcher(names(element)).find() && holdsAlike(element));
  }

  /** Whether it may be a box around all comments: by its name, and alone of that name. */
  boolean isDoubtful(Element item) {
    return WRAPPER_NAME.matcher(names(item)).find()
        && ownId(item).isEmpty()
        && !isAlike(item, item.previousElementSibling())
        && !isAlike(item, item.nextElementSibling());
  }

  private static boolean isAlike(Element item, Element beside) {
    return beside != null && beside.className().equals(item.className());
  }

  /** Whether it holds elements beside each other that are called the same and are no list. */
  private boolean holdsAlike(Element element) {
    Map<Element, Map<String, Integer>> alike = new IdentityHashMap<>();
    for (Element inner : element.getAllElements()) {
      String names = names(inner);
      if (inner != element && isBox(inner) && names.contains("comment")) {
        int count =
            alike
                .computeIfAbsent(inner.parent(), parent -> new HashMap<>())
                .merge(names, 1, Integer::sum);
        if (count >= LIST) {
          return true;
        }
      }
    }
    return false;
  }

  /** No form, no pingback, no list of recent comments beside the page. */
  private boolean isPlausible(Element element) {
    boolean inList = false;
    for (Element at = element; at != null; at = at.parent()) {
      String tag = at.normalName();
      String names = names(at) + " " + at.id().toLowerCase(Locale.ROOT).replace('_', '-');
      boolean own = at == element || !tag.equals("body") && !tag.equals("html");
      boolean form = own && (tag.equals("form") || FORM_NAME.matcher(names).find());
      if (tag.equals("nav") || form && at.text().length() < LONGEST_FORM) {
        return false;
      }
      boolean list = LIST_NAME.matcher(names).find();
      if (own && !inList && !list && NO_ITEM.matcher(names).find()) {
        return false;
      }
      inList |= list && at != element && !names.contains("recent");
    }
    return true;
  }

  /**
   * Of an item around another one, the outer is the comment if it alone has an id, or if it has
   * nothing of its own.
   */
  private static List<Element> withoutWrappers(List<Element> items) {
    Set<Element> all = ElementSets.identities(items);
    Set<Element> holders = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Element> kept = new ArrayList<>();
    for (Element item : items) {
      Element outer = item.parent();
      while (outer != null && !all.contains(outer)) {
        outer = outer.parent();
      }
      boolean inner =
          outer != null
              && ownId(item).isEmpty()
              && (!ownId(outer).isEmpty() || isBare(outer, all) && holders.add(outer));
      if (!inner) {
        kept.add(item);
      }
    }
    return kept;
  }

  /** Whether an item has no text outside of the items in it. */
  private static boolean isBare(Element item, Set<Element> items) {
    List<Element> pending = new ArrayList<>(List.of(item));
    while (!pending.isEmpty()) {
      Element element = pending.remove(pending.size() - 1);
      if (!element.ownText().isBlank()) {
        return false;
      }
      element.children().stream().filter(child -> !items.contains(child)).forEach(pending::add);
    }
    return true;
  }

  /** A definition list has a name, a text and a footer for each comment, none around them. */
  private static void wrapDefinitions(Document page) {
    for (Element list : page.select("dl[id*=comment], dl[class*=comment]")) {
      Element item = null;
      for (Element child : List.copyOf(list.children())) {
        if (child.normalName().equals("dt") || item == null) {
          item = list.appendElement("div").addClass("comment");
          if (!child.id().isEmpty()) {
            item.attr("data-id", child.id());
          }
        }
        item.appendChild(child);
      }
    }
  }

  /** Repeated elements with a name or a time in a list that is named for comments. */
  private List<Element> repeated() {
    for (Element list : all) {
      String names = names(list) + " " + list.id().toLowerCase(Locale.ROOT).replace('_', '-');
      if (!LIST_NAME.matcher(names).find() || !isPlausible(list)) {
        continue;
      }
      List<Element> inside = list.getAllElements();
      Map<Element, Map<String, Integer>> alike = new IdentityHashMap<>();
      for (Element element : inside) {
        if (isBox(element) && element.parent() != null) {
          Map<String, Integer> counts =
              alike.computeIfAbsent(element.parent(), parent -> new HashMap<>());
          element
              .classNames()
              .forEach(name -> counts.merge(element.normalName() + " " + name, 1, Integer::sum));
        }
      }
      List<Element> items = new ArrayList<>();
      for (Element element : inside) {
        boolean repeats =
            element.normalName().equals("li")
                || isBox(element)
                    && element.classNames().stream()
                        .anyMatch(
                            name ->
                                alike
                                        .getOrDefault(element.parent(), Map.of())
                                        .getOrDefault(element.normalName() + " " + name, 0)
                                    > 1);
        if (element != list && repeats && hasHead(element) && isPlausible(element)) {
          items.add(element);
        }
      }
      if (!items.isEmpty()) {
        return items;
      }
    }
    return List.of();
  }

  private static boolean isBox(Element element) {
    String tag = element.normalName();
    return tag.equals("div") || tag.equals("article") || tag.equals("tr") || tag.equals("section");
  }

  private boolean hasHead(Element element) {
    if (element.text().length() < 2 || element.text().length() > 20_000) {
      return false;
    }
    if (element.selectFirst("time, [datetime]") != null) {
      return true;
    }
    String text = element.text();
    boolean dated =
        isDated(text.substring(0, Math.min(HEAD, text.length())))
            || isDated(text.substring(Math.max(0, text.length() - HEAD)));
    boolean named =
        element.select("*").stream()
            .anyMatch(
                inner ->
                    CommentMarkup.AUTHORS.stream()
                        .anyMatch(name -> name.matcher(names(inner)).find()));
    return dated || named && element.selectFirst("p, [class*=text], [class*=body]") != null;
  }

  private static boolean isDated(String text) {
    return WrittenTime.find(text, WrittenTime.DayOrder.UNKNOWN).isPresent();
  }

  /**
   * Classes and the like in one form: lower case, words parted by hyphens, without what build tools
   * append.
   */
  private static String namesOf(Element element) {
    StringBuilder names = new StringBuilder();
    for (String name : element.classNames()) {
      append(names, name);
    }
    for (String attribute :
        new String[] {"data-testid", "data-test", "data-qa", "slot", "itemprop"}) {
      if (element.hasAttr(attribute)) {
        append(names, element.attr(attribute));
      }
    }
    return names.toString();
  }

  private static void append(StringBuilder names, String name) {
    if (name.length() > 100) {
      return;
    }
    String bare = HASH.matcher(name).replaceFirst("");
    names.append(names.isEmpty() ? "" : " ");
    char before = '-';
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c == '_' || c == '-' || c == ':' || c == '.') {
        c = '-';
      } else if (Character.isUpperCase(c)) {
        if (Character.isLowerCase(before)) {
          names.append('-');
        }
      }
      if (c != '-' || before != '-') {
        names.append(Character.toLowerCase(c));
      }
      before = c;
    }
    while (names.length() > 0 && names.charAt(names.length() - 1) == '-') {
      names.setLength(names.length() - 1);
    }
  }

  private static final Pattern HASH =
      Pattern.compile(
          "(?:__|_|-)sc-[A-Za-z0-9-]{1,20}$|__(?=[A-Za-z0-9_-]{0,5}[A-Z0-9])[A-Za-z0-9_-]{5,6}$"
              + "|[_-](?=[a-z0-9]{0,9}[0-9])[a-z0-9]{5,10}$");

  private final List<Element> all;
  private final Map<Element, String> names = new IdentityHashMap<>();

  private CommentItems(List<Element> all) {
    this.all = all;
  }

  static CommentItems of(Document page) {
    wrapDefinitions(page);
    return new CommentItems(page.body().getAllElements());
  }

  /** The names of an element in one form, remembered. */
  String names(Element element) {
    return names.computeIfAbsent(element, CommentItems::namesOf);
  }

  static String ownId(Element element) {
    for (String name :
        new String[] {"data-comment-id", "data-commentid", "thingid", "data-id", "id", "itemid"}) {
      String id = element.attr(name).strip();
      if (!id.isEmpty()) {
        return id.substring(id.lastIndexOf('#') + 1).strip();
      }
    }
    return "";
  }
}
