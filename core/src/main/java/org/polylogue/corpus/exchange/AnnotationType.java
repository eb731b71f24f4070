package org.polylogue.corpus.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an annotation tool has to know of a type of annotations before it reads some.
 *
 * @param name the type, as {@link LayerSpan#layer()} has it
 * @param values the values of features that have a closed list of them, by name of the feature
 * @param links the type that a link leads to, by the link's role
 */
public record AnnotationType(
    String name, Map<String, List<String>> values, Map<String, String> links) {

  /** Checks that all parts are there and copies them. */
  public AnnotationType {
    Objects.requireNonNull(name, "name");
    values = Map.copyOf(values);
    links = Map.copyOf(links);
  }
}
