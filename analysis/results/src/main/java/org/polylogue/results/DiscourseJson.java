package org.polylogue.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Objects;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Actor;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Stance;
import org.polylogue.text.OffsetUnit;

/**
 * Everything found in one article and its comments as one line of JSON, and back. The format is
 * described in {@code docs/formats/discourse.md} and by {@code discourse.schema.json} beside it.
 * What is read back equals what was written. Spans are {@code [start, end]} in UTF-16 code units or
 * in code points; each line says in which, and either is read.
 *
 * <p>Reading is strict: unknown fields, duplicate fields, another schema version and trailing text
 * are errors. Immutable and thread-safe.
 */
public final class DiscourseJson {

  /** Name and version of the format, written into every line. */
  public static final String SCHEMA = "polylogue-discourse/1";

  private static final int LONGEST_STRING = 50_000_000;

  @JsonPropertyOrder({
    "schema",
    "offsets",
    "article",
    "comments",
    "irregularities",
    "actors",
    "documents",
    "stances"
  })
  private record Line(
      String schema,
      String offsets,
      Article article,
      List<Comment> comments,
      List<Conversation.Irregularity> irregularities,
      List<Actor> actors,
      List<DocumentDiscourse> documents,
      List<Stance> stances) {}

  private final OffsetUnit unit;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  /** The format with offsets in UTF-16 code units. */
  public DiscourseJson() {
    this(OffsetUnit.UTF_16);
  }

  /**
   * The format with offsets in a unit of choice.
   *
   * @param unit what offsets count in lines that are written
   */
  public DiscourseJson(OffsetUnit unit) {
    this.unit = Objects.requireNonNull(unit, "unit");
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(LONGEST_STRING)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    JsonMapper mapper =
        JsonMapper.builder(factory)
            .addModule(new Jdk8Module())
            .addModule(new DiscourseModule())
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    this.writer = mapper.writerFor(Line.class);
    this.reader = mapper.readerFor(Line.class);
  }

  /**
   * Writes one line.
   *
   * @param found what was found
   * @return JSON without a line break
   */
  public String write(Discourse found) {
    Discourse discourse = unit == OffsetUnit.CODE_POINTS ? SpanMapping.toCodePoints(found) : found;
    Conversation conversation = discourse.conversation();
    try {
      return writer.writeValueAsString(
          new Line(
              SCHEMA,
              unit.label(),
              conversation.article(),
              conversation.comments(),
              conversation.irregularities(),
              discourse.actors(),
              discourse.documents(),
              discourse.stances()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("article " + conversation.article().id(), e);
    }
  }

  /**
   * Reads one line.
   *
   * @param json a line that {@link #write} made
   * @return what was found
   * @throws IllegalArgumentException if it is no such line; the message says why
   */
  public Discourse read(String json) {
    try {
      Line line = reader.readValue(json);
      if (!SCHEMA.equals(line.schema())) {
        throw new IllegalArgumentException("schema " + line.schema() + ", not " + SCHEMA);
      }
      OffsetUnit written = OffsetUnit.ofLabel(Objects.requireNonNull(line.offsets(), "offsets"));
      Conversation conversation =
          Conversation.restored(
              Objects.requireNonNull(line.article(), "article"),
              Objects.requireNonNull(line.comments(), "comments"),
              Objects.requireNonNull(line.irregularities(), "irregularities"));
      Discourse discourse =
          new Discourse(conversation, line.actors(), line.documents(), line.stances());
      return written == OffsetUnit.CODE_POINTS ? SpanMapping.toCodeUnits(discourse) : discourse;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (NullPointerException e) {
      throw new IllegalArgumentException("missing: " + e.getMessage(), e);
    }
  }
}
