package org.polylogue.discourse.entity.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;

/**
 * Which names of a corpus's actors can be nobody else's, for a table that is applied blindly, and
 * why the others can.
 */
final class UnambiguousNames {

  private final ActorIndex index;
  private final ActorTable table;
  private final Set<String> words;
  private final Map<String, Set<String>> owners = new HashMap<>();
  private final Map<String, Set<Actor>> byWord = new HashMap<>();
  private final Map<String, SortedMap<String, String>> leftOut = new TreeMap<>();

  UnambiguousNames(ActorIndex index, ActorTable table, Set<String> words) {
    this.index = index;
    this.table = table;
    this.words = words.stream().map(Folding::plain).collect(Collectors.toSet());
    for (Actor actor : index.actors()) {
      for (String name : names(actor)) {
        owners.computeIfAbsent(ActorTable.key(name), key -> new HashSet<>()).add(actor.id());
      }
      for (String word : actor.name().split(" ")) {
        byWord.computeIfAbsent(Folding.loose(word), key -> new HashSet<>()).add(actor);
      }
    }
  }

  private static Set<String> names(Actor actor) {
    Set<String> names = new TreeSet<>(actor.aliases());
    names.add(actor.name());
    return names;
  }

  ActorIndex.ForTable read() {
    return new ActorIndex.ForTable(actors(), leftOut);
  }

  private List<Actor> actors() {
    Set<String> merged = new HashSet<>();
    index.merges().forEach(merge -> merged.add(merge.actorId()));
    Map<String, Actor> rows = new LinkedHashMap<>();
    for (Actor actor : index.actors()) {
      Optional<Actor> known = table.named(actor.name());
      if (known.isEmpty() && actor.attributes().isEmpty() && !merged.contains(actor.id())) {
        continue;
      }
      String key = ActorTable.key(actor.name());
      if (key.isEmpty() || known.isEmpty() && owners.get(key).size() > 1) {
        leaveOut(actor, actor.name() + " is a name of others");
        continue;
      }
      Map<String, String> told = new TreeMap<>(Map.of(key, actor.name()));
      SortedMap<String, String> doubts = new TreeMap<>();
      for (String alias : actor.aliases()) {
        String doubt = doubt(actor, alias, known);
        if (doubt.isEmpty()) {
          told.merge(ActorTable.key(alias), alias, UnambiguousNames::notInCapitals);
        } else if (!ActorTable.key(alias).equals(key)) {
          doubts.put(alias, doubt);
        }
      }
      boolean attracts = actor.type() == ActorType.PERSON && PersonName.of(actor.name()).isFull();
      if (doubts.isEmpty() || attracts || known.isPresent() || !actor.attributes().isEmpty()) {
        put(rows, actor, new TreeSet<>(told.values()));
        leftOut.put(actor.id(), doubts);
      } else {
        leaveOut(actor, doubts.firstKey() + " " + doubts.get(doubts.firstKey()));
      }
    }
    for (Actor known : table.actors()) {
      put(rows, known, new TreeSet<>(known.aliases()));
    }
    return new ArrayList<>(rows.values());
  }

  private void leaveOut(Actor actor, String reason) {
    SortedMap<String, String> all = new TreeMap<>();
    names(actor).forEach(name -> all.put(name, "left out, since " + reason));
    leftOut.put(actor.id(), all);
  }

  /** Of two spellings that a table takes for one. */
  private static String notInCapitals(String one, String other) {
    return one.equals(one.toUpperCase(Locale.ROOT)) ? other : one;
  }

  private static void put(Map<String, Actor> rows, Actor actor, TreeSet<String> aliases) {
    Actor before = rows.get(actor.name());
    if (before != null) {
      aliases.addAll(before.aliases());
    }
    Actor first = before == null ? actor : before;
    rows.put(
        actor.name(),
        new Actor(first.id(), first.name(), first.type(), aliases, first.attributes()));
  }

  /** Why a name may be somebody else's, empty if it may not. */
  private String doubt(Actor actor, String alias, Optional<Actor> known) {
    Optional<Actor> listed = table.named(alias);
    if (listed.isPresent()) {
      return listed.equals(known) ? "" : "is " + listed.get().name() + " in the actor table";
    }
    String key = ActorTable.key(alias);
    if (key.isEmpty()) {
      return "has no letters";
    }
    if (owners.get(key).size() > 1) {
      return "is a name of others";
    }
    if (words.contains(key)) {
      return "is a word of the articles";
    }
    return actor.type() != ActorType.PERSON || isFull(actor, alias) ? "" : mayBe(actor, alias);
  }

  private static boolean isFull(Actor actor, String alias) {
    PersonName name = PersonName.of(actor.name());
    PersonName other = PersonName.of(alias);
    return other.isFull() && name.isFull() && PersonName.givenFits(name.given(), other.given());
  }

  /** Who else a lone name, a title with a surname or an initial may mean, empty if nobody. */
  private String mayBe(Actor actor, String alias) {
    PersonName name = PersonName.of(alias);
    String last = alias.substring(alias.lastIndexOf(' ') + 1);
    String first = "";
    for (Actor other : byWord.getOrDefault(Folding.loose(last), Set.of())) {
      PersonName full = PersonName.of(other.name());
      boolean otherInitial =
          PersonName.isInitial(name.given()) && !PersonName.givenFits(name.given(), full.given());
      boolean before = first.isEmpty() || other.name().compareTo(first) < 0;
      if (!other.id().equals(actor.id()) && !otherInitial && before) {
        first = other.name();
      }
    }
    return first.isEmpty() ? "" : "may be " + first;
  }
}
