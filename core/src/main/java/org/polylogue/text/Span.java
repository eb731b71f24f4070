package org.polylogue.text;

/**
 * A half-open range of UTF-16 code units of an original text, nothing else: {@code start} belongs
 * to it, {@code end} does not.
 *
 * <p>Spans order by start, then by end. Immutable and thread-safe.
 *
 * @param start index of the first code unit, from 0
 * @param end index after the last code unit, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if {@code start} is negative or {@code end} lies before it
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: start " + start + ", end " + end);
    }
  }

  /**
   * The whole of a text.
   *
   * @param text any text
   * @return the span from 0 to its length
   */
  public static Span allOf(CharSequence text) {
    return new Span(0, text.length());
  }

  /**
   * Length in UTF-16 code units.
   *
   * @return zero or more
   */
  public int length() {
    return end - start;
  }

  /**
   * Tells whether this span holds no code unit.
   *
   * @return true if start and end are the same
   */
  public boolean isEmpty() {
    return start == end;
  }

  /**
   * The characters that this span covers.
   *
   * @param text the text that this span was made for
   * @return the part of {@code text} from start to end
   * @throws IndexOutOfBoundsException if the text is shorter than this span's end
   */
  public String of(String text) {
    return text.substring(start, end);
  }

  /**
   * Tells whether a code unit lies in this span.
   *
   * @param offset an index
   * @return true if {@code start <= offset < end}
   */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /**
   * Tells whether another span lies in this one; a span contains itself.
   *
   * @param other the other span
   * @return true if no code unit of {@code other} lies outside
   */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /**
   * Tells whether two spans share a code unit.
   *
   * @param other the other span
   * @return true if at least one code unit is in both
   */
  public boolean overlaps(Span other) {
    return Math.max(start, other.start) < Math.min(end, other.end);
  }

  /**
   * Counts the code units two spans share.
   *
   * @param other the other span
   * @return zero or more
   */
  public int overlapWith(Span other) {
    return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
  }

  /**
   * The same range moved.
   *
   * @param distance code units to move by, negative to the left
   * @return the moved span
   * @throws IllegalArgumentException if it would start before 0
   */
  public Span shift(int distance) {
    return distance == 0 ? this : new Span(start + distance, end + distance);
  }

  /**
   * The smallest span that contains this one and another.
   *
   * @param other the other span
   * @return a span from the first start to the last end
   */
  public Span cover(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }

  @Override
  public String toString() {
    return start + "-" + end;
  }
}
