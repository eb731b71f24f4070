package org.polylogue.discourse.echo;

import java.util.List;
import java.util.Map;
import org.polylogue.contract.AnalysisContract;
import org.polylogue.model.Conversation;
import org.polylogue.model.Echo;
import org.polylogue.pipeline.Analysis;

class EchoFinderContractTest extends AnalysisContract<Map<String, List<Echo>>> {

  private static final EchoFinder FINDER = new EchoFinder();

  @Override
  protected Analysis<Conversation, Map<String, List<Echo>>> analysis() {
    return FINDER;
  }
}
