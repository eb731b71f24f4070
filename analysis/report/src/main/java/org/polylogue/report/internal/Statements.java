package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Actor;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/**
 * Who speaks about whom: a link from each resolved speaker to the actors mentioned inside his
 * quotations, with the mean of the tones that are towards those mentions.
 */
final class Statements {

  private static final int LINKS = 80;

  private record Key(String from, String to) {}

  private static final class Link {
    private int count;
    private final Mean tone = new Mean();
  }

  private final Map<Key, Link> links = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  void add(Discourse discourse) {
    DocumentDiscourse article = discourse.article();
    Map<String, String> local = new HashMap<>();
    for (Actor actor : discourse.actors()) {
      local.put(actor.id(), actor.name());
    }
    List<Mention> mentions =
        article.mentions().stream().sorted(Comparator.comparing(Mention::span)).toList();
    Map<Span, Double> towards = new HashMap<>();
    for (Sentiment sentiment : article.sentiments()) {
      if (sentiment.voice().quoted().isPresent()) {
        sentiment.target().ifPresent(target -> towards.put(target, sentiment.score()));
      }
    }
    for (Quotation quotation : article.quotations()) {
      if (!(quotation.speaker() instanceof Speaker.Resolved speaker)) {
        continue;
      }
      for (Span segment : quotation.content()) {
        for (int i = firstFrom(mentions, segment.start());
            i < mentions.size() && mentions.get(i).span().start() < segment.end();
            i++) {
          Mention mention = mentions.get(i);
          String about = mention.meantActorId();
          if (about.equals(speaker.actorId()) || !local.containsKey(about)) {
            continue;
          }
          Link link = links.computeIfAbsent(new Key(speaker.actorId(), about), key -> new Link());
          link.count++;
          Double tone = towards.get(mention.span());
          if (tone != null) {
            link.tone.add(tone);
          }
          names.put(speaker.actorId(), speaker.name());
          names.put(about, local.get(about));
        }
      }
    }
  }

  private static int firstFrom(List<Mention> mentions, int start) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).span().start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void write(JsonGenerator json) throws IOException {
    List<Map.Entry<Key, Link>> strongest =
        links.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<Key, Link>>comparingInt(entry -> -entry.getValue().count)
                    .thenComparing(entry -> entry.getKey().from())
                    .thenComparing(entry -> entry.getKey().to()))
            .limit(LINKS)
            .toList();
    Map<String, Integer> nodes = new LinkedHashMap<>();
    for (Map.Entry<Key, Link> entry : strongest) {
      nodes.putIfAbsent(entry.getKey().from(), nodes.size());
      nodes.putIfAbsent(entry.getKey().to(), nodes.size());
    }
    json.writeNumberField("allLinks", links.size());
    json.writeArrayFieldStart("nodes");
    for (String node : nodes.keySet()) {
      json.writeString(names.get(node));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("links");
    for (Map.Entry<Key, Link> entry : strongest) {
      json.writeStartArray();
      json.writeNumber(nodes.get(entry.getKey().from()));
      json.writeNumber(nodes.get(entry.getKey().to()));
      json.writeNumber(entry.getValue().count);
      if (entry.getValue().tone.count() > 0) {
        SafeJson.number(json, entry.getValue().tone.value());
      } else {
        json.writeNull();
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
