package org.polylogue.language;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
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

  /**
   * Refuses an engine that does not deliver what is needed, before anything is analysed with it.
   * Another analysis in the engine's place, such as a gold annotation, is taken at its word.
   *
   * @param language what annotates
   * @param needed what it must deliver
   * @param by who needs it, for the message
   * @throws IllegalArgumentException if the engine lacks something; the message names all of it
   */
  public static void require(
      Analysis<?, AnnotatedText> language, Set<Capability> needed, Class<?> by) {
    if (language instanceof EnglishGuard guard
        && guard.language() instanceof LanguageAnalysis own) {
      require(own, needed, by);
    } else if (language instanceof LanguageAnalysis own) {
      Set<Capability> lacking = EnumSet.noneOf(Capability.class);
      lacking.addAll(needed);
      lacking.removeAll(own.engine.capabilities());
      if (!lacking.isEmpty()) {
        throw new IllegalArgumentException(
            by.getSimpleName()
                + " needs "
                + lacking
                + " of the language engine, but "
                + own.engine.getClass().getSimpleName()
                + " delivers "
                + own.engine.capabilities());
      }
    }
  }
}
