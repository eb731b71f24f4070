package org.polylogue.lexis.internal;

/** A place in a text that is being parsed. Not thread-safe. */
public final class Cursor {

  private final String kind;
  private final String text;
  private int at;

  /**
   * A cursor before the first character.
   *
   * @param kind what the text is, for messages, such as {@code slice}
   * @param text what is parsed
   */
  public Cursor(String kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  /**
   * Tells whether everything is read.
   *
   * @return true at the end
   */
  public boolean isAtEnd() {
    return at >= text.length();
  }

  /**
   * Looks at the next character.
   *
   * @param wanted a character
   * @return true if it comes next
   */
  public boolean isAt(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  /**
   * Reads a character if it comes next.
   *
   * @param wanted the character
   * @return true if it was read
   */
  public boolean take(char wanted) {
    boolean next = isAt(wanted);
    at += next ? 1 : 0;
    return next;
  }

  /** Reads white space. */
  public void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /**
   * Reads up to a character or the end.
   *
   * @param stops the characters to stop before
   * @return what was read, without white space around it
   */
  public String until(String stops) {
    int start = at;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  /**
   * Reads what stands between quotation marks.
   *
   * @param escapes true if a backslash takes the character after it along
   * @return what stands between them
   * @throws IllegalArgumentException if no mark comes next or none closes it
   */
  public String quoted(boolean escapes) {
    if (!isAt('"')) {
      throw wrong("expected \"");
    }
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += escapes && text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      throw wrong("a quotation mark is not closed");
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  /**
   * A failure at this place.
   *
   * @param what what is wrong here
   * @return the exception to throw
   */
  public IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        kind + " " + text + ", character " + (at + 1) + ": " + what);
  }
}
