package org.polylogue.discourse.entity.world;

import java.util.Locale;
import org.polylogue.model.ActorType;

/** Ids of actors: the same name and type give the same id in every document. */
public final class ActorIds {

  private ActorIds() {}

  /**
   * The id of an actor.
   *
   * @param type of the actor
   * @param name canonical
   * @return such as {@code person/ann-lee}
   */
  public static String of(ActorType type, String name) {
    return type.name().toLowerCase(Locale.ROOT) + "/" + Folding.slug(name);
  }
}
