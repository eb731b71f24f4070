package org.polylogue.discourse.entity.world;

import java.util.List;

/**
 * A country or another territory with a government of its own.
 *
 * @param name the short English name
 * @param aliases official and other names
 * @param demonyms adjectives and nouns for its people, singular
 * @param capitals cities that stand for its government
 * @param seats palaces, streets and quarters that stand for its government
 */
public record Country(
    String name,
    List<String> aliases,
    List<String> demonyms,
    List<String> capitals,
    List<String> seats) {

  /** Copies the lists. */
  public Country {
    aliases = List.copyOf(aliases);
    demonyms = List.copyOf(demonyms);
    capitals = List.copyOf(capitals);
    seats = List.copyOf(seats);
  }

  /**
   * The actor that its capital, its seats and its own name stand for.
   *
   * @return such as "Government of France"
   */
  public String government() {
    return "Government of " + name;
  }
}
