package org.polylogue.discourse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Echo;
import org.polylogue.model.Finding;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * What was found in one document, layer by layer. All spans are of that document's text; each list
 * is ordered by where its entries stand. A layer that was not looked for is not there; one in which
 * nothing was found is empty.
 *
 * @param documentId id of the article or comment
 * @param findings what was found by layer, in the order in which outputs write them
 */
public record DocumentDiscourse(
    String documentId, Map<Layer<?>, List<? extends Finding>> findings) {

  /**
   * Copies the findings.
   *
   * @throws IllegalArgumentException if a finding is none of its layer's class
   */
  public DocumentDiscourse {
    Objects.requireNonNull(documentId, "documentId");
    Map<Layer<?>, List<? extends Finding>> copy = new LinkedHashMap<>();
    findings.forEach(
        (layer, list) -> {
          for (Finding finding : list) {
            if (!layer.type().isInstance(finding)) {
              throw new IllegalArgumentException(
                  "layer " + layer + " holds no " + finding.getClass().getName());
            }
          }
          copy.put(layer, List.copyOf(list));
        });
    findings = Collections.unmodifiableMap(copy);
  }

  /**
   * What this library looks for in every document.
   *
   * @param documentId id of the article or comment
   * @param mentions where actors are meant
   * @param quotations what is said, by whom
   * @param expressions marked words that are no speech
   * @param sentiments tone of sentences, and tone towards mentions
   * @param echoes what repeats the article or the parent comment; none in an article
   */
  public DocumentDiscourse(
      String documentId,
      List<Mention> mentions,
      List<Quotation> quotations,
      List<MarkedExpression> expressions,
      List<Sentiment> sentiments,
      List<Echo> echoes) {
    this(documentId, standard(mentions, quotations, expressions, sentiments, echoes));
  }

  private static Map<Layer<?>, List<? extends Finding>> standard(
      List<Mention> mentions,
      List<Quotation> quotations,
      List<MarkedExpression> expressions,
      List<Sentiment> sentiments,
      List<Echo> echoes) {
    Map<Layer<?>, List<? extends Finding>> findings = new LinkedHashMap<>();
    findings.put(Layers.MENTIONS, mentions);
    findings.put(Layers.QUOTATIONS, quotations);
    findings.put(Layers.EXPRESSIONS, expressions);
    findings.put(Layers.SENTIMENTS, sentiments);
    findings.put(Layers.ECHOES, echoes);
    return findings;
  }

  /**
   * The same with another layer.
   *
   * @param layer the layer; what was found in it before is replaced
   * @param found what was found in it
   * @param <F> what the layer holds
   * @return a copy
   */
  public <F extends Finding> DocumentDiscourse with(Layer<F> layer, List<? extends F> found) {
    Map<Layer<?>, List<? extends Finding>> more = new LinkedHashMap<>(findings);
    more.put(layer, found);
    return new DocumentDiscourse(documentId, more);
  }

  /**
   * The same without the findings of other layers.
   *
   * @param layers the layers to keep
   * @return a copy
   */
  public DocumentDiscourse only(Layers layers) {
    Map<Layer<?>, List<? extends Finding>> kept = new LinkedHashMap<>(findings);
    kept.keySet().retainAll(layers.list());
    return new DocumentDiscourse(documentId, kept);
  }

  /**
   * What was found in a layer.
   *
   * @param layer the layer
   * @param <F> what it holds
   * @return possibly nothing; nothing too if it was not looked for
   */
  // the constructor has checked every finding
  @SuppressWarnings("unchecked")
  public <F extends Finding> List<F> of(Layer<F> layer) {
    return (List<F>) findings.getOrDefault(layer, List.of());
  }

  /**
   * The same with every span mapped.
   *
   * @param own maps spans of this document
   * @param elsewhere maps passages of any document
   * @return a copy
   */
  public DocumentDiscourse map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
    Map<Layer<?>, List<? extends Finding>> mapped = new LinkedHashMap<>();
    findings.forEach(
        (layer, list) ->
            mapped.put(layer, list.stream().map(finding -> finding.map(own, elsewhere)).toList()));
    return new DocumentDiscourse(documentId, mapped);
  }

  /**
   * The same findings with the quotations of some grades only.
   *
   * @param grades the grades to keep
   * @return a copy in which the position of a parent is that in the shorter list, and a quotation
   *     whose parent is gone has none
   */
  public DocumentDiscourse ofGrades(Set<Quotation.Grade> grades) {
    List<Quotation> quotations = quotations();
    int[] positions = new int[quotations.size()];
    List<Quotation> kept = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      Quotation q = quotations.get(i);
      positions[i] = -1;
      if (grades.contains(q.grade())) {
        positions[i] = kept.size();
        OptionalInt parent =
            q.parent().isPresent() && positions[q.parent().getAsInt()] >= 0
                ? OptionalInt.of(positions[q.parent().getAsInt()])
                : OptionalInt.empty();
        kept.add(
            new Quotation(
                q.content(),
                q.cue(),
                q.source(),
                q.speaker(),
                q.kind(),
                q.mode(),
                q.grade(),
                parent,
                q.rule(),
                q.confidence()));
      }
    }
    return with(Layers.QUOTATIONS, kept);
  }

  /**
   * Where actors are meant.
   *
   * @return the layer {@link Layers#MENTIONS}
   */
  public List<Mention> mentions() {
    return of(Layers.MENTIONS);
  }

  /**
   * What is said, by whom.
   *
   * @return the layer {@link Layers#QUOTATIONS}
   */
  public List<Quotation> quotations() {
    return of(Layers.QUOTATIONS);
  }

  /**
   * Marked words that are no speech.
   *
   * @return the layer {@link Layers#EXPRESSIONS}
   */
  public List<MarkedExpression> expressions() {
    return of(Layers.EXPRESSIONS);
  }

  /**
   * Tone of sentences, and tone towards mentions.
   *
   * @return the layer {@link Layers#SENTIMENTS}
   */
  public List<Sentiment> sentiments() {
    return of(Layers.SENTIMENTS);
  }

  /**
   * What repeats the article or the parent comment.
   *
   * @return the layer {@link Layers#ECHOES}
   */
  public List<Echo> echoes() {
    return of(Layers.ECHOES);
  }

  /**
   * The sides taken in this document.
   *
   * @return the layer {@link Layers#STANCES}
   */
  public List<Stance> stances() {
    return of(Layers.STANCES);
  }
}
