package org.polylogue.discourse.layer;

import java.util.List;
import java.util.Map;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.model.MarkedExpression;

/** Marked words that are no speech. */
final class ExpressionLayer extends Layer<MarkedExpression> {

  private static final Table<MarkedExpression> TABLE =
      Table.<MarkedExpression>ofFindings("expressions")
          .text("kind", (expression, at) -> expression.kind())
          .text("text", (expression, at) -> at.words(expression.span()))
          .span("start", "end", (expression, at) -> expression.span())
          .text("quotation_id", (expression, at) -> at.quotationAround(expression.span()))
          .text("rule", (expression, at) -> expression.rule())
          .decimal("confidence", (expression, at) -> expression.confidence());

  ExpressionLayer() {
    super("expressions", "marked expressions", "Expression", MarkedExpression.class);
  }

  @Override
  public List<Table<MarkedExpression>> tables() {
    return List.of(TABLE);
  }

  @Override
  public Map<String, List<String>> values() {
    return Map.of("kind", Labels.names(MarkedExpression.Kind.values()));
  }

  @Override
  public Map<String, String> features(MarkedExpression expression) {
    return Map.of(
        "kind", expression.kind().name(),
        "rule", expression.rule(),
        "confidence", Double.toString(expression.confidence()));
  }

  @Override
  protected MarkedExpression read(LayerSpan annotation) {
    Map<String, String> features = annotation.features();
    return new MarkedExpression(
        annotation.extent(),
        MarkedExpression.Kind.valueOf(features.getOrDefault("kind", "SCARE_QUOTE")),
        features.getOrDefault("rule", ""),
        AnnotationReader.number(annotation, "confidence", 1));
  }
}
