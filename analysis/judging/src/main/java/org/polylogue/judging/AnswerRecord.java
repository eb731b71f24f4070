package org.polylogue.judging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.polylogue.text.Utf8File;

/**
 * What a language model answered, as JSON Lines, a line for each answer, written when it comes: a
 * run that was stopped goes on where it was, and a whole record answers without the model. For one
 * thread and one process.
 */
public final class AnswerRecord {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final Path file;
  private final Map<String, Line> lines;

  /**
   * An answer.
   *
   * @param request SHA-256 of model, instructions and row
   * @param row id of the row
   * @param model its name
   * @param answer what it answered, unchanged
   * @param inputTokens tokens of the request, as the server counts; 0 if it does not
   * @param outputTokens tokens of the answer
   * @param milliseconds from request to answer
   */
  public record Line(
      String request,
      String row,
      String model,
      String answer,
      @JsonProperty("input_tokens") long inputTokens,
      @JsonProperty("output_tokens") long outputTokens,
      long milliseconds) {
    /** Checks that all parts are there. */
    public Line {
      Objects.requireNonNull(request, "request");
      Objects.requireNonNull(row, "row");
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(answer, "answer");
    }
  }

  private AnswerRecord(Path file, Map<String, Line> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * Opens a record.
   *
   * @param file made with the first answer if it is missing
   * @return the record, with the answers that are in it
   * @throws IOException if it cannot be read or a line is damaged; the message names it
   */
  public static AnswerRecord open(Path file) throws IOException {
    Map<String, Line> lines = new HashMap<>();
    if (Files.exists(file)) {
      try (BufferedReader reader = Utf8File.open(file)) {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          number++;
          try {
            Line read = JSON.readValue(line, Line.class);
            lines.putIfAbsent(read.request(), read);
          } catch (JsonProcessingException e) {
            throw new IOException(
                file + ", line " + number + ": this is no whole answer; delete the line", e);
          }
        }
      }
    }
    return new AnswerRecord(file, lines);
  }

  /** What was answered to a request before. */
  Optional<Line> of(String request) {
    return Optional.ofNullable(lines.get(request));
  }

  void add(Line line) throws IOException {
    Files.writeString(
        file,
        JSON.writeValueAsString(line) + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    lines.put(line.request(), line);
  }

  /** Its name, for messages. */
  Path file() {
    return file;
  }
}
