package org.polylogue.discourse.entity;

import java.util.Set;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.language.WordLists;
import org.polylogue.model.ActorType;

/** Common nouns that describe actors: "mayor", "residents", "council". */
final class ActorNouns {

  private static final WordLists LISTS = WordLists.of(ActorNouns.class, "nouns.tsv");
  private static final Set<String> PERSONS = LISTS.list("person");
  private static final Set<String> BODIES = LISTS.list("body");
  private static final Set<String> GROUPS = LISTS.list("group");
  private static final Set<String> BARE = LISTS.list("bare");
  private static final Set<String> PLURAL = LISTS.list("plural");
  private static final Set<String> COMPOUND = LISTS.list("compound");
  private static final Set<String> VAGUE = LISTS.list("vague");

  private ActorNouns() {}

  /** What a noun describes, null if no actor. */
  static ActorType kind(String lemma, boolean plural) {
    if (GROUPS.contains(lemma)) {
      return ActorType.GROUP;
    }
    if (BODIES.contains(lemma) || Roles.body(lemma) != null) {
      return plural && !isBare(lemma) ? ActorType.GROUP : ActorType.ORGANISATION;
    }
    if (PERSONS.contains(lemma)
        || PLURAL.contains(lemma)
        || VAGUE.contains(lemma)
        || Roles.person(lemma) != null) {
      return plural ? ActorType.GROUP : ActorType.PERSON;
    }
    return null;
  }

  /** Needs no article in the singular: "parliament". */
  static boolean isBare(String lemma) {
    return BARE.contains(lemma);
  }

  /** Tells of somebody behind a noun only: "man" in "kit man", "members" in "board members". */
  static boolean needsNoun(String lemma) {
    return COMPOUND.contains(lemma);
  }

  /** Tells of nobody by itself: "people", "man". */
  static boolean isVague(String lemma, boolean plural) {
    return VAGUE.contains(lemma) || !plural && PLURAL.contains(lemma);
  }
}
