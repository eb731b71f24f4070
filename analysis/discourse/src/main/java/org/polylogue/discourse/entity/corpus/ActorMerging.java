package org.polylogue.discourse.entity.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.polylogue.discourse.entity.world.ActorIds;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;

/**
 * Merges groups by rules that look at all of them at once, never at the order they came in. A rule
 * merges only where exactly one group fits; where several fit it proposes.
 */
final class ActorMerging {

  private static final int MAX_PROPOSALS_PER_NAME = 5;
  private static final int LONGEST_ACRONYM = 6;
  private static final String VARIANTS = "variants of one full name";

  private final Map<String, ActorGroup> groups;
  private final MergeDecisions decisions;
  private final ActorTable table;
  private final List<Merge> merges = new ArrayList<>();
  private final List<Merge> proposals = new ArrayList<>();

  /** Groups in the order of their ids. */
  ActorMerging(Map<String, ActorGroup> groups, MergeDecisions decisions, ActorTable table) {
    this.groups = groups;
    this.decisions = decisions;
    this.table = table;
  }

  List<Merge> merges() {
    return merges;
  }

  List<Merge> proposals() {
    return proposals;
  }

  void run() {
    for (MergeDecisions.Decision no : decisions.rejected()) {
      ActorGroup one = groups.get(no.actorId());
      ActorGroup other = groups.get(no.otherId());
      if (one != null && other != null) {
        one.apart.add(other);
        other.apart.add(one);
      }
    }
    for (MergeDecisions.Decision yes : decisions.accepted()) {
      ActorGroup one = groups.get(yes.actorId());
      ActorGroup other = groups.get(yes.otherId());
      if (one != null && other != null) {
        mergeUnlessRejected(one, other, Merge.ACCEPTED);
      }
    }
    listed();
    toldApart();
    variants();
    partialNames();
    shortForms();
    otherTypes();
  }

  /** What the user's table calls one actor; it has priority over everything that was found. */
  private void listed() {
    Map<String, ActorGroup> heads = new HashMap<>();
    for (ActorGroup group : groups.values()) {
      Optional<Actor> known = table.named(group.name());
      if (known.isEmpty()) {
        continue;
      }
      ActorGroup named = groups.getOrDefault(known.get().id(), group);
      ActorGroup head = heads.computeIfAbsent(known.get().id(), id -> named);
      mergeUnlessRejected(head, group, "both are " + known.get().name() + " in the actor table");
    }
  }

  /**
   * Two of one name. If one was found by the user's table, which alone gives attributes, so was
   * meant the other; otherwise a conversation had a reason to tell them apart.
   */
  private void toldApart() {
    for (ActorGroup group : groups.values()) {
      ActorGroup plain = groups.get(plainId(group));
      if (plain == null || plain == group || plain.root().contradicts(group.root())) {
        continue;
      }
      if (plain.attributes.isEmpty() == group.attributes.isEmpty()) {
        propose(plain.root(), group.root(), "one name, told apart in an article");
      } else {
        mergeUnlessRejected(plain, group, "one name, once found by the actor table");
      }
    }
  }

  private static String plainId(ActorGroup group) {
    int mark = group.id.lastIndexOf('~');
    return mark < 0 ? group.id : group.id.substring(0, mark);
  }

  /** One name that was found with several types; what is mentioned more keeps its type. */
  private void otherTypes() {
    Map<String, ActorGroup> heads = new HashMap<>();
    for (ActorGroup group : groups.values()) {
      String name = group.id.substring(group.id.indexOf('/') + 1);
      ActorGroup head = heads.putIfAbsent(name, group);
      if (head != null && head.type != group.type) {
        List<ActorGroup> both = new ArrayList<>(List.of(head.root(), group.root()));
        both.sort(Comparator.comparingInt(one -> -one.namings()));
        propose(both.get(0), both.get(1), "one name, found with two types");
      }
    }
  }

  /**
   * Full names whose given names or transliterations are variants of each other. One without middle
   * names or suffix joins those with them only if they are all one: "George Bush" may be either.
   */
  private void variants() {
    Map<String, List<ActorGroup>> closer = new HashMap<>();
    Map<String, List<ActorGroup>> plain = new HashMap<>();
    for (ActorGroup group : groups.values()) {
      if (group.person != null && group.person.isFull()) {
        (isCloser(group.person) ? closer : plain)
            .computeIfAbsent(fullKey(group), key -> new ArrayList<>())
            .add(group);
      }
    }
    closer.values().forEach(this::variants);
    plain.values().forEach(this::variants);
    for (ActorGroup group : groups.values()) {
      if (group.person != null
          && group.person.isFull()
          && group.root() == group
          && !isCloser(group.person)) {
        join(group, closer.getOrDefault(fullKey(group), List.of()));
      }
    }
  }

  private static boolean isCloser(PersonName name) {
    return !name.middle().isEmpty() || !name.suffix().isEmpty();
  }

