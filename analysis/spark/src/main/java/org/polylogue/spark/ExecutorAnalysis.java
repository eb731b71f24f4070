package org.polylogue.spark;

import java.io.Serializable;
import java.util.List;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;

/**
 * The analysis of an executor. As a broadcast value it is there once in each executor's JVM, and
 * makes its analysis at the first use.
 */
final class ExecutorAnalysis implements Serializable {

  private static final long serialVersionUID = 1L;

  private final AnalysisSource source;
  private transient Analysis<Conversation, Discourse> analysis;

  ExecutorAnalysis(AnalysisSource source) {
    this.source = source;
  }

  synchronized Analysis<Conversation, Discourse> get() {
    if (analysis == null) {
      analysis = source.create();
    }
    return analysis;
  }

  List<Notice> doubts(Document document) {
    return source.doubts(document);
  }
}
