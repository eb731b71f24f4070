package org.polylogue.network;

import java.time.LocalDate;
import java.util.List;

/** Three speakers and three concepts, small enough to work every network by hand. */
final class Debate {

  private Debate() {}

  /**
   * Agreements and disagreements: Ann x 2+, y 1−; Bob x 1+, y 1+, z 1+; Cleo x 1−, z 1+. Ann's
   * statements on x lie in two weeks of January and one in the same document is said twice.
   */
  static final List<Statement> STATEMENTS =
      List.of(
          s("Ann", "x", true, "d1", "2023-01-02"),
          s("Ann", "x", true, "d1", "2023-01-02"),
          s("Ann", "x", true, "d2", "2023-01-10"),
          s("Ann", "y", false, "d2", "2023-01-10"),
          s("Bob", "x", true, "d2", "2023-01-10"),
          s("Bob", "y", true, "d3", "2023-02-20"),
          s("Bob", "z", true, "d3", "2023-02-20"),
          s("Cleo", "x", false, "d3", "2023-02-20"),
          s("Cleo", "z", true, "d4", "2024-03-01"));

  static final StatementCounts COUNTS = StatementCounts.of(STATEMENTS, Duplicates.DOCUMENT);

  static Statement s(String speaker, String concept, boolean agree, String document, String day) {
    return Statement.of(speaker, concept, agree, document, LocalDate.parse(day));
  }
}
