package org.polylogue.samples;

import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;

/** The analyses as the command runs them; models are loaded once for all tests of this module. */
public final class RealDiscourse {

  private static final CoreNlpEngine ENGINE = CoreNlpEngine.standard();
  private static final Analysis<Conversation, Discourse> ANALYSIS = DiscourseAnalysis.of(ENGINE);

  private RealDiscourse() {}

  public static Analysis<Conversation, Discourse> analysis() {
    return ANALYSIS;
  }

  public static Analysis<Conversation, Discourse> analysis(ActorTable actors) {
    return DiscourseAnalysis.builder(ENGINE).actors(actors).build();
  }

  public static Discourse of(Conversation conversation) {
    return new Scope().get(ANALYSIS, conversation);
  }
}
