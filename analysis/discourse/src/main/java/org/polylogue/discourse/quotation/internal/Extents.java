package org.polylogue.discourse.quotation.internal;

import java.util.List;
import org.polylogue.text.Span;

/** How much two extents of characters share. */
final class Extents {

  private Extents() {}

  /**
   * Jaccard's index (1901) of the characters of two extents.
   *
   * @param a disjoint spans
   * @param b disjoint spans
   * @return 0 for nothing shared to 1 for the same; 0 if both are empty
   */
  static double jaccard(List<Span> a, List<Span> b) {
    int shared = 0;
    int all = 0;
    for (Span x : a) {
      all += x.length();
      for (Span y : b) {
        shared += x.overlapWith(y);
      }
    }
    for (Span y : b) {
      all += y.length();
    }
    return shared == 0 ? 0 : shared / (double) (all - shared);
  }
}
