package org.polylogue.discourse.entity;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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
}
