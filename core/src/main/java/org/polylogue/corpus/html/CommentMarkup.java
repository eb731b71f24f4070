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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Moment;

/** Comments found by the markup that schema.org, WordPress, Disqus and others use. */
final class CommentMarkup {

  /** Comments in reading order, and the outermost elements that held them. */
  record Found(List<Comment> comments, List<Element> roots) {}

  /** Tried in this order; the first that finds a comment with text is the page's. */
  private static final List<String> ITEMS =
      List.of(
          "[itemtype~=(?i)schema.org/(User)?Comments?/?$]",
          "li.comment, li.pingback",
          "div.comment, article.comment, section.comment",
          "li.post[id^=post-], div.post[id^=post-].disqus",
          "[data-comment-id]",
          ".comment-item, .comment__item, .comments-item, .commentItem, .c-comment, .user-comment",
          "li[id^=comment-], div[id^=comment-], article[id^=comment-]",
          "[id~=(?i)^(comments?|disqus_thread|discussion|responses)$] li,"
              + " .comments li, .comment-list li, .commentlist li, .discussion li");

  private static final List<String> TEXTS =
      List.of(
          "[itemprop~=(?i)^(text|commentText)$]",
          ".comment-content, .comment-text, .comment__text, .comment_text, .commentText",
          ".post-message, .comment-message, .message",
          ".comment-body, .comment__body, .body, .content, .text, .post-body");
  private static final List<String> AUTHORS =
      List.of(
          "[itemprop~=(?i)^(author|creator)$] [itemprop~=(?i)^name$]",
          "[itemprop~=(?i)^(author|creator)$]",
          ".fn",
          ".comment-author, .comment__author, .comment-author-name, .author, .commenter",
          ".user, .username, .user-name, .nickname, [rel=author]");
  private static final String TIMES =
      "time, [itemprop~=(?i)^(dateCreated|datePublished|commentTime)$], .time-ago, abbr[title],"
          + " .comment-date, .comment__date, .date, .comment-meta a, .timestamp";
  private static final String SCORES =
      ".score, .comment-score, .comment__score, .votes, .vote-count, .rating, .likes, .karma";
  private static final Pattern NUMBER = Pattern.compile("[+\\-−–]?\\d{1,9}(?![\\d:])");
  private static final Pattern DEPTH =
      Pattern.compile("(?:^|\\s)(?:depth|level|indent)-(\\d{1,4})(?:$|\\s)");
  private static final Pattern SAYS =
      Pattern.compile("(?<!\\s)\\s*+(?:(?:says|writes|wrote|said)\\s*+)?:?$");

  private static final String ASIDES =
      ".meta, .comment-meta, .reply, .actions, .comment-actions, cite, header, footer, h3, h4, h5";

  private final Document page;
  private final Set<Element> items;

  /** What each selector matches in the page: parsing a selector costs more than matching it. */
  private final Map<String, Set<Element>> matches = new HashMap<>();

  private CommentMarkup(Document page, List<Element> items) {
    this.page = page;
    this.items = identities(items);
  }

  private static Set<Element> identities(List<Element> elements) {
    Set<Element> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.addAll(elements);
    return identities;
  }

  private boolean is(Element element, String selector) {
    return matches
        .computeIfAbsent(selector, unseen -> identities(page.select(unseen)))
        .contains(element);
  }

  static Found find(Document page, String articleId) {
    for (String selector : ITEMS) {
      List<Element> elements = page.select(selector);
      if (!elements.isEmpty()) {
        Found found = new CommentMarkup(page, elements).read(elements, articleId);
        if (!found.comments().isEmpty()) {
          return found;
        }
      }
    }
    return new Found(List.of(), List.of());
  }

