package org.polylogue.discourse.entity;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;

/**
 * What a conversation tells of an actor besides names.
 *
 * @param gender of a person; unknown for everything else
 * @param roles offices and jobs in lower case, such as {@code president}, sorted
 * @param country name of the country that the roles belong to, empty if the text names none
 * @param government name of the country whose government this is, empty for every other actor
 */
public record ActorProfile(
    Gender gender, SortedSet<String> roles, Optional<String> country, Optional<String> government) {

  /** Nothing known. */
  public static final ActorProfile EMPTY =
      new ActorProfile(Gender.UNKNOWN, new TreeSet<>(), Optional.empty(), Optional.empty());

  /** Checks that all parts are there and copies the roles. */
  public ActorProfile {
    Objects.requireNonNull(gender, "gender");
    roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(government, "government");
  }

  /**
   * What the names of an actor tell, for results that hold no more: "Mr" and "Queen" a gender, a
   * title an office, a given name mostly a gender.
   *
   * @param actor as found in a conversation
   * @return its profile without countries; nothing known if it is no person
   */
  public static ActorProfile ofNames(Actor actor) {
    if (actor.type() != ActorType.PERSON) {
      return EMPTY;
    }
    Gender gender = Gender.UNKNOWN;
    TreeSet<String> roles = new TreeSet<>();
    for (String alias : actor.aliases()) {
      String[] words = Folding.plain(alias).split(" ");
      int titles = words.length - 1;
      while (titles > 0 && title(words, titles) == null) {
        titles--;
      }
      if (titles > 0) {
        Roles.Role role = title(words, titles);
        gender = gender.or(role.gender());
        if (role.kind() == Roles.Kind.PERSON) {
          roles.add(role.name());
        }
      }
    }
    Gender named = PersonName.of(actor.name()).gender();
    return new ActorProfile(gender.or(named), roles, Optional.empty(), Optional.empty());
  }

  private static Roles.Role title(String[] words, int count) {
    return Roles.title(String.join(" ", List.of(words).subList(0, count)));
  }
}
