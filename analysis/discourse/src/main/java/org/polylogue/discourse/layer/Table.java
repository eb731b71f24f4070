package org.polylogue.discourse.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

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

  private final String name;
  private final List<Column> columns;
  private final List<BiFunction<? super R, ? super FindingContext, ?>> cells;

  private Table(
      String name,
      List<Column> columns,
      List<BiFunction<? super R, ? super FindingContext, ?>> cells) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.cells = List.copyOf(cells);
  }

  /**
   * A table without columns.
   *
   * @param name of its file, without extension
   * @param <R> what a row is made of
   * @return the table
   */
  public static <R> Table<R> named(String name) {
    return new Table<>(Objects.requireNonNull(name, "name"), List.of(), List.of());
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
    return new Table<>(name, more, moreCells);
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
   * The same table with one more column of decimal numbers.
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
   * The row of something.
   *
   * @param value what the row is made of
   * @param at where it stands
   * @return a cell for each column: a String, an Integer, a Double, or null where it is empty; an
   *     unmodifiable list
   */
  public List<Object> row(R value, FindingContext at) {
    List<Object> row = new ArrayList<>(cells.size());
    for (BiFunction<? super R, ? super FindingContext, ?> cell : cells) {
      Object found = cell.apply(value, at);
      Object plain = found instanceof Optional<?> optional ? optional.orElse(null) : found;
      row.add(plain == null || plain instanceof Number ? plain : plain.toString());
    }
    return Collections.unmodifiableList(row);
  }
}
