package org.polylogue.text;

/**
 * Text cells that a spreadsheet would run as formulas get an apostrophe in front, and lose it again
 * when they are read. A formula begins with {@code = + - @}, one of them in full width, a tab, a
 * carriage return or a line feed; what already begins with apostrophes before such a character gets
 * one more, so that every text comes back as it was.
 */
public final class SpreadsheetText {

  /** The first characters of a formula. */
  public static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private SpreadsheetText() {}

  /**
   * A text as a cell.
   *
   * @param text any text
   * @return the text, with an apostrophe in front where a formula would begin
   */
  public static String guarded(String text) {
    return startsFormula(text) ? "'" + text : text;
  }

  /**
   * The inverse of {@link #guarded}.
   *
   * @param cell a cell
   * @return the text that it stands for
   */
  public static String unguarded(String cell) {
    return cell.startsWith("'") && startsFormula(cell) ? cell.substring(1) : cell;
  }

  private static boolean startsFormula(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    return at < text.length() && FORMULA_STARTS.indexOf(text.charAt(at)) >= 0;
  }
}
