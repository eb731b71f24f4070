package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Leader;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.model.ActorType;

/**
 * Puts the names of persons in one conversation together: the fullest first, then initials, then
 * surnames and given names alone. Names whose given names, suffixes or titles contradict each other
 * stay apart.
 */
final class PersonMerger {

  /** A person's name with what stands around it; {@code order} counts names from the article on. */
  record Occurrence(int order, Name name, PersonName parts, RoleContext context) {}

  private final List<Cluster> clusters = new ArrayList<>();
  private final Map<String, Set<Cluster>> bySurname = new HashMap<>();
  private final Map<String, Set<Cluster>> byGiven = new HashMap<>();
  private final Map<Cluster, Map<Integer, Integer>> fullNames = new HashMap<>();

  /** The order of the first full name in each document. */
  private final Map<Cluster, Map<Integer, Integer>> first = new HashMap<>();

  private final Map<Integer, Cluster> result = new HashMap<>();
  private final Set<String> surnamesAlone = new HashSet<>();

  /**
   * Makes somebody known whom the user's table found, so that the same person's other names in the
   * conversation join: a surname, initials, a given name.
   */
  void know(Cluster listed, PersonName parts, int document) {
    if (fullNames.computeIfAbsent(listed, c -> new HashMap<>()).isEmpty()) {
      clusters.add(listed);
      listed.take(parts);
      index(listed);
    }
    fullNames.get(listed).merge(document, 1, Integer::sum);
  }

  /** For each occurrence its cluster, by order. */
  Map<Integer, Cluster> merge(List<Occurrence> occurrences) {
    for (Occurrence one : occurrences) {
      if (one.parts.given().isEmpty()) {
        surnamesAlone.add(Folding.loose(one.parts.surname()));
      }
    }
    List<Occurrence> full = new ArrayList<>();
    List<Occurrence> initials = new ArrayList<>();
    List<Occurrence> fathers = new ArrayList<>();
    List<Occurrence> single = new ArrayList<>();
    for (Occurrence one : occurrences) {
      PersonName parts = one.parts;
      if (parts.given().isEmpty()) {
        single.add(one);
      } else if (PersonName.isInitial(parts.given())) {
        initials.add(one);
      } else if (parts.surname().isEmpty()) {
        fathers.add(one);
      } else {
        full.add(one);
      }
    }
    full.forEach(one -> join(one, fullMatch(one)));
    initials.forEach(one -> join(one, likeliest(one, fitting(one))));
    List<Occurrence> surnames = new ArrayList<>();
    List<Occurrence> givens = new ArrayList<>();
    for (Occurrence one : single) {
      boolean surname = isSurname(one);
      (surname ? surnames : givens).add(one);
    }
    surnames.forEach(one -> join(one, likeliest(one, fitting(one))));
    clusters.forEach(this::recogniseLeader);
    fathers.forEach(this::joinWithPatronymic);
    givens.forEach(this::joinGiven);
    return result;
  }

  /**
   * A lone name is a given name only if somebody bears it as such and nobody as a surname: "Pastor
   * Olga" is Olga Reed.
   */
  private boolean isSurname(Occurrence one) {
    boolean given = byGiven.containsKey(PersonName.givenKey(one.parts.surname()));
    return bySurname.containsKey(Folding.loose(one.parts.surname()))
        || !one.context.roles().isEmpty() && !given;
  }

  private List<Cluster> fitting(Occurrence one) {
    List<Cluster> found = new ArrayList<>();
    for (Cluster cluster : bySurname.getOrDefault(Folding.loose(one.parts.surname()), Set.of())) {
      if (PersonName.givenFits(one.parts.given(), cluster.given) && compatible(one, cluster)) {
        found.add(cluster);
      }
    }
    return found;
  }

  private Optional<Cluster> fullMatch(Occurrence one) {
    for (Cluster cluster : fitting(one)) {
      if (!cluster.given.isEmpty() && middleFits(one.parts.middle(), cluster.middle)) {
        return Optional.of(cluster);
      }
    }
    return Optional.empty();
  }

  private static boolean compatible(Occurrence one, Cluster cluster) {
    boolean suffix =
        one.parts.suffix().isEmpty()
            || cluster.suffix.isEmpty()
            || one.parts.suffix().equals(cluster.suffix);
    return suffix && one.context.gender().or(one.parts.gender()).fits(cluster.gender);
  }

  /** Middle names contradict each other if both are there and their first ones differ. */
  private static boolean middleFits(List<String> one, List<String> other) {
    return one.isEmpty() || other.isEmpty() || PersonName.givenFits(one.get(0), other.get(0));
  }

