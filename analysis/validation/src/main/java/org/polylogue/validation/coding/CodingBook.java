package org.polylogue.validation.coding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polylogue.text.Utf8File;

/**
 * What coders are told: the question and its codes, each with a definition and examples of what it
 * is and what it is not.
 *
 * @param question what is asked of each row, one sentence
 * @param instructions what holds for all codes; may be empty
 * @param codes at least two
 */
public record CodingBook(String question, String instructions, List<Code> codes) {

  private static final int MOST_CODES = 26;

  /**
   * A code.
   *
   * @param code as it is written into the table, such as {@code SAID}
   * @param definition what it means
   * @param yes examples of it
   * @param no examples of what it is not, each perhaps with the reason
   */
  public record Code(String code, String definition, List<String> yes, List<String> no) {
    /**
     * Fills what is missing.
     *
     * @throws IllegalArgumentException if the code is blank
     */
    public Code {
      if (code == null || code.isBlank()) {
        throw new IllegalArgumentException("a code has no name");
      }
      definition = Objects.requireNonNullElse(definition, "");
      yes = yes == null ? List.of() : List.copyOf(yes);
      no = no == null ? List.of() : List.copyOf(no);
    }
  }

  /**
   * Checks the codes.
   *
   * @throws IllegalArgumentException if there are fewer than two or more than 26 of them, or one
   *     comes twice
   */
  public CodingBook {
    question = Objects.requireNonNullElse(question, "");
    instructions = Objects.requireNonNullElse(instructions, "");
    codes = codes == null ? List.of() : List.copyOf(codes);
    Set<String> once = new HashSet<>();
    for (Code code : codes) {
      if (!once.add(code.code())) {
        throw new IllegalArgumentException("the code " + code.code() + " comes twice");
      }
    }
    if (codes.size() < 2 || codes.size() > MOST_CODES) {
      throw new IllegalArgumentException(
          codes.size() + " codes; a codebook has 2 to " + MOST_CODES);
    }
  }

  /**
   * Reads a codebook: a JSON object with {@code question}, {@code instructions} and {@code codes},
   * each of these with {@code code}, {@code definition}, {@code yes} and {@code no}.
   *
   * @param file JSON in UTF-8
   * @return the codebook
   * @throws IOException if it cannot be read or is none; the message names the file
   */
  public static CodingBook read(Path file) throws IOException {
    try (Reader reader = Utf8File.open(file)) {
      return read(reader, file.toString());
    }
  }

  private static CodingBook read(Reader reader, String name) throws IOException {
    try {
      CodingBook book =
          JsonMapper.builder()
              .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
              .build()
              .readValue(reader, CodingBook.class);
      if (book == null) {
        throw new IOException(name + ": is empty");
      }
      return book;
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      throw new IOException(name + where + ": no codebook: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The codebook that is shipped for a question.
   *
   * @param task the question; of stances the one scheme that it asks for
   * @return the codebook; empty if there is none
   */
  public static Optional<CodingBook> shipped(CodingTask task) {
    String name =
        task.table().equals("stances")
            ? task.where().contains("scheme=agreement") ? "stances-agreement" : "stances-favor"
            : task.table() + "-" + task.question();
    try (InputStream in = CodingBook.class.getResourceAsStream(name + ".json")) {
      return in == null
          ? Optional.empty()
          : Optional.of(read(new java.io.InputStreamReader(in, StandardCharsets.UTF_8), name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A codebook of the values that a column has, and {@code OTHER}.
   *
   * @param column its name
   * @param values the different values
   * @return codes without definitions
   * @throws IllegalArgumentException if there are more than 25 values
   */
  public static CodingBook of(String column, List<String> values) {
    if (values.size() >= MOST_CODES) {
      throw new IllegalArgumentException(
          "the column " + column + " has " + values.size() + " different values; give a codebook");
    }
    List<Code> codes = new java.util.ArrayList<>();
    values.forEach(value -> codes.add(new Code(value, "", List.of(), List.of())));
    if (!values.contains("OTHER")) {
      codes.add(new Code("OTHER", "None of these.", List.of(), List.of()));
    }
    return new CodingBook("Which " + column + " is it?", "", codes);
  }
}
