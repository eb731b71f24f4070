package org.polylogue.samples.spark;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.spark.AnalysisSource;

/**
 * The analysis of {@code polylogue analyze}: CoreNLP's models and, perhaps, known actors.
 *
 * @param actors the text of a table of actors, empty for none
 * @param name of that table, for messages
 */
record CoreNlpSource(String actors, String name) implements AnalysisSource {

  private static final int REMEMBERED_SENTENCES = 20_000;

  @Override
  public Analysis<Conversation, Discourse> create() {
    ActorTable table = ActorTable.EMPTY;
    if (!actors.isEmpty()) {
      try {
        table = ActorTable.read(new StringReader(actors), name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    CoreNlpEngine engine =
        CoreNlpEngine.builder().rememberedSentences(REMEMBERED_SENTENCES).build();
    return DiscourseAnalysis.builder(engine).actors(table).build();
  }
}
