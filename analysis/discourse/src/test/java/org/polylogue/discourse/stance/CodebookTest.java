package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodebookTest {

  private static Codebook read(String json) throws IOException {
    return Codebook.read(new StringReader(json), "book.json");
  }

  @Test
  void conceptsComeWithPhrasesAndPatterns() throws IOException {
    Codebook book =
        read(
            """
            {"concepts": [
              {"name": "tolls", "phrases": ["road toll"]},
              {"name": "bridge", "patterns": ["bridges?"]}
            ]}
            """);
    assertThat(book.concepts())
        .extracting(Codebook.Concept::name)
        .containsExactly("tolls", "bridge");
    assertThat(book.concepts().get(0).recognisers().get(0).matcher("The  ROAD\n TOLL!").find())
        .isTrue();
    assertThat(book.concepts().get(0).recognisers().get(0).matcher("broad tolling").find())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                                   | line 1, column 1",
        "{\"concepts\": [{\"name\": \"x\"}]}                    | needs a phrase or a pattern",
        "{\"concepts\": [{\"name\": \"x\", \"patterns\": [\"(\"]}]} | column 42: no regular",
        "{\"concepts\": [{\"name\": 7}]}                        | line 1, column 24",
        "{\"concepts\": [{\"nam\": \"x\"}]}                     | name, phrases and patterns",
        "{\"konzepte\": []}                                   | konzepte",
        "{\"concepts\": [                                     | line 1, column",
        "{}                                                   | is missing",
        "{\"concepts\": []} x                                 | line 1, column"
      })
  void mistakesAreNamedWithLineAndColumn(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("book.json, line 1, column ")
        .hasMessageContaining(message);
  }

  @Test
  void aNameMustNotComeTwice() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"concepts\": [{\"name\": \"x\", \"phrases\": [\"a\"]},\n"
                        + "{\"name\": \"X\", \"phrases\": [\"b\"]}]}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("comes twice");
  }
}
