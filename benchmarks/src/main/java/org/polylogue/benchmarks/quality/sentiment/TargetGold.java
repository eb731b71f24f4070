package org.polylogue.benchmarks.quality.sentiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.sentiment.TargetSentiment;
import org.polylogue.language.Sentence;
import org.polylogue.text.Span;

/**
 * A target of NewsMTSC (Hamborg and Donnay 2021) with what the library sees of it.
 *
 * @param line of the file, from 0
 * @param index of the target in its line, from 0
 * @param article number of the article that the sentence is from; each sentence has its own where
 *     the publisher does not tell
 * @param text the sentence
 * @param span of the target, in UTF-16 code units
 * @param label -1, 0 or 1
 * @param sentence what the engine made of the part that the target is in
 * @param features what the linear model is given
 */
record TargetGold(
    int line,
    int index,
    int article,
    String text,
    Span span,
    String label,
    Sentence sentence,
    FeatureVector features) {

  static List<TargetGold> read(
      Path file, Annotations annotations, TargetSentiment.Features features) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<TargetGold> all = new ArrayList<>();
    Map<String, Integer> articles = new HashMap<>();
    List<String> lines = GoldFile.lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String place = file + ", line " + (i + 1);
      JsonNode row;
      try {
        row = json.readTree(lines.get(i));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(place + ": no JSON: " + e.getOriginalMessage(), e);
      }
      String text = row.path("sentence_normalized").asText();
      String id = row.path("primary_gid").asText();
      int article = articles.computeIfAbsent(articleOf(id), key -> articles.size());
      List<Sentence> sentences = annotations.of(text);
      JsonNode targets = row.path("targets");
      if (text.isBlank() || !targets.isArray()) {
        throw new IllegalArgumentException(place + ": no sentence_normalized or no targets");
      }
      for (int k = 0; k < targets.size(); k++) {
        Span span = span(text, targets.get(k), place);
        Sentence sentence = sentenceOf(sentences, span, place);
        all.add(
            new TargetGold(
                i,
                k,
                article,
                text,
                span,
                label(targets.get(k), place),
                sentence,
                features.of(sentence, span)));
      }
    }
    return all;
  }

  /** The publisher counts code points. */
  private static Span span(String text, JsonNode target, String place) {
    int from = target.path("from").asInt(-1);
    int to = target.path("to").asInt(-1);
    if (from < 0 || to <= from || to > text.codePointCount(0, text.length())) {
      throw new IllegalArgumentException(place + ": target from " + from + " to " + to);
    }
    return new Span(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }

  private static String label(JsonNode target, String place) {
    int polarity = target.path("polarity").asInt();
    return switch (polarity) {
      case 2 -> "-1";
      case 4 -> "0";
      case 6 -> "1";
      default -> throw new IllegalArgumentException(place + ": polarity " + polarity);
    };
  }

  private static String articleOf(String id) {
    String[] parts = id.split("_");
    return parts.length < 3
        ? id
        : parts[0] + "_" + parts[1] + (id.startsWith("p") ? "_" + parts[2] : "");
  }

  static Sentence sentenceOf(List<Sentence> sentences, Span span, String place) {
    for (Sentence sentence : sentences) {
      if (sentence.span().overlaps(span)) {
        return sentence;
      }
    }
    throw new IllegalArgumentException(place + ": no word in target " + span);
  }
}
