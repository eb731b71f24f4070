package org.polylogue.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

/**
 * A date as precise as its source gave it; nothing is made up. Its text form is ISO 8601: {@code
 * 2023-11-11}, {@code 2023-11-11T11:43} or {@code 2023-11-11T11:43+01:00}.
 *
 * @param date the day
 * @param time the time of day, empty if the source has none
 * @param offset the offset from UTC, empty if the source has none; never without a time
 */
public record Moment(LocalDate date, Optional<LocalTime> time, Optional<ZoneOffset> offset) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is an offset without a time
   */
  public Moment {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(offset, "offset");
    if (offset.isPresent() && time.isEmpty()) {
      throw new IllegalArgumentException("an offset needs a time: " + date + " " + offset.get());
    }
  }

  /**
   * A day without a time.
   *
   * @param date the day
   * @return the moment
   */
  public static Moment of(LocalDate date) {
    return new Moment(date, Optional.empty(), Optional.empty());
  }

  /**
   * A day and a time without a zone.
   *
   * @param date the day
   * @param time the time of day
   * @return the moment
   */
  public static Moment of(LocalDate date, LocalTime time) {
    return new Moment(date, Optional.of(time), Optional.empty());
  }

  /**
   * Reads the text form.
   *
   * @param text an ISO 8601 date, date and time, or date, time and offset
   * @return the moment
   * @throws DateTimeParseException if it is none of these
   */
  public static Moment parse(String text) {
    int separator = text.indexOf('T');
    if (separator < 0) {
      return of(LocalDate.parse(text));
    }
    LocalDate date = LocalDate.parse(text.substring(0, separator));
    String clock = text.substring(separator + 1);
    int sign = Math.max(clock.indexOf('+'), Math.max(clock.indexOf('-'), clock.indexOf('Z')));
    if (sign < 0) {
      return of(date, LocalTime.parse(clock));
    }
    try {
      return new Moment(
          date,
          Optional.of(LocalTime.parse(clock.substring(0, sign))),
          Optional.of(ZoneOffset.of(clock.substring(sign))));
    } catch (DateTimeParseException e) {
      throw e;
    } catch (java.time.DateTimeException e) {
      throw new DateTimeParseException(e.getMessage(), text, separator + 1 + sign, e);
    }
  }

  @Override
  public String toString() {
    return date + time.map(t -> "T" + t).orElse("") + offset.map(ZoneOffset::getId).orElse("");
  }
}
