package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.network.Network;
import org.polylogue.network.SpeaksAboutNetwork;

/**
 * The ties of {@link SpeaksAboutNetwork} from actors, the strongest of the corpus, each with some
 * articles where it can be read.
 */
final class Statements {

  private static final int LINKS = 600;
  private static final int ARTICLES = 5;

  private record Key(String from, String to) {}

  private static final class Link {
    private int mentions;
    private double scores;
    private int tones;
    private final List<Integer> articles = new ArrayList<>();
  }

  private final Map<Key, Link> links = new HashMap<>();

  void add(Discourse discourse, int index) {
    SpeaksAboutNetwork article = new SpeaksAboutNetwork();
    article.add(discourse);
    Network network = article.toNetwork();
    Map<String, String> ids = new HashMap<>();
    for (Network.Node node : network.nodes()) {
      if (node.attributes().containsKey("actor")) {
        ids.put(node.id(), node.attributes().get("actor").toString());
      }
    }
    for (Network.Tie tie : network.ties()) {
      String from = ids.get(tie.source());
      String to = ids.get(tie.target());
      if (from != null && tie.weight() > 0) {
        Link link = links.computeIfAbsent(new Key(from, to), key -> new Link());
        link.mentions += (int) tie.weight();
        int tones = count(tie, "negative") + count(tie, "neutral") + count(tie, "positive");
        link.tones += tones;
        link.scores +=
            tones == 0 ? 0 : tones * ((Number) tie.attributes().get("tone")).doubleValue();
        if (link.articles.size() < ARTICLES) {
          link.articles.add(index);
        }
      }
    }
  }

  private static int count(Network.Tie tie, String attribute) {
    return ((Number) tie.attributes().get(attribute)).intValue();
  }

  void write(JsonGenerator json, ActorRows actors) throws IOException {
    List<Map.Entry<Key, Link>> strongest =
        links.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<Key, Link>>comparingInt(entry -> -entry.getValue().mentions)
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
      json.writeString(Names.of(node, node, actors));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("nodeIds");
    for (String node : nodes.keySet()) {
      json.writeString(node);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("links");
    for (Map.Entry<Key, Link> entry : strongest) {
      Link link = entry.getValue();
      json.writeStartArray();
      json.writeNumber(nodes.get(entry.getKey().from()));
      json.writeNumber(nodes.get(entry.getKey().to()));
      json.writeNumber(link.mentions);
      if (link.tones > 0) {
        SafeJson.number(json, link.scores / link.tones);
      } else {
        json.writeNull();
      }
      json.writeStartArray();
      for (int article : link.articles) {
        json.writeNumber(article);
      }
      json.writeEndArray();
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
