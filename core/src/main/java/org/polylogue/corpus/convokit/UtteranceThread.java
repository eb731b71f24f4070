package org.polylogue.corpus.convokit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.text.CodePointIndex;
import org.polylogue.text.Span;

/** Turns the utterances of a conversation into an article with comments. */
final class UtteranceThread {

  private static final List<String> KNOWN =
      List.of(
          "type",
          "title",
          "outlet",
          "author",
          "date",
          "url",
          "section",
          "attributes",
          "blocks",
          "score",
          "time",
          "timestamp_basis",
          "anonymous");

  private UtteranceThread() {}

  static ReadOutcome.Read read(
      Place place, String id, List<Utterance> said, Optional<String> title) {
    List<Notice> notices = new ArrayList<>();
    Utterance root = root(id, said);
    List<Comment> comments = new ArrayList<>();
    SortedSet<String> unknown = new TreeSet<>();
    for (Utterance utterance : said) {
      utterance
          .meta()
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!KNOWN.contains(name)) {
                  unknown.add(name);
                }
              });
      if (utterance == root) {
        continue;
      }
      Optional<String> parent = utterance.replyTo();
      if (parent.isEmpty()) {
        notices.add(doubtful(utterance.id(), "a second root; taken as an answer to the article"));
      }
      String articleId = root == null ? id : root.id();
      comments.add(comment(utterance, parent.filter(to -> !to.equals(articleId))));
    }
    if (!unknown.isEmpty()) {
      notices.add(
          new Notice(
              Notice.Kind.UNPLACED,
              0,
              String.join(", ", unknown),
              "metadata that a conversation has no place for"));
    }
    Article article;
    if (root == null) {
      notices.add(doubtful(id, "no utterance is the root; the article has no text"));
      article = Article.of(id, title.orElse(""), "");
    } else {
      article = article(root, title);
    }
    return new ReadOutcome.Read(place, Conversation.of(article, comments), notices);
  }

  private static Notice doubtful(String excerpt, String reason) {
    return new Notice(Notice.Kind.DOUBTFUL, 0, excerpt, reason);
  }

  /** The utterance that gives the conversation its id, otherwise the first that answers nothing. */
  private static Utterance root(String id, List<Utterance> said) {
    Utterance first = null;
    for (Utterance utterance : said) {
      if (utterance.replyTo().isEmpty()) {
        if (utterance.id().equals(id)) {
          return utterance;
        }
        first = first == null ? utterance : first;
      }
    }
    return first;
  }

  private static Article article(Utterance root, Optional<String> title) {
    JsonNode meta = root.meta();
    boolean ours = meta.path("type").asText().equals("article");
    Publication publication =
        new Publication(
            text(meta, "outlet"),
            ours ? text(meta, "author") : root.speaker(),
            ours ? text(meta, "date").map(Moment::parse) : time(root),
            text(meta, "url"),
            text(meta, "section"),
            attributes(meta));
    return new Article(
        root.id(),
        text(meta, "title").or(() -> title).orElse(""),
        publication,
        root.text(),
        blocks(root, Article.of(root.id(), "", root.text()).blocks()));
  }

  private static Comment comment(Utterance utterance, Optional<String> parent) {
    JsonNode score = utterance.meta().path("score");
    boolean anonymous = utterance.meta().path("anonymous").asBoolean(false);
    Comment plain =
        new Comment(
            utterance.id(),
            anonymous ? Optional.empty() : utterance.speaker(),
            time(utterance),
            score.isIntegralNumber() ? OptionalInt.of(score.asInt()) : OptionalInt.empty(),
            utterance.text(),
            parent);
    return new Comment(
        plain.id(),
        plain.author(),
        plain.time(),
        plain.score(),
        plain.text(),
        plain.replyTo(),
        blocks(utterance, plain.blocks()),
        attributes(utterance.meta()));
  }

  private static Map<String, String> attributes(JsonNode meta) {
    Map<String, String> attributes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : meta.path("attributes").properties()) {
      attributes.put(field.getKey(), field.getValue().asText());
    }
    return attributes;
  }

  private static Optional<Moment> time(Utterance utterance) {
    Optional<String> exact = text(utterance.meta(), "time");
    if (exact.isPresent()) {
      try {
        return exact.map(Moment::parse);
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
    if (text(utterance.meta(), "timestamp_basis").isPresent()) {
      return Optional.empty();
    }
    return utterance.timestamp().filter(t -> Math.abs(t) < 1e11).map(UtteranceThread::moment);
  }

  private static Moment moment(double seconds) {
    LocalDateTime at =
        LocalDateTime.ofInstant(Instant.ofEpochSecond((long) seconds), ZoneOffset.UTC);
    return new Moment(at.toLocalDate(), Optional.of(at.toLocalTime()), Optional.of(ZoneOffset.UTC));
  }

  /** Blocks count code points in the file, as everything there does. */
  private static List<Block> blocks(Utterance utterance, List<Block> otherwise) {
    JsonNode list = utterance.meta().get("blocks");
    if (list == null || !list.isArray()) {
      return otherwise;
    }
    CodePointIndex index = CodePointIndex.of(utterance.text());
    List<Block> blocks = new ArrayList<>();
    for (JsonNode block : list) {
      int end = block.path(2).asInt();
      if (end > index.codePoints()) {
        throw new IllegalArgumentException(
            "utterance " + utterance.id() + ": a block leaves the text");
      }
      blocks.add(
          new Block(
              Block.Kind.valueOf(block.path(0).asText()),
              index.toCodeUnits(new Span(block.path(1).asInt(), end))));
    }
    return blocks;
  }

  private static Optional<String> text(JsonNode meta, String name) {
    JsonNode value = meta.get(name);
    return value == null || !value.isTextual() ? Optional.empty() : Optional.of(value.asText());
  }
}
