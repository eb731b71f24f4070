package org.polylogue.lexis.dictionary;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Categories of words and expressions, as content analysts make them. Immutable and thread-safe.
 *
 * @param categories in the order of their source, no name twice
 * @param leftOut what the source holds and cannot be counted, one line each
 */
public record Dictionary(List<Category> categories, List<String> leftOut) {

  /** Checks the names. */
  public Dictionary {
    categories = List.copyOf(categories);
    leftOut = List.copyOf(leftOut);
    Set<String> names = new HashSet<>();
    for (Category category : categories) {
      if (!names.add(category.name())) {
        throw new IllegalArgumentException("category " + category.name() + " is there twice");
      }
    }
  }

  /**
   * A category.
   *
   * @param name with a full stop between a category and one inside it, as quanteda writes them
   * @param entries what is counted
   */
  public record Category(String name, List<Entry> entries) {
    /** Copies the entries. */
    public Category {
      Objects.requireNonNull(name, "name");
      entries = List.copyOf(entries);
    }
  }

  /**
   * A word or an expression.
   *
   * @param words one or more, in lower case; {@code *} stands for any characters, {@code ?} for one
   * @param weight what each occurrence is worth, 1 where the source gives none
   */
  public record Entry(List<String> words, double weight) {
    /** Checks the words. */
    public Entry {
      words = List.copyOf(words);
      if (words.isEmpty() || words.stream().anyMatch(String::isBlank) || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("an entry has words and a weight, not " + words);
      }
    }
  }
}
