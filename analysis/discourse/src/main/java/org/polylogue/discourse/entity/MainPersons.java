package org.polylogue.discourse.entity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.polylogue.discourse.entity.world.Gender;

/** Whom an article is mostly about, as counted when it has been read. */
final class MainPersons {

  private static final int MAIN = 2;

  private record Counted(Referent who, int count) {}

  private final List<Counted> persons;

  MainPersons(Collection<Referent> persons) {
    this.persons =
        persons.stream()
            .map(who -> new Counted(who, who.count))
            .sorted(Comparator.comparingInt(Counted::count).reversed())
            .toList();
  }

  /**
   * Who of a gender the article names at least twice as often as anybody else of it; whose gender
   * nothing tells counts half.
   */
  Referent of(Gender gender) {
    Counted main = null;
    double next = 0;
    for (Counted one : persons) {
      Gender told = one.who().gender;
      if (told == gender && main == null) {
        main = one;
      } else if (told.fits(gender)) {
        next = Math.max(next, told == gender ? one.count() : one.count() / 2.0);
      }
    }
    return main != null && main.count() >= MAIN * next ? main.who() : null;
  }
}
