package org.polylogue.discourse.entity;

import java.util.Locale;
import org.polylogue.model.ActorType;

/** Ids of actors: the same name and type give the same id in every document. */
final class ActorIds {

  private ActorIds() {}

  static String of(ActorType type, String name) {
    return type.name().toLowerCase(Locale.ROOT) + "/" + Folding.slug(name);
  }
}
