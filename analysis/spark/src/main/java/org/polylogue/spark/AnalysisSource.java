package org.polylogue.spark;

import java.io.Serializable;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;
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
}
