package org.polylogue.encoder;

import java.util.Arrays;
import org.polylogue.encoder.WordPieces.Pieces;
import org.polylogue.text.Span;

/**
 * A text, or a pair of texts, as the encoder reads it: pieces with one before and one after each
 * text. Immutable by convention.
 *
 * @param ids of the pieces in the vocabulary
 * @param types 0 for the pieces of the first text, 1 for those of the second
 * @param starts where each piece begins in the text that is judged: the only one, or the second of
 *     a pair; −1 for all other pieces
 * @param ends where each ends in that text, exclusive; −1 for all other pieces
 */
public record Reading(int[] ids, int[] types, int[] starts, int[] ends) {

  /**
   * Some pieces of a reading.
   *
   * @param from the first
   * @param to after the last
   */
  public record Range(int from, int to) {}

  /**
   * One text.
   *
   * @param text the pieces of the text
   * @return them between the pieces before and after a text
   */
  public static Reading of(Pieces text) {
    Reading reading = empty(text.size() + 2);
    reading.put(0, WordPieces.START, 0);
    reading.put(text, 1, 0, true);
    reading.put(text.size() + 1, WordPieces.END, 0);
    return reading;
  }

  /**
   * A pair.
   *
   * @param first what is answered
   * @param second what is judged
   * @return the two, one after the other
   */
  public static Reading of(Pieces first, Pieces second) {
    Reading reading = empty(first.size() + second.size() + 3);
    reading.put(0, WordPieces.START, 0);
    reading.put(first, 1, 0, false);
    reading.put(first.size() + 1, WordPieces.END, 0);
    reading.put(second, first.size() + 2, 1, true);
    reading.put(reading.size() - 1, WordPieces.END, 1);
    return reading;
  }

  private static Reading empty(int size) {
    int[] none = new int[size];
    Arrays.fill(none, -1);
    return new Reading(new int[size], new int[size], none, none.clone());
  }

  private void put(int at, int id, int type) {
    ids[at] = id;
    types[at] = type;
  }

  private void put(Pieces text, int at, int type, boolean judged) {
    System.arraycopy(text.ids(), 0, ids, at, text.size());
    Arrays.fill(types, at, at + text.size(), type);
    if (judged) {
      System.arraycopy(text.starts(), 0, starts, at, text.size());
      System.arraycopy(text.ends(), 0, ends, at, text.size());
    }
  }

  /**
   * The reading with some pieces hidden.
   *
   * @param hidden which
   * @return as long, with the piece for a missing word in their place
   */
  public Reading without(Range hidden) {
    int[] others = ids.clone();
    Arrays.fill(others, hidden.from(), hidden.to(), WordPieces.MASK);
    return new Reading(others, types, starts, ends);
  }

  /**
   * How many pieces there are.
   *
   * @return 2 or more
   */
  public int size() {
    return ids.length;
  }

  /**
   * The pieces of the text that is judged.
   *
   * @return all of them; if there is none, the piece before the text
   */
  public Range judged() {
    return range(new Span(0, Integer.MAX_VALUE));
  }

  /**
   * The pieces of a part of the text that is judged.
   *
   * @param part a span of that text
   * @return the pieces that overlap it; if there is none, the piece before the text
   */
  public Range range(Span part) {
    int from = -1;
    int to = -1;
    for (int i = 0; i < ids.length; i++) {
      if (starts[i] >= 0 && starts[i] < part.end() && ends[i] > part.start()) {
        from = from < 0 ? i : from;
        to = i + 1;
      }
    }
    return from < 0 ? new Range(0, 1) : new Range(from, to);
  }
}
