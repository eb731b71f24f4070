package org.polylogue.validation.estimate;

import java.util.Objects;
import java.util.OptionalInt;
import org.polylogue.lexis.resampling.Interval;

/**
 * A number three times over.
 *
 * @param corrected from all rows, corrected by the coded ones
 * @param uncorrected from the machine's labels as if all were right
 * @param codedOnly from the coded rows alone
 * @param trust how much the machine's labels count in the corrected number, 0 (not at all) to 1
 * @param furtherRows how many more rows, drawn as these were, would halve the corrected interval;
 *     empty if not even coding all rows would, since there are too few rows or clusters
 */
public record CorrectedEstimate(
    Interval corrected,
    Interval uncorrected,
    Interval codedOnly,
    double trust,
    OptionalInt furtherRows) {

  /** Checks that all parts are there. */
  public CorrectedEstimate {
    Objects.requireNonNull(corrected, "corrected");
    Objects.requireNonNull(uncorrected, "uncorrected");
    Objects.requireNonNull(codedOnly, "codedOnly");
    Objects.requireNonNull(furtherRows, "furtherRows");
  }
}
