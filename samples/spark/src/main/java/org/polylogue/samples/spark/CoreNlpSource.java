package org.polylogue.samples.spark;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.samples.command.Doubts;
import org.polylogue.spark.AnalysisSource;

/**
 * The analysis of {@code polylogue analyze}: CoreNLP's models and, perhaps, known actors; and its
 * notices.
 *
 * @param actors the text of a table of actors, empty for none
 * @param name of that table, for messages
 * @param anyLanguage true to read documents as English whatever they are
 * @param wordLength characters above which a stretch without white space is read in pieces
 */
record CoreNlpSource(String actors, String name, boolean anyLanguage, int wordLength)
    implements AnalysisSource {

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
        CoreNlpEngine.builder()
            .rememberedSentences(REMEMBERED_SENTENCES)
            .maxWordLength(wordLength)
            .build();
    DiscourseAnalysis.Builder builder = DiscourseAnalysis.builder(engine).actors(table);
    return (anyLanguage ? builder.anyLanguage() : builder).build();
  }

  @Override
  public List<Notice> doubts(Document document) {
    return new Doubts(anyLanguage, wordLength).apply(document);
  }
}
