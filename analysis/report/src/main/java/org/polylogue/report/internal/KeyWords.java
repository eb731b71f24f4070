package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.lexis.association.Contingency;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/**
 * Words that mark comments against articles and the other way round: log-likelihood G² (Dunning
 * 1993; Rayson and Garside 2000) for how sure, binary log ratio (Hardie 2014; half a count added
 * where one side has none) for how much. A word counts if it occurs under at least two articles, or
 * under one if there is no second.
 */
final class KeyWords {

  /** Letters, with single marks between them; what is cut off is cut by {@link #SEAM}. */
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’-]*+");

  private static final Pattern SEAM = Pattern.compile("['’-]{2,}+|['’-]$");
  private static final int LONGEST = 40;

  private static final class Entry {
    private final int[] counts = new int[2];
    private int range;
    private int last = -1;
  }

  private record Key(String word, int[] counts, double g2, double ratio) {}

  private final Map<String, Entry> words = new HashMap<>();
  private final long[] totals = new long[2];
  private int articles;

  void add(Conversation conversation) {
    articles++;
    count(conversation.article().text(), 0);
    for (Comment comment : conversation.comments()) {
      count(comment.text(), 1);
    }
  }

  private void count(String text, int side) {
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      for (String word : SEAM.split(matcher.group())) {
        if (word.length() <= LONGEST) {
          count(side, word.toLowerCase(Locale.ROOT).replace('’', '\''));
        }
      }
    }
  }

  private void count(int side, String word) {
    Entry entry = words.computeIfAbsent(word, key -> new Entry());
    entry.counts[side]++;
    totals[side]++;
    if (entry.last != articles) {
      entry.last = articles;
      entry.range++;
    }
  }

  void write(JsonGenerator json, int rows) throws IOException {
    List<Key> keys = new ArrayList<>();
    if (totals[0] > 0 && totals[1] > 0) {
      int needed = Math.min(2, articles);
      words.forEach(
          (word, entry) -> {
            if (entry.range >= needed) {
              Contingency table =
                  Contingency.of(entry.counts[1], totals[1], entry.counts[0], totals[0]);
              keys.add(new Key(word, entry.counts, table.twoCellLogLikelihood(), table.logRatio()));
            }
          });
    }
    keys.sort(Comparator.comparingDouble(Key::g2).reversed().thenComparing(Key::word));
    json.writeArrayFieldStart("words");
    for (int side = 0; side < 2; side++) {
      boolean readers = side == 1;
      json.writeStartArray();
      for (Key key : keys.stream().filter(k -> k.ratio() > 0 == readers).limit(rows).toList()) {
        json.writeStartArray();
        json.writeString(key.word());
        SafeJson.number(json, key.g2());
        SafeJson.number(json, key.ratio());
        json.writeNumber(key.counts()[0]);
        json.writeNumber(key.counts()[1]);
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("wordTotals");
    json.writeNumber(totals[0]);
    json.writeNumber(totals[1]);
    json.writeEndArray();
  }
}
