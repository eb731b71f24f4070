package org.polylogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.model.Block;

class ExplanationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": [1, 2",
        "{\"a\": tru}",
        "{\"a\": \"b",
        "{\"a\": \"\u0001\"}",
        "[1, 2}",
        "{a: 1}",
        "\"\\x\"",
        "{\"kind\": \"NONE\"}",
        "{\"kind\": {}}",
        "{\"span\": [1]}"
      })
  void whatJacksonSaysIsSaidWithoutItsInnerWords(String json) {
    String said = "";
    try {
      new JsonMapper().readValue(json, Block.class);
    } catch (JsonProcessingException e) {
      said = Explanation.of(e);
    }
    assertThat(said)
        .isNotBlank()
        .doesNotContain("REDACTED", "Source", "StreamRead", "org.polylogue", "java.", "\n");
  }

  private record Bag(String name, List<String> things) {
    Bag {
      things = List.copyOf(things);
      Objects.requireNonNull(name, "name");
    }
  }

  @ParameterizedTest
  @CsvSource({"'{}', missing", "'{\"things\": []}', missing: name"})
  void aPartThatIsMissingIsSaidSo(String json, String end) {
    assertThatThrownBy(() -> new JsonMapper().readValue(json, Bag.class))
        .satisfies(
            e ->
                assertThat(Explanation.of(e))
                    .isEqualTo(
                        "Cannot construct instance of `ExplanationTest$Bag`, a part of it is "
                            + end));
  }

  @Test
  void anUnknownConstantIsNamedWithoutItsClass() {
    String said = "";
    try {
      Block.Kind.valueOf("Some.THING x");
    } catch (IllegalArgumentException e) {
      said = Explanation.of(e);
    }
    assertThat(said).startsWith("unknown value ").endsWith("THING x").doesNotContain("enum", "org");
  }

  @Test
  void whatJavaRanOutOfIsSaidWithItsCure() {
    assertThat(Explanation.of(new StackOverflowError())).contains("stack").doesNotContain("Error");
    assertThat(Explanation.of(new OutOfMemoryError("Java heap space"))).contains("-Xmx");
    assertThat(Explanation.of(new UncheckedIOException(new IOException("disk full"))))
        .isEqualTo("disk full");
    assertThat(Explanation.of(new IllegalStateException("seven")))
        .isEqualTo("IllegalStateException: seven");
    assertThat(Explanation.of(new NullPointerException())).isEqualTo("NullPointerException");
  }

  @Test
  void aLineNeitherBreaksNorTurnsAround() {
    assertThat(Explanation.oneLine("a\u202eb\r\nc\u001b[31md\u2066e\u2028f"))
        .isEqualTo("a b c [31md e f");
  }
}
