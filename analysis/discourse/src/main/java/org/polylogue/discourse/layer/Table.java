package org.polylogue.discourse.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * A flat table: its columns, each with its name beside what its cells hold. Immutable and
 * thread-safe.
 *
 * @param <R> what a row is made of
 */
public final class Table<R> {

  /** What the cells of a column hold, unless they are empty. */
  public enum CellType {
    /** A {@link String}. */
    TEXT,
    /** An {@link Integer}. */
    WHOLE,
    /** A {@link Double}. */
    DECIMAL
  }

  /**
   * A column.
   *
   * @param name its name in the header row
   * @param type what its cells hold
   */
  public record Column(String name, CellType type) {}

  private static final double DECIMALS = 1e4;

  private final String name;
  private final List<Column> columns;
  private final List<BiFunction<? super R, ? super FindingContext, ?>> cells;
  private final Predicate<? super R> filter;
  private final boolean onRequest;
  private final BiFunction<? super R, ? super FindingContext, List<List<Object>>> parts;

  private Table(
      String name,
      List<Column> columns,
      List<BiFunction<? super R, ? super FindingContext, ?>> cells,
      Predicate<? super R> filter,
      boolean onRequest,
      BiFunction<? super R, ? super FindingContext, List<List<Object>>> parts) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.cells = List.copyOf(cells);
    this.filter = filter;
    this.onRequest = onRequest;
    this.parts = parts;
  }

  /**
   * A table without columns.
   *
   * @param name of its file, without extension
   * @param <R> what a row is made of
   * @return the table
   */
  public static <R> Table<R> named(String name) {
    Objects.requireNonNull(name, "name");
    return new Table<>(name, List.of(), List.of(), any -> true, false, null);
  }

  /**
   * A table of findings: the ids of article and document are its first columns.
   *
   * @param name of its file, without extension
   * @param <R> what a row is made of
   * @return the table
   */
  public static <R> Table<R> ofFindings(String name) {
    return Table.<R>named(name)
        .text("article_id", (finding, at) -> at.articleId())
        .text("document_id", (finding, at) -> at.documentId());
  }

  private Table<R> with(Column column, BiFunction<? super R, ? super FindingContext, ?> cell) {
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    List<BiFunction<? super R, ? super FindingContext, ?>> moreCells = new ArrayList<>(cells);
    moreCells.add(cell);
    return new Table<>(name, more, moreCells, filter, onRequest, parts);
  }

  /**
   * The same table without some rows.
   *
   * @param kept tells what has a row
   * @return a copy
   */
  public Table<R> where(Predicate<? super R> kept) {
    return new Table<>(name, columns, cells, kept, onRequest, parts);
  }

  /**
   * The same table, written only where it is asked for: it says more about findings that are rows
   * of another table.
   *
   * @return a copy
   */
  public Table<R> onlyOnRequest() {
    return new Table<>(name, columns, cells, filter, true, parts);
  }

  /**
   * A table with a row for each part of something.
   *
   * @param split gives the parts
   * @param <W> what has parts
   * @return a table with these columns
   */
  public <W> Table<W> forEach(Function<? super W, ? extends List<? extends R>> split) {
    return new Table<W>(
        name,
        columns,
        List.of(),
        any -> true,
        onRequest,
        (whole, at) ->
            split.apply(whole).stream().flatMap(part -> rows(part, at).stream()).toList());
  }

  /**
   * Tells whether it is written only where it is asked for.
   *
   * @return true for a table that says more about findings of another one
   */
  public boolean isOnRequest() {
    return onRequest;
  }

  /**
   * The same table with one more column of text.
   *
   * @param column its name
   * @param cell gives what is written as text; null and empty optionals are empty cells
   * @return a copy
   */
  public Table<R> text(String column, BiFunction<? super R, ? super FindingContext, ?> cell) {
    return with(new Column(column, CellType.TEXT), cell);
  }

  /**
   * The same table with one more column of whole numbers.
   *
   * @param column its name
   * @param cell gives an {@link Integer}; null and empty optionals are empty cells
   * @return a copy
   */
  public Table<R> whole(String column, BiFunction<? super R, ? super FindingContext, ?> cell) {
    return with(new Column(column, CellType.WHOLE), cell);
  }

  /**
   * The same table with two more columns, where something begins and where it ends: whole numbers
   * in the unit of {@link FindingContext#counted(Span)}.
   *
   * @param start the name of one
   * @param end the name of the other
   * @param cells gives the span in the document; null for two empty cells
   * @return a copy
   */
  public Table<R> span(
      String start, String end, BiFunction<? super R, ? super FindingContext, Span> cells) {
    return passage(
        start,
        end,
        (value, at) -> {
          Span span = cells.apply(value, at);
          return span == null ? null : new Passage(at.documentId(), span);
        });
  }

  /**
   * The same table with two more columns, where something in any document begins and where it ends.
   *
   * @param start the name of one
   * @param end the name of the other
   * @param cells gives the passage; null for two empty cells
   * @return a copy
   */
  public Table<R> passage(
      String start, String end, BiFunction<? super R, ? super FindingContext, Passage> cells) {
    return whole(start, (value, at) -> Table.counted(cells.apply(value, at), at).map(Span::start))
        .whole(end, (value, at) -> Table.counted(cells.apply(value, at), at).map(Span::end));
  }

  private static Optional<Span> counted(Passage passage, FindingContext at) {
    return Optional.ofNullable(passage).map(at::counted);
  }

  /**
   * The same table with one more column of decimal numbers, rounded to four decimals.
   *
   * @param column its name
   * @param cell gives a {@link Double}; null and empty optionals are empty cells
   * @return a copy
   */
  public Table<R> decimal(String column, BiFunction<? super R, ? super FindingContext, ?> cell) {
    return with(new Column(column, CellType.DECIMAL), cell);
  }

  /**
   * Names the table in files.
   *
   * @return its name without extension
   */
  public String name() {
    return name;
  }

  /**
   * Its columns.
   *
   * @return in order
   */
  public List<Column> columns() {
    return columns;
  }

  /**
   * The rows of something.
   *
   * @param value what rows are made of
   * @param at where it stands
   * @return one row, or none, or one for each part; a cell for each column: a String, an Integer, a
   *     Double, or null where it is empty; unmodifiable lists
   */
  public List<List<Object>> rows(R value, FindingContext at) {
    if (!filter.test(value)) {
      return List.of();
    }
    if (parts != null) {
      return parts.apply(value, at);
    }
    List<Object> row = new ArrayList<>(cells.size());
    for (BiFunction<? super R, ? super FindingContext, ?> cell : cells) {
      row.add(plain(cell.apply(value, at)));
    }
    return List.of(Collections.unmodifiableList(row));
  }

  private static Object plain(Object cell) {
    Object value = cell instanceof Optional<?> optional ? optional.orElse(null) : cell;
    if (value instanceof Double decimal) {
      return rounded(decimal);
    }
    return value == null || value instanceof Number ? value : value.toString();
  }

  /**
   * A number as results are written: more digits than the judges can answer for would double the
   * files.
   *
   * @param value any
   * @return it with at most four decimals
   */
  public static double rounded(double value) {
    return Math.rint(value * DECIMALS) / DECIMALS;
  }
}
