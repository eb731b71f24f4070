package org.polylogue.discourse.entity.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.discourse.entity.ActorProfile;
import org.polylogue.discourse.entity.world.ActorIds;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;

/** What is taken for one actor of the corpus while conversations are put together. */
final class ActorGroup {

  final String id;
  final ActorType type;
  final TreeMap<String, Integer> names = new TreeMap<>();
  final TreeSet<String> aliases = new TreeSet<>();
  final TreeSet<String> roles = new TreeSet<>();
  final TreeSet<String> countries = new TreeSet<>();
  final TreeMap<String, String> attributes = new TreeMap<>();
  final List<ActorGroup> apart = new ArrayList<>();

  /** Without those of groups that were taken in. */
  int mentions;

  PersonName person;
  Gender gender;
  Optional<String> government = Optional.empty();
  private final List<String> conversations = new ArrayList<>();
  private ActorGroup mergedInto;

  ActorGroup(String id, ActorType type, ActorProfile profile) {
    this.id = id;
    this.type = type;
    this.gender = profile.gender();
    this.government = profile.government();
  }

  /** Reads the parts of a person's name once all spellings are there. */
  void readName() {
    if (type == ActorType.PERSON && !ActorIds.isDescribed(id)) {
      person = PersonName.of(name());
    }
  }

  void add(String conversation, Actor actor, ActorProfile profile, int mentions) {
    conversations.add(conversation);
    names.merge(actor.name(), mentions, Integer::sum);
    this.mentions += mentions;
    aliases.addAll(actor.aliases());
    roles.addAll(profile.roles());
    profile.country().ifPresent(countries::add);
    actor
        .attributes()
        .forEach((key, value) -> attributes.merge(key, value, ActorGroup::firstInAlphabet));
    gender = gender.or(profile.gender());
  }

  /** Where conversations contradict each other, their order must not decide. */
  private static String firstInAlphabet(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** Whether the user keeps a part of this root and a part of another root apart. */
  boolean isApartFrom(ActorGroup other) {
    return apart.stream().anyMatch(group -> group.root() == other);
  }

  ActorGroup root() {
    ActorGroup root = this;
    while (root.mergedInto != null) {
      root = root.mergedInto;
    }
    ActorGroup node = this;
    while (node.mergedInto != null) {
      ActorGroup next = node.mergedInto;
      node.mergedInto = root;
      node = next;
    }
    return root;
  }

  /** Mentions under all names that may become the actor's. */
  int namings() {
    return names.values().stream().mapToInt(count -> count).sum();
  }

  /** Takes another root in. */
  void take(ActorGroup other) {
    other.mergedInto = this;
    if (type == ActorType.PERSON) {
      other.names.forEach((name, count) -> names.merge(name, count, Integer::sum));
    }
    aliases.addAll(other.aliases);
    roles.addAll(other.roles);
    countries.addAll(other.countries);
    other.attributes.forEach(attributes::putIfAbsent);
    gender = gender.or(other.gender);
    apart.addAll(other.apart);
    conversations.addAll(other.conversations);
    if (person != null && !person.isFull()) {
      readName();
    }
  }

  /**
   * Whether readers of a lone surname may be expected to know whose it is: the full name stands in
   * the same conversation, or in more than one.
   */
  boolean isKnownTo(ActorGroup surname) {
    return conversations.stream().distinct().limit(2).count() > 1
        || surname.conversations.contains(conversations.get(0));
  }

  /** Facts that cannot be of one actor. */
  boolean contradicts(ActorGroup other) {
    if (type != other.type || !gender.fits(other.gender)) {
      return true;
    }
    boolean countryApart =
        !countries.isEmpty()
            && !other.countries.isEmpty()
            && countries.stream().noneMatch(other.countries::contains);
    if (countryApart || person == null || other.person == null) {
      return countryApart;
    }
    boolean suffix =
        person.suffix().isEmpty()
            || other.person.suffix().isEmpty()
            || person.suffix().equals(other.person.suffix());
    boolean middle =
        person.middle().isEmpty()
            || other.person.middle().isEmpty()
            || PersonName.givenFits(person.middle().get(0), other.person.middle().get(0));
    return !suffix || !middle || !PersonName.givenFits(person.given(), other.person.given());
  }

  Actor actor() {
    return new Actor(id, name(), type, aliases, attributes);
  }

  /** The most frequent name; of a person the most frequent of the fullest ones. */
  String name() {
    if (names.size() == 1) {
      return names.firstKey();
    }
    String best = names.keySet().iterator().next();
    int most = 0;
    for (Map.Entry<String, Integer> name : names.entrySet()) {
      boolean fuller = type == ActorType.PERSON && isFuller(name.getKey(), best);
      boolean lessFull = type == ActorType.PERSON && isFuller(best, name.getKey());
      if (fuller || !lessFull && name.getValue() > most) {
        best = name.getKey();
        most = name.getValue();
      }
    }
    return best;
  }

  private static boolean isFuller(String name, String than) {
    return name.indexOf(' ') > 0
        && !PersonName.isInitial(name.substring(0, name.indexOf(' ')))
        && (than.indexOf(' ') < 0 || PersonName.isInitial(than.substring(0, than.indexOf(' '))));
  }
}
