package org.polylogue.corpus.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusLines;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.StrictJson;
import org.polylogue.corpus.table.ColumnMapping.Meaning;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;

/**
 * Reads JSON and JSON Lines whose fields are known by their names: listings and dumps of Reddit and
 * Pushshift, items of Hacker News with their children or one a line, and lists of articles or
 * comments as programs export them. Objects inside {@code data}, {@code children}, {@code replies}
 * and {@code comments} are read as well. The file is held in memory, up to 200 million characters.
 * A damaged line is a failure, the others are read. Immutable and thread-safe.
 */
public final class JsonRowsFormat implements CorpusFormat {

  private static final Pattern OURS = Pattern.compile("\"schema\"\\s{0,9}:\\s{0,9}\"polylogue-");
  private static final Pattern TEXT_FIELD =
      Pattern.compile(
          "\"(?:body|selftext|text|content|comment|message|fulltext|full_text|article_text|commentBody"
              + "|comment_text|maintext|articleBody)\"\\s{0,9}(?::\\s{0,9}(?:\"|\\{\\s{0,9}\"\\d)|[,\\]])");
  private static final Pattern ITEM_FIELD =
      Pattern.compile(
          "\"(?:id|title|author|by|parent|parent_id|link_id|headline|username|created_utc)\"\\s{0,9}[:,\\]]");
  private static final List<String> INSIDE =
      List.of("data", "children", "replies", "comments", "hits", "items", "articles", "posts");

  /** A reader that knows fields by their names. */
  public JsonRowsFormat() {}

  @Override
  public String name() {
    return "json-rows";
  }

  /** Accepts JSON with a field that is named for a text and one that is named for a fact of it. */
  @Override
  public boolean accepts(CorpusSource source) {
    if (source.isFolder()) {
      return false;
    }
    String head = source.headText().stripLeading();
    return (head.startsWith("{") || head.startsWith("["))
        && !OURS.matcher(head).find()
        && TEXT_FIELD.matcher(head).find()
        && ITEM_FIELD.matcher(head).find();
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    Dump dump = new Dump(source);
    try (CorpusLines lines = source.lines()) {
      StringBuilder whole = new StringBuilder();
      boolean byLine = true;
      for (Optional<CorpusLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
        CorpusLines.Line line = next.get();
        if (line.fault().isPresent()) {
          dump.rows.fault(line.fault().get());
        } else if (byLine && whole.length() == 0 && dump.isWhole(line.text())) {
          dump.line(line);
        } else {
          byLine &= dump.lines > 0;
          if (byLine) {
            dump.line(line);
          } else {
            whole.append(line.text()).append('\n');
          }
        }
        if (whole.length() > 4L * source.limits().documentCharacters()) {
          throw new CorpusException(
              source.place(),
              "is one JSON value of more than "
                  + 4L * source.limits().documentCharacters()
                  + " characters; convert it to JSON Lines");
        }
      }
      if (whole.length() > 0) {
        dump.whole(whole.toString());
      }
    }
    return dump
        .rows
        .outcomes("looks like JSON of a layout that is not known; name its fields with --columns")
        .stream();
  }

  private record Pending(JsonNode node, Optional<String> article, Optional<String> parent) {}

  private static final class Dump {

    private final CorpusSource source;
    private final JsonMapper mapper;
    private final HeldRows rows;
    private final Map<Set<String>, ColumnMapping> mappings = new HashMap<>();
    private long lines;
    private int unnamed;

    Dump(CorpusSource source) {
      this.source = source;
      this.rows = new HeldRows(source);
      this.mapper = StrictJson.within(source.limits());
    }

    boolean isWhole(String line) {
      if (line.isBlank()) {
        return false;
      }
      try {
        return mapper.readTree(line).isContainerNode();
      } catch (JsonProcessingException e) {
        return false;
      }
    }

    void line(CorpusLines.Line line) {
      if (line.text().isBlank()) {
        return;
      }
      lines++;
      Place place = source.place(line.number());
      try {
        add(mapper.readTree(line.text()), place);
      } catch (JsonProcessingException e) {
        rows.fault(new CorpusException(place, "the line is no JSON; leave it out or mend it"));
      }
    }

