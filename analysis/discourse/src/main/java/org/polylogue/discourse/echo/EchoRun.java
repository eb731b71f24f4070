package org.polylogue.discourse.echo;

/**
 * A run of words that stands in two texts, the same but for small edits.
 *
 * @param start first word in the echoing text
 * @param end after the last one
 * @param sourceStart first word in the source
 * @param sourceEnd after the last one
 * @param matched words that are the same
 */
record EchoRun(int start, int end, int sourceStart, int sourceEnd, int matched) {

  /** Words that may be put in, left out or changed at one place. */
  private static final int LONGEST_EDIT = 2;

  /** Words that must agree after an edit, and before it for each edit so far. */
  private static final int AFTER_EDIT = 4;

  /** Extends a common seed to the right, over small edits. */
  static EchoRun extend(int[] other, int at, int[] source, int place) {
    int i = at;
    int j = place;
    int matched = 0;
    int agreed = 0;
    while (true) {
      while (i < other.length && j < source.length && other[i] == source[j]) {
        i++;
        j++;
        matched++;
        agreed++;
      }
      int edit = agreed < AFTER_EDIT ? -1 : edit(other, i, source, j);
      if (edit < 0) {
        return new EchoRun(at, i, place, j, matched);
      }
      i += edit / (LONGEST_EDIT + 1);
      j += edit % (LONGEST_EDIT + 1);
      agreed = 0;
    }
  }

  /** The smallest edit after which both texts agree again, -1 if there is none. */
  private static int edit(int[] other, int i, int[] source, int j) {
    for (int size = 1; size <= 2 * LONGEST_EDIT; size++) {
      for (int skip = Math.min(size, LONGEST_EDIT); skip >= 0; skip--) {
        int sourceSkip = size - skip;
        if (sourceSkip <= LONGEST_EDIT && agree(other, i + skip, source, j + sourceSkip)) {
          return skip * (LONGEST_EDIT + 1) + sourceSkip;
        }
      }
    }
    return -1;
  }

  private static boolean agree(int[] other, int i, int[] source, int j) {
    if (i + AFTER_EDIT > other.length || j + AFTER_EDIT > source.length) {
      return false;
    }
    for (int k = 0; k < AFTER_EDIT; k++) {
      if (other[i + k] != source[j + k]) {
        return false;
      }
    }
    return true;
  }

  /** The first words of a run without edits. */
  EchoRun upTo(int newEnd) {
    return new EchoRun(start, newEnd, sourceStart, sourceStart + newEnd - start, newEnd - start);
  }

  /** Share of words that are the same, by Dice's coefficient over the aligned words. */
  double similarity() {
    return 2.0 * matched / (end - start + sourceEnd - sourceStart);
  }
}
