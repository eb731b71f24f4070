package org.polylogue.corpus.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.polylogue.corpus.spi.FurnitureLine;
import org.polylogue.corpus.spi.Removed;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Moment;

/**
 * Comments found by schema.org, by what comment systems call their elements, and otherwise by the
 * repeated elements of a list that is named for comments.
 */
final class CommentMarkup {

  /** Comments in reading order, and the outermost elements that held them. */
  record Found(List<Comment> comments, List<Element> roots) {}

  /** Classes of an element that is one comment, in the normal form of {@link #names}. */
  private static final Pattern ITEM_NAME =
      Pattern.compile(
          "(?:^| )(?:[a-z]{1,8}-){0,2}(?:comment|usercomment)(?:-(?:root|item|entry|post|box|block|node"
              + "|container|wrapper|wrap|card|single|row|object|level|outer|thread-item|top-level|parent"
              + "|response|reply|view))?(?: |$)");

  private static final Pattern ITEM_ID = Pattern.compile("(?i)(?:li-)?comm(?:ent)?[-_]?\\d{1,20}");
  private static final Pattern NO_ITEM =
      Pattern.compile(
          "(?:^| |-)(?:pingback|trackback|recent|recentcomments|latest|teaser|teasers|count|counter|form"
              + "|respond|widget|sidebar|button|link|toggle)(?: |-|$)");
  private static final Pattern LIST_NAME =
      Pattern.compile(
          "(?:^| )(?:[a-z]{1,12}-){0,2}(?:comments?|commentlist|comment-list|comments-list|comments-block"
              + "|comment-tree|comments-area|discussion|responses|disqus-thread|conversation|replies)"
              + "(?:-(?:list|area|section|block|tree|wrapper|container|thread|inner))?(?: |$)");

  private static final List<Pattern> TEXTS =
      List.of(
          part(
              "comment-?content|comment-?text|commtext|md|formatted-comment|text|copy|post-message"),
          part("message|comment-message|rich-text|html-content"),
          part("body|comment-?body|content|post-body"));
  private static final List<Pattern> AUTHORS =
      List.of(
          part(
              "fn|author-?name|user-?name|display-?name|comment-?author|screen-?name|hnuser|nickname"),
          part("author|user|commenter|poster|nick|name|writer|byline"));
  private static final Pattern TIME =
      part(
          "time|date|datetime|timestamp|time-?ago|age|posted|posted-?on|published|created|when|footer"
              + "|comment-?meta|metadata|meta|poster|permalink");
  private static final Pattern SCORE =
      part(
          "score|votes?|vote-?count|likes?|like-?count|points|karma|rating|recommend|recommends"
              + "|recommendations|recommend-?count|recommend-count-value|count-value|reactions?");
  private static final Pattern UP =
      part("upvotes?|upvote-?count|vote-up|votes-up|thumbs-up|thumb-up|up-?count");
  private static final Pattern DOWN =
      part("downvotes?|downvote-?count|vote-down|votes-down|thumbs-down|thumb-down|down-?count");
  private static final Pattern ASIDE =
      part(
          "meta|metadata|reply|replies|reply-?link|actions?|comment-?actions|toolbar|controls?|buttons?"
              + "|footer|header|flag|report|share|permalink|avatar|badge|badges|options|menu|form|title"
              + "|poster|navs|edit-link|says|awaiting-moderation");
  private static final Pattern REPLIES =
      part("children|replies|responses|reply-?list|thread-responses");
  private static final Pattern REPLY = part("reply|response|child|nested|is-reply|level-reply");

