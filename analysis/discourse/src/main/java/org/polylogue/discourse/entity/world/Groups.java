package org.polylogue.discourse.entity.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Beliefs, parties and peoples without a country of their own. Thread-safe. */
public final class Groups {

  private static final Map<String, String> NAMES = new HashMap<>();
  private static final Set<String> PARTS = Resource.parts("ethnic");

  static {
    for (String[] row : Resource.rows("groups.tsv", 2)) {
      Resource.list(row[1]).forEach(form -> NAMES.put(form, row[0]));
    }
  }

  private Groups() {}

  /**
   * The group that a word names.
   *
   * @param word noun or adjective in any case
   * @return its usual name, such as {@code Democrats}; empty if it names none
   */
  public static Optional<String> named(String word) {
    return Optional.ofNullable(NAMES.get(Folding.plain(word)));
  }

  /**
   * Tells whether words name a group with more than one word for it: "Polish American",
   * "Mexican-Americans", "African Americans".
   *
   * @param name as written
   * @return false for a single word without a hyphen
   */
  public static boolean isCompound(String name) {
    String[] words = Folding.plain(name).split("[ -]+");
    for (int i = 0; i < words.length; i++) {
      boolean known =
          NAMES.containsKey(words[i])
              || Countries.all().ofPeople(words[i]).isPresent()
              || i == 0 && PARTS.contains(words[i]);
      if (!known) {
        return false;
      }
    }
    return words.length > 1;
  }
}
