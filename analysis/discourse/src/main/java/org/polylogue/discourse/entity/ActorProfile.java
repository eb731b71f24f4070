package org.polylogue.discourse.entity;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.polylogue.discourse.entity.world.ActorIds;
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
    if (actor.type() != ActorType.PERSON || ActorIds.isDescribed(actor.id())) {
      return EMPTY;
    }
    ActorProfile told = ofTitles(actor);
    Gender named = PersonName.of(actor.name()).gender();
    return new ActorProfile(told.gender.or(named), told.roles, Optional.empty(), Optional.empty());
  }

  /** Where a gender is from. */
  public enum GenderSource {
    /** The user's table, a column named {@code gender}. */
    TABLE,
    /** A title or an office in the text, such as "Mrs" or "congressman". */
    TEXT,
    /** A list of given names that are mostly one gender's. */
    NAMES
  }

  /**
   * A gender and where it is from.
   *
   * @param gender in lower case; what the user's table says, as it says it
   * @param source where it is from
   */
  public record KnownGender(String gender, GenderSource source) {}

  /**
   * The gender of an actor by the user's table, else by titles, else by the given name.
   *
   * @param actor as found
   * @return empty if nothing tells, and for everything that is no person unless the table tells
   */
  public static Optional<KnownGender> genderOf(Actor actor) {
    String listed = actor.attributes().getOrDefault("gender", "");
    if (!listed.isBlank()) {
      return Optional.of(new KnownGender(listed, GenderSource.TABLE));
    }
    if (actor.type() != ActorType.PERSON) {
      return Optional.empty();
    }
    Gender told = ActorIds.isDescribed(actor.id()) ? ofDescription(actor) : ofTitles(actor).gender;
    if (told != Gender.UNKNOWN) {
      return Optional.of(new KnownGender(word(told), GenderSource.TEXT));
    }
    Gender named = ActorIds.isDescribed(actor.id()) ? told : PersonName.of(actor.name()).gender();
    return named == Gender.UNKNOWN
        ? Optional.empty()
        : Optional.of(new KnownGender(word(named), GenderSource.NAMES));
  }

  private static String word(Gender gender) {
    return gender.name().toLowerCase(Locale.ROOT);
  }

  private static Gender ofDescription(Actor actor) {
    String name = Folding.plain(actor.name());
    Roles.Role role = Roles.person(name.substring(name.lastIndexOf(' ') + 1));
    return role == null ? Gender.UNKNOWN : role.gender();
  }

  private static ActorProfile ofTitles(Actor actor) {
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
    return new ActorProfile(gender, roles, Optional.empty(), Optional.empty());
  }

  private static Roles.Role title(String[] words, int count) {
    return Roles.title(String.join(" ", List.of(words).subList(0, count)));
  }
}
