package org.polylogue.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Affected;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Tone;
import org.polylogue.model.ToneProbabilities;
import org.polylogue.model.Voice;
import org.polylogue.text.OffsetUnit;
import org.polylogue.text.Span;

class DiscourseJsonTest {

  private final DiscourseJson json = new DiscourseJson();
  private final Discourse discourse = Findings.everyKind();

  @Test
  void whatIsWrittenIsReadBackEqual() {
    assertThat(json.read(json.write(discourse))).isEqualTo(discourse);
  }

  @Test
  void offsetsInCodePointsAreThoseOfPythonAndAreReadBackEqual() throws IOException {
    DiscourseJson points = new DiscourseJson(OffsetUnit.CODE_POINTS);
    String line = points.write(discourse);
    JsonNode rest = new ObjectMapper().readTree(line).at("/article/blocks/2");
    assertThat(rest.get("start").asInt()).isEqualTo(24);
    assertThat(rest.get("end").asInt()).isEqualTo(30);
    assertThat(line).contains("\"offsets\":\"code-points\"");
    assertThat(points.read(line)).isEqualTo(discourse);
    assertThat(json.read(line)).isEqualTo(discourse);
  }

  @Test
  void anotherUnitOfOffsetsIsRefused() {
    String line = json.write(discourse).replace("\"utf-16\"", "\"bytes\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.read(line))
        .withMessageContaining("bytes");
  }

  @Test
  void numbersHaveAtMostFourDecimalsAndWhatWasReadIsWrittenAsItWas() {
    Sentiment tone =
        new Sentiment(
            new Span(0, 4),
            -2 / 3.0,
            new Voice.Author(),
            Optional.empty(),
            List.of(new Sentiment.Contribution("text", -1e-7)),
            Tone.NEGATIVE,
            Optional.of(new ToneProbabilities(2 / 3.0, 1 / 6.0, 1 / 6.0)),
            Affected.NONE,
            List.of(),
            Optional.empty());
    Discourse exact =
        new Discourse(
            Conversation.of(Article.of("a", "T", "Text."), List.of()),
            List.of(),
            List.of(
                new DocumentDiscourse(
                    "a", List.of(), List.of(), List.of(), List.of(tone), List.of())),
            List.of());
    String line = json.write(exact);
    assertThat(line)
        .contains("-0.6667", "0.6667", "0.1667", "\"amount\":0.0")
        .doesNotContainPattern("[0-9]\\.[0-9]{5}")
        .doesNotContain("E-");
    assertThat(json.write(json.read(line))).isEqualTo(line);
    DiscourseJson all = DiscourseJson.exact(Layers.STANDARD);
    assertThat(all.read(all.write(exact))).isEqualTo(exact);
  }

  @Test
  void anArticleIsOneLine() {
    assertThat(json.write(discourse)).doesNotContain("\n").doesNotContain("\r");
  }

  @Test
  void everyKindOfValueFitsTheDocumentedSchema() throws IOException {
    String schema =
        Files.readString(
            Path.of(System.getProperty("polylogue.root"), "docs/formats/discourse.schema.json"));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(json.write(discourse), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void theDocumentedSchemaRefusesAnUnknownField() throws IOException {
    String schema =
        Files.readString(
            Path.of(System.getProperty("polylogue.root"), "docs/formats/discourse.schema.json"));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(
                    json.write(discourse).replace("\"rule\":", "\"ruler\":"), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void anUnknownFieldIsRefused() {
    String line = json.write(discourse).replace("\"stances\":", "\"more\":1,\"stances\":");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.read(line))
        .withMessageContaining("more");
  }

  @Test
  void anotherVersionIsRefused() {
    String line = json.write(discourse).replace("discourse/1", "discourse/2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.read(line))
        .withMessageContaining("discourse/2");
  }

  @Test
  void everyTruncationIsRefused() {
    String line = json.write(discourse);
    for (int length = 0; length < line.length(); length += 7) {
      String part = line.substring(0, length);
      assertThatIllegalArgumentException().isThrownBy(() -> json.read(part));
    }
  }

  @Test
  void theFieldsComeInTheDocumentedOrder() throws IOException {
    assertThat(new ObjectMapper().readTree(json.write(discourse)).fieldNames())
        .toIterable()
        .containsExactly(
            "schema",
            "offsets",
            "article",
            "comments",
            "irregularities",
            "actors",
            "documents",
            "stances");
  }
}
