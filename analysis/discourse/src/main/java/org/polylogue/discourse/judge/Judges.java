package org.polylogue.discourse.judge;

import java.util.Optional;

/** Three judges that belong together. Each is loaded when it is first asked for, and kept. */
public interface Judges {

  /**
   * Judges the tone of sentences.
   *
   * @return a judge that gives no answer where there is no evidence of a tone
   */
  Judge<SentenceQuestion, Optional<ToneJudgement>> sentences();

  /**
   * Judges the tone towards mentions.
   *
   * @return the judge
   */
  Judge<TargetQuestion, ToneJudgement> targets();

  /**
   * Judges stances towards an article, a comment, an actor, a claim or a concept.
   *
   * @return the judge
   */
  Judge<StanceQuestion, StanceJudgement> stances();
}
