package org.polylogue.discourse.entity.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The countries of the world, by name, people, capital and seat of government. Names are looked up
 * without regard to case, accents and full stops. Immutable and thread-safe.
 */
public final class Countries {

  private static final Countries ALL = new Countries(Resource.rows("countries.tsv", 5));

  private final List<Country> countries = new ArrayList<>();
  private final Map<String, Country> byName = new HashMap<>();
  private final Map<String, Country> byDemonym = new HashMap<>();
  private final Map<String, Country> byCapital = new HashMap<>();
  private final Map<String, Country> bySeat = new HashMap<>();

  private Countries(List<String[]> rows) {
    for (String[] row : rows) {
      Country country =
          new Country(
              row[0],
              Resource.list(row[1]),
              Resource.list(row[2]),
              Resource.list(row[3]),
              Resource.list(row[4]));
      countries.add(country);
      put(byName, country.name(), country);
      country.aliases().forEach(alias -> put(byName, alias, country));
      for (String demonym : country.demonyms()) {
        put(byDemonym, demonym, country);
        put(byDemonym, demonym + "s", country);
      }
      country.capitals().forEach(capital -> put(byCapital, capital, country));
      country.seats().forEach(seat -> put(bySeat, seat, country));
    }
  }

  /**
   * The table that the library ships.
   *
   * @return always the same object
   */
  public static Countries all() {
    return ALL;
  }

  /**
   * Every country.
   *
   * @return in the order of the table
   */
  public List<Country> list() {
    return List.copyOf(countries);
  }

  /**
   * A country by one of its names.
   *
   * @param name such as "Russian Federation"
   * @return empty if no country is called so
   */
  public Optional<Country> named(String name) {
    return find(byName, name);
  }

  /**
   * A country by its people.
   *
   * @param demonym adjective or noun, singular or plural, such as "Kazakhs"
   * @return empty if no people is called so
   */
  public Optional<Country> ofPeople(String demonym) {
    return find(byDemonym, demonym);
  }

  /**
   * A country by its capital.
   *
   * @param city such as "Astana"
   * @return empty if the city is no capital
   */
  public Optional<Country> ofCapital(String city) {
    return find(byCapital, city);
  }

  /**
   * A country by a seat of its government.
   *
   * @param seat such as "Kremlin"
   * @return empty if it is none
   */
  public Optional<Country> ofSeat(String seat) {
    return find(bySeat, seat);
  }

  private static void put(Map<String, Country> map, String name, Country country) {
    map.putIfAbsent(key(name), country);
  }

  private static Optional<Country> find(Map<String, Country> map, String name) {
    return Optional.ofNullable(map.get(key(name)));
  }

  private static String key(String name) {
    String plain = Folding.plain(name);
    return plain.startsWith("the ") ? plain.substring(4) : plain;
  }
}
