package org.polylogue.discourse.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** Who sides with whom; annotated is the evidence, or the whole text if it stands elsewhere. */
final class StanceLayer extends Layer<Stance> {

  private static final Table<Stance> TABLE =
      Table.<Stance>ofFindings("stances")
          .text("holder", (stance, at) -> stance.holder().type())
          .text("speaker", (stance, at) -> stance.holder().label())
          .text("speaker_id", (stance, at) -> Labels.voiceActorId(stance.holder()))
          .text("quotation_id", StanceLayer::quotation)
          .text("target_type", (stance, at) -> stance.target().type())
          .text("target_id", (stance, at) -> stance.target().id())
          .text("target", (stance, at) -> Labels.targetName(stance.target()))
          .text("scheme", (stance, at) -> stance.taken().map(one -> one.label().scheme()))
          .text("label", (stance, at) -> stance.taken().map(one -> one.label().name()))
          .decimal("confidence", (stance, at) -> stance.taken().map(Stance.Taken::confidence))
          .text(
              "evidence",
              (stance, at) ->
                  stance
                      .taken()
                      .map(
                          one ->
                              one.evidence().stream()
                                  .map(at::words)
                                  .collect(Collectors.joining(" … "))))
          .text("withheld", (stance, at) -> stance.withheld())
          .text("judge", (stance, at) -> stance.judge());

  /** Of a source's stance, the quotation that its evidence stands in. */
  private static Optional<String> quotation(Stance stance, FindingContext at) {
    return stance
        .taken()
        .filter(one -> one.holder().quoted().isPresent())
        .map(one -> one.evidence().get(0))
        .filter(evidence -> evidence.documentId().equals(at.documentId()))
        .flatMap(evidence -> at.quotationAround(evidence.span()));
  }

  StanceLayer() {
    super("stances", "stances", "Stance", Stance.class);
  }

  @Override
  public List<Table<Stance>> tables() {
    return List.of(TABLE);
  }

  @Override
  public boolean namesDocument() {
    return true;
  }

  @Override
  public Optional<String> documentId(Stance stance) {
    return Optional.of(stance.documentId());
  }

  @Override
  public Map<String, List<String>> values() {
    return Map.of(
        "label",
        Stream.of(StanceLabel.Favor.values(), StanceLabel.Agreement.values())
            .flatMap(labels -> Labels.names(labels).stream())
            .toList(),
        "scheme",
        List.of("favor", "agreement"),
        "towards",
        StanceTargets.TYPES,
        "voice",
        SpeakerFeatures.VOICES,
        "speaker",
        SpeakerFeatures.SPEAKERS);
  }

  @Override
  public Map<String, String> features(Stance stance) {
    Map<String, String> features = new HashMap<>();
    SpeakerFeatures.put(features, stance.holder());
    StanceTargets.put(features, stance.target());
    stance
        .taken()
        .ifPresent(
            taken -> {
              features.put("label", taken.label().name());
              features.put("scheme", taken.label().scheme());
              features.put("confidence", Double.toString(taken.confidence()));
            });
    return features;
  }

  @Override
  public void annotate(List<Stance> stances, AnnotationWriter out) {
    for (Stance stance : stances) {
      if (stance instanceof Stance.Taken taken) {
        List<Span> spans = spans(taken, out);
        if (spans.isEmpty() && out.text().isEmpty()) {
          out.drop("stances in a document without text");
        } else {
          out.add(
              annotation(),
              spans.isEmpty() ? List.of(Span.allOf(out.text())) : spans,
              features(taken));
        }
      } else {
        out.drop("stances withheld");
      }
    }
  }

  private static List<Span> spans(Stance.Taken taken, AnnotationWriter out) {
    List<Span> spans = new ArrayList<>();
    for (Passage passage : taken.evidence()) {
      boolean here = passage.documentId().equals(out.documentId());
      boolean next = spans.isEmpty() || spans.get(spans.size() - 1).end() <= passage.span().start();
      if (here && next && !passage.span().isEmpty()) {
        spans.add(passage.span());
      } else {
        out.drop("evidence for a stance in another document or out of order");
      }
    }
    return spans;
  }

  @Override
  public List<Stance> read(AnnotationReader in) {
    List<Stance> stances = new ArrayList<>();
    for (int at : in.positions(annotation())) {
      stances.add(stance(in.at(at), in.documentId()));
    }
    return stances;
  }

  @Override
  protected Stance read(LayerSpan annotation) {
    return stance(annotation, "");
  }

  private static Stance stance(LayerSpan annotation, String documentId) {
    Map<String, String> features = annotation.features();
    String label = features.getOrDefault("label", "NONE");
    boolean favor = !"agreement".equals(features.get("scheme"));
    return new Stance.Taken(
        documentId,
        SpeakerFeatures.voice(features),
        StanceTargets.of(features),
        favor ? StanceLabel.Favor.valueOf(label) : StanceLabel.Agreement.valueOf(label),
        AnnotationReader.number(annotation, "confidence", 1),
        annotation.spans().stream().map(span -> new Passage(documentId, span)).toList());
  }
}
