package org.polylogue.discourse.quotation.internal;

import org.polylogue.text.Span;

/** Finds who signs with a dash: "“…” — Name", or a paragraph "— Name, mayor" below. */
final class Signatures {

  private static final int MAX_TOKENS = 12;
  private static final String DASHES = "\u2014\u2013-";

  private final ParsedText t;

  Signatures(ParsedText t) {
    this.t = t;
  }

  /**
   * The name in a range that holds a dash, then a name, and no verb.
   *
   * @return the words after the dash, null if the range is no signature
   */
  Span in(Span range) {
    int from = range.start();
    while (from < range.end() && isBlank(t.text.charAt(from))) {
      from++;
    }
    int start = from;
    while (start < range.end()
        && (DASHES.indexOf(t.text.charAt(start)) >= 0 || isBlank(t.text.charAt(start)))) {
      start++;
    }
    if (start == from || start >= range.end() || t.size == 0) {
      return null;
    }
    boolean name = false;
    int last = -1;
    int first = t.tokenAt(start);
    for (int i = first; i < t.size && t.charStart[i] < range.end(); i++) {
      boolean verb = t.tag[i].startsWith("VB") || t.tag[i].equals("MD");
      if (verb || t.word[i].equals("?") || i - first >= MAX_TOKENS) {
        return null;
      }
      name |= t.tag[i].startsWith("NNP");
      last = Character.isLetterOrDigit(t.word[i].charAt(0)) ? i : last;
    }
    return name && last >= 0 && t.charEnd[last] > start ? new Span(start, t.charEnd[last]) : null;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
