package org.polylogue.discourse.entity;

import java.util.BitSet;
import org.polylogue.language.AnnotatedText;

/** The tokens of a document that belong to something already. */
final class Taken {

  private final int[] starts;
  private final BitSet tokens = new BitSet();

  Taken(AnnotatedText text) {
    starts = new int[text.sentences().size()];
    int next = 0;
    for (int s = 0; s < starts.length; s++) {
      starts[s] = next;
      next += text.sentences().get(s).size();
    }
  }

  boolean any(int sentence, int first, int last) {
    int taken = tokens.nextSetBit(starts[sentence] + first);
    return taken >= 0 && taken <= starts[sentence] + last;
  }

  void mark(int sentence, int first, int last) {
    tokens.set(starts[sentence] + first, starts[sentence] + last + 1);
  }
}
