package org.polylogue.network;

/** Text cells that a spreadsheet would run as formulas get an apostrophe, and lose it again. */
final class SpreadsheetText {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private SpreadsheetText() {}

  static String guarded(String text) {
    return startsFormula(text, 0) ? "'" + text : text;
  }

  static String unguarded(String text) {
    return text.startsWith("'") && startsFormula(text, 1) ? text.substring(1) : text;
  }

  private static boolean startsFormula(String text, int at) {
    return text.length() > at && FORMULA_STARTS.indexOf(text.charAt(at)) >= 0;
  }
}
