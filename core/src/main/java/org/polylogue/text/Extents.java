package org.polylogue.text;

import java.util.List;

/** How much two extents of characters share. */
public final class Extents {

  private Extents() {}

  /**
   * Jaccard's index (1901) of the characters of two extents.
   *
   * @param a disjoint spans in order
   * @param b disjoint spans in order
   * @return 0 for nothing shared to 1 for the same; 0 if both are empty
   */
  public static double jaccard(List<Span> a, List<Span> b) {
    long shared = 0;
    int from = 0;
    for (Span x : a) {
      while (from < b.size() && b.get(from).end() <= x.start()) {
        from++;
      }
      for (int i = from; i < b.size() && b.get(i).start() < x.end(); i++) {
        shared += x.overlapWith(b.get(i));
      }
    }
    return shared == 0 ? 0 : shared / (double) (length(a) + length(b) - shared);
  }

  private static long length(List<Span> spans) {
    long length = 0;
    for (Span span : spans) {
      length += span.length();
    }
    return length;
  }
}
