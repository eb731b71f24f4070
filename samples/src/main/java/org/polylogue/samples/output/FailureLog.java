package org.polylogue.samples.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/**
 * The documents that could not be read or analysed, one JSON object a line: {@code document} names
 * it, {@code stage} is {@code read} or the analysis that failed, {@code cause} says why. Not
 * thread-safe.
 */
public final class FailureLog {

  /** The stage of documents that could not be read. */
  public static final String READ = "read";

  private static final JsonFactory JSON = new JsonFactory();

  private final Writer writer;
  private int count;

  /**
   * An empty log.
   *
   * @param writer where to; closed by its owner
   */
  public FailureLog(Writer writer) {
    this.writer = writer;
  }

  /**
   * Adds a failure.
   *
   * @param document id of the article, or file and line where there is no article
   * @param stage {@link #READ} or the analysis that failed
   * @param cause why, in one line
   * @throws IOException if it cannot be written
   */
  public void add(String document, String stage, String cause) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("document", document);
      json.writeStringField("stage", stage);
      json.writeStringField("cause", cause);
      json.writeEndObject();
    }
    writer.append(line.toString()).append('\n');
    count++;
  }

  /**
   * Says a throwable in one line.
   *
   * @param cause what was thrown
   * @return its message, with the class in front where that is no plain wrong argument
   */
  public static String explain(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
    if (cause.getMessage() != null
        && (cause instanceof IllegalArgumentException || cause instanceof IOException)) {
      return message;
    }
    String name = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? name : name + ": " + message;
  }

  /**
   * How many failures were added.
   *
   * @return zero or more
   */
  public int count() {
    return count;
  }
}
