package org.polylogue.training.encoder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** The answers about each part, in order. */
  Map<Range, List<Answer>> byPart() {
    return answers.stream()
        .collect(Collectors.groupingBy(Answer::part, LinkedHashMap::new, Collectors.toList()));
  }
}
