package org.polylogue.validation.learning;

import java.util.Objects;
import java.util.OptionalDouble;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.validation.check.CheckedRow;

/**
 * A coded row to learn from.
 *
 * @param row what the machine and people answered; rows of a cluster are never held out apart
 * @param features of the words, see {@link Context#features}; not changed any more
 */
public record CodedExample(CheckedRow row, FeatureVector features) {

  /** Checks that both parts are there. */
  public CodedExample {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(features, "features");
  }

  /**
   * The row as a correction answers it.
   *
   * @param correction learned from other rows
   * @return the row with the label and the confidence of the correction
   */
  public CheckedRow answered(LabelCorrection correction) {
    LabelCorrection.Answer answer = correction.answer(row.machine(), row.confidence(), features);
    return new CheckedRow(
        row.id(),
        answer.label(),
        row.people(),
        row.weight(),
        OptionalDouble.of(answer.confidence()),
        row.cluster());
  }
}
