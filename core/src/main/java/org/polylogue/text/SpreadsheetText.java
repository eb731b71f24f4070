package org.polylogue.text;

/**
 * Text cells that a spreadsheet would run as formulas, since they begin with {@code =}, {@code +},
 * {@code -}, {@code @}, a tab or a carriage return, get an apostrophe in front, and lose it again.
 */
public final class SpreadsheetText {

  /** The first characters of a formula. */
  public static final String FORMULA_STARTS = "=+-@\t\r";

  private SpreadsheetText() {}

  /**
   * Guards a cell that is written.
   *
   * @param text its content
   * @return the content, with an apostrophe in front if it would be run
   */
  public static String guarded(String text) {
    return startsFormula(text, 0) ? "'" + text : text;
  }

  /**
   * Undoes {@link #guarded} in a cell that is read.
   *
   * @param cell as it is written
   * @return its content
   */
  public static String unguarded(String cell) {
    return cell.startsWith("'") && startsFormula(cell, 1) ? cell.substring(1) : cell;
  }

  private static boolean startsFormula(String text, int at) {
    return text.length() > at && FORMULA_STARTS.indexOf(text.charAt(at)) >= 0;
  }
}
