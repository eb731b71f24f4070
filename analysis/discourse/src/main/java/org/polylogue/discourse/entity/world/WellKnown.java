package org.polylogue.discourse.entity.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that posts are full of: where a sentence holds one, and of which type it may be. */
public final class WellKnown {

  private static final int LONGEST = 5;
  private static final String SEVERAL = "+";
  private static final Map<String, List<String>> TYPES = new HashMap<>();

  static {
    for (String[] row : Resource.rows("wellknown.tsv", 2)) {
      TYPES
          .computeIfAbsent(Folding.plain(row[1].replace('-', ' ')), key -> new ArrayList<>(1))
          .add(row[0]);
    }
  }

  private WellKnown() {}

  /**
   * The hints for each token: type, {@code B} or {@code I}, and {@code 1} for a name of one word or
   * {@code +} for a longer one. The longest name at a place counts.
   *
   * @param words of a sentence
   * @return for each word its hints
   */
  public static List<List<String>> hints(List<String> words) {
    List<List<String>> hints = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    for (String word : words) {
      hints.add(new ArrayList<>(0));
      plain.add(Folding.plain(word.startsWith("#") ? word.substring(1) : word).replace('-', ' '));
    }
    for (int i = 0; i < plain.size(); i++) {
      for (int size = Math.min(LONGEST, plain.size() - i); size > 0; size--) {
        String phrase = size == 1 ? plain.get(i) : String.join(" ", plain.subList(i, i + size));
        List<String> types = TYPES.get(phrase);
        if (types == null) {
          continue;
        }
        for (String type : types) {
          for (int k = 0; k < size; k++) {
            hints.get(i + k).add(type + (k == 0 ? " B" : " I") + (size == 1 ? "1" : SEVERAL));
          }
        }
        i += size - 1;
        break;
      }
    }
    return hints;
  }

  /**
   * Tells whether some of the words are a name; a frequent word alone is none.
   *
   * @param words in any case
   * @return false if none is known
   */
  public static boolean areNames(List<String> words) {
    List<List<String>> hints = hints(words);
    for (int i = 0; i < hints.size(); i++) {
      for (String hint : hints.get(i)) {
        if (hint.endsWith(SEVERAL) || !NameLists.shipped().isFrequent(words.get(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