  private static final Pattern NUMBER = Pattern.compile("[+\\-−–]?\\d{1,9}(?![\\d:])");
  private static final Pattern DEPTH =
      Pattern.compile("(?:^|[\\s-])(?:depth|level|indent)-?(\\d{1,4})(?:$|\\s)");
  private static final Pattern SAYS =
      Pattern.compile(
          "\\s*(?:\\b(?:says|writes|wrote|said|replied|commented|posted|on|at)\\b[\\s:….]*)?[\\s:,·•|-]*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern POSTED =
      Pattern.compile(
          "^(?:posted|written|submitted|commented|comment|reply)?\\s*(?:by|from)?\\b:?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BUTTON =
      Pattern.compile(
          "(?:reply|report|flag|share|like|unlike|permalink|quote|edit|edited|hide|show (?:more|less|new"
              + " comments|replies)|read more|view replies|load more|recommend|upvote|downvote|reply to"
              + " .{1,40}|thumbs (?:up|down)|respect|antworten|répondre|responder|melden)"
              + "(?: ?\\(?[0-9]{1,6}\\)?)?",
          Pattern.CASE_INSENSITIVE);

  private final Set<Element> items;
  private final Map<Element, String> names = new IdentityHashMap<>();

  private CommentMarkup(List<Element> items) {
    this.items = identities(items);
  }

  private static Pattern part(String words) {
    return Pattern.compile("(?:^|[ -])(?:" + words + ")(?: |$)");
  }

  private static Set<Element> identities(List<Element> elements) {
    Set<Element> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.addAll(elements);
    return identities;
  }

  static Found find(Document page, String articleId) {
    wrapDefinitions(page);
    List<Element> all = page.body().getAllElements();
    List<Element> best = List.of();
    Found found = new Found(List.of(), List.of());
    for (int kind = 0; kind < KINDS && found.comments().isEmpty(); kind++) {
      best = items(page, all, kind);
      if (!best.isEmpty()) {
        found = new CommentMarkup(best).read(best, articleId);
      }
    }
    return found;
  }

  private static final int KINDS = 5;

  /** Elements that are one comment each, by the kind of mark that tells so. */
  private static List<Element> items(Document page, List<Element> all, int kind) {
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
    return kind == KINDS - 1 ? repeated(all) : withoutWrappers(items);
  }

  private static boolean isNamedItem(Element element) {
    String tag = element.normalName();
    return (tag.equals("li")
            || tag.equals("div")
            || tag.equals("article")
            || tag.equals("section")
            || tag.equals("details")
            || tag.equals("tr")
            || tag.indexOf('-') > 0)
        && ITEM_NAME.matcher(namesOf(element)).find();
  }

  /** No form, no pingback, no list of recent comments beside the page. */
  private static boolean isPlausible(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      String tag = at.normalName();
      if (tag.equals("form") && at.text().length() < 2000 || tag.equals("nav")) {
        return false;
      }
      String names = namesOf(at) + " " + at.id().toLowerCase(Locale.ROOT);
      boolean own = at == element || !tag.equals("body") && !tag.equals("html");
      if (own && NO_ITEM.matcher(names).find() && !LIST_NAME.matcher(names).find()) {
        return false;
      }
      if (LIST_NAME.matcher(names).find() && !names.contains("recent")) {
        return true;
      }
    }
    return true;
  }

  /**
   * Of an item around another one, the outer is the comment if it alone has an id, or if it has
   * nothing of its own.
   */
  private static List<Element> withoutWrappers(List<Element> items) {
    Set<Element> all = identities(items);
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
  private static List<Element> repeated(List<Element> all) {
    for (Element list : all) {
      String names = namesOf(list) + " " + list.id().toLowerCase(Locale.ROOT).replace('_', '-');
      if (!LIST_NAME.matcher(names).find() || !isPlausible(list)) {
        continue;
      }
      List<Element> items = new ArrayList<>();
      for (Element element : list.getAllElements()) {
        if (element != list && isRepeated(element) && hasHead(element)) {
          items.add(element);
        }
      }
      if (!items.isEmpty()) {
        return items;
      }
    }
    return List.of();
  }

  private static boolean isRepeated(Element element) {
    String tag = element.normalName();
    return tag.equals("li")
        || (tag.equals("div") || tag.equals("article") || tag.equals("tr") || tag.equals("section"))
            && !element.className().isEmpty()
            && element.parent() != null
            && element.parent().children().stream()
                    .filter(
                        other ->
                            other.normalName().equals(tag)
                                && other.classNames().stream().anyMatch(element::hasClass))
                    .limit(2)
                    .count()
                > 1;
  }

  private static boolean hasHead(Element element) {
    if (element.text().length() < 2 || element.text().length() > 20_000) {
      return false;
    }
    if (element.selectFirst("time, [datetime]") != null) {
      return true;
    }
    String text = element.text();
    boolean dated =
        WrittenTime.find(
                text.substring(0, Math.min(160, text.length())), WrittenTime.DayOrder.UNKNOWN)
            .isPresent();
    boolean named =
        element.select("*").stream()
            .anyMatch(
                inner -> AUTHORS.stream().anyMatch(name -> name.matcher(namesOf(inner)).find()));
    return dated || named && element.selectFirst("p, [class*=text], [class*=body]") != null;
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

  private String names(Element element) {
    return names.computeIfAbsent(element, CommentMarkup::namesOf);
  }

  private boolean is(Element element, Pattern name) {
    String names = names(element);
    return !names.isEmpty() && name.matcher(names).find();
  }

  private Found read(List<Element> elements, String articleId) {
    List<Comment> comments = new ArrayList<>();
    List<Element> roots = new ArrayList<>();
    Map<Element, String> ids = new IdentityHashMap<>();
    Map<String, Integer> children = new HashMap<>();
    Map<Integer, String> lastAtDepth = new HashMap<>();
    Map<Element, String> numbers = new IdentityHashMap<>();
    Set<Element> answered = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element element : elements) {
      Element outer = outer(element);
      if (outer != null) {
        answered.add(outer);
      }
    }
    for (Element element : elements) {
      Element outer = outer(element);
      String number =
          numbers.getOrDefault(outer, "")
              + children.merge(numbers.getOrDefault(outer, ""), 1, Integer::sum);
      numbers.put(element, number + ".");
      String own = ownId(element);
      String id = articleId + "#" + (own.isEmpty() ? number : own);
      ids.put(element, id);
      if (outer == null) {
        roots.add(element);
      }
      List<Element> inside = inside(element);
      Optional<String> author = author(element, inside);
      List<Blocks.Part> parts = parts(element, inside, author);
      int depth = depth(element);
      Optional<String> parent =
          Optional.ofNullable(outer == null ? null : ids.get(outer))
              .or(() -> replyTo(element).map(to -> articleId + "#" + to))
              .or(() -> Optional.ofNullable(before(element)).map(ids::get))
              .or(() -> Optional.ofNullable(depth > 0 ? lastAtDepth.get(depth - 1) : null));
      lastAtDepth.put(depth, id);
      StringBuilder text = new StringBuilder();
      List<Block> blocks = Blocks.join(parts, "\n", text);
      if (Removed.isText(text.toString())) {
        text.setLength(0);
        blocks = List.of();
        author = Optional.empty();
      }
      author = author.flatMap(Removed::value);
      if (text.length() == 0
          && (!answered.contains(element) && !isDeleted(element)
              || inside.stream().anyMatch(one -> one.normalName().equals("form")))) {
        continue;
      }
      Map<String, String> attributes = new TreeMap<>();
      OptionalInt score = score(element, inside, attributes);
      comments.add(
          new Comment(
              id,
              author,
              time(element, inside),
              score,
              text.toString(),
              parent,
              blocks,
              attributes));
    }
    return new Found(comments, roots);
  }

  private static boolean isDeleted(Element element) {
    String names = namesOf(element);
    return names.contains("deleted") || names.contains("removed") || Removed.isText(element.text());
  }

  private Element outer(Element element) {
    for (Element at = element.parent(); at != null; at = at.parent()) {
      if (items.contains(at)) {
        return at;
      }
    }
    return null;
  }

  /** The comment right before a list of replies that stands beside it. */
  private Element before(Element element) {
    for (Element at = element.parent(); at != null; at = at.parent()) {
      if (is(at, REPLIES)) {
        Element previous = at.previousElementSibling();
        if (previous == null) {
          continue;
        }
        if (items.contains(previous)) {
          return previous;
        }
        Element last = null;
        for (Element inner : previous.getAllElements()) {
          last = last == null && items.contains(inner) ? inner : last;
        }
        return last;
      }
    }
    return null;
  }

  /** The elements of a comment without those of the comments inside it, in reading order. */
  private List<Element> inside(Element item) {
    List<Element> inside = new ArrayList<>();
    List<Element> pending = new ArrayList<>(List.of(item));
    while (!pending.isEmpty()) {
      Element element = pending.remove(pending.size() - 1);
      if (element != item && items.contains(element)) {
        continue;
      }
      inside.add(element);
      for (int i = element.childrenSize() - 1; i >= 0; i--) {
        pending.add(element.child(i));
      }
    }
    return inside;
  }

  private List<Blocks.Part> parts(Element item, List<Element> inside, Optional<String> author) {
    for (Pattern name : TEXTS) {
      for (Element element : inside) {
        if (element != item && is(element, name) && !element.normalName().equals("form")) {
          List<Blocks.Part> parts = cleaned(Blocks.of(element, asides(element, inside)), author);
          if (!parts.isEmpty()) {
            return parts;
          }
        }
      }
    }
    return cleaned(Blocks.of(item, asides(item, inside)), author);
  }

  private Set<Element> asides(Element within, List<Element> inside) {
    Set<Element> without = Collections.newSetFromMap(new IdentityHashMap<>());
    without.addAll(items);
    without.remove(within);
    boolean plain = inside.stream().anyMatch(one -> one != within && is(one, ASIDE));
    for (Element element : inside) {
      if (element == within) {
        continue;
      }
      String tag = element.normalName();
      boolean head =
          tag.equals("time")
              || tag.equals("cite")
              || tag.equals("header")
              || tag.equals("footer")
              || tag.equals("summary")
              || tag.equals("form")
              || is(element, AUTHORS.get(0))
              || is(element, AUTHORS.get(1))
              || is(element, SCORE)
              || is(element, UP)
              || is(element, DOWN)
              || is(element, ASIDE)
              || is(element, TIME) && element.text().length() < 120;
      if (head && !element.normalName().equals("p")
          || head && plain && element.text().length() < 120) {
        without.add(element);
      }
    }
    return without;
  }

  /** Leaves out what is a name, a time or a button and no text of the comment. */
  private static List<Blocks.Part> cleaned(List<Blocks.Part> parts, Optional<String> author) {
    List<Blocks.Part> kept = new ArrayList<>();
    for (Blocks.Part part : parts) {
      String text = part.text();
      boolean head =
          text.length() <= 160
              && (BUTTON.matcher(text).matches()
                  || FurnitureLine.is(text)
                  || kept.isEmpty() && Byline.isOnlyFacts(text, author)
                  || author.isPresent() && text.equalsIgnoreCase(author.get()));
      if (!head) {
        kept.add(part);
      }
    }
    return kept;
  }

  private static String ownId(Element element) {
    for (String name :
        new String[] {"data-comment-id", "data-commentid", "thingid", "data-id", "id", "itemid"}) {
      String id = element.attr(name).strip();
      if (!id.isEmpty()) {
        return id.substring(id.lastIndexOf('#') + 1).strip();
      }
    }
    return "";
  }

  private static Optional<String> replyTo(Element element) {
    for (String name :
        new String[] {
          "data-parent-id", "data-parent", "data-reply-to", "parentid", "data-parent-comment-id"
        }) {
      String value = element.attr(name).strip();
      if (!value.isEmpty() && !value.equals("0") && !value.startsWith("t3_")) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private int depth(Element element) {
    for (String name : new String[] {"data-depth", "data-level", "depth", "aria-level"}) {
      String declared = element.attr(name);
      if (declared.matches("\\d{1,4}")) {
        return Integer.parseInt(declared);
      }
    }
    Element indent = element.selectFirst("[indent], td.ind img[width]");
    if (indent != null && element.hasClass("comtr")) {
      String declared = indent.attr("indent");
      return declared.matches("\\d{1,4}")
          ? Integer.parseInt(declared)
          : indent.attr("width").matches("\\d{1,5}")
              ? Integer.parseInt(indent.attr("width")) / 40
              : 0;
    }
    Matcher matcher = DEPTH.matcher(element.className().toLowerCase(Locale.ROOT));
    if (matcher.find()) {
      return Integer.parseInt(matcher.group(1));
    }
    return is(element, REPLY) ? 1 : 0;
  }

  private Optional<String> author(Element item, List<Element> inside) {
    for (String name :
        new String[] {
          "author",
          "data-comment-author",
          "data-author",
          "data-username",
          "data-author-name",
          "data-user"
        }) {
      Optional<String> value =
          PageFacts.fact(item.attr(name)).filter(text -> !text.matches("\\d+"));
      if (value.isPresent()) {
        return value;
      }
    }
    for (Element element : inside) {
      if (element != item && element.attr("itemprop").matches("(?i)author|creator")) {
        Element name = element.selectFirst("[itemprop~=(?i)^name$]");
        Optional<String> value = name(name == null ? element : name);
        if (value.isPresent()) {
          return value;
        }
      }
    }
    for (Pattern pattern : AUTHORS) {
      for (Element element : inside) {
        if (element != item && is(element, pattern)) {
          Optional<String> name = name(element);
          if (name.isPresent()) {
            return name;
          }
        }
      }
    }
    for (Element element : inside) {
      String tag = element.normalName();
      boolean bold = tag.equals("b") || tag.equals("strong") || tag.equals("cite");
      boolean first = element.parent() != null && !element.parent().normalName().equals("p");
      if (element != item && (bold && first || element.attr("rel").contains("author"))) {
        Optional<String> name = name(element);
        if (name.isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  /** The name in an element that may hold a time, a badge and the word "says" as well. */
  private Optional<String> name(Element element) {
    if (element.text().length() > 160) {
      return Optional.empty();
    }
    String text = element.attr("content");
    if (text.isBlank()) {
      Element inner = element.selectFirst("a, b, strong, cite, .fn");
      String whole = element.text();
      text = inner != null && !inner.text().isBlank() && element != inner ? inner.text() : whole;
      Optional<WrittenTime> dated = WrittenTime.find(text, WrittenTime.DayOrder.UNKNOWN);
      if (dated.isPresent()) {
        String left = text.substring(0, dated.get().span().start()).strip();
        String right = text.substring(dated.get().span().end()).strip();
        text =
            POSTED.matcher(left).replaceFirst("").isBlank()
                ? right.replaceFirst("^(?:UTC|GMT)\\b", "").strip()
                : left;
      }
    }
    String name = text.strip();
    for (int i = 0; i < 2; i++) {
      name = SAYS.matcher(POSTED.matcher(name).replaceFirst("")).replaceFirst("").strip();
    }
    boolean word = name.chars().anyMatch(Character::isLetterOrDigit);
    return word && name.length() <= 80 && !BUTTON.matcher(name).matches()
        ? PageFacts.fact(name)
        : Optional.empty();
  }

  private Optional<Moment> time(Element item, List<Element> inside) {
    for (String name :
        new String[] {"data-timestamp", "data-created", "data-time", "created-timestamp"}) {
      if (item.hasAttr(name)) {
        Optional<Moment> moment = WrittenTime.moment(item.attr(name));
        if (moment.isPresent()) {
          return moment;
        }
      }
    }
    for (Element element : inside) {
      if (element.normalName().equals("time") || element.hasAttr("datetime")) {
        Optional<Moment> moment = moment(element);
        if (moment.isPresent()) {
          return moment;
        }
      }
    }
    for (Element element : inside) {
      if (element != item
          && (is(element, TIME)
              || element.attr("itemprop").matches("(?i)dateCreated|datePublished|commentTime")
              || element.normalName().equals("abbr"))) {
        Optional<Moment> moment = moment(element);
        if (moment.isPresent()) {
          return moment;
        }
      }
    }
    for (Element element : inside) {
      if (element != item && element.text().length() <= 60 && !element.normalName().equals("p")) {
        Optional<Moment> moment = PageFacts.written(element.text());
        if (moment.isPresent()) {
          return moment;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Moment> moment(Element element) {
    for (String name :
        new String[] {"datetime", "content", "title", "data-timestamp", "data-time"}) {
      if (element.hasAttr(name)) {
        String value = element.attr(name).strip();
        Optional<Moment> moment =
            WrittenTime.moment(value.indexOf(' ') == 19 ? value.substring(0, 19) : value);
        if (moment.isPresent()) {
          return moment;
        }
      }
    }
    return element.text().length() > 160 ? Optional.empty() : PageFacts.moment(element.text());
  }

  private OptionalInt score(Element item, List<Element> inside, Map<String, String> attributes) {
    for (String name : new String[] {"score", "data-score", "data-votes", "data-points"}) {
      Optional<Integer> value = number(item.attr(name));
      if (value.isPresent()) {
        return OptionalInt.of(value.get());
      }
    }
    Optional<Integer> up = count(inside, UP, "upvoteCount");
    Optional<Integer> down = count(inside, DOWN, "downvoteCount");
    if (up.isPresent() || down.isPresent()) {
      up.ifPresent(votes -> attributes.put("up", votes.toString()));
      down.ifPresent(votes -> attributes.put("down", Integer.toString(Math.abs(votes))));
      return OptionalInt.of(up.orElse(0) - Math.abs(down.orElse(0)));
    }
    Optional<Integer> both = count(inside, SCORE, "");
    return both.isPresent() ? OptionalInt.of(both.get()) : OptionalInt.empty();
  }

  private Optional<Integer> count(List<Element> inside, Pattern name, String property) {
    for (Element element : inside) {
      boolean declared = !property.isEmpty() && element.attr("itemprop").equalsIgnoreCase(property);
      if ((declared || is(element, name)) && element.text().length() <= 60) {
        for (String value :
            new String[] {
              element.attr("content"),
              element.attr("data-recommend-count"),
              element.attr("data-count"),
              element.text()
            }) {
          Optional<Integer> number = number(value);
          if (number.isPresent()) {
            return number;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> number(String value) {
    Matcher matcher = NUMBER.matcher(value);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String number = matcher.group().replace('−', '-').replace('–', '-').replace("+", "");
    return Optional.of(Integer.parseInt(number));
  }
}
