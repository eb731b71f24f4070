package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;

/** Who is quoted in articles, how often, how, and in what tone. */
final class Voices {

  private static final class Entry {
    private String name;
    private final int[] kinds = new int[Quotation.Kind.values().length];
    private final Mean tone = new Mean();
    private int articles;
    private long lastArticle = -1;

    Entry(String name) {
      this.name = name;
    }

    int total() {
      int total = 0;
      for (int kind : kinds) {
        total += kind;
      }
      return total;
    }
  }

  private final Map<String, Entry> resolved = new HashMap<>();
  private final Map<String, Long> others = new TreeMap<>();
  private long articles;

  void add(Discourse discourse) {
    articles++;
    DocumentDiscourse article = discourse.article();
    for (Quotation quotation : article.quotations()) {
      Speaker speaker = quotation.speaker();
      if (speaker.resolved().isPresent()) {
        Entry entry = entry(speaker.resolved().get());
        entry.kinds[quotation.kind().ordinal()]++;
        if (entry.lastArticle != articles) {
          entry.lastArticle = articles;
          entry.articles++;
        }
      } else {
        others.merge(other(speaker), 1L, Long::sum);
      }
    }
    for (Sentiment sentiment : article.sentiments()) {
      if (sentiment.target().isEmpty()) {
        sentiment
            .voice()
            .quoted()
            .flatMap(Speaker::resolved)
            .ifPresent(actor -> entry(actor).tone.add(sentiment.score()));
      }
    }
  }

  private Entry entry(Speaker.Resolved actor) {
    return resolved.computeIfAbsent(actor.actorId(), id -> new Entry(actor.name()));
  }

  private static String other(Speaker speaker) {
    return speaker.type().equals("described") ? "described, not named" : Names.of(speaker);
  }

  void write(JsonGenerator json, int rows, ActorRows actors) throws IOException {
    resolved.forEach((id, entry) -> entry.name = Names.of(id, entry.name, actors));
    List<Entry> sorted =
        resolved.values().stream()
            .filter(entry -> entry.total() > 0)
            .sorted(
                Comparator.comparingInt(Entry::total).reversed().thenComparing(entry -> entry.name))
            .toList();
    json.writeNumberField("speakers", sorted.size());
    json.writeArrayFieldStart("voices");
    for (Entry entry : sorted.subList(0, Math.min(rows, sorted.size()))) {
      json.writeStartArray();
      json.writeString(entry.name);
      for (int kind : entry.kinds) {
        json.writeNumber(kind);
      }
      json.writeNumber(entry.articles);
      if (entry.tone.count() > 0) {
        SafeJson.number(json, entry.tone.value());
      } else {
        json.writeNull();
      }
      json.writeNumber(entry.tone.count());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("unnamed");
    for (Map.Entry<String, Long> other : others.entrySet()) {
      json.writeNumberField(other.getKey(), other.getValue());
    }
    json.writeEndObject();
  }
}
