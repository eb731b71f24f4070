package org.polylogue.corpus.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.text.CodePointIndex;
import org.polylogue.text.Explanation;
import org.polylogue.text.OffsetUnit;
import org.polylogue.text.Span;

/** Turns a JSON tree into a conversation and names the path of the first thing that is wrong. */
final class JsonConversation {

  private final Place place;
  private final ReadLimits limits;
  private OffsetUnit unit = OffsetUnit.UTF_16;

  private JsonConversation(Place place, ReadLimits limits) {
    this.place = place;
    this.limits = limits;
  }

  static Conversation read(JsonNode root, Place place, ReadLimits limits) {
    return new JsonConversation(place, limits).conversation(root);
  }

  private Conversation conversation(JsonNode root) {
    object(root, "the line");
    String schema = root.path("schema").asText("");
    if (!schema.equals(JsonLinesWriter.SCHEMA)) {
      throw fault(
          schema.isEmpty()
              ? "has no field schema; it must be \""
                  + JsonLinesWriter.SCHEMA
                  + "\", or name the fields of another layout with --columns"
              : "has the schema "
                  + shortened(schema)
                  + "; this version reads "
                  + JsonLinesWriter.SCHEMA);
    }
    known(root, "", "schema", "offsets", "article", "comments");
    if (root.has("offsets")) {
      try {
        unit = OffsetUnit.ofLabel(string(root, "", "offsets"));
      } catch (IllegalArgumentException e) {
        throw fault(shortened(Explanation.of(e)));
      }
    }
    Article article = article(required(root, "", "article"));
    List<Comment> comments = new ArrayList<>();
    if (root.has("comments")) {
      JsonNode list = array(root, "", "comments");
      if (list.size() > limits.comments()) {
        throw fault("has more than " + limits.comments() + " comments; raise the limit");
      }
      for (int i = 0; i < list.size(); i++) {
        comments.add(comment(list.get(i), "comments[" + i + "]."));
      }
    }
    return Conversation.of(article, comments);
  }

  private Article article(JsonNode node) {
    object(node, "article");
    known(node, "article.", "id", "title", "publication", "text", "blocks");
    String id = id(node, "article.");
    String title = node.has("title") ? string(node, "article.", "title") : "";
    Publication publication =
        node.has("publication") ? publication(node.get("publication")) : Publication.UNKNOWN;
    String text = string(node, "article.", "text");
    if (!node.has("blocks")) {
      Article plain = Article.of(id, title, text);
      return new Article(id, title, publication, text, plain.blocks());
    }
    List<Block> blocks = blocks(node, "article.", text);
    return checked("article.", () -> new Article(id, title, publication, text, blocks));
  }

  private Publication publication(JsonNode node) {
    String path = "article.publication.";
    object(node, "article.publication");
    known(node, path, "outlet", "author", "date", "url", "section", "attributes");
    return new Publication(
        optional(node, path, "outlet"),
        optional(node, path, "author"),
        moment(node, path, "date"),
        optional(node, path, "url"),
        optional(node, path, "section"),
        attributes(node, path));
  }

  private Map<String, String> attributes(JsonNode node, String path) {
    Map<String, String> attributes = new TreeMap<>();
    if (node.has("attributes")) {
      JsonNode map = node.get("attributes");
      object(map, path + "attributes");
      for (Iterator<String> names = map.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        attributes.put(name, string(map, path + "attributes.", name));
      }
    }
    return attributes;
  }

  private Comment comment(JsonNode node, String path) {
    object(node, path.substring(0, path.length() - 1));
    known(node, path, "id", "replyTo", "author", "time", "score", "text", "blocks", "attributes");
    String id = id(node, path);
    OptionalInt score = OptionalInt.empty();
    if (node.has("score")) {
      if (!node.get("score").isInt()) {
        throw fault(path + "score is no whole number; leave it out if there is none");
      }
      score = OptionalInt.of(node.get("score").intValue());
    }
    OptionalInt votes = score;
    Optional<String> author = optional(node, path, "author");
    Optional<Moment> time = moment(node, path, "time");
    Optional<String> replyTo = optional(node, path, "replyTo");
    String text = string(node, path, "text");
    Map<String, String> attributes = attributes(node, path);
    List<Block> blocks =
        node.has("blocks") ? blocks(node, path, text) : Comment.of(id, text).blocks();
    return checked(
        path, () -> new Comment(id, author, time, votes, text, replyTo, blocks, attributes));
  }

  private List<Block> blocks(JsonNode node, String path, String text) {
    JsonNode list = array(node, path, "blocks");
    CodePointIndex index = unit == OffsetUnit.CODE_POINTS ? CodePointIndex.of(text) : null;
    List<Block> blocks = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      String at = path + "blocks[" + i + "].";
      JsonNode block = list.get(i);
      object(block, at.substring(0, at.length() - 1));
      known(block, at, "kind", "start", "end");
      String kind = string(block, at, "kind");
      int start = offset(block, at, "start");
      int end = offset(block, at, "end");
      blocks.add(
          checked(
              at,
              () -> {
                Span span = new Span(start, end);
                return new Block(
                    Block.Kind.valueOf(kind), index == null ? span : index.toCodeUnits(span));
              }));
    }
    return blocks;
  }

  private <T> T checked(String path, java.util.function.Supplier<T> value) {
    try {
      return value.get();
    } catch (IndexOutOfBoundsException e) {
      throw fault(path.substring(0, path.length() - 1) + ": " + shortened(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw fault(path.substring(0, path.length() - 1) + ": " + shortened(Explanation.of(e)));
    }
  }

  private int offset(JsonNode node, String path, String field) {
    JsonNode value = required(node, path, field);
    if (!value.isInt()) {
      throw fault(path + field + " is no whole number");
    }
    return value.intValue();
  }

  private Optional<Moment> moment(JsonNode node, String path, String field) {
    if (!node.has(field)) {
      return Optional.empty();
    }
    String text = string(node, path, field);
    try {
      return Optional.of(Moment.parse(text));
    } catch (DateTimeException e) {
      throw fault(
          path
              + field
              + " is no ISO 8601 date such as 2023-11-11 or 2023-11-11T11:43+01:00: "
              + shortened(text));
    }
  }

  private String id(JsonNode node, String path) {
    String id = string(node, path, "id");
    if (id.isBlank()) {
      throw fault(path + "id is blank");
    }
    return id;
  }

  private Optional<String> optional(JsonNode node, String path, String field) {
    return node.has(field) ? Optional.of(string(node, path, field)) : Optional.empty();
  }

  private String string(JsonNode node, String path, String field) {
    JsonNode value = required(node, path, field);
    if (!value.isTextual()) {
      throw fault(path + field + " is no string; leave it out if there is none");
    }
    return value.textValue();
  }

  private JsonNode array(JsonNode node, String path, String field) {
    JsonNode value = required(node, path, field);
    if (!value.isArray()) {
      throw fault(path + field + " is no array");
    }
    return value;
  }

  private JsonNode required(JsonNode node, String path, String field) {
    JsonNode value = node.get(field);
    if (value == null) {
      throw fault("has no field " + path + field);
    }
    return value;
  }

  private void object(JsonNode node, String path) {
    if (!node.isObject()) {
      throw fault(path + " is no JSON object");
    }
  }

  private void known(JsonNode node, String path, String... fields) {
    List<String> known = List.of(fields);
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw fault(
            "has an unknown field "
                + path
                + shortened(name)
                + "; remove it or use one of "
                + String.join(", ", known));
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }

  private CorpusException fault(String reason) {
    return new CorpusException(place, reason);
  }
}