  private void variants(List<ActorGroup> ofOneKey) {
    for (ActorGroup group : ofOneKey) {
      ActorGroup head = firstThatFits(group, ofOneKey);
      if (head != null) {
        mergeUnlessRejected(head, group, VARIANTS);
      }
    }
  }

  private void join(ActorGroup group, List<ActorGroup> closer) {
    List<ActorGroup> roots =
        closer.stream()
            .filter(one -> !plainId(one).equals(plainId(group)))
            .map(ActorGroup::root)
            .distinct()
            .filter(root -> root != group && !root.contradicts(group))
            .filter(root -> !root.isApartFrom(group))
            .toList();
    if (roots.size() == 1) {
      ActorGroup only = roots.get(0);
      boolean first = group.id.compareTo(only.id) < 0;
      mergeUnlessRejected(first ? group : only, first ? only : group, VARIANTS);
    } else {
      roots.stream()
          .limit(MAX_PROPOSALS_PER_NAME)
          .forEach(root -> propose(root, group, "one of " + roots.size() + " who fit"));
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
      if (!candidate.root().contradicts(group.root())
          && !candidate.root().isApartFrom(group.root())
          && !plainId(candidate).equals(plainId(group))) {
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
        if (!candidate.root().contradicts(group)) {
          fitting.add(candidate);
        }
      }
      String what = group.person.given().isEmpty() ? "surname " : "initial and surname ";
      boolean initial = !group.person.given().isEmpty();
      oneOrProposals(
          group,
          fitting,
          "the only person with the " + what + group.name(),
          one -> initial || one.isKnownTo(group));
    }
  }

  private static Set<ActorGroup> groupSet() {
    return new TreeSet<>(Comparator.comparing((ActorGroup group) -> group.id));
  }

  /** Acronyms and other forms that a conversation links with a longer name. */
  private void shortForms() {
    Map<String, Set<ActorGroup>> byAlias = new HashMap<>();
    for (ActorGroup group : groups.values()) {
      if (isNamedBody(group)) {
        for (String alias : group.aliases) {
          byAlias.computeIfAbsent(Folding.body(alias), key -> groupSet()).add(group);
        }
      }
    }
    for (ActorGroup group : groups.values()) {
      if (!isNamedBody(group)) {
        continue;
      }
      String key = Folding.body(group.name());
      List<ActorGroup> fitting = new ArrayList<>();
      for (ActorGroup candidate : byAlias.getOrDefault(key, Set.of())) {
        boolean own = Folding.body(candidate.name()).equals(key);
        if (candidate.root() != group && !own && !candidate.root().contradicts(group)) {
          fitting.add(candidate.root());
        }
      }
      boolean acronym = isAcronym(group.name());
      oneOrProposals(
          group,
          fitting,
          "the only body that is also called " + group.name(),
          one -> acronym && !one.name().endsWith(" " + group.name()));
    }
  }

  private static boolean isNamedBody(ActorGroup group) {
    return group.type == ActorType.ORGANISATION
        && group.root() == group
        && !ActorIds.isDescribed(group.id);
  }

  /**
   * A word may be short for a body in one article and a town or a team in the next; so may an
   * acronym that says of what kind a body is, as the last word of its name (a PAC).
   */
  private static boolean isAcronym(String name) {
    return name.length() <= LONGEST_ACRONYM && name.equals(name.toUpperCase(Locale.ROOT));
  }

  private void oneOrProposals(
      ActorGroup group, List<ActorGroup> fitting, String reason, Predicate<ActorGroup> isSure) {
    List<ActorGroup> roots = fitting.stream().map(ActorGroup::root).distinct().toList();
    boolean sure = roots.size() == 1 && isSure.test(roots.get(0));
    Optional<ActorGroup> evident = sure ? Optional.of(roots.get(0)) : evident(group, roots);
    if (evident.isPresent() && !evident.get().isApartFrom(group)) {
      String why = sure ? reason : reason + " with this office and country";
      mergeUnlessRejected(evident.get(), group, why);
      return;
    }
    String fit = roots.size() == 1 ? reason : "one of " + roots.size() + " who fit";
    for (int i = 0; i < Math.min(MAX_PROPOSALS_PER_NAME, roots.size()); i++) {
      propose(roots.get(i), group, fit);
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

  private void propose(ActorGroup one, ActorGroup other, String reason) {
    if (one != other && !one.isApartFrom(other)) {
      proposals.add(new Merge(one.id, other.id, reason));
    }
  }

  private void mergeUnlessRejected(ActorGroup one, ActorGroup two, String reason) {
    ActorGroup keep = one.root();
    ActorGroup other = two.root();
    if (keep != other && !keep.isApartFrom(other)) {
      keep.take(other);
      merges.add(new Merge(keep.id, other.id, reason));
    }
  }
}