  /**
   * Of several who fit, the one whose full name stands in the same document most often: a story's
   * main person is called by surname, relatives by their full names. In a comment only who was
   * named before counts. Then the one named first in the conversation.
   */
  private Optional<Cluster> likeliest(Occurrence one, List<Cluster> candidates) {
    Cluster best = null;
    int most = -1;
    for (Cluster candidate : candidates) {
      int document = one.name.document();
      boolean later =
          document > 0
              && first.getOrDefault(candidate, Map.of()).getOrDefault(document, 0) > one.order;
      int count = later ? 0 : fullNames.getOrDefault(candidate, Map.of()).getOrDefault(document, 0);
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return Optional.ofNullable(best);
  }

  private void join(Occurrence one, Optional<Cluster> found) {
    Cluster cluster = found.orElseGet(this::fresh);
    cluster.take(one.parts);
    cluster.take(one.context);
    add(one, cluster);
  }

  private Cluster fresh() {
    Cluster cluster = new Cluster(ActorType.PERSON);
    clusters.add(cluster);
    return cluster;
  }

  private void add(Occurrence one, Cluster cluster) {
    result.put(one.order, cluster);
    if (one.parts.isFull()) {
      fullNames
          .computeIfAbsent(cluster, c -> new HashMap<>())
          .merge(one.name.document(), 1, Integer::sum);
      first
          .computeIfAbsent(cluster, c -> new HashMap<>())
          .putIfAbsent(one.name.document(), one.order);
    }
    index(cluster);
  }

  private void index(Cluster cluster) {
    if (!cluster.surname.isEmpty()) {
      index(bySurname, Folding.loose(cluster.surname), cluster);
      int space = cluster.surname.lastIndexOf(' ');
      if (space > 0) {
        index(bySurname, Folding.loose(cluster.surname.substring(space + 1)), cluster);
      }
    }
    indexGiven(cluster, cluster.knownGiven());
  }

  private void indexGiven(Cluster cluster, String given) {
    if (!given.isEmpty() && !PersonName.isInitial(given)) {
      String key = PersonName.givenKey(given);
      index(byGiven, key, cluster);
      int hyphen = key.indexOf('-');
      if (hyphen > 2) {
        index(byGiven, key.substring(0, hyphen), cluster);
      }
    }
  }

  private static void index(Map<String, Set<Cluster>> map, String key, Cluster cluster) {
    map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(cluster);
  }

  /** "President Tokayev" is the president of that name if there was only one. */
  private void recogniseLeader(Cluster cluster) {
    if (cluster.surname.isEmpty()) {
      return;
    }
    List<Leader> fitting = new ArrayList<>();
    for (Leader leader : Leader.named(cluster.surname)) {
      boolean office = cluster.roles.contains(leader.office());
      boolean given =
          !cluster.given.isEmpty() && PersonName.givenFits(cluster.given, leader.given());
      boolean country =
          cluster.country.isEmpty() || cluster.country.get().name().equals(leader.country());
      if (country && (given || office && cluster.given.isEmpty())) {
        fitting.add(leader);
      }
    }
    if (fitting.size() == 1) {
      cluster.leader = Optional.of(fitting.get(0));
      cluster.gender = cluster.gender.or(PersonName.genderOf(fitting.get(0).given()));
      indexGiven(cluster, fitting.get(0).given());
    }
  }

  /** Given name and patronymic, unless what looks like one is used as a surname. */
  private void joinWithPatronymic(Occurrence one) {
    String father = one.parts.middle().get(0);
    List<Cluster> candidates = new ArrayList<>();
    if (!surnamesAlone.contains(Folding.loose(father))) {
      for (Cluster cluster :
          byGiven.getOrDefault(PersonName.givenKey(one.parts.given()), Set.of())) {
        if (middleFits(List.of(father), cluster.middle) && compatible(one, cluster)) {
          candidates.add(cluster);
        }
      }
    }
    if (candidates.size() == 1) {
      join(one, Optional.of(candidates.get(0)));
    } else {
      PersonName parts = new PersonName(one.parts.given(), List.of(), father, one.parts.suffix());
      Occurrence renamed = new Occurrence(one.order, one.name, parts, one.context);
      join(renamed, fullMatch(renamed));
    }
  }

  private void joinGiven(Occurrence one) {
    String word = one.parts.surname();
    Set<Cluster> candidates = new LinkedHashSet<>();
    candidates.addAll(bySurname.getOrDefault(Folding.loose(word), Set.of()));
    if (candidates.isEmpty()) {
      candidates.addAll(byGiven.getOrDefault(PersonName.givenKey(word), Set.of()));
    }
    candidates.removeIf(cluster -> !compatible(one, cluster));
    if (candidates.isEmpty()) {
      join(one, Optional.empty());
      return;
    }
    Cluster cluster = likeliest(one, List.copyOf(candidates)).orElseThrow();
    cluster.take(one.context);
    add(one, cluster);
  }
}
