package org.polylogue.discourse;

import java.util.Objects;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.discourse.sentiment.SentenceSentiment;
import org.polylogue.discourse.sentiment.TargetSentiment;

/**
 * The trained parts of a {@link DiscourseAnalysis}, so that they are loaded once and can be
 * replaced by a researcher's own.
 *
 * @param quotations finds quotations
 * @param sentenceSentiment judges the tone of sentences
 * @param targetSentiment judges the tone towards mentions
 */
public record DiscourseModels(
    QuotationFinder quotations,
    SentenceSentiment sentenceSentiment,
    TargetSentiment targetSentiment) {

  /** Checks that all parts are there. */
  public DiscourseModels {
    Objects.requireNonNull(quotations, "quotations");
    Objects.requireNonNull(sentenceSentiment, "sentenceSentiment");
    Objects.requireNonNull(targetSentiment, "targetSentiment");
  }

  /**
   * The models that are shipped.
   *
   * @return all of them, loaded
   */
  public static DiscourseModels load() {
    return new DiscourseModels(
        QuotationFinder.create(), SentenceSentiment.shipped(), TargetSentiment.shipped());
  }
}
