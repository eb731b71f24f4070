package org.polylogue.corpus.exchange;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.text.Span;

/**
 * An annotation of a layer: one span, or several if it is interrupted, with named features.
 *
 * @param layer name of the layer, letters, digits, {@code _} and {@code -}
 * @param spans at least one, none empty, in order, disjoint
 * @param features by name; the names as for layers, the values any text that is not empty
 */
public record LayerSpan(String layer, List<Span> spans, SortedMap<String, String> features) {

  /**
   * Checks the parts and copies the collections.
   *
   * @throws IllegalArgumentException if a name is malformed, a value is empty, there is no span, or
   *     the spans are empty or out of order
   */
  public LayerSpan {
    name(layer);
    spans = List.copyOf(spans);
    features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("an annotation of layer " + layer + " needs a span");
    }
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).isEmpty() || i > 0 && spans.get(i - 1).end() > spans.get(i).start()) {
        throw new IllegalArgumentException(
            "the spans of an annotation are empty or out of order: " + spans);
      }
    }
    for (Map.Entry<String, String> feature : features.entrySet()) {
      name(feature.getKey());
      if (feature.getValue().isEmpty()) {
        throw new IllegalArgumentException("feature " + feature.getKey() + " has an empty value");
      }
    }
  }

  /**
   * An annotation with one span.
   *
   * @param layer name of the layer
   * @param span where it stands
   * @param features by name
   * @return the annotation
   */
  public static LayerSpan of(String layer, Span span, Map<String, String> features) {
    return new LayerSpan(layer, List.of(span), new TreeMap<>(features));
  }

  /**
   * The smallest span around all its spans.
   *
   * @return from the first start to the last end
   */
  public Span extent() {
    return spans.get(0).cover(spans.get(spans.size() - 1));
  }

  static void name(String name) {
    Objects.requireNonNull(name, "name");
    if (name.isEmpty()
        || !name.chars()
            .allMatch(
                c ->
                    c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || c == '_'
                        || c == '-')) {
      throw new IllegalArgumentException(
          "a name of a layer or feature holds letters, digits, _ and - only: " + name);
    }
  }
}
