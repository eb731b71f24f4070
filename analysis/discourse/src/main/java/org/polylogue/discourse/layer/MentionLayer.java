package org.polylogue.discourse.layer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.model.Mention;

/** Where actors are meant. */
final class MentionLayer extends Layer<Mention> {

  private static final Table<Mention> TABLE =
      Table.<Mention>ofFindings("mentions")
          .text("mention_id", (mention, at) -> at.mentionId(at.index()))
          .span("start", "end", (mention, at) -> mention.span())
          .text("text", (mention, at) -> at.words(mention.span()))
          .text("form", (mention, at) -> mention.form())
          .text("actor_id", (mention, at) -> mention.actorId())
          .text("actor", (mention, at) -> at.actorName(mention.actorId()))
          .text("metonym_id", (mention, at) -> mention.metonym())
          .text("metonym", (mention, at) -> mention.metonym().flatMap(at::actorName))
          .text("quotation_id", (mention, at) -> at.quotationAround(mention.span()))
          .decimal("confidence", (mention, at) -> mention.confidence());

  MentionLayer() {
    super("mentions", "mentions of actors", "Mention", Mention.class);
  }

  @Override
  public List<Table<Mention>> tables() {
    return List.of(TABLE);
  }

  @Override
  public Map<String, List<String>> values() {
    return Map.of("form", Labels.names(Mention.Form.values()));
  }

  @Override
  public Map<String, String> features(Mention mention) {
    Map<String, String> features = new HashMap<>();
    features.put("form", mention.form().name());
    features.put("actor", mention.actorId());
    features.put("metonym", mention.metonym().orElse(""));
    features.put("confidence", Double.toString(mention.confidence()));
    return features;
  }

  @Override
  protected Mention read(LayerSpan annotation) {
    Map<String, String> features = annotation.features();
    return new Mention(
        annotation.extent(),
        Mention.Form.valueOf(features.getOrDefault("form", "NAME")),
        features.getOrDefault("actor", ""),
        Optional.ofNullable(features.get("metonym")),
        AnnotationReader.number(annotation, "confidence", 1));
  }
}
