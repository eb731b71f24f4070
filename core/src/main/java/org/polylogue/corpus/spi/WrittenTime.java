package org.polylogue.corpus.spi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.model.Moment;
import org.polylogue.text.Span;

/**
 * A date as people and pages write it, found in a short line: {@code 11 November 2023 11: 43},
 * {@code 2023-11-11T11:43Z}, {@code 11.11.2023}, {@code Nov 11, 2023, 11:43 AM}, {@code 3 hours
 * ago}. English month names; a two-digit year is of this century. Immutable and thread-safe.
 *
 * @param span where the words stand in the line
 * @param moment the date as precise as it was written, empty if it cannot be told
 * @param problem why it cannot be told or what of it was left out, empty if all was understood
 */
public record WrittenTime(Span span, Optional<Moment> moment, String problem) {

  /** How a page writes {@code 3/4/2023}. */
  public enum DayOrder {
    /** 3 April. */
    DAY_FIRST,
    /** March 4. */
    MONTH_FIRST,
    /** Not known: such a date cannot be told unless it is the same both ways. */
    UNKNOWN
  }

  private static final int LONGEST_LINE = 200;

  private static final String CLOCK =
      "(?<hour%1$d>[0-9]{1,2})(?:(?:\\h?:\\h?|\\.)(?<minute%1$d>[0-9]{2})(?:\\h?:\\h?(?<second%1$d>[0-9]{2})"
          + "(?:[.,][0-9]{1,9})?)?)?(?:\\h?(?<half%1$d>[ap]\\.?m\\b\\.?))?";
  private static final String ZONE =
      "(?:\\h?(?<zone>z\\b|(?:utc|gmt)?[+\\-−][0-9]{2}:?[0-9]{2}\\b|(?:utc|gmt)(?:[+\\-−][0-9]{1,2})?\\b"
          + "|msk\\b|c?e[sd]?t\\b|[pmc][sd]t\\b|bst\\b|ist\\b))?";
  private static final String MONTHS =
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
  private static final String DAYS =
      "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b";

