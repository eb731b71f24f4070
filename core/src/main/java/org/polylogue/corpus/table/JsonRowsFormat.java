package org.polylogue.corpus.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusLines;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.StrictJson;
import org.polylogue.corpus.table.ColumnMapping.Meaning;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.text.Explanation;

/**
 * Reads JSON and JSON Lines whose fields are known by their names, or by a mapping: listings and
 * dumps of Reddit and Pushshift, items of Hacker News with their children or one a line, answers of
 * the interfaces of newspapers and comment systems, and lists of articles or comments as programs
 * export them. What stands in a field such as {@code comments}, {@code replies} or {@code children}
 * of an article or a comment answers it. The file is held in memory, up to 200 million characters.
 * A damaged line is a failure, and of a file that is cut off what stands before is read. Immutable
 * and thread-safe.
 */
public final class JsonRowsFormat implements CorpusFormat {

  private static final Pattern OURS = Pattern.compile("\"schema\"\\s{0,9}:\\s{0,9}\"polylogue-");
  private static final Pattern TEXT_FIELD =
      Pattern.compile(
          "\"(?:body|bodyText|selftext|text|content|content_html|content_text|comment|fulltext|full_text|article"
              + "|article_text|articleBody|articleText|commentBody|commentText|comment_text|maintext|rendered"
              + "|raw_message|textDisplay|textOriginal|cooked|title|headline)\"\\s{0,9}"
              + "(?::\\s{0,9}(?:\"|null|NaN|\\{|\\[)|[,\\]])");

  /** Fields of an article or comment in which its answers stand. */
  private static final Set<String> ANSWERS =
      Set.of(
          "comments",
          "replies",
          "children",
          "responses",
          "answers",
          "descendants",
          "discussion",
          "post_stream",
          "comment_list",
          "user_comments",
          "reader_comments");

  /** Fields of a page or feed in which its articles stand. */
  private static final Set<String> LISTS =
      Set.of("items", "articles", "entries", "posts", "results", "hits", "features", "stories");

  /** Kinds of articles that may have a title and an address only. */
  private static final Set<String> LINKS = Set.of("story", "link", "poll", "job");

  private static final int DEEPEST = 3;
  private static final int MOST_JOINED = 200;
  private static final int LONG = 80;

  private final ColumnMapping mapping;

  /** A reader that knows fields by their names. */
  public JsonRowsFormat() {
    this(new ColumnMapping(Map.of()));
  }

  /**
   * A reader with a mapping, beside which known names still count.
   *
   * @param mapping which field holds what; those inside objects are named with dots
   */
  public JsonRowsFormat(ColumnMapping mapping) {
    this.mapping = Objects.requireNonNull(mapping, "mapping");
  }

  @Override
  public String name() {
    return "json-rows";
  }

  /** Accepts JSON with a field that is named for a text or a title; with a mapping, any. */
  @Override
  public boolean accepts(CorpusSource source) {
    if (source.isFolder()) {
      return false;
    }
    String head = source.headText().stripLeading();
    return (head.startsWith("{") || head.startsWith("["))
        && !OURS.matcher(head).find()
        && (!mapping.columns().isEmpty() || TEXT_FIELD.matcher(head).find());
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    Dump dump = new Dump(source, mapping);
    try (CorpusLines lines = source.lines()) {
      StringBuilder whole = new StringBuilder();
      for (Optional<CorpusLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
        CorpusLines.Line line = next.get();
        if (line.fault().isPresent()) {
          dump.rows.fault(line.fault().get());
        } else if (whole.length() > 0 || !dump.line(line)) {
          whole.append(line.text()).append('\n');
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
    dump.end();
    return dump
        .rows
        .outcomes(
            "looks like JSON of a layout that is not known; name its fields with --columns, such as"
                + " --columns text=body,id=key, or convert it to JSON Lines")
        .stream();
  }

  /** Scalar fields by their path; lists of scalars are joined. */
  static Map<String, String> row(JsonNode node) {
    Map<String, String> row = new LinkedHashMap<>();
    flatten("", node, 0, row);
    return row;
  }

  private static void flatten(String path, JsonNode node, int depth, Map<String, String> row) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = path + field.getKey();
      JsonNode value = field.getValue();
      if (value.isObject()) {
        if (depth < DEEPEST && !ANSWERS.contains(ColumnName.normal(field.getKey()))) {
          flatten(name + ".", value, depth + 1, row);
        }
      } else if (value.isArray() && !ANSWERS.contains(ColumnName.normal(field.getKey()))) {
        joined(value).ifPresent(text -> row.put(name, text));
      } else if (value.isValueNode() && !value.isNull()) {
        row.put(name, scalar(value));
      }
    }
  }

  /** Jackson writes large numbers with an exponent. */
  private static String scalar(JsonNode value) {
    boolean plain = value.isFloatingPointNumber() && Double.isFinite(value.doubleValue());
    return plain ? value.decimalValue().toPlainString() : value.asText();
  }

  /** A list of names, or of the paragraphs of a text; empty for one that holds objects. */
  private static Optional<String> joined(JsonNode list) {
    List<String> parts = new ArrayList<>();
    for (JsonNode part : list) {
      JsonNode value = part.isObject() && part.path("name").isTextual() ? part.get("name") : part;
      if (!value.isValueNode() || parts.size() == MOST_JOINED) {
        return Optional.empty();
      }
      parts.add(scalar(value));
    }
    boolean texts = parts.stream().anyMatch(part -> part.length() > LONG);
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(texts ? "\n\n" : ", ", parts));
  }

