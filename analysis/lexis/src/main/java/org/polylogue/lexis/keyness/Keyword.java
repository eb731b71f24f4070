package org.polylogue.lexis.keyness;

import java.util.Objects;
import org.polylogue.lexis.association.Contingency;

/**
 * A word compared between a target and a reference. Its measures are those of the table.
 *
 * @param word the word
 * @param table its counts: first row the target, second row the reference
 * @param targetRange documents of the target that hold it; 0 if not counted
 * @param referenceRange documents of the reference that hold it; 0 if not counted
 * @param probability of a difference at least this great by chance, 0 to 1
 * @param corrected the same, corrected for the number of words tested
 */
public record Keyword(
    String word,
    Contingency table,
    int targetRange,
    int referenceRange,
    double probability,
    double corrected) {

  /** Checks that a word and a table are there. */
  public Keyword {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(table, "table");
  }

  /**
   * Tells in which direction it differs.
   *
   * @return true if the word is more frequent in the target than expected
   */
  public boolean isOverused() {
    return table.isAttracted();
  }

  /**
   * Relative frequency in the target.
   *
   * @return occurrences per million words; 0 if the target is empty
   */
  public double targetPerMillion() {
    return table.row1() == 0 ? 0 : table.o11() * 1e6 / table.row1();
  }

  /**
   * Relative frequency in the reference.
   *
   * @return occurrences per million words; 0 if the reference is empty
   */
  public double referencePerMillion() {
    return table.row2() == 0 ? 0 : table.o21() * 1e6 / table.row2();
  }
}
