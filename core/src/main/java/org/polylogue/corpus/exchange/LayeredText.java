package org.polylogue.corpus.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A text with annotations in layers and links between them, in a canonical order, so that two are
 * equal if they say the same. Immutable and thread-safe.
 *
 * @param id the document's id
 * @param text the original text; spans count its UTF-16 code units
 * @param annotations ordered by place, layer and features
 * @param links between the annotations, ordered, each once
 */
public record LayeredText(
    String id, String text, List<LayerSpan> annotations, List<LayerLink> links) {

  private static final Comparator<LayerSpan> ORDER =
      Comparator.comparing((LayerSpan annotation) -> annotation.spans().get(0))
          .thenComparing(annotation -> annotation.spans().toString())
          .thenComparing(LayerSpan::layer)
          .thenComparing(annotation -> annotation.features().toString());

  /**
   * Checks the parts and orders them; the positions in links follow.
   *
   * @throws IllegalArgumentException if a span leaves the text or a link has no end
   */
  public LayeredText {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    for (LayerSpan annotation : annotations) {
      if (annotation.extent().end() > text.length()) {
        throw new IllegalArgumentException(
            "document "
                + id
                + ": "
                + annotation.layer()
                + " "
                + annotation.spans()
                + " leaves the text of length "
                + text.length());
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < annotations.size(); i++) {
      order.add(i);
    }
    List<LayerSpan> given = annotations;
    order.sort(Comparator.comparing(given::get, ORDER));
    int[] position = new int[order.size()];
    List<LayerSpan> sorted = new ArrayList<>();
    for (int i = 0; i < position.length; i++) {
      position[order.get(i)] = i;
      sorted.add(given.get(order.get(i)));
    }
    List<LayerLink> moved = new ArrayList<>();
    for (LayerLink link : links) {
      if (Math.max(link.from(), link.to()) >= position.length) {
        throw new IllegalArgumentException("document " + id + ": " + link + " has no end");
      }
      moved.add(new LayerLink(link.role(), position[link.from()], position[link.to()]));
    }
    moved.sort(
        Comparator.comparingInt(LayerLink::from)
            .thenComparing(LayerLink::role)
            .thenComparingInt(LayerLink::to));
    annotations = List.copyOf(sorted);
    links = moved.stream().distinct().toList();
  }

  /**
   * The annotations of a layer.
   *
   * @param layer its name
   * @return its annotations in order, possibly none
   */
  public List<LayerSpan> layer(String layer) {
    return annotations.stream().filter(annotation -> annotation.layer().equals(layer)).toList();
  }
}
