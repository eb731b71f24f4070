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

  /** Who of a gender the article names more than twice as often as anybody else who fits. */
  Referent of(Gender gender) {
    Counted main = null;
    for (Counted one : persons) {
      if (one.who().gender.fits(gender)) {
        if (main != null) {
          return main.count() > MAIN * one.count() ? main.who() : null;
        }
        if (one.who().gender != gender) {
          return null;
        }
        main = one;
      }
    }
    return main == null ? null : main.who();
  }
}
