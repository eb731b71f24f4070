package org.polylogue.spark;

import java.io.Serializable;
import java.util.List;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;

/**
 * Makes the analysis on each executor. What is sent there is this value, so it holds names and
 * numbers, not models; {@link #create} loads them, once for each executor and run.
 */
@FunctionalInterface
public interface AnalysisSource extends Serializable {

  /**
   * Makes the analysis and loads what it needs.
   *
   * @return an analysis, used by all tasks of an executor
   */
  Analysis<Conversation, Discourse> create();

  /**
   * What is to be noticed of a document that the analysis does not read, or not as it is.
   *
   * @param document an article or a comment that was analysed
   * @return notices for the table of them; here none
   */
  default List<Notice> doubts(Document document) {
    return List.of();
  }
}