  /** An object of a list of objects; whether an article or comment was found in it. */
  private static final class Element {
    private final Element outer;
    private boolean read;

    Element(Element outer) {
      this.outer = outer;
    }

    static void found(Element innermost) {
      for (Element at = innermost; at != null && !at.read; at = at.outer) {
        at.read = true;
      }
    }
  }

  private record Pending(
      JsonNode node,
      Optional<String> article,
      Optional<String> parent,
      boolean answers,
      Element element) {

    Pending of(JsonNode inner, Element around) {
      return new Pending(inner, article, parent, answers, around);
    }
  }

  private static final class Dump {

    private final CorpusSource source;
    private final ColumnMapping asked;
    private final ObjectReader json;
    private final HeldRows rows;
    private final Map<Set<String>, ColumnMapping> mappings = new HashMap<>();
    private final Set<String> unseen = new TreeSet<>();
    private Optional<String> listed = Optional.empty();
    private boolean byLine = true;
    private long lines;
    private long unknown;
    private int unnamed;

    Dump(CorpusSource source, ColumnMapping asked) {
      this.source = source;
      this.asked = asked;
      this.unseen.addAll(asked.columns().values());
      this.rows = new HeldRows(source);
      this.json =
          StrictJson.within(source.limits())
              .reader()
              .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);
    }

    /** Reads a line that is a value; false if the first one is none, so that the file is one. */
    boolean line(CorpusLines.Line line) {
      if (line.text().isBlank()) {
        return true;
      }
      Place place = source.place(line.number());
      try (JsonParser parser = json.createParser(line.text())) {
        JsonNode value = byLine ? json.readTree(parser) : null;
        if (value != null && value.isContainerNode() && parser.nextToken() == null) {
          lines++;
          top(DataFrame.rows(value), place);
          return true;
        }
      } catch (IOException e) {
        if (lines > 0) {
          rows.fault(new CorpusException(place, "the line is no JSON; leave it out or mend it"));
          return true;
        }
      }
      byLine = lines > 0;
      return byLine;
    }

    /** Reads values that follow each other, or the elements of a list, up to a fault. */
    void whole(String text) {
      try (JsonParser parser = json.createParser(text)) {
        boolean list = parser.nextToken() == JsonToken.START_ARRAY;
        JsonToken next = list ? parser.nextToken() : parser.currentToken();
        for (; next != null && next != JsonToken.END_ARRAY; next = parser.nextToken()) {
          Place place = source.place(Math.max(1, parser.currentTokenLocation().getLineNr()));
          JsonNode value = json.readTree(parser);
          top(list ? value : DataFrame.rows(value), place);
        }
      } catch (JsonProcessingException e) {
        long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        rows.fault(
            new CorpusException(
                source.place(line), "the file is no JSON from here on; get the whole file"));
      } catch (IOException e) {
        rows.fault(new CorpusException(source.place(), "cannot be read: " + Explanation.of(e)));
      }
    }

    void end() {
      if (!unseen.isEmpty()) {
        rows.fault(
            new CorpusException(
                source.place(),
                "there is no field "
                    + String.join(", ", unseen)
                    + "; fields inside objects are named with dots, such as author.name"));
      }
      if (unknown > 0 && !rows.isEmpty()) {
        rows.add(
            new Notice(
                Notice.Kind.UNPLACED,
                0,
                "",
                unknown + " objects of the file have no text or title of a known name"));
      }
    }

    private void top(JsonNode root, Place place) {
      if (!add(root, place) && root.isObject()) {
        unknown++;
      }
    }

    /** Reads what stands in a value; false if nothing does. */
    private boolean add(JsonNode root, Place place) {
      Element whole = new Element(null);
      List<List<Element>> lists = new ArrayList<>();
      Deque<Pending> pending = new ArrayDeque<>();
      pending.push(new Pending(root, Optional.empty(), Optional.empty(), false, whole));
      while (!pending.isEmpty()) {
        Pending next = pending.pop();
        JsonNode node = next.node();
        if (node.isArray()) {
          List<Element> list = new ArrayList<>();
          for (int i = node.size() - 1; i >= 0; i--) {
            Element element = new Element(next.element());
            if (node.get(i).isObject()) {
              list.add(element);
            }
            pending.push(next.of(node.get(i), element));
          }
          lists.add(list);
          continue;
        }
        if (!node.isObject()) {
          continue;
        }
        if (isMore(node, place)) {
          Element.found(next.element());
          continue;
        }
        Pending inner = null;
        try {
          inner = item(next, place);
        } catch (CorpusException e) {
          rows.fault(e);
        } catch (IllegalArgumentException e) {
          rows.fault(new CorpusException(place, e.getMessage()));
        }
        if (inner != null) {
          Element.found(next.element());
        }
        inside(next, inner, pending);
      }
      for (List<Element> list : lists) {
        long read = list.stream().filter(element -> element.read).count();
        unknown += read > 0 ? list.size() - read : 0;
      }
      return whole.read;
    }

