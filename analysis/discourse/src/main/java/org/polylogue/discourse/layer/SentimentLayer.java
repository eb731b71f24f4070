package org.polylogue.discourse.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.model.Sentiment;
import org.polylogue.text.Span;

/** Tone of sentences, and tone towards mentions, which a link {@code Target} leads to. */
final class SentimentLayer extends Layer<Sentiment> {

  private static final String TARGET = "Target";

  private static final Table<Sentiment> TABLE =
      Table.<Sentiment>ofFindings("sentiments")
          .whole("start", (sentiment, at) -> sentiment.span().start())
          .whole("end", (sentiment, at) -> sentiment.span().end())
          .text("text", (sentiment, at) -> at.words(sentiment.span()))
          .decimal("score", (sentiment, at) -> sentiment.score())
          .text("voice", (sentiment, at) -> Labels.voice(sentiment.voice()))
          .text("speaker", (sentiment, at) -> Labels.voiceName(sentiment.voice()))
          .text("target", (sentiment, at) -> sentiment.target().map(at::words))
          .whole("target_start", (sentiment, at) -> sentiment.target().map(Span::start))
          .whole("target_end", (sentiment, at) -> sentiment.target().map(Span::end))
          .text(
              "trace",
              (sentiment, at) ->
                  sentiment.trace().stream()
                      .map(part -> part.cause() + " " + part.amount())
                      .collect(Collectors.joining("; ")));

  SentimentLayer() {
    super("sentiments", "tones", "Sentiment", Sentiment.class);
  }

  @Override
  public List<Table<Sentiment>> tables() {
    return List.of(TABLE);
  }

  @Override
  public Map<String, List<String>> values() {
    return Map.of("voice", SpeakerFeatures.VOICES, "speaker", SpeakerFeatures.SPEAKERS);
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
    SpeakerFeatures.put(features, sentiment.voice());
    return features;
  }

  @Override
  public void annotate(List<Sentiment> sentiments, AnnotationWriter out) {
    for (Sentiment sentiment : sentiments) {
      if (!sentiment.trace().isEmpty()) {
        out.drop("causes of a tone");
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
    return new Sentiment(
        annotation.extent(),
        AnnotationReader.number(annotation, "score", 0),
        SpeakerFeatures.voice(annotation.features()),
        target,
        List.of());
  }
}
