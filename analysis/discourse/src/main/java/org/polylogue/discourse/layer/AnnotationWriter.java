package org.polylogue.discourse.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.corpus.exchange.LayerLink;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.text.Span;

/**
 * Gathers the annotations of a document and counts what annotations cannot hold. For one thread.
 */
public final class AnnotationWriter {

  private final String documentId;
  private final String text;
  private final List<LayerSpan> annotations = new ArrayList<>();
  private final List<LayerLink> links = new ArrayList<>();
  private final SortedMap<String, Long> dropped = new TreeMap<>();

  /**
   * No annotation yet.
   *
   * @param documentId the document's id
   * @param text its text
   */
  public AnnotationWriter(String documentId, String text) {
    this.documentId = Objects.requireNonNull(documentId, "documentId");
    this.text = Objects.requireNonNull(text, "text");
  }

  /**
   * The document.
   *
   * @return its id
   */
  public String documentId() {
    return documentId;
  }

  /**
   * The text that is annotated.
   *
   * @return the original text
   */
  public String text() {
    return text;
  }

  /**
   * Adds an annotation. One without words is dropped.
   *
   * @param type its type
   * @param spans where it stands
   * @param features by name; empty values are left out
   * @return its position, for links; −1 if it is dropped
   */
  public int add(String type, List<Span> spans, Map<String, String> features) {
    if (spans.isEmpty() || spans.stream().anyMatch(Span::isEmpty)) {
      drop("empty spans of layer " + type);
      return -1;
    }
    SortedMap<String, String> filled = new TreeMap<>(features);
    filled.values().removeIf(String::isEmpty);
    annotations.add(new LayerSpan(type, spans, filled));
    return annotations.size() - 1;
  }

  /**
   * Adds an annotation that another one leads to.
   *
   * @param role its type, and what it is to the other one
   * @param from position of the other one
   * @param span where it stands
   */
  public void addLinked(String role, int from, Span span) {
    int to = add(role, List.of(span), new HashMap<>());
    if (to >= 0 && from >= 0) {
      link(role, from, to);
    }
  }

  /**
   * Links two annotations.
   *
   * @param role what the second is to the first
   * @param from position of the first
   * @param to position of the second
   */
  public void link(String role, int from, int to) {
    links.add(new LayerLink(role, from, to));
  }

  /**
   * Counts something that annotations cannot hold.
   *
   * @param what a plural, for people
   */
  public void drop(String what) {
    dropped.merge(what, 1L, Long::sum);
  }

  /**
   * The text with its annotations.
   *
   * @return all that were added
   */
  public LayeredText annotated() {
    return new LayeredText(documentId, text, annotations, links);
  }

  /**
   * What annotations cannot hold.
   *
   * @return how many of each, sorted
   */
  public SortedMap<String, Long> dropped() {
    return new TreeMap<>(dropped);
  }
}
