package org.polylogue.lexis.concordance;

import java.util.Objects;
import org.polylogue.text.Passage;

/**
 * A match with the words around it.
 *
 * @param position of its first token in the index
 * @param left the words before it, as they stand in the text but on one line
 * @param node the match
 * @param right the words after it
 * @param passage where the match stands in its document
 */
public record ConcordanceLine(
    int position, String left, String node, String right, Passage passage) {

  /** Checks that all parts are there. */
  public ConcordanceLine {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(node, "node");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(passage, "passage");
  }
}
