package org.polylogue.text;

/** Counts words: pieces between white space that hold a letter or a digit. */
public final class WordCount {

  private WordCount() {}

  /**
   * Counts the words of a text.
   *
   * @param text any text
   * @return how many, 0 or more
   */
  public static int of(CharSequence text) {
    int words = 0;
    boolean counted = false;
    for (int at = 0; at < text.length(); ) {
      int c = Character.codePointAt(text, at);
      at += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        counted = false;
      } else if (!counted && Character.isLetterOrDigit(c)) {
        counted = true;
        words++;
      }
    }
    return words;
  }
}
