package org.polylogue.corpus.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.polylogue.corpus.table.ColumnMapping.Meaning;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.text.Explanation;

/**
 * Reads JSON Lines of others through a mapping, beside which known names still count: an article a
 * line; a field {@code comments}, if it is there, holds its comments as objects. Fields inside
 * objects are named with dots, as in {@code author.name}. A damaged line is a failure, the others
 * are read. Immutable and thread-safe.
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

  /** Accepts files whose first line is a JSON object. */
  @Override
  public boolean accepts(CorpusSource source) {
    String head = source.isFolder() ? "" : source.headText().stripLeading();
    String line = head.lines().findFirst().orElse("").strip();
    return line.startsWith("{") && (line.endsWith("}") || line.length() == head.length());
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
      Map<String, String> row = JsonRowsFormat.row(node);
      Article article =
          new RowConversation(columns(row, false, place))
              .article(row, source.name() + "#" + line.number(), place);
      List<Comment> comments = new ArrayList<>();
      for (JsonNode comment : node.path(COMMENTS)) {
        Map<String, String> said = JsonRowsFormat.row(comment);
        comments.add(
            new RowConversation(columns(said, true, place))
                .comment(said, comments.size() + 1, article.id(), place));
      }
      return new ReadOutcome.Read(
          place, Conversation.of(article, TableFormat.apart(article.id(), comments)), List.of());
    } catch (JsonProcessingException e) {
      return new ReadOutcome.Failed(place, "is no JSON object: " + Explanation.of(e));
    } catch (CorpusException e) {
      return e.asOutcome();
    } catch (IllegalArgumentException e) {
      return new ReadOutcome.Failed(place, Explanation.of(e));
    }
  }

  /** What a line or comment is read with; a text that was named has to be there. */
  private ColumnMapping columns(Map<String, String> row, boolean comment, Place place) {
    Meaning text = comment ? Meaning.COMMENT_TEXT : Meaning.TEXT;
    String named = mapping.columns().get(text);
    if (named != null && !row.containsKey(named)) {
      throw new CorpusException(
          place, "there is no field " + named + "; fields are " + String.join(", ", row.keySet()));
    }
    Map<Meaning, String> asked = new HashMap<>(mapping.columns());
    if (!comment) {
      asked.keySet().removeAll(List.of(Meaning.COMMENT, Meaning.PARENT, Meaning.COMMENT_TEXT));
    }
    return new ColumnMapping(asked)
        .within(row.keySet())
        .completed(List.copyOf(row.keySet()), comment);
  }
}
