package org.polylogue.discourse.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.model.Affected;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Tone;
import org.polylogue.text.Span;

/** Tone of sentences, and tone towards mentions, which a link {@code Target} leads to. */
final class SentimentLayer extends Layer<Sentiment> {

  private static final String TARGET = "Target";

  /** A cause of a tone. */
  private record Cause(Sentiment sentiment, Sentiment.Contribution part) {}

  private static final Table<Sentiment> SENTENCES =
      tone("sentiments", sentiment -> sentiment.target().isEmpty());

  private static final Table<Sentiment> TARGETS =
      tone("target_sentiments", sentiment -> sentiment.target().isPresent())
          .text("target", (sentiment, at) -> sentiment.target().map(at::words))
          .span("target_start", "target_end", (sentiment, at) -> sentiment.target().orElse(null))
          .text("mention_id", (sentiment, at) -> sentiment.target().flatMap(at::mentionId))
          .text("target_id", (sentiment, at) -> sentiment.target().flatMap(at::actorMeantBy))
          .text(
              "affected",
              (sentiment, at) ->
                  sentiment.affected() == Affected.NONE ? null : word(sentiment.affected()));

  private static final Table<Sentiment> TRACES =
      Table.<Cause>ofFindings("traces")
          .span("start", "end", (cause, at) -> cause.sentiment().span())
          .span(
              "target_start", "target_end", (cause, at) -> cause.sentiment().target().orElse(null))
          .text("cause", (cause, at) -> cause.part().cause())
          .decimal("amount", (cause, at) -> cause.part().amount())
          .<Sentiment>forEach(
              sentiment ->
                  sentiment.trace().stream().map(part -> new Cause(sentiment, part)).toList())
          .onlyOnRequest();

  private static Table<Sentiment> tone(String name, Predicate<Sentiment> kept) {
    return Table.<Sentiment>ofFindings(name)
        .where(kept)
        .span("start", "end", (sentiment, at) -> sentiment.span())
        .text("text", (sentiment, at) -> at.words(sentiment.span()))
        .text("label", (sentiment, at) -> word(sentiment.tone()))
        .decimal("score", (sentiment, at) -> sentiment.score())
        .decimal(
            "probability",
            (sentiment, at) -> sentiment.probabilities().map(all -> all.of(sentiment.tone())))
        .text("voice", (sentiment, at) -> sentiment.voice().type())
        .text("speaker", (sentiment, at) -> sentiment.voice().label())
        .text("speaker_id", (sentiment, at) -> Labels.voiceActorId(sentiment.voice()))
        .text("quotation_id", SentimentLayer::quotation)
        .text("judge", (sentiment, at) -> sentiment.judge());
  }

  /** The quotation whose voice it is in. */
  private static Optional<String> quotation(Sentiment sentiment, FindingContext at) {
    return sentiment
        .voice()
        .quoted()
        .flatMap(speaker -> at.quotationAround(sentiment.target().orElse(sentiment.span())));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  SentimentLayer() {
    super("sentiments", "tones", "Sentiment", Sentiment.class);
  }

  @Override
  public List<Table<Sentiment>> tables() {
    return List.of(SENTENCES, TARGETS, TRACES);
  }

  @Override
  public Map<String, List<String>> values() {
    return Map.of(
        "tone",
        Labels.names(Tone.values()),
        "affected",
        Labels.names(Affected.values()),
        "voice",
        SpeakerFeatures.VOICES,
        "speaker",
        SpeakerFeatures.SPEAKERS);
  }

  @Override
  public List<AnnotationType> annotationTypes() {
    return List.of(
        new AnnotationType(annotation(), values(), Map.of(TARGET, TARGET)),
        new AnnotationType(TARGET, Map.of(), Map.of()));
  }

  @Override
  public Map<String, String> features(Sentiment sentiment) {
    Map<String, String> features = new HashMap<>();
    features.put("score", Double.toString(sentiment.score()));
    features.put("tone", sentiment.tone().name());
    features.put("affected", sentiment.affected().name());
    SpeakerFeatures.put(features, sentiment.voice());
    return features;
  }

  @Override
  public void annotate(List<Sentiment> sentiments, AnnotationWriter out) {
    for (Sentiment sentiment : sentiments) {
      if (!sentiment.trace().isEmpty()) {
        out.drop("causes of a tone");
      }
      if (sentiment.probabilities().isPresent() || !sentiment.evidence().isEmpty()) {
        out.drop("probabilities and evidence of a tone");
      }
      int at = out.add(annotation(), sentiment.spans(), features(sentiment));
      if (at >= 0) {
        sentiment.target().ifPresent(target -> out.addLinked(TARGET, at, target));
      }
    }
  }

  @Override
  public List<Sentiment> read(AnnotationReader in) {
    List<Sentiment> sentiments = new ArrayList<>();
    for (int at : in.positions(annotation())) {
      sentiments.add(sentiment(in.at(at), in.linkedSpan(at, TARGET)));
    }
    return sentiments;
  }

  @Override
  protected Sentiment read(LayerSpan annotation) {
    return sentiment(annotation, Optional.empty());
  }

  private static Sentiment sentiment(LayerSpan annotation, Optional<Span> target) {
    Map<String, String> features = annotation.features();
    double score = AnnotationReader.number(annotation, "score", 0);
    return new Sentiment(
        annotation.extent(),
        score,
        SpeakerFeatures.voice(features),
        target,
        List.of(),
        Tone.valueOf(features.getOrDefault("tone", Tone.of(score).name())),
        Optional.empty(),
        Affected.valueOf(features.getOrDefault("affected", "NONE")),
        List.of(),
        Optional.empty());
  }
}
