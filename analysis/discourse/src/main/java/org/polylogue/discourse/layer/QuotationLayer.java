package org.polylogue.discourse.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.LayerLink;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.model.Quotation;
import org.polylogue.text.Span;
import org.polylogue.text.WordCount;

/**
 * What is said, by whom. Annotations have the roles of PolNeAR (Newell et al. 2018): {@code
 * Content} with links to {@code Cue} and {@code Source}; {@code Inside} leads to the quotation
 * around a nested one.
 */
final class QuotationLayer extends Layer<Quotation> {

  private static final String INSIDE = "Inside";

  private static final Table<Quotation> TABLE =
      Table.<Quotation>ofFindings("quotations")
          .text("quotation_id", (quotation, at) -> at.quotationId(at.index()))
          .whole("quotation", (quotation, at) -> at.index())
          .text("kind", (quotation, at) -> quotation.kind())
          .text("mode", (quotation, at) -> quotation.mode())
          .text("grade", (quotation, at) -> quotation.grade())
          .text("speaker_type", (quotation, at) -> quotation.speaker().type())
          .text("speaker", (quotation, at) -> quotation.speaker().label())
          .text("actor_id", (quotation, at) -> Labels.actorId(quotation.speaker()))
          .text("text", (quotation, at) -> at.words(quotation.content()))
          .whole("words", (quotation, at) -> WordCount.of(at.words(quotation.content())))
          .text(
              "spans",
              (quotation, at) ->
                  quotation.content().stream()
                      .map(at::counted)
                      .map(Span::toString)
                      .collect(Collectors.joining(",")))
          .text("cue", (quotation, at) -> quotation.cue().map(at::words))
          .text("source", (quotation, at) -> quotation.source().map(at::words))
          .whole(
              "parent",
              (quotation, at) ->
                  quotation.parent().isPresent() ? quotation.parent().getAsInt() : null)
          .text("rule", (quotation, at) -> quotation.rule())
          .decimal("confidence", (quotation, at) -> quotation.confidence());

  QuotationLayer() {
    super("quotations", "quotations", LayerLink.CONTENT, Quotation.class);
  }

  @Override
  public List<Table<Quotation>> tables() {
    return List.of(TABLE);
  }

  @Override
  public List<String> kinds() {
    return Labels.names(Quotation.Kind.values());
  }

  @Override
  public String kind(Quotation quotation) {
    return quotation.kind().name();
  }

  @Override
  public Map<String, List<String>> values() {
    return Map.of(
        "kind", kinds(),
        "mode", Labels.names(Quotation.Mode.values()),
        "grade", Labels.names(Quotation.Grade.values()),
        "speaker", SpeakerFeatures.SPEAKERS);
  }

  @Override
  public List<AnnotationType> annotationTypes() {
    return List.of(
        new AnnotationType(
            annotation(),
            values(),
            Map.of(
                LayerLink.CUE,
                LayerLink.CUE,
                LayerLink.SOURCE,
                LayerLink.SOURCE,
                INSIDE,
                annotation())),
        new AnnotationType(LayerLink.CUE, Map.of(), Map.of()),
        new AnnotationType(LayerLink.SOURCE, Map.of(), Map.of()));
  }

  @Override
  public Map<String, String> features(Quotation quotation) {
    Map<String, String> features = new HashMap<>();
    features.put("kind", quotation.kind().name());
    features.put("mode", quotation.mode().name());
    features.put("grade", quotation.grade().name());
    features.put("rule", quotation.rule());
    features.put("confidence", Double.toString(quotation.confidence()));
    SpeakerFeatures.put(features, quotation.speaker());
    return features;
  }

  @Override
  public void annotate(List<Quotation> quotations, AnnotationWriter out) {
    List<Integer> contents = new ArrayList<>();
    for (Quotation quotation : quotations) {
      int content = out.add(annotation(), quotation.content(), features(quotation));
      quotation.cue().ifPresent(cue -> out.addLinked(LayerLink.CUE, content, cue));
      quotation.source().ifPresent(source -> out.addLinked(LayerLink.SOURCE, content, source));
      contents.add(content);
    }
    for (int i = 0; i < contents.size(); i++) {
      int parent = quotations.get(i).parent().orElse(-1);
      if (parent >= 0 && parent < contents.size()) {
        out.link(INSIDE, contents.get(i), contents.get(parent));
      }
    }
  }

  @Override
  public List<Quotation> read(AnnotationReader in) {
    List<Integer> contents = in.positions(annotation());
    List<Quotation> quotations = new ArrayList<>();
    for (int at : contents) {
      int parent =
          in.linked(at, INSIDE).map(to -> Collections.binarySearch(contents, to)).orElse(-1);
      quotations.add(
          quotation(
              in.at(at),
              in.linkedSpan(at, LayerLink.CUE),
              in.linkedSpan(at, LayerLink.SOURCE),
              parent < 0 ? OptionalInt.empty() : OptionalInt.of(parent)));
    }
    return quotations;
  }

  @Override
  protected Quotation read(LayerSpan annotation) {
    return quotation(annotation, Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  private static Quotation quotation(
      LayerSpan content, Optional<Span> cue, Optional<Span> source, OptionalInt parent) {
    Map<String, String> features = content.features();
    return new Quotation(
        content.spans(),
        cue,
        source,
        SpeakerFeatures.speaker(features),
        Quotation.Kind.valueOf(features.getOrDefault("kind", "INDIRECT")),
        Quotation.Mode.valueOf(features.getOrDefault("mode", "SPEECH")),
        Quotation.Grade.valueOf(features.getOrDefault("grade", "SAID")),
        parent,
        features.getOrDefault("rule", ""),
        AnnotationReader.number(content, "confidence", 1));
  }
}
