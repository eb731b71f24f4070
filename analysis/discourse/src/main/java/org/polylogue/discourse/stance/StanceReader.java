package org.polylogue.discourse.stance;

import java.util.List;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Scope;

/**
 * Reads one stance at a time. Implementations are immutable and thread-safe; the same question gets
 * the same answer.
 */
@FunctionalInterface
public interface StanceReader {

  /**
   * Reads a stance.
   *
   * @param question whose stance, towards what, in which words
   * @return the side with its confidence and evidence, or the reason why none can be told
   */
  Stance read(StanceQuestion question);

  /**
   * A reader that asks a judge.
   *
   * @param judge any
   * @return a reader of the same stances
   */
  static StanceReader of(Judge<StanceQuestion, StanceJudgement> judge) {
    Evidence evidence = new Evidence(ValenceLexicon.shipped(), Evidence.LEAST_SIDE);
    return question ->
        evidence.stance(question, judge.judge(List.of(question), new Scope()).get(0), judge.id());
  }
}
