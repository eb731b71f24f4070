package org.polylogue.discourse.stance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polylogue.text.Explanation;
import org.polylogue.text.Utf8File;

/**
 * The concepts that a study asks about. A codebook file is JSON:
 *
 * <pre>{@code
 * {"concepts": [
 *   {"name": "sanctions are lifted",
 *    "phrases": ["lift sanctions", "end of the sanctions"],
 *    "patterns": ["sanctions? (relief|lifted)"]}
 * ]}
 * }</pre>
 *
 * <p>Phrases match whole words in any case; patterns are regular expressions of {@link Pattern}, in
 * any case. A concept needs a name and at least one phrase or pattern. Immutable and thread-safe.
 *
 * @param concepts the concepts in the order of the file
 */
public record Codebook(List<Concept> concepts) {

  /**
   * A concept.
   *
   * @param name its name, also read as the claim that speakers favour or oppose
   * @param phrases words by which it is recognised
   * @param patterns regular expressions by which it is recognised
   */
  public record Concept(String name, List<String> phrases, List<Pattern> patterns) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is blank or nothing tells how to recognise it
     */
    public Concept {
      phrases = List.copyOf(phrases);
      patterns = List.copyOf(patterns);
      if (name.isBlank()) {
        throw new IllegalArgumentException("a concept needs a name");
      }
      if (phrases.isEmpty() && patterns.isEmpty()) {
        throw new IllegalArgumentException(
            "concept '" + name + "' needs a phrase or a pattern to be recognised by");
      }
    }

    /**
     * All patterns, those of the phrases included.
     *
     * @return at least one
     */
    List<Pattern> recognisers() {
      List<Pattern> all = new ArrayList<>();
      for (String phrase : phrases) {
        String words =
            Stream.of(phrase.strip().split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s++"));
        all.add(compiled("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])"));
      }
      all.addAll(patterns);
      return all;
    }
  }

  /** Copies the concepts and checks that no name comes twice. */
  public Codebook {
    concepts = List.copyOf(concepts);
    Set<String> names = new HashSet<>();
    for (Concept concept : concepts) {
      if (!names.add(concept.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("concept '" + concept.name() + "' comes twice");
      }
    }
  }

  private static Pattern compiled(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * Reads a codebook file in UTF-8.
   *
   * @param file the JSON file
   * @return the codebook
   * @throws IOException if it cannot be read or is no codebook; the message names file, line and
   *     column
   */
  public static Codebook read(Path file) throws IOException {
    try (Reader reader = Utf8File.open(file)) {
      return read(reader, file.toString());
    }
  }

  /**
   * Reads a codebook.
   *
   * @param reader JSON, read to its end, not closed
   * @param name of the source, for messages
   * @return the codebook
   * @throws IOException if it cannot be read or is no codebook; the message names source, line and
   *     column
   */
  public static Codebook read(Reader reader, String name) throws IOException {
    JsonFactory factory = JsonFactory.builder().build();
    try (JsonParser parser = factory.createParser(reader)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      return new Parser(parser, name).codebook();
    } catch (JsonProcessingException e) {
      throw mistake(name, e.getLocation(), Explanation.of(e));
    }
  }

  private static IOException mistake(String name, JsonLocation where, String problem) {
    return new IOException(
        name + ", line " + where.getLineNr() + ", column " + where.getColumnNr() + ": " + problem);
  }

  private record Parser(JsonParser json, String name) {

    Codebook codebook() throws IOException {
      expect(json.nextToken(), JsonToken.START_OBJECT, "a codebook begins with {");
      List<Concept> concepts = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (!json.currentName().equals("concepts") || concepts != null) {
          throw wrong("expected one member \"concepts\", found \"" + json.currentName() + "\"");
        }
        concepts = concepts();
      }
      if (concepts == null) {
        throw wrong("the member \"concepts\" is missing");
      }
      if (json.nextToken() != null) {
        throw wrong("something follows the codebook");
      }
      try {
        return new Codebook(concepts);
      } catch (IllegalArgumentException e) {
        throw wrong(e.getMessage());
      }
    }

    private List<Concept> concepts() throws IOException {
      expect(json.nextToken(), JsonToken.START_ARRAY, "\"concepts\" is a list");
      List<Concept> concepts = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        expect(json.currentToken(), JsonToken.START_OBJECT, "a concept begins with {");
        concepts.add(concept());
      }
      return concepts;
    }

    private Concept concept() throws IOException {
      JsonLocation start = json.currentTokenLocation();
      String title = "";
      List<String> phrases = List.of();
      List<Pattern> patterns = new ArrayList<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String member = json.currentName();
        json.nextToken();
        switch (member) {
          case "name" -> title = text();
          case "phrases" -> phrases = texts(null);
          case "patterns" -> texts(patterns);
          default -> throw wrong("a concept has name, phrases and patterns, not " + member);
        }
      }
      try {
        return new Concept(title, phrases, patterns);
      } catch (IllegalArgumentException e) {
        throw mistake(name, start, e.getMessage());
      }
    }

    private List<String> texts(List<Pattern> patterns) throws IOException {
      expect(json.currentToken(), JsonToken.START_ARRAY, "phrases and patterns are lists");
      List<String> texts = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        texts.add(text());
        if (patterns != null) {
          try {
            patterns.add(compiled(json.getText()));
          } catch (PatternSyntaxException e) {
            throw wrong("no regular expression: " + e.getDescription());
          }
        }
      }
      return texts;
    }

    private String text() throws IOException {
      expect(json.currentToken(), JsonToken.VALUE_STRING, "expected a text in quotation marks");
      if (json.getText().isBlank()) {
        throw wrong("the text is blank");
      }
      return json.getText();
    }

    private void expect(JsonToken found, JsonToken wanted, String problem) throws IOException {
      if (found != wanted) {
        throw wrong(problem);
      }
    }

    private IOException wrong(String problem) {
      return mistake(name, json.currentTokenLocation(), problem);
    }
  }
}
