package org.polylogue.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Actor;
import org.polylogue.model.Block;
import org.polylogue.model.Document;
import org.polylogue.model.Mention;

/**
 * Who is mentioned together: two actors are joined by as many paragraphs, or documents, as mention
 * both, by a name, a description or a pronoun. Collects one discourse after the other; not
 * thread-safe. The network it makes is a value.
 */
public final class CoMentionNetwork {

  /** Where two actors have to be mentioned to be mentioned together. */
  public enum Unit {
    /** In the same paragraph. */
    PARAGRAPH,
    /** In the same article or comment. */
    DOCUMENT
  }

  private final Unit unit;
  private final SortedMap<String, Actor> actors = new TreeMap<>();
  private final Map<String, Integer> units = new HashMap<>();
  private final SortedMap<String, SortedMap<String, Integer>> pairs = new TreeMap<>();

  /**
   * A network without anybody.
   *
   * @param unit where two actors have to be mentioned
   */
  public CoMentionNetwork(Unit unit) {
    this.unit = java.util.Objects.requireNonNull(unit, "unit");
  }

  /**
   * Adds what a discourse names.
   *
   * @param discourse an article and its comments
   */
  public void add(Discourse discourse) {
    discourse.actors().forEach(actor -> actors.putIfAbsent(actor.id(), actor));
    List<Document> documents = discourse.conversation().documents();
    for (int i = 0; i < documents.size(); i++) {
      add(documents.get(i), discourse.documents().get(i));
    }
  }

  private void add(Document document, DocumentDiscourse found) {
    SortedSet<String> together = new TreeSet<>();
    if (unit == Unit.DOCUMENT) {
      found.mentions().forEach(mention -> together.add(mention.meantActorId()));
      count(together);
      return;
    }
    int at = 0;
    List<Mention> mentions = found.mentions();
    for (Block block : document.blocks()) {
      while (at < mentions.size() && mentions.get(at).span().start() < block.span().end()) {
        together.add(mentions.get(at).meantActorId());
        at++;
      }
      count(together);
      together.clear();
    }
  }

  private void count(SortedSet<String> together) {
    for (String first : together) {
      units.merge(first, 1, Integer::sum);
      for (String second : together.tailSet(first + '\0')) {
        pairs.computeIfAbsent(first, id -> new TreeMap<>()).merge(second, 1, Integer::sum);
      }
    }
  }

  /**
   * The network so far.
   *
   * @return an undirected network of everybody named. Nodes go by their canonical names, or, where
   *     several actors share one, by name and id; they have {@code actor} (the id), {@code type},
   *     {@code mentions} (paragraphs or documents that name the actor) and the actor's attributes
   */
  public Network toNetwork() {
    Map<String, Integer> bearers = new HashMap<>();
    units.keySet().forEach(id -> bearers.merge(name(id), 1, Integer::sum));
    Map<String, String> labels = new TreeMap<>();
    units
        .keySet()
        .forEach(
            id ->
                labels.put(id, bearers.get(name(id)) == 1 ? name(id) : name(id) + " (" + id + ")"));
    List<Network.Node> nodes = new ArrayList<>();
    labels.forEach((id, label) -> nodes.add(new Network.Node(label, "actor", facts(id))));
    List<Network.Tie> ties = new ArrayList<>();
    pairs.forEach(
        (first, row) ->
            row.forEach(
                (second, count) ->
                    ties.add(
                        new Network.Tie(labels.get(first), labels.get(second), count, Map.of()))));
    return new Network(false, nodes, ties).withNumbers();
  }

  private String name(String id) {
    Actor actor = actors.get(id);
    return actor == null ? id : actor.name();
  }

  private Map<String, Object> facts(String id) {
    Map<String, Object> facts = new HashMap<>();
    Actor actor = actors.get(id);
    if (actor != null) {
      actor.attributes().forEach((name, value) -> facts.put(Network.attributeName(name), value));
      facts.put("type", actor.type().name());
    }
    facts.put("actor", id);
    facts.put("mentions", units.get(id));
    return facts;
  }
}
