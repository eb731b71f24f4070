package org.polylogue.corenlp;

/**
 * Strings as 64-bit numbers, so that features are looked up without making them: a polynomial over
 * the UTF-16 code units, to which more text can be appended. Models check when they are made that
 * no two of their own strings share a number; that a strange string shares one has a chance of one
 * in 10<sup>13</sup>.
 */
final class HashedText {

  /** The empty text. */
  static final long EMPTY = 0x9E3779B97F4A7C15L;

  private static final long FACTOR = 0xD1342543DE82EF95L;

  private HashedText() {}

  static long of(String text) {
    return append(EMPTY, text);
  }

  static long append(long hash, String text) {
    return append(hash, text, 0, text.length());
  }

  static long append(long hash, String text, int start, int end) {
    long sum = hash;
    for (int i = start; i < end; i++) {
      sum = append(sum, text.charAt(i));
    }
    return sum;
  }

  static long append(long hash, char c) {
    return hash * FACTOR + c;
  }

  /**
   * A text that is appended to others at no cost of its length.
   *
   * @param power what the number before it is multiplied with
   * @param sum what is added
   */
  record Piece(long power, long sum) {

    static Piece of(String text) {
      long power = 1;
      for (int i = 0; i < text.length(); i++) {
        power *= FACTOR;
      }
      return new Piece(power, append(0, text));
    }

    /** The text itself. */
    long alone() {
      return after(EMPTY);
    }

    long after(long hash) {
      return hash * power + sum;
    }
  }

  /** The text before another one, of which only its last part grows: {@code c} before a suffix. */
  static Piece prepend(char c, Piece suffix) {
    return new Piece(suffix.power() * FACTOR, c * suffix.power() + suffix.sum());
  }
}
