package org.polylogue.corpus.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Findings as layers: {@code Content}, {@code Cue} and {@code Source} of quotations (the roles of
 * PolNeAR, Newell et al. 2018), {@code Mention}, {@code Expression}, {@code Sentiment} with {@code
 * Target}, {@code Stance} and {@code Echo}. {@code docs/formats/annotation.md} lists the features.
 */
public final class FindingLayers {

  /** Layer of what is said. */
  public static final String CONTENT = "Content";

  /** Layer of the words that signal a quotation; also the role of the link from its content. */
  public static final String CUE = "Cue";

  /** Layer of the words that name a source; also the role of the link from the content. */
  public static final String SOURCE = "Source";

  /** Layer of places where actors are meant. */
  public static final String MENTION = "Mention";

  /** Layer of marked words that are no speech. */
  public static final String EXPRESSION = "Expression";

  /** Layer of tones. */
  public static final String SENTIMENT = "Sentiment";

  /** Layer of what a tone is towards; also the role of the link from the tone. */
  public static final String TARGET = "Target";

  /** Layer of the evidence for sides taken. */
  public static final String STANCE = "Stance";

  /** Layer of repeated passages. */
  public static final String ECHO = "Echo";

  /** Role of the link from a nested quotation to the one around it. */
  public static final String INSIDE = "Inside";

  /**
   * Findings as layers, and what layers cannot hold.
   *
   * @param layers the document with its layers
   * @param dropped what was left out, one line for each kind, empty if nothing
   */
  public record Result(LayeredText layers, List<String> dropped) {
    /** Copies the list. */
    public Result {
      dropped = List.copyOf(dropped);
    }
  }

  private final DocumentFindings findings;
  private final List<LayerSpan> annotations = new ArrayList<>();
  private final List<LayerLink> links = new ArrayList<>();
  private final Map<String, Integer> dropped = new TreeMap<>();

  private FindingLayers(DocumentFindings findings) {
    this.findings = findings;
  }

  /**
   * Turns findings into layers.
   *
   * @param findings what was found in a document
   * @return the layers
   */
  public static Result toLayers(DocumentFindings findings) {
    return new FindingLayers(findings).write();
  }

  /**
   * Turns layers into findings. Layers and features of other names are left aside; missing features
   * take the defaults that the documentation lists.
   *
   * @param layers a document with layers
   * @return the findings
   * @throws IllegalArgumentException if a feature has a value that is none of its values
   */
  public static DocumentFindings toFindings(LayeredText layers) {
    return new LayerFindings(layers).read();
  }

  private Result write() {
    List<Integer> contents = new ArrayList<>();
    for (Quotation quotation : findings.quotations()) {
      contents.add(quotation(quotation));
    }
    for (int i = 0; i < contents.size(); i++) {
      int parent = findings.quotations().get(i).parent().orElse(-1);
      if (parent >= 0 && parent < contents.size()) {
        links.add(new LayerLink(INSIDE, contents.get(i), contents.get(parent)));
      }
    }
    for (Mention mention : findings.mentions()) {
      SortedMap<String, String> features = new TreeMap<>();
      features.put("form", mention.form().name());
      put(features, "actor", mention.actorId());
      mention.metonym().ifPresent(metonym -> put(features, "metonym", metonym));
      features.put("confidence", Double.toString(mention.confidence()));
      add(MENTION, mention.span(), features);
    }
    for (MarkedExpression expression : findings.expressions()) {
      SortedMap<String, String> features = new TreeMap<>();
      features.put("kind", expression.kind().name());
      put(features, "rule", expression.rule());
      features.put("confidence", Double.toString(expression.confidence()));
      add(EXPRESSION, expression.span(), features);
    }
    for (Sentiment sentiment : findings.sentiments()) {
      sentiment(sentiment);
    }
    for (Stance stance : findings.stances()) {
      stance(stance);
    }
    for (Echo echo : findings.echoes()) {
      SortedMap<String, String> features = new TreeMap<>();
      put(features, "document", echo.source().documentId());
      features.put("start", Integer.toString(echo.source().span().start()));
      features.put("end", Integer.toString(echo.source().span().end()));
      features.put("similarity", Double.toString(echo.similarity()));
      add(ECHO, echo.span(), features);
    }
    LayeredText layers =
        new LayeredText(findings.documentId(), findings.text(), annotations, links);
    List<String> lines = new ArrayList<>();
    dropped.forEach((what, count) -> lines.add(what + ": " + count));
    return new Result(layers, lines);
  }

