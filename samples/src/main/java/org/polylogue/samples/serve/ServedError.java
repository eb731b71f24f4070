package org.polylogue.samples.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * What went wrong, as a server tells it. Immutable.
 *
 * @param place which document, line or part of the request
 * @param cause what is wrong
 * @param cure how to mend it
 */
record ServedError(String place, String cause, String cure) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Of a reason as readers and analyses give it, its cure behind the last semicolon. */
  static ServedError of(String place, String reason, String otherwise) {
    int cut = reason.lastIndexOf("; ");
    return cut < 0
        ? new ServedError(place, reason, otherwise)
        : new ServedError(place, reason.substring(0, cut), reason.substring(cut + 2));
  }

  /** A JSON object without line breaks. */
  String line() {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeObjectFieldStart("error");
      json.writeStringField("place", place);
      json.writeStringField("cause", cause);
      json.writeStringField("cure", cure);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }
}
