package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.discourse.entity.world.Country;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.Leader;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;

/** Somebody while a conversation is read: the names that were given and what came with them. */
final class Cluster {

  final ActorType type;
  final Map<String, Integer> forms = new TreeMap<>();
  final TreeSet<String> aliases = new TreeSet<>();
  final TreeSet<String> roles = new TreeSet<>();
  final TreeSet<String> affiliations = new TreeSet<>();
  final List<Integer> mentionedIn = new ArrayList<>();
  Gender gender = Gender.UNKNOWN;
  String given = "";
  List<String> middle = List.of();
  String surname = "";
  String suffix = "";
  Optional<Leader> leader = Optional.empty();
  Optional<Country> country = Optional.empty();
  Optional<Country> government = Optional.empty();
  Optional<Actor> listed = Optional.empty();
  Optional<String> fixedName = Optional.empty();
  boolean described;
  String id = "";

  Cluster(ActorType type) {
    this.type = type;
  }

  void add(String form) {
    forms.merge(form, 1, Integer::sum);
    aliases.add(form);
  }

  void take(PersonName name) {
    if (!name.given().isEmpty() && (given.isEmpty() || PersonName.isInitial(given))) {
      given = name.given();
    }
    if (name.middle().size() > middle.size()) {
      middle = name.middle();
    }
    if (surname.isEmpty()) {
      surname = name.surname();
    }
    if (suffix.isEmpty()) {
      suffix = name.suffix();
    }
    gender = gender.or(name.gender());
  }

  void take(RoleContext context) {
    roles.addAll(context.roles());
    affiliations.addAll(context.affiliations());
    gender = gender.or(context.gender());
    if (country.isEmpty()) {
      country = context.country();
    }
  }

  /** The given name, from general knowledge where the text does not say it. */
  String knownGiven() {
    return given.isEmpty() || PersonName.isInitial(given)
        ? leader.map(Leader::given).orElse(given)
        : given;
  }

  Optional<String> knownCountry() {
    return country.map(Country::name).or(() -> leader.map(Leader::country));
  }

  boolean hasRole(String role) {
    return roles.contains(role) || leader.isPresent() && leader.get().office().equals(role);
  }

  /** Canonical name: the fullest form, then the most frequent, then the first in the alphabet. */
  String name() {
    if (listed.isPresent()) {
      return listed.get().name();
    }
    if (fixedName.isPresent()) {
      return fixedName.get();
    }
    String best = "";
    int bestRank = Integer.MIN_VALUE;
    for (Map.Entry<String, Integer> form : forms.entrySet()) {
      int rank = rank(form.getKey()) * 1000 + Math.min(999, form.getValue());
      if (rank > bestRank) {
        best = form.getKey();
        bestRank = rank;
      }
    }
    return best;
  }

  private int rank(String form) {
    String[] words = form.split(" ");
    int rank = isPlainlyWritten(form) ? 4 : 0;
    if (type == ActorType.PERSON) {
      String last = Folding.loose(words[words.length - 1]);
      boolean surnamed = !surname.isEmpty() && last.equals(Folding.loose(lastWord(surname)));
      rank += surnamed ? 8 : 0;
      rank += words.length > 1 && !PersonName.isInitial(words[0]) ? 2 : 0;
      rank += !given.isEmpty() && Folding.loose(words[0]).equals(Folding.loose(given)) ? 1 : 0;
    } else {
      rank += words.length > 1 ? 1 : 0;
    }
    return rank;
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /** Neither all capitals nor all lower case. */
  private static boolean isPlainlyWritten(String form) {
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < form.length(); i++) {
      upper |= Character.isUpperCase(form.charAt(i));
      lower |= Character.isLowerCase(form.charAt(i));
    }
    return upper && lower;
  }

  ActorProfile profile() {
    return new ActorProfile(gender, roles, knownCountry(), government.map(Country::name));
  }

  Actor actor() {
    TreeSet<String> all = new TreeSet<>(aliases);
    all.add(name());
    listed.ifPresent(known -> all.addAll(known.aliases()));
    return new Actor(
        id,
        name(),
        listed.map(Actor::type).orElse(type),
        all,
        listed.map(Actor::attributes).orElse(Map.of()));
  }
}
