package org.polylogue.corpus.convokit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.StrictJson;
import org.polylogue.text.Explanation;

/**
 * Reads the JSON of a corpus folder. Old names of fields ({@code root}, {@code user}) are known.
 */
final class ConvokitJson {

  private static final int LONGEST_TITLE = 1000;

  private final ObjectReader members;
  private final ObjectReader lines;

  ConvokitJson(ReadLimits limits) {
    lines = StrictJson.within(limits).reader();
    members = lines.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  Utterance utterance(String line, Place place) {
    JsonNode node;
    try {
      node = lines.readTree(line);
    } catch (JsonProcessingException e) {
      String column = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
      throw new CorpusException(place, "is no JSON object" + column + ": " + Explanation.of(e));
    }
    if (node == null || !node.isObject()) {
      throw new CorpusException(place, "is no JSON object");
    }
    String id = required(node, place, "id", null);
    JsonNode text = node.get("text");
    JsonNode meta = node.get("meta");
    return new Utterance(
        id,
        required(node, place, "conversation_id", "root"),
        text == null || text.isNull() ? "" : text.asText(),
        optional(node, "speaker", "user"),
        optional(node, "reply-to", "reply_to"),
        timestamp(node.get("timestamp")),
        meta == null || !meta.isObject() ? JsonNodeFactory.instance.objectNode() : meta);
  }

  private static String required(JsonNode node, Place place, String name, String old) {
    Optional<String> value = optional(node, name, old);
    if (value.isEmpty() || value.get().isBlank()) {
      throw new CorpusException(place, "this utterance has no " + name);
    }
    return value.get();
  }

  /** Ids may be numbers; old corpora give a speaker as an object. */
  private static Optional<String> optional(JsonNode node, String name, String old) {
    JsonNode value = node.get(name);
    if ((value == null || value.isNull()) && old != null) {
      value = node.get(old);
    }
    if (value != null && value.isObject()) {
      value = value.get("id");
    }
    return value == null || value.isNull() || value.isContainerNode()
        ? Optional.empty()
        : Optional.of(value.asText());
  }

  private static Optional<Double> timestamp(JsonNode node) {
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(node.isNumber() ? node.asDouble() : Double.parseDouble(node.asText()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Titles by conversation, read as a stream; a file that is missing or damaged has none. */
  Map<String, String> titles(CorpusSource file) {
    Map<String, String> titles = new HashMap<>();
    if (!Files.isRegularFile(file.path())) {
      return titles;
    }
    try (InputStream in = file.open();
        JsonParser json = members.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new CorpusException(file.place(), "is no JSON object of conversations");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String id = json.currentName();
        json.nextToken();
        JsonNode conversation = members.readTree(json);
        JsonNode title = conversation.path("meta").path("title");
        if (title.isTextual() && title.asText().length() <= LONGEST_TITLE) {
          titles.put(id, title.asText());
        }
      }
      return titles;
    } catch (JsonProcessingException e) {
      throw new CorpusException(
          file.place(e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr())),
          "is no valid JSON: " + Explanation.of(e));
    } catch (IOException e) {
      throw new CorpusException(file.place(), "cannot be read: " + Explanation.of(e));
    }
  }
}