  private static final String DATE =
      "(?:"
          + DAYS
          + "\\.?,?\\h+)?(?:"
          + "(?<isoYear>[0-9]{4})[-/](?<isoMonth>[0-9]{1,2})[-/](?<isoDay>[0-9]{1,2})(?![0-9])"
          + "|(?<dayA>[0-9]{1,2})(?:st|nd|rd|th)?\\h+(?:of\\h+)?(?<monthA>"
          + MONTHS
          + ")\\b\\.?,?(?:\\h+(?<yearA>[0-9]{4})(?![0-9]))?"
          + "|(?<monthB>"
          + MONTHS
          + ")\\b\\.?\\h+(?<dayB>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:])(?:,?\\h+(?<yearB>[0-9]{4})(?![0-9]))?"
          + "|(?<dotDay>[0-9]{1,2})\\.(?<dotMonth>[0-9]{1,2})\\.(?<dotYear>[0-9]{4}|[0-9]{2})(?![0-9])"
          + "|(?<one>[0-9]{1,2})(?<mark>[-/])(?<two>[0-9]{1,2})\\k<mark>(?<slashYear>[0-9]{4}|[0-9]{2})(?![0-9])"
          + ")";

  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + String.format(Locale.ROOT, CLOCK, 1)
              + "(?:,|\\h+on)?\\h+)?"
              + DATE
              + "(?:(?:t|,?\\h+at\\h+|\\h*[,|@·•–—-]\\h*|\\h+)"
              + String.format(Locale.ROOT, CLOCK, 2)
              + "(?![0-9])"
              + ZONE
              + ")?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:(?:about |almost |over )?(?:an?|one|two|three|a"
              + " few|[0-9]{1,4})\\h?"
              + "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|mo|[smhdwy])\\.?\\h+ago\\b|just"
              + " now\\b|(?:yesterday|today|(?:last )?"
              + DAYS
              + ")(?:,?(?:\\h+at)?\\h+[0-9]{1,2}\\h?:\\h?[0-9]{2}(?:\\h?[ap]m)?)?(?=\\h*(?:$|[|·•,])))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SECONDS = Pattern.compile("-?\\d{9,10}(?:\\.\\d{1,9})?");
  private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");
  private static final Pattern SPACED = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2})[ \\h](\\d{2}:)");
  private static final Pattern FRACTION = Pattern.compile("(T\\d{2}:\\d{2}:\\d{2})\\.\\d{1,9}");
  private static final Pattern SHORT_ZONE = Pattern.compile("([+-]\\d{2})(\\d{2})$");

  private static final List<String> MONTH_STARTS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /**
   * Finds the first date in a line.
   *
   * @param line a line, read only if it has at most 200 characters
   * @param order how the page writes days and months in figures
   * @return the date, empty if there is none
   */
  public static Optional<WrittenTime> find(String line, DayOrder order) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    Matcher absolute = ABSOLUTE.matcher(line);
    while (absolute.find()) {
      Optional<WrittenTime> read = read(absolute, order);
      if (read.isPresent()) {
        return read;
      }
    }
    Matcher relative = RELATIVE.matcher(line);
    if (relative.find()) {
      return Optional.of(
          new WrittenTime(
              new Span(relative.start(), relative.end()),
              Optional.empty(),
              "a relative time needs the time of saving, which the page does not give"));
    }
    return Optional.empty();
  }

  /**
   * What a line says about the order of days and months.
   *
   * @param line a line of the page
   * @return the order that a date in figures shows, otherwise unknown
   */
  public static DayOrder orderIn(String line) {
    if (line.length() <= LONGEST_LINE) {
      Matcher matcher = ABSOLUTE.matcher(line);
      while (matcher.find()) {
        if (matcher.group("one") != null) {
          int one = Integer.parseInt(matcher.group("one"));
          int two = Integer.parseInt(matcher.group("two"));
          if (one > 12 != two > 12) {
            return one > 12 ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
          }
        }
      }
    }
    return DayOrder.UNKNOWN;
  }

  /**
   * A date as tables and dumps write it.
   *
   * @param written ISO 8601, an English date, or seconds or milliseconds of UTC since 1970
   * @return the date, empty if it is none or cannot be told
   */
  public static Optional<Moment> moment(String written) {
    return moment(written, DayOrder.UNKNOWN);
  }

  /**
   * A date as tables and dumps write it, where it is known how days and months stand.
   *
   * @param written ISO 8601, an English date, or seconds or milliseconds of UTC since 1970
   * @param order how days and months stand in figures
   * @return the date, empty if it is none or cannot be told
   */
  public static Optional<Moment> moment(String written, DayOrder order) {
    String value = written.strip();
    boolean millis = MILLISECONDS.matcher(value).matches();
    if (millis || SECONDS.matcher(value).matches()) {
      long seconds = (long) (Double.parseDouble(value) / (millis ? 1000 : 1));
      LocalDateTime at = LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
      return Optional.of(
          new Moment(at.toLocalDate(), Optional.of(at.toLocalTime()), Optional.of(ZoneOffset.UTC)));
    }
    String iso = SPACED.matcher(value).replaceFirst("$1T$2");
    iso = FRACTION.matcher(iso).replaceFirst("$1");
    iso = iso.indexOf('T') > 0 ? SHORT_ZONE.matcher(iso).replaceFirst("$1:$2") : iso;
    try {
      return Optional.of(Moment.parse(iso));
    } catch (DateTimeException e) {
      return find(value, order).flatMap(WrittenTime::moment);
    }
  }

  private static Optional<WrittenTime> read(Matcher m, DayOrder order) {
    Span span = new Span(m.start(), m.end());
    try {
      LocalDate date;
      if (m.group("isoYear") != null) {
        date = date(m.group("isoYear"), number(m, "isoMonth"), number(m, "isoDay"));
      } else if (m.group("dayA") != null || m.group("monthB") != null) {
        String suffix = m.group("dayA") != null ? "A" : "B";
        String year = m.group("year" + suffix);
        if (year == null) {
          return Optional.of(new WrittenTime(span, Optional.empty(), "the date has no year"));
        }
        String month = m.group("month" + suffix).substring(0, 3).toLowerCase(Locale.ROOT);
        date = date(year, MONTH_STARTS.indexOf(month) + 1, number(m, "day" + suffix));
      } else if (m.group("dotDay") != null) {
        date = date(m.group("dotYear"), number(m, "dotMonth"), number(m, "dotDay"));
      } else {
        int one = number(m, "one");
        int two = number(m, "two");
        DayOrder known = one > 12 ? DayOrder.DAY_FIRST : two > 12 ? DayOrder.MONTH_FIRST : order;
        if (known == DayOrder.UNKNOWN && one != two) {
          return Optional.of(
              new WrittenTime(span, Optional.empty(), "the order of day and month cannot be told"));
        }
        boolean monthFirst = known == DayOrder.MONTH_FIRST;
        date = date(m.group("slashYear"), monthFirst ? one : two, monthFirst ? two : one);
      }
      String clock = m.group("hour2") != null ? "2" : "1";
      if (m.group("hour" + clock) == null) {
        return Optional.of(new WrittenTime(span, Optional.of(Moment.of(date)), ""));
      }
      Optional<LocalTime> time = time(m, clock);
      if (time.isEmpty()) {
        int end = "2".equals(clock) ? m.start("hour2") : m.end();
        int start = "1".equals(clock) ? m.end("hour1") : m.start();
        return Optional.of(
            new WrittenTime(
                new Span(start, Math.max(start, end)), Optional.of(Moment.of(date)), ""));
      }
      String zone = m.group("zone");
      Optional<ZoneOffset> offset = zone == null ? Optional.empty() : offset(zone);
      String problem = zone != null && offset.isEmpty() ? "the zone " + zone + " was left out" : "";
      return Optional.of(
          new WrittenTime(span, Optional.of(new Moment(date, time, offset)), problem));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate date(String year, int month, int day) {
    int written = Integer.parseInt(year);
    return LocalDate.of(year.length() == 2 ? 2000 + written : written, month, day);
  }

  /** The clock time, empty if a bare number is none. */
  private static Optional<LocalTime> time(Matcher m, String clock) {
    int hour = number(m, "hour" + clock);
    String half = m.group("half" + clock);
    if (m.group("minute" + clock) == null && half == null) {
      return Optional.empty();
    }
    int minute = m.group("minute" + clock) == null ? 0 : number(m, "minute" + clock);
    int second = m.group("second" + clock) == null ? 0 : number(m, "second" + clock);
    if (half != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("no twelve-hour clock time");
      }
      boolean afternoon = half.charAt(0) == 'p' || half.charAt(0) == 'P';
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    return Optional.of(LocalTime.of(hour, minute, second));
  }

  private static Optional<ZoneOffset> offset(String zone) {
    String bare = zone.toUpperCase(Locale.ROOT).replace('−', '-').replaceFirst("^(UTC|GMT)", "");
    if (bare.isEmpty() || "Z".equals(bare)) {
      return Optional.of(ZoneOffset.UTC);
    }
    return bare.charAt(0) == '+' || bare.charAt(0) == '-'
        ? Optional.of(ZoneOffset.of(bare))
        : Optional.empty();
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }
}
