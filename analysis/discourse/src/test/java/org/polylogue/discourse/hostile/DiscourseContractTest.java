package org.polylogue.discourse.hostile;

import java.util.List;
import org.polylogue.contract.AnalysisContract;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;

/** All parts together, on an engine that guesses. */
class DiscourseContractTest extends AnalysisContract<Discourse> {

  private static final DiscourseAnalysis ANALYSIS = DiscourseAnalysis.of(new RoughEngine());

  @Override
  protected Analysis<Conversation, Discourse> analysis() {
    return ANALYSIS;
  }

  @Override
  protected Object compared(Discourse result) {
    return List.of(result.actors(), result.documents(), result.stances());
  }
}