    void whole(String text) {
      try {
        add(mapper.readTree(text), source.place());
      } catch (JsonProcessingException e) {
        long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        rows.fault(
            new CorpusException(
                source.place(line), "the file is no JSON from here on; get the whole file"));
      }
    }

    private void add(JsonNode root, Place place) {
      Deque<Pending> pending = new ArrayDeque<>();
      pending.push(new Pending(DataFrame.rows(root), Optional.empty(), Optional.empty()));
      Optional<String> listed = Optional.empty();
      while (!pending.isEmpty()) {
        Pending next = pending.pop();
        JsonNode node = next.node();
        if (node.isArray()) {
          for (int i = node.size() - 1; i >= 0; i--) {
            pending.push(new Pending(node.get(i), next.article(), next.parent()));
          }
          continue;
        }
        if (!node.isObject()) {
          continue;
        }
        Pending inner = next;
        try {
          inner = item(next, listed, place);
          listed = inner.article().isPresent() ? inner.article() : listed;
        } catch (CorpusException e) {
          rows.fault(e);
        } catch (IllegalArgumentException e) {
          rows.fault(new CorpusException(place, e.getMessage()));
        }
        for (String name : INSIDE) {
          if (node.path(name).isContainerNode()) {
            pending.push(new Pending(node.get(name), inner.article(), inner.parent()));
          }
        }
      }
    }

    /** Reads an object as an article or a comment, and says what its insides stand under. */
    private Pending item(Pending next, Optional<String> listed, Place place) {
      Map<String, String> row = MappedJsonLinesFormat.row(next.node());
      INSIDE.forEach(name -> row.keySet().removeIf(field -> field.startsWith(name + ".")));
      ColumnMapping mapping =
          mappings.computeIfAbsent(
              Set.copyOf(row.keySet()), names -> ColumnMapping.guess(List.copyOf(row.keySet())));
      RowConversation reader = new RowConversation(mapping);
      boolean titled = mapping.value(row, Meaning.TITLE).isPresent();
      boolean answers =
          next.parent().isPresent()
              || mapping.value(row, Meaning.PARENT).isPresent()
              || mapping.isComments() && mapping.value(row, Meaning.ARTICLE).isPresent();
      if (titled && !answers || !mapping.isComments() && mapping.isReadable()) {
        ColumnMapping own = mapping;
        if (mapping.isComments()) {
          Map<Meaning, String> columns = new HashMap<>(mapping.columns());
          move(columns, Meaning.COMMENT_TEXT, Meaning.TEXT);
          move(columns, Meaning.COMMENT, Meaning.ARTICLE);
          move(columns, Meaning.TIME, Meaning.DATE);
          own = new ColumnMapping(columns);
        }
        Article article =
            new RowConversation(own).article(row, source.name() + "#" + ++unnamed, place);
        rows.add(article, place, List.of());
        return new Pending(next.node(), Optional.of(article.id()), Optional.of(article.id()));
      }
      boolean text =
          mapping.isComments() && row.containsKey(mapping.columns().get(Meaning.COMMENT_TEXT));
      if (!text && !(answers && mapping.value(row, Meaning.COMMENT).isPresent())) {
        return next;
      }
      String own = reader.articleId(row, "");
      Optional<String> article =
          !own.isEmpty()
              ? Optional.of(own)
              : next.article().or(() -> next.parent().isEmpty() ? listed : Optional.empty());
      String under = article.orElse(source.name());
      Comment comment = reader.comment(row, rows.comments() + 1, under, place);
      if (comment.replyTo().isEmpty() && next.parent().isPresent()) {
        comment = comment.withReplyTo(next.parent().filter(to -> !to.equals(under)));
      }
      rows.add(comment, article, place);
      return new Pending(next.node(), article, Optional.of(comment.id()));
    }

    private static void move(Map<Meaning, String> columns, Meaning from, Meaning to) {
      String column = columns.remove(from);
      if (column != null) {
        columns.putIfAbsent(to, column);
      }
    }
  }
}
