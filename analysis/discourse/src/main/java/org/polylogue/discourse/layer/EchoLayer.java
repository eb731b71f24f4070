package org.polylogue.discourse.layer;

import java.util.List;
import java.util.Map;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.model.Echo;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** What repeats another document. */
final class EchoLayer extends Layer<Echo> {

  private static final Table<Echo> TABLE =
      Table.<Echo>ofFindings("echoes")
          .span("start", "end", (echo, at) -> echo.span())
          .text("text", (echo, at) -> at.words(echo.span()))
          .text("quotation_id", (echo, at) -> at.quotationAround(echo.span()))
          .text("source_id", (echo, at) -> echo.source().documentId())
          .passage("source_start", "source_end", (echo, at) -> echo.source())
          .text("source_text", (echo, at) -> at.words(echo.source()))
          .decimal("similarity", (echo, at) -> echo.similarity());

  EchoLayer() {
    super("echoes", "echoes", "Echo", Echo.class);
  }

  @Override
  public List<Table<Echo>> tables() {
    return List.of(TABLE);
  }

  @Override
  public Map<String, String> features(Echo echo) {
    return Map.of(
        "document", echo.source().documentId(),
        "sourceStart", Integer.toString(echo.source().span().start()),
        "sourceEnd", Integer.toString(echo.source().span().end()),
        "similarity", Double.toString(echo.similarity()));
  }

  @Override
  protected Echo read(LayerSpan annotation) {
    Span source =
        new Span(
            (int) number(annotation, "sourceStart", "start"),
            (int) number(annotation, "sourceEnd", "end"));
    return new Echo(
        annotation.extent(),
        new Passage(annotation.features().getOrDefault("document", ""), source),
        AnnotationReader.number(annotation, "similarity", 1));
  }

  /** Older files have names that INCEpTION keeps for itself. */
  private static double number(LayerSpan annotation, String name, String older) {
    return AnnotationReader.number(annotation, name, AnnotationReader.number(annotation, older, 0));
  }
}
