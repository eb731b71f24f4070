package org.polylogue.results.summary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Stretches of time that days are gathered in. */
public enum Period {
  /** A day. */
  DAY,
  /** A week from Monday to Sunday (ISO 8601). */
  WEEK,
  /** A month. */
  MONTH,
  /** A year. */
  YEAR;

  /**
   * The first day of the period around a day.
   *
   * @param day a day
   * @return the day itself or one before it
   */
  public LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /**
   * The first day of the next period.
   *
   * @param day a day
   * @return the first day after the period around that day
   */
  public LocalDate next(LocalDate day) {
    LocalDate start = start(day);
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case YEAR -> start.plusYears(1);
    };
  }

  /**
   * The name of the period around a day (ISO 8601).
   *
   * @param day a day
   * @return such as {@code 2023-11-11}, {@code 2023-W45}, {@code 2023-11} or {@code 2023}
   */
  public String label(LocalDate day) {
    return switch (this) {
      case DAY -> day.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              day.get(IsoFields.WEEK_BASED_YEAR),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
      case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
    };
  }
}
