package org.polylogue.discourse.entity.post;

import java.util.BitSet;
import org.polylogue.language.AnnotatedText;

/** The tokens of a document that belong to something already. Not thread-safe. */
public final class Taken {

  private final int[] starts;
  private final BitSet tokens = new BitSet();

  /**
   * Nothing is taken yet.
   *
   * @param text the document
   */
  public Taken(AnnotatedText text) {
    starts = new int[text.sentences().size()];
    int next = 0;
    for (int s = 0; s < starts.length; s++) {
      starts[s] = next;
      next += text.sentences().get(s).size();
    }
  }

  /**
   * Tells whether some tokens belong to something.
   *
   * @param sentence which sentence
   * @param first position of the first token
   * @param last position of the last token
   * @return true for one of them at least
   */
  public boolean any(int sentence, int first, int last) {
    int taken = tokens.nextSetBit(starts[sentence] + first);
    return taken >= 0 && taken <= starts[sentence] + last;
  }

  /**
   * Takes tokens.
   *
   * @param sentence which sentence
   * @param first position of the first token
   * @param last position of the last token
   */
  public void mark(int sentence, int first, int last) {
    tokens.set(starts[sentence] + first, starts[sentence] + last + 1);
  }
}
