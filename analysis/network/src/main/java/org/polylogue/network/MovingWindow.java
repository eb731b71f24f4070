package org.polylogue.network;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The statements of a stretch of time, one of several that move over a debate.
 *
 * @param from the first day
 * @param to the last day
 * @param statements statements of these days, by date
 */
public record MovingWindow(LocalDate from, LocalDate to, List<Statement> statements) {

  private static final int MOST = 100_000;

  /** Copies the statements. */
  public MovingWindow {
    statements = List.copyOf(statements);
  }

  /**
   * Cuts statements into windows of the same length. The first begins with the first statement, the
   * last holds the last one. Undated statements are in no window.
   *
   * @param statements the statements
   * @param length of a window, such as 90 days or 3 months
   * @param step from one window to the next, such as 1 month
   * @return windows in order, some perhaps without a statement; none without a dated statement
   * @throws IllegalArgumentException if length or step is not positive, or there would be more than
   *     100,000 windows
   */
  public static List<MovingWindow> over(List<Statement> statements, Period length, Period step) {
    List<Statement> dated =
        statements.stream()
            .filter(s -> s.date().isPresent())
            .sorted(Comparator.comparing(s -> s.date().orElseThrow()))
            .toList();
    List<MovingWindow> windows = new ArrayList<>();
    if (dated.isEmpty()) {
      return windows;
    }
    LocalDate origin = dated.get(0).date().orElseThrow();
    LocalDate end = dated.get(dated.size() - 1).date().orElseThrow();
    if (!origin.plus(length).isAfter(origin) || !origin.plus(step).isAfter(origin)) {
      throw new IllegalArgumentException(
          "a window needs a length and a step over 0, not " + length + ", " + step);
    }
    int low = 0;
    int high = 0;
    for (int i = 0; ; i++) {
      LocalDate from = origin.plus(step.multipliedBy(i));
      LocalDate to = from.plus(length).minusDays(1);
      if (from.isAfter(end) || i > 0 && windows.get(i - 1).to().compareTo(end) >= 0) {
        return windows;
      }
      if (i == MOST) {
        throw new IllegalArgumentException("more than " + MOST + " windows; take a longer step");
      }
      while (low < dated.size() && dated.get(low).date().orElseThrow().isBefore(from)) {
        low++;
      }
      high = Math.max(high, low);
      while (high < dated.size() && !dated.get(high).date().orElseThrow().isAfter(to)) {
        high++;
      }
      windows.add(new MovingWindow(from, to, dated.subList(low, high)));
    }
  }
}
