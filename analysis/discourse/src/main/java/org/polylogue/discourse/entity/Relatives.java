package org.polylogue.discourse.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.language.Sentence;
import org.polylogue.model.ActorType;

/**
 * The relatives of the persons of one conversation: "her father" is the same man wherever "she" is
 * the same woman, by his name if an apposition gives it, else by hers ("Kern's father").
 */
final class Relatives {

  static final List<String> IN_LAW = List.of("-", "in", "-", "law");

  private static final Set<String> KIN = EntityWords.list("kin");
  private static final List<String> SEVERAL_WORDS =
      List.of("mother", "father", "grandmother", "grandfather");

  private final Map<Cluster, Map<String, Cluster>> byOwner = new HashMap<>();
  private final Map<String, Set<Cluster>> byKin = new HashMap<>();
  private final Map<Cluster, Cluster> named = new HashMap<>();

  /** The usual word for a relative: "father" for "dad"; empty if a lemma tells of none. */
  static Optional<String> kin(String lemma) {
    if (KIN.contains(lemma)) {
      return Optional.of(lemma);
    }
    return SEVERAL_WORDS.stream()
        .filter(kin -> EntityWords.list("kin-" + kin).contains(lemma))
        .findFirst();
  }

  /** Notes that a relative is somebody who has a name, and is called so too. */
  void know(Cluster owner, String kin, Cluster relative, String called) {
    if (owner == relative) {
      return;
    }
    relative.aliases.add(called);
    Cluster before = put(owner, kin, relative);
    if (before != null && before.described) {
      named.put(before, relative);
      byKin.get(kin).remove(before);
    }
  }

  private Cluster put(Cluster owner, String kin, Cluster relative) {
    byKin.computeIfAbsent(kin, k -> new HashSet<>()).add(relative);
    return byOwner.computeIfAbsent(owner, o -> new HashMap<>()).put(kin, relative);
  }

  /** Who somebody is, once an apposition has given a name. */
  Cluster who(Cluster one) {
    return named.getOrDefault(one, one);
  }

  /** Somebody's relative, who is called so. */
  Cluster of(Cluster owner, String kin, String called) {
    Cluster relative = byOwner.getOrDefault(owner, Map.of()).get(kin);
    if (relative == null) {
      relative = new Cluster(ActorType.PERSON);
      relative.described = true;
      relative.fixedName = Optional.of(possessive(owner) + " " + kin);
      put(owner, kin, relative);
    }
    relative.aliases.add(called);
    return relative;
  }

  /** Whom "the father" means, if the conversation knows of one father. */
  Optional<Cluster> only(String kin) {
    Set<Cluster> known = byKin.getOrDefault(kin, Set.of());
    return known.size() == 1 ? Optional.of(known.iterator().next()) : Optional.empty();
  }

  /** By the surname where the text uses it alone. */
  private static String possessive(Cluster owner) {
    String name = owner.forms.containsKey(owner.surname) ? owner.surname : owner.name();
    return name + (name.endsWith("s") ? "'" : "'s");
  }

  /** Whether "-in-law" stands behind a noun. */
  static boolean isInLaw(Sentence sentence, int noun) {
    for (int i = 0; i < IN_LAW.size(); i++) {
      int at = noun + 1 + i;
      if (at >= sentence.size() || !sentence.token(at).text().equals(IN_LAW.get(i))) {
        return false;
      }
    }
    return true;
  }
}
