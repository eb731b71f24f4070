package org.polylogue.results.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polylogue.discourse.Discourse;
import org.polylogue.lexis.resampling.Interval;

/**
 * A measure from period to period. Articles count on the day of their publication, their comments
 * with them; articles without a day are only counted. A value is a ratio of sums over the articles
 * of a period, and its interval draws whole articles. Memory grows with articles. Not thread-safe.
 */
public final class Timeline {

  /**
   * A period.
   *
   * @param part the fact that the articles share; empty if they are not told apart
   * @param period its name, see {@link Period#label}
   * @param start its first day
   * @param articles articles in it, 0 or more
   * @param amount what was counted, see {@link Measure}
   * @param of what it is divided by
   * @param value the ratio, empty if there is nothing to divide by
   * @param interval of the value, empty below five articles that have it
   */
  public record Row(
      String part,
      String period,
      LocalDate start,
      int articles,
      double amount,
      double of,
      Optional<Double> value,
      Optional<Interval> interval) {

    /** Names of the columns of {@link #cells}. */
    public static final List<String> COLUMNS =
        List.of("part", "period", "start", "articles", "amount", "of", "value", "low", "high");

    /** Checks that all parts are there. */
    public Row {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(period, "period");
      Objects.requireNonNull(start, "start");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(interval, "interval");
    }

    /**
     * The row of a table.
     *
     * @return a cell for each of {@link #COLUMNS}; null where it is empty
     */
    public List<Object> cells() {
      return Arrays.asList(
          part.isEmpty() ? null : part,
          period,
          start.toString(),
          articles,
          amount,
          of,
          value.orElse(null),
          interval.map(Interval::low).orElse(null),
          interval.map(Interval::high).orElse(null));
    }
  }

  private static final class Bin {
    private int articles;
    private final List<double[]> units = new ArrayList<>();

    private void add(Bin other) {
      articles += other.articles;
      units.addAll(other.units);
    }
  }

  private final Measure measure;
  private final Optional<String> actor;
  private final Period period;
  private final ArticleFact over;
  private final Map<String, Map<LocalDate, Bin>> parts = new TreeMap<>();
  private int undated;

  /**
   * Nothing measured yet.
   *
   * @param measure what is measured
   * @param actor id of the actor that it is about; empty for all
   * @param period how long a period is
   * @param over what articles are told apart by, {@link ArticleFact#NONE} for one line
   * @throws IllegalArgumentException if the measure needs an actor and there is none
   */
  public Timeline(Measure measure, Optional<String> actor, Period period, ArticleFact over) {
    this.measure = Objects.requireNonNull(measure, "measure");
    this.actor = Objects.requireNonNull(actor, "actor");
    this.period = Objects.requireNonNull(period, "period");
    this.over = Objects.requireNonNull(over, "over");
    if (measure == Measure.SHARE_OF_VOICE && actor.isEmpty()) {
      throw new IllegalArgumentException("the share of voice is that of an actor; name one");
    }
  }

  /**
   * Adds an article with its comments.
   *
   * @param discourse what was found
   */
  public void add(Discourse discourse) {
    Optional<LocalDate> day =
        discourse.conversation().article().publication().date().map(moment -> moment.date());
    if (day.isEmpty()) {
      undated++;
      return;
    }
    Bin bin =
        parts
            .computeIfAbsent(
                over.of(discourse.conversation().article()).orElse(""), part -> new HashMap<>())
            .computeIfAbsent(day.get(), start -> new Bin());
    bin.articles++;
    double[] unit = measure.of(discourse, actor);
    if (unit[1] > 0) {
      bin.units.add(unit);
    }
  }

  /**
   * Articles that are in no period.
   *
   * @return how many have no day of publication
   */
  public int undated() {
    return undated;
  }

  /**
   * All periods from the first to the last one that has an article in any part, empty ones
   * included.
   *
   * @return by part and time
   */
  public List<Row> rows() {
    return rows(period);
  }

  /**
   * The same by periods of another length.
   *
   * @param by how long a period is
   * @return by part and time
   */
  public List<Row> rows(Period by) {
    List<Row> rows = new ArrayList<>();
    parts.forEach(
        (part, days) -> {
          Map<LocalDate, Bin> bins = new HashMap<>();
          new TreeMap<>(days)
              .forEach(
                  (day, bin) -> bins.computeIfAbsent(by.start(day), start -> new Bin()).add(bin));
          LocalDate last = by.start(last());
          for (LocalDate at = by.start(first()); !at.isAfter(last); at = by.next(at)) {
            rows.add(row(by, part, at, bins.getOrDefault(at, new Bin())));
          }
        });
    return rows;
  }

  /**
   * How many periods there are from the first to the last article.
   *
   * @param by how long a period is
   * @return 0 or more
   */
  public int periods(Period by) {
    int periods = 0;
    if (!parts.isEmpty()) {
      LocalDate last = by.start(last());
      for (LocalDate at = by.start(first()); !at.isAfter(last); at = by.next(at)) {
        periods++;
      }
    }
    return periods;
  }

  private LocalDate first() {
    return days().min(Comparator.naturalOrder()).orElseThrow();
  }

  private LocalDate last() {
    return days().max(Comparator.naturalOrder()).orElseThrow();
  }

  private Stream<LocalDate> days() {
    return parts.values().stream().flatMap(days -> days.keySet().stream());
  }

  private static Row row(Period period, String part, LocalDate start, Bin bin) {
    double amount = 0;
    double of = 0;
    for (double[] unit : bin.units) {
      amount += unit[0];
      of += unit[1];
    }
    return new Row(
        part,
        period.label(start),
        start,
        bin.articles,
        amount,
        of,
        of > 0 ? Optional.of(amount / of) : Optional.empty(),
        Shares.ratio(bin.units));
  }
}
