package org.polylogue.lexis.slice;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What the value of an attribute has to be. */
public sealed interface Condition {

  /**
   * Tells whether a value will do.
   *
   * @param value the value as text
   * @return true if it will
   */
  boolean test(String value);

  /**
   * The value is a given text, case aside; {@code *} stands for any characters.
   *
   * @param pattern such as {@code Guardian} or {@code *Times}
   */
  record Text(String pattern) implements Condition {
    /** Checks that a pattern is there. */
    public Text {
      Objects.requireNonNull(pattern, "pattern");
    }

    @Override
    public boolean test(String value) {
      return matches(pattern.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
    }

    private static boolean matches(String pattern, String value) {
      int p = 0;
      int v = 0;
      int star = -1;
      int resume = 0;
      while (v < value.length()) {
        if (p < pattern.length() && pattern.charAt(p) == '*') {
          star = p++;
          resume = v;
        } else if (p < pattern.length() && pattern.charAt(p) == value.charAt(v)) {
          p++;
          v++;
        } else if (star >= 0) {
          p = star + 1;
          v = ++resume;
        } else {
          return false;
        }
      }
      while (p < pattern.length() && pattern.charAt(p) == '*') {
        p++;
      }
      return p == pattern.length();
    }
  }

  /**
   * The value is a number in a range, both ends included. Text that is no number is in no range.
   *
   * @param low the least number, empty for no bound
   * @param high the greatest number, empty for no bound
   */
  record Numbers(Optional<Double> low, Optional<Double> high) implements Condition {
    /** Checks that both parts are there. */
    public Numbers {
      Objects.requireNonNull(low, "low");
      Objects.requireNonNull(high, "high");
    }

    @Override
    public boolean test(String value) {
      try {
        double number = Double.parseDouble(value);
        return (low.isEmpty() || number >= low.get()) && (high.isEmpty() || number <= high.get());
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }

  /**
   * The value is a date in a range, both days included. Text that starts with no ISO date is in no
   * range.
   *
   * @param from the first day, empty for no bound
   * @param to the last day, empty for no bound
   */
  record Dates(Optional<LocalDate> from, Optional<LocalDate> to) implements Condition {
    /** Checks that both parts are there. */
    public Dates {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }

    @Override
    public boolean test(String value) {
      try {
        LocalDate day = LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
        return (from.isEmpty() || !day.isBefore(from.get()))
            && (to.isEmpty() || !day.isAfter(to.get()));
      } catch (DateTimeParseException e) {
        return false;
      }
    }
  }
}
