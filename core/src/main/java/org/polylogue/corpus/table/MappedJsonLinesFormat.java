package org.polylogue.corpus.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusLines;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.StrictJson;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.text.Explanation;

/**
 * Reads JSON Lines of others through a mapping: an article a line; a field {@code comments}, if it
 * is there, holds its comments as objects. Fields inside objects are named with dots, as in {@code
 * author.name}. A damaged line is a failure, the others are read. Immutable and thread-safe.
 */
public final class MappedJsonLinesFormat implements CorpusFormat {

  private static final String COMMENTS = "comments";

  private final ColumnMapping mapping;

  /**
   * A reader.
   *
   * @param mapping which field holds what, of articles and of comments
   */
  public MappedJsonLinesFormat(ColumnMapping mapping) {
    this.mapping = Objects.requireNonNull(mapping, "mapping");
  }

  @Override
  public String name() {
    return "mapped-json-lines";
  }

  /** Accepts files that begin with a JSON object. */
  @Override
  public boolean accepts(CorpusSource source) {
    return !source.isFolder() && source.headText().stripLeading().startsWith("{");
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    CorpusLines lines = source.lines();
    JsonMapper mapper = StrictJson.within(source.limits());
    return Stream.generate(lines::next)
        .takeWhile(Optional::isPresent)
        .map(Optional::get)
        .filter(line -> line.fault().isPresent() || !line.text().isBlank())
        .map(line -> outcome(source, line, mapper))
        .onClose(lines::close);
  }

  private ReadOutcome outcome(CorpusSource source, CorpusLines.Line line, JsonMapper mapper) {
    Place place = source.place(line.number());
    try {
      if (line.fault().isPresent()) {
        throw line.fault().get();
      }
      JsonNode node = mapper.readTree(line.text());
      if (!node.isObject()) {
        throw new CorpusException(place, "is no JSON object");
      }
      RowConversation reader = new RowConversation(mapping);
      Article article = reader.article(row(node), source.name() + "#" + line.number(), place);
      List<Comment> comments = new ArrayList<>();
      for (JsonNode comment : node.path(COMMENTS)) {
        comments.add(reader.comment(row(comment), comments.size() + 1, article.id(), place));
      }
      return new ReadOutcome.Read(place, Conversation.of(article, comments), List.of());
    } catch (JsonProcessingException e) {
      return new ReadOutcome.Failed(place, "is no JSON object: " + Explanation.of(e));
    } catch (CorpusException e) {
      return e.asOutcome();
    } catch (IllegalArgumentException e) {
      return new ReadOutcome.Failed(place, Explanation.of(e));
    }
  }

  /** Scalar fields by their path; depth is bounded by the limit on nesting. */
  static Map<String, String> row(JsonNode node) {
    Map<String, String> row = new LinkedHashMap<>();
    flatten("", node, row);
    return row;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> row) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = path + field.getKey();
      if (field.getValue().isObject()) {
        flatten(name + ".", field.getValue(), row);
      } else if (field.getValue().isValueNode() && !field.getValue().isNull()) {
        row.put(name, field.getValue().asText());
      }
    }
  }
}
