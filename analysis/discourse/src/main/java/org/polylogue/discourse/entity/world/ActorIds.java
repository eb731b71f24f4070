package org.polylogue.discourse.entity.world;

import java.util.Locale;
import org.polylogue.model.ActorType;

/** Ids of actors: the same name and type give the same id in every document. */
public final class ActorIds {

  private static final String DESCRIBED = "/described/";
  private static final String THE = "the ";

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

  /**
   * The id of an actor that is described and never named.
   *
   * @param type of the actor
   * @param description such as {@code the town council}; its article does not count
   * @return such as {@code organisation/described/town-council}
   */
  public static String described(ActorType type, String description) {
    String words = description.startsWith(THE) ? description.substring(THE.length()) : description;
    return type.name().toLowerCase(Locale.ROOT) + DESCRIBED + Folding.slug(words);
  }

  /**
   * Tells whether an actor is described and never named.
   *
   * @param id of the actor
   * @return false for everybody who has a name
   */
  public static boolean isDescribed(String id) {
    return id.contains(DESCRIBED);
  }
}
