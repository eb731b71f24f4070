package org.polylogue.lexis.index;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.polylogue.language.AnnotatedText;

/**
 * A document ready to be indexed.
 *
 * @param id unique in the index
 * @param attributes facts about it by name, such as {@code outlet}, {@code date} or {@code depth}
 * @param text its sentences and tokens
 * @param regions what is laid over it, in any order; regions may overlap
 */
public record IndexedText(
    String id, Map<String, String> attributes, AnnotatedText text, List<Region> regions) {

  /** Checks that all parts are there and copies the collections. */
  public IndexedText {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    regions = List.copyOf(regions);
  }

  /**
   * A text of which nothing else is known.
   *
   * @param id unique in the index
   * @param text its sentences and tokens
   * @return the text without attributes and regions
   */
  public static IndexedText of(String id, AnnotatedText text) {
    return new IndexedText(id, Map.of(), text, List.of());
  }
}
