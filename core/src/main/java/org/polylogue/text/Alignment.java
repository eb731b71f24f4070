package org.polylogue.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the offsets of a derived text lie in the original that it was made from. The texts are the
 * same but for edits: disjoint ranges of the original that were replaced. Immutable and
 * thread-safe; a conversion is a binary search, and alignments compose in linear time.
 *
 * <p>A range inside an edit belongs to the whole of the edit, because nothing is known of what
 * corresponds to what within it.
 */
public final class Alignment {

  /** An alignment of a text to itself. */
  public static final Alignment IDENTITY = new Alignment(new int[0]);

  /** Four numbers for each edit: start and end in the original, start and end in the derived. */
  private static final int WIDTH = 4;

  private static final int ORIGINAL = 0;
  private static final int DERIVED = 2;

  private final int[] edits;

  private Alignment(int[] edits) {
    this.edits = joined(edits);
  }

  /** Joins edits that touch if one of them inserts or deletes, since their order is lost. */
  private static int[] joined(int[] edits) {
    int last = 0;
    for (int i = WIDTH; i < edits.length; i += WIDTH) {
      boolean touches = edits[last + ORIGINAL + 1] == edits[i + ORIGINAL];
      if (touches && (isEmptySided(edits, last) || isEmptySided(edits, i))) {
        edits[last + ORIGINAL + 1] = edits[i + ORIGINAL + 1];
        edits[last + DERIVED + 1] = edits[i + DERIVED + 1];
      } else {
        last += WIDTH;
        System.arraycopy(edits, i, edits, last, WIDTH);
      }
    }
    return edits.length == 0 ? edits : Arrays.copyOf(edits, last + WIDTH);
  }

  private static boolean isEmptySided(int[] edits, int i) {
    return edits[i + ORIGINAL] == edits[i + ORIGINAL + 1]
        || edits[i + DERIVED] == edits[i + DERIVED + 1];
  }

  /**
   * A replaced range.
   *
   * @param original where it was in the original
   * @param length UTF-16 code units that stand there in the derived text, zero or more
   */
  public record Edit(Span original, int length) {
    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Edit {
      if (length < 0) {
        throw new IllegalArgumentException("length " + length + " is negative");
      }
    }
  }

  /**
   * The alignment of a text that was made by edits.
   *
   * @param edits what was replaced, in order and disjoint
   * @return the alignment
   * @throws IllegalArgumentException if the edits are out of order or overlap
   */
  public static Alignment of(List<Edit> edits) {
    int[] all = new int[edits.size() * WIDTH];
    int last = 0;
    int shift = 0;
    int at = 0;
    for (Edit edit : edits) {
      if (edit.original().start() < last) {
        throw new IllegalArgumentException("edit " + edit.original() + " is out of order");
      }
      last = edit.original().end();
      all[at++] = edit.original().start();
      all[at++] = last;
      all[at++] = edit.original().start() + shift;
      all[at] = all[at - 1] + edit.length();
      shift = all[at++] - last;
    }
    return new Alignment(all);
  }

  /**
   * Where a range of the derived text comes from.
   *
   * @param derived a range of the derived text
   * @return the smallest range of the original that covers it; empty for an empty range
   */
  public Span toOriginal(Span derived) {
    return convert(derived, DERIVED, ORIGINAL);
  }

  /**
   * Where a range of the original went.
   *
   * @param original a range of the original text
   * @return the smallest range of the derived text that covers it; empty if all of it was deleted
   */
  public Span toDerived(Span original) {
    return convert(original, ORIGINAL, DERIVED);
  }

  /**
   * The alignment of a text that was derived from the derived text.
   *
   * @param next from this alignment's derived text to the next one
   * @return from this alignment's original to the next text
   */
  public Alignment andThen(Alignment next) {
    List<int[]> clusters = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < edits.length || j < next.edits.length) {
      boolean mine =
          j == next.edits.length
              || i < edits.length && edits[i + DERIVED] <= next.edits[j + ORIGINAL];
      int start = mine ? edits[i + DERIVED] : next.edits[j + ORIGINAL];
      int end = mine ? edits[i + DERIVED + 1] : next.edits[j + ORIGINAL + 1];
      i += mine ? WIDTH : 0;
      j += mine ? 0 : WIDTH;
      int[] last = clusters.isEmpty() ? null : clusters.get(clusters.size() - 1);
      if (last != null
          && (start < last[1] || start == last[1] && (start == end || last[0] == last[1]))) {
        last[1] = Math.max(last[1], end);
      } else {
        clusters.add(new int[] {start, end});
      }
    }
    int[] all = new int[clusters.size() * WIDTH];
    int at = 0;
    int before = 0;
    int after = 0;
    int original = 0;
    int derived = 0;
    for (int[] cluster : clusters) {
      all[at] = cluster[0] + original;
      all[at + DERIVED] = cluster[0] + derived;
      while (before < edits.length
          && edits[before + DERIVED + 1] <= cluster[1]
          && edits[before + DERIVED] >= cluster[0]) {
        original = edits[before + 1] - edits[before + DERIVED + 1];
        before += WIDTH;
      }
      while (after < next.edits.length
          && next.edits[after + 1] <= cluster[1]
          && next.edits[after] >= cluster[0]) {
        derived = next.edits[after + DERIVED + 1] - next.edits[after + 1];
        after += WIDTH;
      }
      all[at + 1] = cluster[1] + original;
      all[at + DERIVED + 1] = cluster[1] + derived;
      at += WIDTH;
    }
    return new Alignment(all);
  }

  private Span convert(Span span, int from, int to) {
    int start = convert(span.start(), from, to, true);
    int end = span.isEmpty() ? start : convert(span.end(), from, to, false);
    return new Span(Math.min(start, end), Math.max(start, end));
  }

  /** Converts the start of a range to the leftmost, or its end to the rightmost place it can be. */
  private int convert(int offset, int from, int to, boolean isStart) {
    int low = 0;
    int high = edits.length / WIDTH;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int start = edits[middle * WIDTH + from];
      if (isStart ? start <= offset : start < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return offset;
    }
    int edit = (low - 1) * WIDTH;
    int end = edits[edit + from + 1];
    boolean inside = isStart ? offset < end : offset <= end;
    if (inside) {
      return edits[edit + to + (isStart ? 0 : 1)];
    }
    return offset - end + edits[edit + to + 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Alignment that && Arrays.equals(edits, that.edits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edits);
  }

  @Override
  public String toString() {
    return "Alignment" + Arrays.toString(edits);
  }
}
