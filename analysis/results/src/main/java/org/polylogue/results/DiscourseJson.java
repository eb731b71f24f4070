package org.polylogue.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.polylogue.corpus.spi.StrictJson;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.text.Explanation;
import org.polylogue.text.OffsetUnit;

/**
 * Everything found in one article and its comments as one line of JSON, and back. The format is
 * described in {@code docs/formats/discourse.md} and by {@code discourse.schema.json} beside it.
 * Numbers have at most four decimals, as in the tables; all else that is read back equals what was
 * written, and what was read is written as it was. Spans are {@code [start, end]} in UTF-16 code
 * units or in code points; each line says in which, and either is read.
 *
 * <p>Reading is strict: unknown fields, duplicate fields, another schema version and trailing text
 * are errors. Immutable and thread-safe.
 */
public final class DiscourseJson {

  /** Name and version of the format, written into every line. */
  public static final String SCHEMA = "polylogue-discourse/1";

  private static final int DEEPEST = 50;
  private static final int LONGEST_STRING = 50_000_000;

  private final OffsetUnit unit;
  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final boolean exact;

  /** The format with the layers of this library and offsets in UTF-16 code units. */
  public DiscourseJson() {
    this(OffsetUnit.UTF_16, Layers.STANDARD);
  }

  /**
   * The format with the layers of this library and offsets in a unit of choice.
   *
   * @param unit what offsets count in lines that are written
   */
  public DiscourseJson(OffsetUnit unit) {
    this(unit, Layers.STANDARD);
  }

  /**
   * The format with layers and a unit of offsets of choice.
   *
   * @param unit what offsets count in lines that are written
   * @param layers the layers that are read; what is written has the layers that it has
   */
  public DiscourseJson(OffsetUnit unit, Layers layers) {
    this(unit, layers, false);
  }

  private DiscourseJson(OffsetUnit unit, Layers layers, boolean exact) {
    this.exact = exact;
    this.unit = Objects.requireNonNull(unit, "unit");
    JsonMapper mapper =
        StrictJson.mapper(DEEPEST, LONGEST_STRING)
            .addModule(new Jdk8Module())
            .addModule(new DiscourseModule(layers))
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    this.writer = mapper.writerFor(DiscourseLine.class);
    this.reader = mapper.readerFor(DiscourseLine.class);
  }

  /**
   * The format with offsets in UTF-16 code units and all digits of numbers, for what is kept to be
   * gone on with: what is read back equals what was written.
   *
   * @param layers the layers that are read
   * @return the format
   */
  public static DiscourseJson exact(Layers layers) {
    return new DiscourseJson(OffsetUnit.UTF_16, layers, true);
  }

  /**
   * Writes one line.
   *
   * @param found what was found
   * @return JSON without a line break
   */
  public String write(Discourse found) {
    Discourse discourse = unit == OffsetUnit.CODE_POINTS ? SpanMapping.toCodePoints(found) : found;
    try {
      return text(writer, new DiscourseLine(SCHEMA, unit.label(), discourse));
    } catch (IOException e) {
      throw new IllegalStateException("article " + discourse.conversation().article().id(), e);
    }
  }

  private String text(ObjectWriter typed, Object value) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = typed.createGenerator(text)) {
      typed.writeValue(exact ? json : new Rounded(json), value);
    }
    return text.toString();
  }

  /** Writes decimals as the tables have them. */
  private static final class Rounded extends JsonGeneratorDelegate {

    Rounded(JsonGenerator json) {
      super(json, false);
    }

    @Override
    public void writeNumber(double value) throws IOException {
      super.writeNumber(Table.rounded(value) + 0.0);
    }
  }

  /**
   * What was found in each document, for formats that have metadata.
   *
   * @param found what was found
   * @return JSON objects by document id, with a field for each layer
   */
  public Map<String, String> findings(Discourse found) {
    Discourse discourse = unit == OffsetUnit.CODE_POINTS ? SpanMapping.toCodePoints(found) : found;
    Map<String, String> findings = new HashMap<>();
    for (DocumentDiscourse document : discourse.documents()) {
      try {
        findings.put(
            document.documentId(), text(writer.forType(DocumentDiscourse.class), document));
      } catch (IOException e) {
        throw new IllegalStateException("document " + document.documentId(), e);
      }
    }
    return findings;
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
      DiscourseLine line = reader.readValue(json);
      OffsetUnit written = OffsetUnit.ofLabel(line.offsets());
      return written == OffsetUnit.CODE_POINTS
          ? SpanMapping.toCodeUnits(line.discourse())
          : line.discourse();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(Explanation.of(e), e);
    } catch (NullPointerException e) {
      throw new IllegalArgumentException("missing: " + e.getMessage(), e);
    }
  }
}
