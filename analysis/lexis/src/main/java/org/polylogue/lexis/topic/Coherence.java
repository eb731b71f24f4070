package org.polylogue.lexis.topic;

import java.util.Arrays;
import org.polylogue.lexis.count.CountRows;

/**
 * How well the first words of a topic belong together, by how often texts hold two of them. What
 * people find coherent agrees best with NPMI (Lau, Newman and Baldwin 2014). Texts here are whole
 * rows, so only numbers over the same rows can be compared. Immutable and thread-safe.
 */
public final class Coherence {

  private final int rows;
  private final int[] starts;
  private final int[] texts;

  private Coherence(int rows, int[] starts, int[] texts) {
    this.rows = rows;
    this.starts = starts;
    this.texts = texts;
  }

  /**
   * Prepares for questions, in time linear in the cells.
   *
   * @param counts the texts
   * @return what can be asked about the topics of any model
   */
  public static Coherence of(CountRows counts) {
    int cells = counts.start(counts.rows());
    int[] starts = new int[counts.columns() + 1];
    for (int cell = 0; cell < cells; cell++) {
      starts[counts.column(cell) + 1]++;
    }
    for (int word = 0; word < counts.columns(); word++) {
      starts[word + 1] += starts[word];
    }
    int[] texts = new int[cells];
    int[] next = starts.clone();
    for (int row = 0; row < counts.rows(); row++) {
      for (int cell = counts.start(row); cell < counts.start(row + 1); cell++) {
        texts[next[counts.column(cell)]++] = row;
      }
    }
    return new Coherence(counts.rows(), starts, texts);
  }

  /**
   * Mean normalised pointwise mutual information (Bouma 2009) of all pairs: ln(p(a, b) / (p(a)
   * p(b))) / −ln p(a, b), −1 for two words that no text holds together, 1 for two that every text
   * with one of them holds.
   *
   * @param words columns, two or more
   * @return −1 to 1; 0 is what chance gives
   * @throws IllegalArgumentException if there are less than two
   */
  public double npmi(int[] words) {
    check(words);
    double sum = 0;
    for (int i = 1; i < words.length; i++) {
      for (int j = 0; j < i; j++) {
        double both = together(words[i], words[j]) / (double) rows;
        double one = texts(words[i]) / (double) rows;
        double other = texts(words[j]) / (double) rows;
        sum += both == 0 ? -1 : both == 1 ? 1 : Math.log(both / (one * other)) / -Math.log(both);
      }
    }
    return 2 * sum / (words.length * (words.length - 1.0));
  }

  /**
   * The coherence of Mimno, Wallach, Talley, Leenders and McCallum (2011, equation 1): the sum over
   * all pairs of ln((texts with both + 1) / texts with the earlier word). Less than 0, and more
   * negative for more words.
   *
   * @param words columns, the most likely first, two or more, each in a text
   * @return their coherence
   * @throws IllegalArgumentException if there are less than two
   */
  public double mimno(int[] words) {
    check(words);
    double sum = 0;
    for (int i = 1; i < words.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.log((together(words[i], words[j]) + 1.0) / Math.max(1, texts(words[j])));
      }
    }
    return sum;
  }

  private static void check(int[] words) {
    if (words.length < 2) {
      throw new IllegalArgumentException(
          "coherence needs two words, not " + Arrays.toString(words));
    }
  }

  private int texts(int word) {
    return starts[word + 1] - starts[word];
  }

  private int together(int first, int second) {
    int count = 0;
    int i = starts[first];
    int j = starts[second];
    while (i < starts[first + 1] && j < starts[second + 1]) {
      int order = Integer.compare(texts[i], texts[j]);
      count += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return count;
  }
}
