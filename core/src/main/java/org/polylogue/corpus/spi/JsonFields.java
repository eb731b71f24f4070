package org.polylogue.corpus.spi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.polylogue.model.Publication;

/** Fields that formats write alike in JSON. */
public final class JsonFields {

  private JsonFields() {}

  /**
   * Writes what is known of a publication into the object that is open.
   *
   * @param json where it goes
   * @param facts of an article
   * @throws IOException if it cannot be written
   */
  public static void publication(JsonGenerator json, Publication facts) throws IOException {
    optional(json, "outlet", facts.outlet());
    optional(json, "author", facts.author());
    optional(json, "date", facts.date());
    optional(json, "url", facts.url());
    optional(json, "section", facts.section());
    attributes(json, facts.attributes());
  }

  /**
   * Writes a value as a string, nothing if there is none.
   *
   * @param json where it goes
   * @param field name of the field
   * @param value the value
   * @throws IOException if it cannot be written
   */
  public static void optional(JsonGenerator json, String field, Optional<?> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get().toString());
    }
  }

  /**
   * Writes the object {@code attributes}, nothing if there are none.
   *
   * @param json where it goes
   * @param attributes in the order in which they are written
   * @throws IOException if it cannot be written
   */
  public static void attributes(JsonGenerator json, Map<String, String> attributes)
      throws IOException {
    if (!attributes.isEmpty()) {
      json.writeObjectFieldStart("attributes");
      for (Map.Entry<String, String> attribute : attributes.entrySet()) {
        json.writeStringField(attribute.getKey(), attribute.getValue());
      }
      json.writeEndObject();
    }
  }
}
