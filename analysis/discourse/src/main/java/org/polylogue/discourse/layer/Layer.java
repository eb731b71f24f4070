package org.polylogue.discourse.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.model.Finding;

/**
 * A kind of findings, with everything that outputs need to know of it. Its name is the field of a
 * document in {@code discourse.jsonl}, where a finding has the fields of its record, and the name
 * of its count in {@code run.json}.
 *
 * <p>Immutable and thread-safe; a layer is equal to itself alone, so that there is one object of
 * each.
 *
 * @param <F> what it holds, a record
 */
public abstract class Layer<F extends Finding> {

  private final String name;
  private final String label;
  private final String annotation;
  private final Class<F> type;

  /**
   * A layer.
   *
   * @param name in files, lower-case letters and {@code _}
   * @param label for people, a plural
   * @param annotation the type of its annotations in annotation tools; letters and digits
   * @param type class of its findings
   */
  protected Layer(String name, String label, String annotation, Class<F> type) {
    this.name = Objects.requireNonNull(name, "name");
    this.label = Objects.requireNonNull(label, "label");
    this.annotation = Objects.requireNonNull(annotation, "annotation");
    this.type = Objects.requireNonNull(type, "type");
  }

  /**
   * Its name in files.
   *
   * @return lower-case letters and {@code _}
   */
  public final String name() {
    return name;
  }

  /**
   * Its name for people.
   *
   * @return a plural
   */
  public final String label() {
    return label;
  }

  /**
   * The type of its annotations in annotation tools.
   *
   * @return letters and digits
   */
  public final String annotation() {
    return annotation;
  }

  /**
   * The class of its findings.
   *
   * @return a record, or an interface that records implement
   */
  public final Class<F> type() {
    return type;
  }

  /**
   * Its tables. Each finding is a row of one of them at most; columns {@code article_id} and {@code
   * document_id} come first by themselves.
   *
   * @return at least one
   */
  public abstract List<Table<F>> tables();

  /**
   * What a finding says, for annotation tools and for the report.
   *
   * @param finding a finding
   * @return values by name, empty ones are left out there; a name has letters and digits
   */
  public abstract Map<String, String> features(F finding);

  /**
   * Makes a finding of an annotation; missing features take their defaults.
   *
   * @param annotation an annotation of this layer's type
   * @return the finding
   * @throws IllegalArgumentException if a feature has a value that is none of its values
   */
  protected abstract F read(LayerSpan annotation);

  /**
   * The values of features that have a closed list of them.
   *
   * @return by name of the feature
   */
  public Map<String, List<String>> values() {
    return Map.of();
  }

  /**
   * What annotation tools have to know before they read its annotations.
   *
   * @return its types of annotations, the main one first
   */
  public List<AnnotationType> annotationTypes() {
    return List.of(new AnnotationType(annotation, values(), Map.of()));
  }

  /**
   * Annotates the findings of a document.
   *
   * @param findings in order
   * @param out takes the annotations
   */
  public void annotate(List<F> findings, AnnotationWriter out) {
    for (F finding : findings) {
      out.add(annotation, finding.spans(), features(finding));
    }
  }

  /**
   * Reads what {@link #annotate} wrote, or what a person marked.
   *
   * @param in the annotations of a document
   * @return the findings in order
   * @throws IllegalArgumentException if a feature has a value that is none of its values
   */
  public List<F> read(AnnotationReader in) {
    List<F> findings = new ArrayList<>();
    for (int at : in.positions(annotation)) {
      findings.add(read(in.at(at)));
    }
    return findings;
  }

  /**
   * The kinds by which its findings are counted.
   *
   * @return every kind; empty if they are counted as one
   */
  public List<String> kinds() {
    return List.of();
  }

  /**
   * The kind of a finding.
   *
   * @param finding a finding
   * @return one of {@link #kinds()}; an empty string if there are none
   */
  public String kind(F finding) {
    return "";
  }

  /**
   * The document that a finding names itself. Such findings stand beside the documents in {@code
   * discourse.jsonl}, not in them.
   *
   * @param finding a finding
   * @return the document's id; empty if findings do not name it
   */
  public Optional<String> documentId(F finding) {
    return Optional.empty();
  }

  /**
   * Tells whether findings name their document.
   *
   * @return true if {@link #documentId} is never empty
   */
  public boolean namesDocument() {
    return false;
  }

  /** The name. */
  @Override
  public final String toString() {
    return name;
  }
}
