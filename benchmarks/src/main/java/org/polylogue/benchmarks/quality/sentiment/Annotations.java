package org.polylogue.benchmarks.quality.sentiment;

import java.util.List;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageEngine;
import org.polylogue.language.Sentence;
import org.polylogue.model.Comment;

/** Annotates the sentences of gold data as the library does in use. */
final class Annotations {

  private final LanguageEngine engine =
      CoreNlpEngine.of(Capability.TAGS, Capability.LEMMAS, Capability.DEPENDENCIES);

  List<Sentence> of(String text) {
    return engine.annotate(Comment.of("gold", text)).sentences();
  }
}
