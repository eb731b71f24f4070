package org.polylogue.report;

import java.util.List;
import java.util.Objects;
import org.polylogue.results.summary.Events;

/**
 * What a report is called and how large it may grow. Immutable.
 *
 * @param title shown on top, and as the title of the page
 * @param pageBytes how many bytes of compressed articles the page itself holds; where there are
 *     more, the list of articles and the articles lie in files beside it
 * @param articleBytes how many bytes of compressed articles to keep for reading; articles past that
 *     are counted in every figure but cannot be opened, and the report says so
 * @param rows how many rows the charts and tables show, at least one
 * @param events marks on the time line
 */
public record ReportOptions(
    String title, long pageBytes, long articleBytes, int rows, List<Events.Event> events) {

  /** 3 MB of articles in the page, 500 MB in all, 30 rows. */
  public static final ReportOptions DEFAULT =
      new ReportOptions("Discourse report", 3_000_000, 500_000_000, 30, List.of());

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a number is not positive; {@code pageBytes} may be 0
   */
  public ReportOptions {
    Objects.requireNonNull(title, "title");
    events = List.copyOf(events);
    if (articleBytes < 1 || rows < 1) {
      throw new IllegalArgumentException(
          "articleBytes " + articleBytes + " and rows " + rows + " must be positive");
    }
    if (pageBytes < 0) {
      throw new IllegalArgumentException("pageBytes " + pageBytes + " must not be negative");
    }
  }

  /**
   * The same options under another title.
   *
   * @param title shown on top
   * @return a copy
   */
  public ReportOptions withTitle(String title) {
    return new ReportOptions(title, pageBytes, articleBytes, rows, events);
  }

  /**
   * The same options with events.
   *
   * @param marked marks on the time line
   * @return a copy
   */
  public ReportOptions withEvents(List<Events.Event> marked) {
    return new ReportOptions(title, pageBytes, articleBytes, rows, marked);
  }
}
