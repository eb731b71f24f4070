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
import org.polylogue.language.Sentence;

/**
 * A rated text, such as a sentence of a New York Times editorial (Hutto and Gilbert 2014).
 *
 * @param id article and sentence
 * @param article a number for what stands in its id before {@code _}
 * @param rating mean of the raters over 4, −1 to 1
 * @param text the sentence
 * @param sentences what the engine made of it
 */
record SentenceGold(String id, int article, double rating, String text, List<Sentence> sentences) {

  private static final double SCALE = 4;
  private static final double NEUTRAL = 4;
  private static final double WEAK = 0.2;

  /**
   * Reads rated texts: id, rating, text by TAB; or with a head row that names columns {@code id},
   * {@code score} and {@code text} in any order. Ratings beyond −1 to 1 are of the editorials'
   * scale, −4 to 4.
   */
  static List<SentenceGold> read(Path file, Annotations annotations) throws IOException {
    List<String> lines = GoldFile.lines(file);
    List<String> columns = List.of("id", "score", "text");
    int first = 0;
    List<String> head = List.of(lines.get(0).split("\t"));
    if (head.containsAll(columns)) {
      columns = head;
      first = 1;
    }
    List<String[]> rows = new ArrayList<>();
    double scale = 1;
    for (int i = first; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] cells = lines.get(i).split("\t", columns.size());
      String place = file + ", line " + (i + 1);
      if (cells.length < columns.size()) {
        throw new IllegalArgumentException(place + ": not " + String.join(" TAB ", columns));
      }
      try {
        String score = cells[columns.indexOf("score")];
        scale = Math.abs(Double.parseDouble(score)) > 1 ? SCALE : scale;
        rows.add(
            new String[] {cells[columns.indexOf("id")], score, cells[columns.indexOf("text")]});
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(place + ": no number as score", e);
      }
    }
    List<SentenceGold> all = new ArrayList<>();
    Map<String, Integer> articles = new HashMap<>();
    for (String[] row : rows) {
      int article = articles.computeIfAbsent(row[0].replaceAll("_.*", ""), id -> articles.size());
      all.add(
          new SentenceGold(
              row[0], article, Double.parseDouble(row[1]) / scale, row[2], annotations.of(row[2])));
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
