package org.polylogue.discourse.entity.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** States and provinces by the abbreviations of the press. */
public final class Regions {

  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    for (String[] row : Resource.rows("regions.tsv", 2)) {
      NAMES.put(row[1], row[0]);
    }
  }

  private Regions() {}

  /**
   * The region that an abbreviation means.
   *
   * @param abbreviation as written, such as {@code Wis.}; a last full stop may be missing, since a
   *     tokenizer takes it for the end of a sentence
   * @return its full name; empty if it means none
   */
  public static Optional<String> abbreviated(String abbreviation) {
    return Optional.ofNullable(
        NAMES.get(abbreviation.endsWith(".") ? abbreviation : abbreviation + "."));
  }
}
