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

  private static final List<Pattern> TEXTS =
      List.of(
          part(
              "comment-?(?:content|text|body|message|msg)|commtext|formatted-comment|post-message"
                  + "|post-body"),
          part("md|text|copy"),
          part("message|rich-text|html-content"),
          part("body|content"));

  /** Share of the text in an element named for it from which one inside it holds it. */
  private static final double MOST = 0.8;

  static final List<Pattern> AUTHORS =
      List.of(
          part(
              "fn|author-?name|user-?name|display-?name|comment-?author|screen-?name|hnuser|nickname"),
          part(
              "author|user|comment[eo]r|poster|nick|name|writer|byline"
                  + "|(?:comment[eo]r|author|user)-?info"));
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
      part("children|replies|responses|reply-?list|thread-responses|indented");
  private static final Pattern REPLY = part("reply|response|child|nested|is-reply|level-reply");

  private static final Pattern NUMBER = Pattern.compile("[+\\-−–]?\\d{1,9}(?![\\d:])");
  private static final Pattern COUNT = Pattern.compile("\\d{1,6}(?: comments?)?");
  private static final Pattern DEPTH =
      Pattern.compile("(?:^|[\\s-])(?:depth|level|indent)-?(\\d{1,4})(?:$|\\s)");
  private static final Pattern SAYS =
      Pattern.compile(
          "\\s{0,4}(?:\\b(?:says|writes|wrote|said|replied|commented|posted|on|at)\\b[\\s:….]{0,8})?[\\s:,·•|-]{0,8}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern POSTED =
      Pattern.compile(
          "^(?:posted|written|submitted|commented|comment|reply)?\\s*(?:by|from)?\\b:?\\s*",
          Pattern.CASE_INSENSITIVE);

  /** A line that tells who wrote a comment, and when. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "^(?:posted|written|submitted|commented)\\s{1,3}by\\b.{1,110}", Pattern.CASE_INSENSITIVE);

  private static final Pattern BUTTON =
      Pattern.compile(
          "(?:reply|report|flag|share|like|unlike|permalink|quote|edit|edited|hide|show (?:more|less|new"
              + " comments|replies)|read more|view replies|load more|recommend|upvote|downvote|reply to"
              + " .{1,40}|thumbs (?:up|down)|respect|(?:sign|log) in(?: here)?|antworten|répondre|responder|melden)"
              + "(?: ?\\(?[0-9]{1,6}\\)?)?",
          Pattern.CASE_INSENSITIVE);

  private final Set<Element> items;
  private final CommentItems all;

  /** The first comment in what stands before a list of replies. */
  private final Map<Element, Optional<Element>> answered = new IdentityHashMap<>();

  private CommentMarkup(List<Element> items, CommentItems all) {
    this.items = ElementSets.identities(items);
    this.all = all;
  }

  static Pattern part(String words) {
    return Pattern.compile("(?:^|[ -])(?:" + words + ")(?: |$)");
  }

  static Found find(Document page, String articleId) {
    CommentItems all = CommentItems.of(page);
    Found found = new Found(List.of(), List.of());
    for (int kind = 0; kind < CommentItems.KINDS && found.comments().isEmpty(); kind++) {
      List<Element> items = all.items(kind);
      if (!items.isEmpty()) {
        found = new CommentMarkup(items, all).read(items, articleId);
      }
    }
    return found;
  }

  private boolean is(Element element, Pattern name) {
    String names = all.names(element);
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
      String own = CommentItems.ownId(element);
      String id = articleId + "#" + (own.isEmpty() ? number : own);
      ids.put(element, id);
      if (outer == null) {
        roots.add(element);
      }
      List<Element> inside = inside(element);
      Optional<String> author = author(element, inside);
      List<HtmlBlocks.Part> parts = parts(element, inside, author);
      int depth = depth(element);
      Optional<String> parent =
          Optional.ofNullable(outer == null ? null : ids.get(outer))
              .or(() -> replyTo(element).map(to -> articleId + "#" + to))
              .or(() -> Optional.ofNullable(before(element)).map(ids::get))
              .or(() -> Optional.ofNullable(depth > 0 ? lastAtDepth.get(depth - 1) : null));
      StringBuilder text = new StringBuilder();
      List<Block> blocks = HtmlBlocks.join(parts, "\n", text);
      if (Removed.isText(text.toString())) {
        text.setLength(0);
        blocks = List.of();
        author = Optional.empty();
      }
      author = author.flatMap(Removed::value);
      Optional<Moment> time = time(element, inside);
      boolean deleted =
          (answered.contains(element) && !own.isEmpty() || isDeleted(element))
              && inside.stream().noneMatch(one -> one.normalName().equals("form"));
      boolean none =
          text.length() == 0
              ? !deleted
              : time.isEmpty()
                  && (author.isEmpty() && COUNT.matcher(text).matches() || all.isDoubtful(element));
      if (none) {
        ids.put(element, ids.get(outer));
        continue;
      }
      lastAtDepth.put(depth, id);
      Map<String, String> attributes = new TreeMap<>();
      OptionalInt score = score(element, inside, attributes);
      comments.add(
          new Comment(id, author, time, score, text.toString(), parent, blocks, attributes));
    }
    return new Found(comments, roots);
  }

  private boolean isDeleted(Element element) {
    String names = all.names(element);
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
        if (previous != null) {
          return answered.computeIfAbsent(previous, this::firstItem).orElse(null);
        }
      }
    }
    return null;
  }

  private Optional<Element> firstItem(Element within) {
    return within.getAllElements().stream().filter(items::contains).findFirst();
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

  private List<HtmlBlocks.Part> parts(Element item, List<Element> inside, Optional<String> author) {
    List<HtmlBlocks.Part> whole = List.of();
    for (Pattern name : TEXTS) {
      for (Element element : inside) {
        if (element != item && is(element, name) && !element.normalName().equals("form")) {
          List<HtmlBlocks.Part> parts =
              cleaned(HtmlBlocks.of(element, asides(element, inside)), author);
          if (whole.isEmpty()) {
            whole = parts;
          } else if (length(parts) < length(whole) && length(parts) >= MOST * length(whole)) {
            return parts;
          }
        }
      }
    }
    return whole.isEmpty() ? cleaned(HtmlBlocks.of(item, asides(item, inside)), author) : whole;
  }

  private static int length(List<HtmlBlocks.Part> parts) {
    return parts.stream().mapToInt(part -> part.text().length()).sum();
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
  private static List<HtmlBlocks.Part> cleaned(
      List<HtmlBlocks.Part> parts, Optional<String> author) {
    List<HtmlBlocks.Part> kept = new ArrayList<>();
    for (HtmlBlocks.Part part : parts) {
      String text = part.text();
      boolean head =
          text.length() <= 160
              && (BUTTON.matcher(text).matches()
                  || FurnitureLine.is(text)
                  || kept.isEmpty() && Byline.isOnlyFacts(text, author)
                  || isSignature(text)
                  || author.isPresent() && text.equalsIgnoreCase(author.get()));
      if (!head) {
        kept.add(part);
      }
    }
    return kept;
  }

  private static boolean isSignature(String text) {
    return SIGNED.matcher(text).matches()
        && WrittenTime.find(text, WrittenTime.DayOrder.UNKNOWN).isPresent();
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
        if (element != item && is(element, pattern) && !holds(element, pattern)) {
          Optional<String> name = name(element);
          if (name.isPresent()) {
            return name;
          }
        }
      }
    }
    for (Element element : inside) {
      if (element != item && isSignature(element.text())) {
        Optional<String> name = name(element);
        if (name.isPresent()) {
          return name;
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

  /** Whether one of the elements of a comment stands in another and is called so too. */
  private boolean holds(Element outer, Pattern pattern) {
    return outer.childrenSize() > 0
        && outer.stream()
            .anyMatch(one -> one != outer && !one.text().isBlank() && is(one, pattern));
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
