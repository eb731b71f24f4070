package org.polylogue.lexis.topic;

import java.util.List;
import java.util.Objects;

/**
 * A topic that is known beforehand, by a name and some of its words.
 *
 * @param name what it is called in results
 * @param words its words, as columns of the matrix; none twice
 */
public record SeedTopic(String name, List<Integer> words) {
  /** Checks that there is a name and a word. */
  public SeedTopic {
    Objects.requireNonNull(name, "name");
    words = List.copyOf(words);
    if (words.isEmpty() || words.stream().distinct().count() < words.size()) {
      throw new IllegalArgumentException(
          "seed words of " + name + ": " + words + "; at least one is needed, and none twice");
    }
  }
}
