package org.polylogue.lexis.association;

import java.util.Arrays;
import java.util.Comparator;

/** How probabilities are corrected when many words are tested at once. */
public enum Correction {
  /** Not at all. */
  NONE,
  /** Each is multiplied by the number of tests (Bonferroni 1936; Dunn 1961). */
  BONFERRONI,
  /**
   * The share of false discoveries among the words called key is held (Benjamini and Hochberg
   * 1995): with p(1) ≤ … ≤ p(m), the corrected p(i) is the least m p(j) / j over j ≥ i.
   */
  BENJAMINI_HOCHBERG;

  /**
   * Corrects probabilities.
   *
   * @param probabilities uncorrected ones, 0 to 1, left as they are
   * @return corrected ones in the same order, 0 to 1
   */
  public double[] correct(double[] probabilities) {
    int m = probabilities.length;
    double[] corrected = probabilities.clone();
    if (this == BONFERRONI) {
      Arrays.setAll(corrected, i -> Math.min(1, probabilities[i] * m));
    } else if (this == BENJAMINI_HOCHBERG) {
      Integer[] order = new Integer[m];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingDouble((Integer i) -> probabilities[i]));
      double least = 1;
      for (int rank = m; rank >= 1; rank--) {
        int i = order[rank - 1];
        least = Math.min(least, probabilities[i] * m / rank);
        corrected[i] = least;
      }
    }
    return corrected;
  }
}
