package org.polylogue.results.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.polylogue.discourse.Discourse;

/**
 * The documents that could not be read or analysed, one JSON object a line: {@code document} names
 * it, {@code stage} is {@code read}, the analysis that failed or {@code write}, {@code cause} says
 * why. Not thread-safe.
 */
public final class FailureLog implements ResultFile {

  /** The stage of documents that could not be read. */
  public static final String READ = "read";

  /** The stage of documents that were analysed and are missing in a result file. */
  public static final String WRITE = "write";

  private static final JsonFactory JSON = new JsonFactory();

  private final Writer writer;

  /**
   * An empty log.
   *
   * @param folder where {@code failures.jsonl} appears once it is published
   * @throws IOException if it cannot be made
   */
  public FailureLog(OutputFolder folder) throws IOException {
    this.writer = folder.file("failures.jsonl");
  }

  @Override
  public String name() {
    return "failures.jsonl";
  }

  /** Does nothing: only failures are listed. */
  @Override
  public void add(Discourse discourse) {}

  @Override
  public void addFailure(String document, String stage, String cause) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("document", document);
      json.writeStringField("stage", stage);
      json.writeStringField("cause", cause);
      json.writeEndObject();
    }
    writer.append(line.toString()).append('\n');
  }
}