  private int quotation(Quotation quotation) {
    SortedMap<String, String> features = new TreeMap<>();
    features.put("kind", quotation.kind().name());
    features.put("mode", quotation.mode().name());
    features.put("grade", quotation.grade().name());
    put(features, "rule", quotation.rule());
    features.put("confidence", Double.toString(quotation.confidence()));
    SpeakerFeatures.put(features, quotation.speaker());
    annotations.add(new LayerSpan(CONTENT, quotation.content(), features));
    int content = annotations.size() - 1;
    quotation.cue().ifPresent(cue -> link(CUE, content, cue));
    quotation.source().ifPresent(source -> link(SOURCE, content, source));
    return content;
  }

  private void sentiment(Sentiment sentiment) {
    SortedMap<String, String> features = new TreeMap<>();
    features.put("score", Double.toString(sentiment.score()));
    SpeakerFeatures.put(features, sentiment.voice());
    if (!sentiment.trace().isEmpty()) {
      dropped.merge("causes of a tone", 1, Integer::sum);
    }
    int at = add(SENTIMENT, sentiment.span(), features);
    if (at >= 0 && sentiment.target().isPresent()) {
      link(TARGET, at, sentiment.target().get());
    }
  }

  private void stance(Stance stance) {
    if (!(stance instanceof Stance.Taken taken)) {
      dropped.merge("stances withheld", 1, Integer::sum);
      return;
    }
    List<Span> spans = new ArrayList<>();
    for (Passage passage : taken.evidence()) {
      boolean here = passage.documentId().equals(findings.documentId());
      boolean next = spans.isEmpty() || spans.get(spans.size() - 1).end() <= passage.span().start();
      if (here && next && !passage.span().isEmpty()) {
        spans.add(passage.span());
      } else {
        dropped.merge("evidence for a stance in another document or out of order", 1, Integer::sum);
      }
    }
    if (spans.isEmpty()) {
      if (findings.text().isEmpty()) {
        dropped.merge("stances in a document without text", 1, Integer::sum);
        return;
      }
      spans.add(Span.allOf(findings.text()));
    }
    SortedMap<String, String> features = new TreeMap<>();
    features.put("label", taken.label().name());
    features.put("scheme", taken.label() instanceof StanceLabel.Favor ? "favor" : "agreement");
    features.put("confidence", Double.toString(taken.confidence()));
    SpeakerFeatures.put(features, taken.holder());
    StanceTargets.put(features, taken.target());
    annotations.add(new LayerSpan(STANCE, spans, features));
  }

  private void link(String role, int from, Span span) {
    int to = add(role, span, new TreeMap<>());
    if (to >= 0) {
      links.add(new LayerLink(role, from, to));
    }
  }

  private int add(String layer, Span span, SortedMap<String, String> features) {
    if (span.isEmpty()) {
      dropped.merge("empty spans of layer " + layer, 1, Integer::sum);
      return -1;
    }
    annotations.add(new LayerSpan(layer, List.of(span), features));
    return annotations.size() - 1;
  }

  static void put(Map<String, String> features, String name, String value) {
    if (!value.isEmpty()) {
      features.put(name, value);
    }
  }

  static Map<Integer, List<LayerLink>> bySource(LayeredText layers) {
    Map<Integer, List<LayerLink>> links = new HashMap<>();
    for (LayerLink link : layers.links()) {
      links.computeIfAbsent(link.from(), from -> new ArrayList<>()).add(link);
    }
    return links;
  }

  static Optional<String> feature(LayerSpan annotation, String name) {
    return Optional.ofNullable(annotation.features().get(name));
  }
}
