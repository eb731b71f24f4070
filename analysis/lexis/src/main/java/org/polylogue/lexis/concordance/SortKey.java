package org.polylogue.lexis.concordance;

import java.util.ArrayList;
import java.util.List;

/**
 * A place whose word decides the order of lines, counted from the node outward.
 *
 * @param offset −1 for the first word to the left of the node, 1 for the first to its right, 0 for
 *     the node itself; −20 to 20
 */
public record SortKey(int offset) {

  private static final int MAX_KEYS = 3;
  private static final int FARTHEST = 20;

  /**
   * Checks the distance.
   *
   * @throws IllegalArgumentException if it is over 20
   */
  public SortKey {
    if (offset < -FARTHEST || offset > FARTHEST) {
      throw new IllegalArgumentException("a sort key lies at most 20 words away, not " + offset);
    }
  }

  /**
   * Reads up to three keys such as {@code 1R,2R,1L} or {@code node}.
   *
   * @param text keys with commas between them
   * @return the keys, the most important first
   * @throws IllegalArgumentException if a key cannot be read or there are more than three
   */
  public static List<SortKey> parse(String text) {
    List<SortKey> keys = new ArrayList<>();
    for (String part : text.split(",")) {
      String key = part.strip();
      if (key.equalsIgnoreCase("node")) {
        keys.add(new SortKey(0));
      } else if (key.matches("\\d{1,2}[LRlr]")) {
        int distance = Integer.parseInt(key.substring(0, key.length() - 1));
        boolean left = Character.toUpperCase(key.charAt(key.length() - 1)) == 'L';
        keys.add(new SortKey(left ? -distance : distance));
      } else {
        throw new IllegalArgumentException(
            "expected sort keys such as 1L, 2R or node, not \"" + key + "\"");
      }
    }
    if (keys.size() > MAX_KEYS) {
      throw new IllegalArgumentException("at most three sort keys, not " + keys.size());
    }
    return List.copyOf(keys);
  }
}
