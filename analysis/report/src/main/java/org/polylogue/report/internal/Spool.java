package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Articles on their way into a report, on disk: for each a line of the list and one of data. */
public final class Spool implements AutoCloseable {

  /** Takes what was spooled of an article. */
  public interface Taker {
    /**
     * Takes an article.
     *
     * @param index its position in the report, from 0
     * @param row its line of the list, as JSON that is safe in a script
     * @param data what is to be read of it, in Base64; empty if it is not in the report
     * @throws IOException if it cannot be written on
     */
    void take(int index, String row, String data) throws IOException;
  }

  private final Path file;
  private final BufferedWriter writer;
  private long bytes;

  /**
   * An empty spool.
   *
   * @param file where it lies until it is closed
   * @throws IOException if it cannot be made
   */
  public Spool(Path file) throws IOException {
    this.file = file;
    this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  /**
   * Adds an article.
   *
   * @param row its line of the list
   * @param data what is to be read of it, in Base64; empty for nothing
   * @throws IOException if it cannot be written
   */
  public void add(ArticleRow row, byte[] data) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = SafeJson.generator(line)) {
      row.write(json);
    }
    writer.append(line.getBuffer()).append('\n');
    writer.append(new String(data, StandardCharsets.US_ASCII)).append('\n');
    bytes += line.getBuffer().length() + data.length;
  }

  /**
   * Its size.
   *
   * @return characters of lists and data
   */
  public long bytes() {
    return bytes;
  }

  /**
   * Hands everything on, in the order in which it came.
   *
   * @param taker takes it
   * @throws IOException if it cannot be read or taken
   */
  public void forEach(Taker taker) throws IOException {
    writer.flush();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int index = 0;
      for (String row = reader.readLine(); row != null; row = reader.readLine()) {
        taker.take(index++, row, reader.readLine());
      }
    }
  }

  /**
   * Writes the list of articles as a field of an open object.
   *
   * @param json where to
   * @throws IOException if that fails
   */
  public void writeRows(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("articles");
    forEach((index, row, data) -> json.writeRawValue(row));
    json.writeEndArray();
  }

  /** Removes it. */
  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
