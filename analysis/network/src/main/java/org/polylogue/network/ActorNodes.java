package org.polylogue.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Actor;

/** Actors of many discourses as nodes. Not thread-safe. */
final class ActorNodes {

  private final Map<String, Actor> actors = new HashMap<>();

  void add(Discourse discourse) {
    discourse.actors().forEach(actor -> actors.putIfAbsent(actor.id(), actor));
  }

  /** Labels by id: the canonical name, or, where several of the ids share one, name and id. */
  SortedMap<String, String> labels(Collection<String> ids) {
    Map<String, Integer> bearers = new HashMap<>();
    ids.forEach(id -> bearers.merge(name(id), 1, Integer::sum));
    SortedMap<String, String> labels = new TreeMap<>();
    ids.forEach(
        id -> labels.put(id, bearers.get(name(id)) == 1 ? name(id) : name(id) + " (" + id + ")"));
    return labels;
  }

  /** A node with the actor's attributes, its type, its id and a count. */
  Network.Node node(String id, String label, String counted, int count) {
    Map<String, Object> facts = new HashMap<>();
    Actor actor = actors.get(id);
    if (actor != null) {
      actor.attributes().forEach((name, value) -> facts.put(Network.attributeName(name), value));
      facts.put("type", actor.type().name());
    }
    facts.put("actor", id);
    facts.put(counted, count);
    return new Network.Node(label, "actor", facts);
  }

  private String name(String id) {
    Actor actor = actors.get(id);
    return actor == null ? id : actor.name();
  }
}
