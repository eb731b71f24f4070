package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.polylogue.model.ActorType;

/**
 * Merges groups by rules that look at all of them at once, never at the order they came in. A rule
 * merges only where exactly one group fits; where several fit it proposes.
 */
final class ActorMerging {

  private static final int MAX_PROPOSALS_PER_NAME = 5;

  private final Map<String, ActorGroup> groups;
  private final MergeDecisions decisions;
  private final List<Merge> merges = new ArrayList<>();
  private final List<Merge> proposals = new ArrayList<>();

  /** Groups in the order of their ids. */
  ActorMerging(Map<String, ActorGroup> groups, MergeDecisions decisions) {
    this.groups = groups;
    this.decisions = decisions;
  }

  List<Merge> merges() {
    return merges;
  }

  List<Merge> proposals() {
    return proposals;
  }

  void run() {
    for (Map.Entry<String, String> pair : decisions.accepted()) {
      ActorGroup one = groups.get(pair.getKey());
      ActorGroup other = groups.get(pair.getValue());
      if (one != null && other != null) {
        merge(one.root(), other.root(), "accepted by the user");
      }
    }
    variants();
    partialNames();
    shortForms();
  }

  /** Full names whose given names or transliterations are variants of each other. */
  private void variants() {
    Map<String, List<ActorGroup>> byKey = new HashMap<>();
    for (ActorGroup group : groups.values()) {
      if (group.person != null && group.person.isFull()) {
        byKey.computeIfAbsent(fullKey(group), key -> new ArrayList<>()).add(group);
      }
    }
    for (ActorGroup group : groups.values()) {
      if (group.person == null || !group.person.isFull()) {
        continue;
      }
      ActorGroup head = firstThatFits(group, byKey.get(fullKey(group)));
      if (head != null) {
        mergeOrPropose(head, group, "variants of one full name");
      }
    }
  }

  private static String fullKey(ActorGroup group) {
    return PersonName.givenKey(group.person.given()) + "|" + Folding.loose(group.person.surname());
  }

  /** The first of a list that does not contradict a group; null if that is the group itself. */
  private static ActorGroup firstThatFits(ActorGroup group, List<ActorGroup> candidates) {
    for (ActorGroup candidate : candidates) {
      if (candidate == group) {
        return null;
      }
      if (!candidate.root().contradicts(group.root())) {
        return candidate.root();
      }
    }
    return null;
  }

  /** Initials and lone surnames. */
  private void partialNames() {
    Map<String, Set<ActorGroup>> bySurname = new HashMap<>();
    for (ActorGroup group : groups.values()) {
      if (group.person != null && group.person.isFull()) {
        bySurname
            .computeIfAbsent(Folding.loose(group.person.surname()), key -> groupSet())
            .add(group.root());
      }
    }
    for (ActorGroup group : groups.values()) {
      if (group.person == null || group.person.isFull() || group.root() != group) {
        continue;
      }
      List<ActorGroup> fitting = new ArrayList<>();
      for (ActorGroup candidate :
          bySurname.getOrDefault(Folding.loose(group.person.surname()), Set.of())) {
        if (!candidate.contradicts(group) && !decisions.rejects(candidate.id, group.id)) {
          fitting.add(candidate);
        }
      }
      String what = group.person.given().isEmpty() ? "surname " : "initial and surname ";
      oneOrProposals(group, fitting, "the only person with the " + what + group.actor().name());
    }
  }

  private static Set<ActorGroup> groupSet() {
    return new TreeSet<>(java.util.Comparator.comparing((ActorGroup group) -> group.id));
  }

  /** Acronyms and other forms that a conversation links with a longer name. */
  private void shortForms() {
    Map<String, Set<ActorGroup>> byAlias = new HashMap<>();
    for (ActorGroup group : groups.values()) {
      if (group.type == ActorType.ORGANISATION && group.root() == group) {
        for (String alias : group.aliases) {
          byAlias.computeIfAbsent(BodyMerger.key(alias), key -> groupSet()).add(group);
        }
      }
    }
    for (ActorGroup group : groups.values()) {
      if (group.type != ActorType.ORGANISATION || group.root() != group) {
        continue;
      }
      String key = BodyMerger.key(group.actor().name());
      List<ActorGroup> fitting = new ArrayList<>();
      for (ActorGroup candidate : byAlias.getOrDefault(key, Set.of())) {
        boolean own = BodyMerger.key(candidate.actor().name()).equals(key);
        if (candidate.root() != group
            && !own
            && !candidate.root().contradicts(group)
            && !decisions.rejects(candidate.root().id, group.id)) {
          fitting.add(candidate.root());
        }
      }
      oneOrProposals(group, fitting, "the only body that is also called " + group.actor().name());
    }
  }

  private void oneOrProposals(ActorGroup group, List<ActorGroup> fitting, String reason) {
    List<ActorGroup> roots = fitting.stream().map(ActorGroup::root).distinct().toList();
    if (roots.size() == 1) {
      mergeOrPropose(roots.get(0), group, reason);
      return;
    }
    Optional<ActorGroup> evident = evident(group, roots);
    if (evident.isPresent()) {
      mergeOrPropose(evident.get(), group, reason + " with this office and country");
      return;
    }
    for (int i = 0; i < Math.min(MAX_PROPOSALS_PER_NAME, roots.size()); i++) {
      proposals.add(new Merge(roots.get(i).id, group.id, "one of " + roots.size() + " who fit"));
    }
  }

  /** The only one that shares both an office and a country. */
  private static Optional<ActorGroup> evident(ActorGroup group, List<ActorGroup> fitting) {
    List<ActorGroup> found =
        fitting.stream()
            .filter(candidate -> candidate.roles.stream().anyMatch(group.roles::contains))
            .filter(candidate -> candidate.countries.stream().anyMatch(group.countries::contains))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private void mergeOrPropose(ActorGroup keep, ActorGroup other, String reason) {
    if (!decisions.rejects(keep.id, other.id)) {
      merge(keep.root(), other.root(), reason);
    }
  }

  private void merge(ActorGroup keep, ActorGroup other, String reason) {
    if (keep != other) {
      keep.take(other);
      merges.add(new Merge(keep.id, other.id, reason));
    }
  }
}
