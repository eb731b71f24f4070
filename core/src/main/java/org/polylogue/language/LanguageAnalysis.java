package org.polylogue.language;

import java.util.Objects;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;

/**
 * Language annotation as an analysis, so that a scope computes it once for each document.
 *
 * @param engine what annotates
 */
public record LanguageAnalysis(LanguageEngine engine) implements Analysis<Document, AnnotatedText> {

  /** Checks that an engine is there. */
  public LanguageAnalysis {
    Objects.requireNonNull(engine, "engine");
  }

  @Override
  public AnnotatedText analyze(Document document, Scope scope) {
    return engine.annotate(document);
  }
}
