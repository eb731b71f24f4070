package org.polylogue.results.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.AnnotationReader;
import org.polylogue.discourse.layer.AnnotationWriter;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Document;
import org.polylogue.model.Finding;

/**
 * What was found in a document as annotations, and back. {@code docs/formats/annotation.md} lists
 * the types of annotations and their features.
 *
 * @param layers the document with its annotations
 * @param dropped what annotations cannot hold, how many of each
 */
public record FindingAnnotations(LayeredText layers, SortedMap<String, Long> dropped) {

  /** Checks that both parts are there. */
  public FindingAnnotations {
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(dropped, "dropped");
  }

  /**
   * Annotates what was found in a document.
   *
   * @param document the document
   * @param found what was found in it
   * @return the annotations
   */
  public static FindingAnnotations of(Document document, DocumentDiscourse found) {
    AnnotationWriter out = new AnnotationWriter(document.id(), document.text());
    found.findings().keySet().forEach(layer -> annotate(layer, found, out));
    return new FindingAnnotations(out.annotated(), out.dropped());
  }

  private static <F extends Finding> void annotate(
      Layer<F> layer, DocumentDiscourse found, AnnotationWriter out) {
    layer.annotate(found.of(layer), out);
  }

  /**
   * Reads findings from annotations. Annotations and features of other names are left aside;
   * missing features take the defaults that the documentation lists.
   *
   * @param text a document with annotations
   * @param layers the layers to read
   * @return what was found in the document
   * @throws IllegalArgumentException if a feature has a value that is none of its values
   */
  public static DocumentDiscourse findings(LayeredText text, Layers layers) {
    AnnotationReader in = new AnnotationReader(text);
    Map<Layer<?>, List<? extends Finding>> findings = new LinkedHashMap<>();
    layers.forEach(layer -> findings.put(layer, layer.read(in)));
    return new DocumentDiscourse(text.id(), findings);
  }

  /**
   * The types of annotations that layers make.
   *
   * @param layers the layers
   * @return the types in order
   */
  public static List<AnnotationType> types(Layers layers) {
    return layers.list().stream().flatMap(layer -> layer.annotationTypes().stream()).toList();
  }
}
