package org.polylogue.discourse.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.polylogue.corpus.exchange.LayerLink;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.text.Span;

/** The annotations of a document, by type and link. Immutable. */
public final class AnnotationReader {

  private final LayeredText text;
  private final Map<String, List<Integer>> positions = new HashMap<>();
  private final Map<Integer, List<LayerLink>> links = new HashMap<>();

  /**
   * Of a document.
   *
   * @param text the document with its annotations
   */
  public AnnotationReader(LayeredText text) {
    this.text = Objects.requireNonNull(text, "text");
    for (int i = 0; i < text.annotations().size(); i++) {
      positions
          .computeIfAbsent(text.annotations().get(i).layer(), type -> new ArrayList<>())
          .add(i);
    }
    for (LayerLink link : text.links()) {
      links.computeIfAbsent(link.from(), from -> new ArrayList<>()).add(link);
    }
  }

  /**
   * The document.
   *
   * @return its id
   */
  public String documentId() {
    return text.id();
  }

  /**
   * The annotations of a type.
   *
   * @param type the type
   * @return their positions in order
   */
  public List<Integer> positions(String type) {
    return positions.getOrDefault(type, List.of());
  }

  /**
   * An annotation.
   *
   * @param position its position
   * @return the annotation
   */
  public LayerSpan at(int position) {
    return text.annotations().get(position);
  }

  /**
   * Where a link leads to.
   *
   * @param from position of its first annotation
   * @param role what the second is to the first
   * @return position of the second; empty if there is no such link
   */
  public Optional<Integer> linked(int from, String role) {
    return links.getOrDefault(from, List.of()).stream()
        .filter(link -> link.role().equals(role))
        .map(LayerLink::to)
        .findFirst();
  }

  /**
   * The words that a link leads to.
   *
   * @param from position of its first annotation
   * @param role what the second is to the first
   * @return their extent; empty if there is no such link
   */
  public Optional<Span> linkedSpan(int from, String role) {
    return linked(from, role).map(to -> at(to).extent());
  }

  /**
   * A number among the features of an annotation.
   *
   * @param annotation the annotation
   * @param name of the feature
   * @param otherwise what to take if it is not there
   * @return the number
   * @throws IllegalArgumentException if it is no number
   */
  public static double number(LayerSpan annotation, String name, double otherwise) {
    String value = annotation.features().get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          annotation.layer()
              + " "
              + annotation.spans()
              + ": "
              + name
              + " "
              + value
              + " is no number",
          e);
    }
  }
}
