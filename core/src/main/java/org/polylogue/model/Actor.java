package org.polylogue.model;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Somebody or something that is named, the same in every document of a corpus; or that acts and is
 * only described, such as "the town council".
 *
 * @param id corpus-wide id
 * @param name canonical name, or the description without its article
 * @param type what it is
 * @param aliases every form that it was named or, without a name, described by, the canonical name
 *     included, sorted
 * @param attributes what the user's table says of it, such as party or gender, sorted
 */
public record Actor(
    String id,
    String name,
    ActorType type,
    SortedSet<String> aliases,
    Map<String, String> attributes) {

  /** Checks that all parts are there and copies the collections. */
  public Actor {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    aliases = Collections.unmodifiableSortedSet(new TreeSet<>(aliases));
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }
}