    /** What Reddit puts where it did not load comments. */
    private boolean isMore(JsonNode node, Place place) {
      boolean more = node.path("kind").asText().equals("more");
      if (more) {
        rows.add(
            new Notice(
                Notice.Kind.UNPLACED,
                place.line().orElse(0),
                "",
                "comments that were not loaded when the thread was saved; the file names them only"));
      }
      return more;
    }

    /** Of an article or comment its answers are read, of anything else all that is inside. */
    private static void inside(Pending next, Pending inner, Deque<Pending> pending) {
      List<Pending> found = new ArrayList<>();
      for (Map.Entry<String, JsonNode> field : next.node().properties()) {
        if (!field.getValue().isContainerNode()) {
          continue;
        }
        String name = ColumnName.normal(field.getKey());
        if (inner == null) {
          found.add(next.of(field.getValue(), next.element()));
        } else if (ANSWERS.contains(name)) {
          found.add(inner.of(field.getValue(), next.element()));
        }
      }
      for (int i = found.size() - 1; i >= 0; i--) {
        pending.push(found.get(i));
      }
    }

    private ColumnMapping mapping(Map<String, String> row, boolean answers) {
      Set<String> names = new TreeSet<>(row.keySet());
      unseen.removeAll(names);
      if (answers) {
        names.add("");
      }
      return mappings.computeIfAbsent(
          names, key -> asked.within(row.keySet()).completed(List.copyOf(row.keySet()), answers));
    }

    /** Reads an object as an article or a comment; null if it is neither. */
    private Pending item(Pending next, Place place) {
      Map<String, String> row = row(next.node());
      ColumnMapping columns = mapping(row, next.answers());
      RowConversation reader = new RowConversation(columns);
      boolean answers =
          next.answers()
              || columns.value(row, Meaning.PARENT).isPresent()
              || columns.isComments() && columns.value(row, Meaning.ARTICLE).isPresent();
      if (reader.isFirstPost(row) || !answers && isArticle(next.node(), columns, row)) {
        ColumnMapping own = columns.isComments() ? columns.asArticle() : columns;
        Article article =
            new RowConversation(own).article(row, source.name() + "#" + ++unnamed, place);
        List<Notice> notices =
            article.text().isBlank()
                ? List.of(RowConversation.textless(article, place))
                : own.isExcerpt() ? List.of(RowConversation.excerpt(own)) : List.of();
        rows.add(article, place, notices);
        listed = Optional.of(article.id());
        return new Pending(next.node(), listed, listed, true, next.element());
      }
      boolean text = row.containsKey(columns.columns().getOrDefault(Meaning.COMMENT_TEXT, ""));
      boolean known =
          columns.value(row, Meaning.COMMENT).isPresent()
              || columns.value(row, Meaning.COMMENTER).isPresent();
      if (!(text && (known || answers) || answers && known && row.size() > 1)) {
        return null;
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
      if (columns.columns().containsKey(Meaning.TITLE) && article.isPresent() && !next.answers()) {
        rows.head(reader.article(row, under, place));
      }
      return new Pending(next.node(), article, Optional.of(comment.id()), true, next.element());
    }

    /** Whether an object has a text and something that is known of it, or a title to be one. */
    private static boolean isArticle(
        JsonNode node, ColumnMapping columns, Map<String, String> row) {
      Map<Meaning, String> known = columns.columns();
      boolean titled = columns.value(row, Meaning.TITLE).isPresent();
      boolean addressed = columns.value(row, Meaning.URL).isPresent();
      boolean list = false;
      boolean discussed = false;
      boolean empty = false;
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = ColumnName.normal(field.getKey());
        list |= LISTS.contains(name) && field.getValue().isArray();
        discussed |= ANSWERS.contains(name) && field.getValue().isContainerNode();
        empty |= field.getValue().isNull() && (name.equals("text") || name.equals("body"));
      }
      if (!columns.isComments()
          && !list
          && columns.isReadable()
          && columns.value(row, Meaning.TEXT).isPresent()) {
        return titled
            || addressed
            || known.containsKey(Meaning.ARTICLE)
            || known.containsKey(Meaning.DATE)
            || known.containsKey(Meaning.BYLINE);
      }
      return titled
          && (discussed
              || !list
                  && (empty
                      || known.containsKey(Meaning.TEXT)
                      || known.containsKey(Meaning.COMMENT_TEXT)
                      || LINKS.contains(row.getOrDefault("type", ""))
                      || addressed && known.containsKey(Meaning.BYLINE)));
    }
  }
}
