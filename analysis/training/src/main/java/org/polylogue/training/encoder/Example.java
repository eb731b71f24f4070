package org.polylogue.training.encoder;

import java.util.List;
import org.polylogue.encoder.Head;
import org.polylogue.encoder.Reading;
import org.polylogue.encoder.Reading.Range;

/**
 * What a reader said of a text or a pair.
 *
 * @param reading the text or pair
 * @param answers what was said
 */
record Example(Reading reading, List<Answer> answers) {

  /**
   * One answer.
   *
   * @param head the question
   * @param part the pieces that it is about
   * @param value the class by its place, or the score
   * @param weight how much it counts, above 0
   */
  record Answer(Head head, Range part, float value, float weight) {}
}
