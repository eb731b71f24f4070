package org.polylogue.corpus.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.model.Comment;
import org.polylogue.model.Moment;

/** What a page says of itself in schema.org JSON-LD. Blocks that are no JSON say nothing. */
final class LinkedData {

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");

  private final JsonNode article;

  private LinkedData(JsonNode article) {
    this.article = article;
  }

  static LinkedData of(Document page, ReadLimits limits) {
    JsonMapper mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(limits.nesting())
                            .maxStringLength(limits.documentCharacters())
                            .build())
                    .build())
            .build();
    JsonNode found = null;
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        JsonNode candidate = article(mapper.readTree(script.data().strip()));
        found = found == null ? candidate : found;
      } catch (JsonProcessingException e) {
        continue;
      }
    }
    return new LinkedData(found == null ? mapper.createObjectNode() : found);
  }

  private static JsonNode article(JsonNode root) {
    Deque<JsonNode> pending = new ArrayDeque<>();
    pending.add(root);
    while (!pending.isEmpty()) {
      JsonNode node = pending.removeFirst();
      if (node.isArray()) {
        node.forEach(pending::addLast);
      } else if (node.isObject()) {
        for (JsonNode type : listOf(node.get("@type"))) {
          String name = type.asText();
          if (name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report")) {
            return node;
          }
        }
        for (String field : new String[] {"@graph", "mainEntity", "mainEntityOfPage"}) {
          if (node.has(field)) {
            pending.addLast(node.get(field));
          }
        }
      }
    }
    return null;
  }

  private static Iterable<JsonNode> listOf(JsonNode node) {
    return node == null ? List.of() : node.isArray() ? node : List.of(node);
  }

  Optional<String> title() {
    return text(article.get("headline"));
  }

  Optional<String> outlet() {
    return names(article.get("publisher"));
  }

  Optional<String> author() {
    return names(article.get("author"));
  }

  Optional<String> section() {
    return text(article.get("articleSection"));
  }

  /** The text, if the page gives it here. */
  Optional<String> body() {
    JsonNode body = article.get("articleBody");
    if (body == null || !body.isTextual()) {
      return Optional.empty();
    }
    String text = body.asText();
    if (TAG.matcher(text).find()) {
      StringBuilder plain = new StringBuilder();
      HtmlBlocks.join(HtmlBlocks.of(Jsoup.parse(text).body(), Set.of()), "\n", plain);
      text = plain.toString();
    }
    return Optional.of(Parser.unescapeEntities(text, false).strip());
  }

  Optional<Moment> date() {
    return text(article.get("datePublished")).flatMap(PageFacts::moment);
  }

  private static Optional<String> text(JsonNode node) {
    JsonNode first = node != null && node.isArray() ? node.get(0) : node;
    return first == null || !first.isTextual()
        ? Optional.empty()
        : PageFacts.fact(Jsoup.parse(first.asText()).text());
  }

  private static Optional<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (JsonNode one : listOf(node)) {
      text(one.isObject() ? one.get("name") : one).ifPresent(names::add);
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  private record Pending(JsonNode comment, Optional<String> parent, String number) {}

  /** The comments in reading order. */
  List<Comment> comments(String articleId) {
    List<Comment> comments = new ArrayList<>();
    Deque<Pending> pending = new ArrayDeque<>();
    push(pending, article, Optional.empty(), "");
    while (!pending.isEmpty()) {
      Pending next = pending.removeFirst();
      JsonNode node = next.comment();
      if (!node.isObject()) {
        continue;
      }
      String own = node.path("@id").asText(node.path("identifier").asText(""));
      own = own.substring(own.lastIndexOf('#') + 1).strip();
      String id = articleId + "#" + (own.isEmpty() ? next.number() : own);
      String text = node.path("text").asText(node.path("commentText").asText(""));
      comments.add(
          new Comment(
              id,
              names(node.has("author") ? node.get("author") : node.get("creator")),
              text(node.has("dateCreated") ? node.get("dateCreated") : node.get("datePublished"))
                  .flatMap(PageFacts::moment),
              score(node),
              text.contains("<") ? Jsoup.parse(text).text() : text.strip(),
              next.parent()));
      push(pending, node, Optional.of(id), next.number() + ".");
    }
    return comments;
  }

  private static void push(
      Deque<Pending> pending, JsonNode node, Optional<String> parent, String prefix) {
    List<Pending> children = new ArrayList<>();
    for (JsonNode child : listOf(node.get("comment"))) {
      children.add(new Pending(child, parent, prefix + (children.size() + 1)));
    }
    for (int i = children.size() - 1; i >= 0; i--) {
      pending.addFirst(children.get(i));
    }
  }

  private static OptionalInt score(JsonNode node) {
    if (!node.has("upvoteCount") && !node.has("downvoteCount")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(node.path("upvoteCount").asInt() - node.path("downvoteCount").asInt());
  }
}
