package org.polylogue.network;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which repetitions of a statement count: of the same speaker, concept and agreement, the first in
 * each document, week, month or year, or all of them (Leifeld, Gruber and Bossner 2018). Undated
 * statements share a period of their own.
 */
public enum Duplicates {
  /** Every statement counts. */
  KEEP,
  /** Once in a document. */
  DOCUMENT,
  /** Once in a calendar week (ISO 8601). */
  WEEK,
  /** Once in a calendar month. */
  MONTH,
  /** Once in a calendar year. */
  YEAR,
  /** Once in all. */
  RANGE;

  private record Key(String speaker, String concept, boolean agreement, String period) {}

  /**
   * Leaves repetitions out.
   *
   * @param statements the statements
   * @return those that count, in the same order
   */
  public List<Statement> filter(List<Statement> statements) {
    if (this == KEEP) {
      return List.copyOf(statements);
    }
    Set<Key> seen = new HashSet<>();
    List<Statement> kept = new ArrayList<>();
    for (Statement s : statements) {
      if (seen.add(new Key(s.speaker(), s.concept(), s.agreement(), period(s)))) {
        kept.add(s);
      }
    }
    return List.copyOf(kept);
  }

  private String period(Statement statement) {
    if (this == DOCUMENT) {
      return statement.documentId();
    }
    if (this == RANGE || statement.date().isEmpty()) {
      return "";
    }
    LocalDate day = statement.date().get();
    return switch (this) {
      case WEEK ->
          day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case MONTH -> day.getYear() + "-" + day.getMonthValue();
      default -> Integer.toString(day.getYear());
    };
  }
}
