package org.polylogue.discourse.thread;

import java.util.List;
import org.polylogue.contract.AnalysisContract;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;

class ThreadMeasurementContractTest extends AnalysisContract<ThreadMeasures> {

  private static final ThreadMeasurement MEASUREMENT = new ThreadMeasurement();

  @Override
  protected Analysis<Conversation, ThreadMeasures> analysis() {
    return MEASUREMENT;
  }

  @Override
  protected Object compared(ThreadMeasures result) {
    return List.of(result.whole(), result.threads());
  }
}
