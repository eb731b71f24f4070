package org.polylogue.benchmarks.quality.sentiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.polylogue.language.Sentence;

/**
 * A rated sentence of a New York Times editorial (Hutto and Gilbert 2014).
 *
 * @param id article and sentence
 * @param article the article's number
 * @param rating mean of the raters over 4, −1 to 1
 * @param text the sentence
 * @param sentences what the engine made of it
 */
record SentenceGold(String id, int article, double rating, String text, List<Sentence> sentences) {

  private static final double SCALE = 4;
  private static final double NEUTRAL = 4;
  private static final double WEAK = 0.2;

  static List<SentenceGold> read(Path file, Annotations annotations) throws IOException {
    List<SentenceGold> all = new ArrayList<>();
    List<String> lines = GoldFile.lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] cells = lines.get(i).split("\t", 3);
      String place = file + ", line " + (i + 1);
      if (cells.length < 3 || !cells[0].matches("\\d+_\\d+")) {
        throw new IllegalArgumentException(place + ": not article_sentence TAB rating TAB text");
      }
      double rating;
      try {
        rating = Double.parseDouble(cells[1]) / SCALE;
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(place + ": rating is '" + cells[1] + "'", e);
      }
      int article = Integer.parseInt(cells[0].substring(0, cells[0].indexOf('_')));
      all.add(new SentenceGold(cells[0], article, rating, cells[2], annotations.of(cells[2])));
    }
    return all;
  }

  /**
   * Sentences of NewsMTSC (Hamborg and Donnay 2021) as weak ratings: the mean polarity of their
   * targets, times a fifth.
   */
  static List<SentenceGold> ofTargets(Path file, Annotations annotations) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<SentenceGold> all = new ArrayList<>();
    List<String> lines = GoldFile.lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      JsonNode row;
      try {
        row = json.readTree(lines.get(i));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(
            file + ", line " + (i + 1) + ": no JSON: " + e.getOriginalMessage(), e);
      }
      double sum = 0;
      for (JsonNode target : row.path("targets")) {
        sum += (target.path("polarity").asDouble(NEUTRAL) - NEUTRAL) / 2;
      }
      String text = row.path("sentence_normalized").asText();
      double rating = WEAK * sum / Math.max(1, row.path("targets").size());
      all.add(new SentenceGold("" + i, -1, rating, text, annotations.of(text)));
    }
    return all;
  }
}
