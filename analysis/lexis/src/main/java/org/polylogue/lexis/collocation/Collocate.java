package org.polylogue.lexis.collocation;

import java.util.Objects;
import org.polylogue.lexis.association.Contingency;

/**
 * A word that keeps company with a node. Its measures are those of the table.
 *
 * @param word the collocate
 * @param table its counts: first row near the node, second row elsewhere
 * @param nodeCount occurrences of the node
 * @param range documents in which the two meet
 */
public record Collocate(String word, Contingency table, long nodeCount, int range) {

  /** Checks that a word and a table are there. */
  public Collocate {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(table, "table");
  }

  /**
   * logDice, 14 + log₂(2 f(node, collocate) / (f(node) + f(collocate))) (Rychlý 2008). It does not
   * depend on the size of the corpus, so it can be compared between slices.
   *
   * @return 14 if the two only ever meet, one less for each halving; under 15 even where the
   *     collocate stands several times around one node
   */
  public double logDice() {
    double dice = 2.0 * table.o11() / (nodeCount + table.column1());
    return 14 + Math.log(dice) / Math.log(2);
  }
}
