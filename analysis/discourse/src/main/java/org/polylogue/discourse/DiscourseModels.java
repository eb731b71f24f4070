package org.polylogue.discourse;

import java.util.Objects;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.discourse.sentiment.SentenceSentiment;
import org.polylogue.discourse.sentiment.TargetSentiment;
import org.polylogue.discourse.stance.ConversationStances;
import org.polylogue.discourse.stance.ReplyStance;
import org.polylogue.discourse.stance.TargetStance;

/**
 * The trained parts of a {@link DiscourseAnalysis}, so that they are loaded once and can be
 * replaced by a researcher's own.
 *
 * @param quotations finds quotations
 * @param sentenceSentiment judges the tone of sentences
 * @param targetSentiment judges the tone towards mentions
 * @param stances reads who sides with whom
 */
public record DiscourseModels(
    QuotationFinder quotations,
    SentenceSentiment sentenceSentiment,
    TargetSentiment targetSentiment,
    ConversationStances stances) {

  /** Checks that all parts are there. */
  public DiscourseModels {
    Objects.requireNonNull(quotations, "quotations");
    Objects.requireNonNull(sentenceSentiment, "sentenceSentiment");
    Objects.requireNonNull(targetSentiment, "targetSentiment");
    Objects.requireNonNull(stances, "stances");
  }

  /**
   * The models that are shipped.
   *
   * @return all of them, loaded
   */
  public static DiscourseModels load() {
    return new DiscourseModels(
        QuotationFinder.create(),
        SentenceSentiment.shipped(),
        TargetSentiment.shipped(),
        ConversationStances.of(ReplyStance.shipped(), TargetStance.shipped()));
  }
}
