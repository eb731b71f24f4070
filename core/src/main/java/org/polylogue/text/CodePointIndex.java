package org.polylogue.text;

import java.util.Arrays;

/**
 * Converts offsets in one text between UTF-16 code units and code points. Made in linear time;
 * takes memory for the supplementary characters only; each conversion is a binary search. Immutable
 * and thread-safe.
 */
public final class CodePointIndex {

  /** Code unit indexes of the high halves of all surrogate pairs, ascending. */
  private final int[] pairs;

  private final int length;

  private CodePointIndex(int[] pairs, int length) {
    this.pairs = pairs;
    this.length = length;
  }

  /**
   * Indexes a text. A half of a surrogate pair without its other half counts as a code point.
   *
   * @param text any text
   * @return its index
   */
  public static CodePointIndex of(CharSequence text) {
    int[] found = new int[8];
    int count = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      if (Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i++;
      }
    }
    return new CodePointIndex(Arrays.copyOf(found, count), text.length());
  }

  /**
   * Length of the text.
   *
   * @return code points, zero or more
   */
  public int codePoints() {
    return length - pairs.length;
  }

  /**
   * The code point offset of a code unit offset; one inside a surrogate pair gives the offset of
   * the pair.
   *
   * @param codeUnits offset from 0 to the text's length in UTF-16 code units
   * @return offset from 0 to {@link #codePoints()}
   * @throws IndexOutOfBoundsException if the offset lies outside the text
   */
  public int toCodePoints(int codeUnits) {
    if (codeUnits < 0 || codeUnits > length) {
      throw new IndexOutOfBoundsException(codeUnits + " is not in 0.." + length);
    }
    int at = Arrays.binarySearch(pairs, codeUnits - 1);
    int before = at >= 0 ? at : -at - 1;
    return at >= 0 ? codeUnits - 1 - before : codeUnits - before;
  }

  /**
   * The code unit offset of a code point offset.
   *
   * @param codePoints offset from 0 to {@link #codePoints()}
   * @return offset in UTF-16 code units, never inside a surrogate pair
   * @throws IndexOutOfBoundsException if the offset lies outside the text
   */
  public int toCodeUnits(int codePoints) {
    if (codePoints < 0 || codePoints > codePoints()) {
      throw new IndexOutOfBoundsException(codePoints + " is not in 0.." + codePoints());
    }
    int low = 0;
    int high = pairs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pairs[middle] - middle < codePoints) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return codePoints + low;
  }

  /**
   * A span counted in code points.
   *
   * @param span in UTF-16 code units
   * @return the same range in code points; whole characters if its ends lie inside pairs
   */
  public Span toCodePoints(Span span) {
    int start = toCodePoints(span.start());
    int end = toCodePoints(span.end());
    boolean cuts = Arrays.binarySearch(pairs, span.end() - 1) >= 0 && !span.isEmpty();
    return new Span(start, cuts ? end + 1 : end);
  }

  /**
   * A span counted in UTF-16 code units.
   *
   * @param span in code points
   * @return the same range in UTF-16 code units
   */
  public Span toCodeUnits(Span span) {
    return new Span(toCodeUnits(span.start()), toCodeUnits(span.end()));
  }
}