  private Found read(List<Element> elements, String articleId) {
    List<Comment> comments = new ArrayList<>();
    List<Element> roots = new ArrayList<>();
    Map<Element, String> ids = new IdentityHashMap<>();
    Map<String, Integer> children = new HashMap<>();
    Map<Integer, String> lastAtDepth = new HashMap<>();
    Map<Element, String> numbers = new IdentityHashMap<>();
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
      List<HtmlBlocks.Part> parts = parts(element, inside);
      int depth = depth(element);
      Optional<String> parent =
          Optional.ofNullable(outer == null ? null : ids.get(outer))
              .or(() -> replyTo(element).map(to -> articleId + "#" + to))
              .or(() -> Optional.ofNullable(depth > 0 ? lastAtDepth.get(depth - 1) : null));
      lastAtDepth.put(depth, id);
      StringBuilder text = new StringBuilder();
      List<Block> blocks = HtmlBlocks.join(parts, "\n", text);
      Optional<String> author = author(inside);
      if (text.length() == 0 && author.isEmpty()) {
        continue;
      }
      comments.add(
          new Comment(id, author, time(inside), score(inside), text.toString(), parent, blocks));
    }
    return new Found(comments, roots);
  }

  private Element outer(Element element) {
    for (Element at = element.parent(); at != null; at = at.parent()) {
      if (items.contains(at)) {
        return at;
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

  private List<HtmlBlocks.Part> parts(Element item, List<Element> inside) {
    for (String selector : TEXTS) {
      for (Element element : inside) {
        if (element != item && is(element, selector)) {
          return HtmlBlocks.of(element, items);
        }
      }
    }
    Set<Element> without = Collections.newSetFromMap(new IdentityHashMap<>());
    without.addAll(items);
    without.remove(item);
    for (Element element : inside) {
      if (element != item
          && (is(element, TIMES)
              || is(element, SCORES)
              || AUTHORS.stream().anyMatch(selector -> is(element, selector))
              || is(element, ASIDES))) {
        without.add(element);
      }
    }
    return HtmlBlocks.of(item, without);
  }

  private static String ownId(Element element) {
    String id = element.attr("data-comment-id");
    id = id.isBlank() ? element.attr("data-id") : id;
    id = id.isBlank() ? element.id() : id;
    id = id.isBlank() ? element.attr("itemid") : id;
    return id.substring(id.lastIndexOf('#') + 1).strip();
  }

  private static Optional<String> replyTo(Element element) {
    for (String name : new String[] {"data-parent-id", "data-parent", "data-reply-to"}) {
      String value = element.attr(name).strip();
      if (!value.isEmpty() && !value.equals("0")) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static int depth(Element element) {
    String declared = element.attr("data-depth") + element.attr("data-level");
    if (declared.matches("\\d{1,4}")) {
      return Integer.parseInt(declared);
    }
    Matcher matcher = DEPTH.matcher(element.className().toLowerCase(Locale.ROOT));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private Optional<String> author(List<Element> inside) {
    for (String selector : AUTHORS) {
      for (Element element : inside) {
        if (is(element, selector)) {
          Optional<String> name =
              PageFacts.value(element)
                  .map(text -> SAYS.matcher(text).replaceFirst(""))
                  .filter(text -> !text.isBlank());
          if (name.isPresent()) {
            return name;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Moment> time(List<Element> inside) {
    for (Element element : inside) {
      if (is(element, TIMES)) {
        for (String written :
            new String[] {
              element.attr("datetime"),
              element.attr("content"),
              element.attr("title"),
              element.text()
            }) {
          Optional<Moment> moment =
              written.isBlank() ? Optional.empty() : PageFacts.moment(written);
          if (moment.isPresent()) {
            return moment;
          }
        }
      }
    }
    return Optional.empty();
  }

  private OptionalInt score(List<Element> inside) {
    Optional<Integer> up =
        count(inside, "[itemprop~=(?i)^upvoteCount$], .vote-up .count, .upvotes");
    Optional<Integer> down =
        count(inside, "[itemprop~=(?i)^downvoteCount$], .vote-down .count, .downvotes");
    if (up.isPresent() || down.isPresent()) {
      return OptionalInt.of(up.orElse(0) - Math.abs(down.orElse(0)));
    }
    Optional<Integer> both = count(inside, SCORES);
    return both.isPresent() ? OptionalInt.of(both.get()) : OptionalInt.empty();
  }

  private Optional<Integer> count(List<Element> inside, String selector) {
    for (Element element : inside) {
      if (is(element, selector)) {
        Matcher matcher =
            NUMBER.matcher(element.hasAttr("content") ? element.attr("content") : element.text());
        if (matcher.find()) {
          String number = matcher.group().replace('−', '-').replace('–', '-').replace("+", "");
          return Optional.of(Integer.parseInt(number));
        }
      }
    }
    return Optional.empty();
  }
}
