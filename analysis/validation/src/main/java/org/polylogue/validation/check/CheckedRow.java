package org.polylogue.validation.check;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A row that both a machine and people answered.
 *
 * @param id of the row
 * @param machine the machine's label
 * @param people the people's code
 * @param weight how many rows it stands for, over 0
 * @param confidence how sure the machine is, 0 to 1; empty if it does not tell
 * @param cluster where it comes from, such as an article: rows of one are alike
 */
public record CheckedRow(
    String id,
    String machine,
    String people,
    double weight,
    OptionalDouble confidence,
    String cluster) {

  /** Checks that all parts are there. */
  public CheckedRow {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(people, "people");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(cluster, "cluster");
  }

  /**
   * Whether the two are the same.
   *
   * @return true if the machine is right
   */
  public boolean isRight() {
    return machine.equals(people);
  }
}
