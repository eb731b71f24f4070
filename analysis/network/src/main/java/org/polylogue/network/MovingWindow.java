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
    int low = 0;
    int high = 0;
    for (MovingWindow window :
        between(
            dated.get(0).date().orElseThrow(),
            dated.get(dated.size() - 1).date().orElseThrow(),
            length,
            step)) {
      while (low < dated.size() && dated.get(low).date().orElseThrow().isBefore(window.from())) {
        low++;
      }
      high = Math.max(high, low);
      while (high < dated.size() && !dated.get(high).date().orElseThrow().isAfter(window.to())) {
        high++;
      }
      windows.add(new MovingWindow(window.from(), window.to(), dated.subList(low, high)));
    }
    return windows;
  }

  /**
   * Windows of the same length without statements.
   *
   * @param first the day that the first window begins with
   * @param last the day that the last window holds
   * @param length of a window
   * @param step from one window to the next
   * @return windows in order
   * @throws IllegalArgumentException if length or step is not positive, or there would be more than
   *     100,000 windows
   */
  public static List<MovingWindow> between(
      LocalDate first, LocalDate last, Period length, Period step) {
    if (!first.plus(length).isAfter(first) || !first.plus(step).isAfter(first)) {
      throw new IllegalArgumentException(
          "a window needs a length and a step over 0, not " + length + ", " + step);
    }
    List<MovingWindow> windows = new ArrayList<>();
    for (int i = 0; ; i++) {
      LocalDate from = first.plus(step.multipliedBy(i));
      LocalDate to = from.plus(length).minusDays(1);
      if (from.isAfter(last) || i > 0 && windows.get(i - 1).to().compareTo(last) >= 0) {
        return windows;
      }
      if (i == MOST) {
        throw new IllegalArgumentException("more than " + MOST + " windows; take a longer step");
      }
      windows.add(new MovingWindow(from, to, List.of()));
    }
  }
}
