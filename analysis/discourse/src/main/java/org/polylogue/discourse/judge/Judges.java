package org.polylogue.discourse.judge;

import java.util.Optional;
import org.polylogue.discourse.quotation.QuotationFinder;

/**
 * What belongs together to judge and to find quotations. Each is loaded when it is first asked for,
 * and kept.
 */
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
   * Finds quotations.
   *
   * @return a finder; always the same
   */
  QuotationFinder quotations();

  /**
   * Judges stances towards an article, a comment, an actor, a claim or a concept.
   *
   * @return the judge
   */
  Judge<StanceQuestion, StanceJudgement> stances();
}
