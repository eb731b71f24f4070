package org.polylogue.discourse.entity;

import java.util.Arrays;
import org.polylogue.language.Sentence;

/**
 * The tree of one sentence as questions of grammar. A sentence that was not parsed, or is longer
 * than {@value #LONGEST} tokens, answers none, so that an answer takes bounded time.
 */
final class Clauses {

  private static final int CLIMB = 4;
  private static final int LONGEST = 250;

  final Sentence sentence;
  private final boolean readable;
  private final int[] firstChild;
  private final int[] nextSibling;

  Clauses(Sentence sentence) {
    this.sentence = sentence;
    readable = sentence.isParsed() && sentence.size() <= LONGEST;
    firstChild = new int[sentence.size()];
    nextSibling = new int[sentence.size()];
    Arrays.fill(firstChild, -1);
    for (int i = sentence.size() - 1; i >= 0; i--) {
      int head = head(i);
      if (head >= 0) {
        nextSibling[i] = firstChild[head];
        firstChild[head] = i;
      }
    }
  }

  int head(int token) {
    return readable ? sentence.head(token) : Sentence.NO_HEAD;
  }

  String relation(int token) {
    return readable ? sentence.relation(token) : "";
  }

  boolean is(int token, String relation) {
    return relation(token).startsWith(relation);
  }

  /** The first dependent with a relation, −1 if there is none. */
  int child(int token, String relation) {
    for (int c = firstChild[token]; c >= 0; c = nextSibling[c]) {
      if (is(c, relation)) {
        return c;
      }
    }
    return -1;
  }

  /** The word of a phrase that everything else in it hangs on. */
  int headOf(int first, int last) {
    for (int i = last; i >= first; i--) {
      int head = head(i);
      if (head < first || head > last) {
        return i;
      }
    }
    return last;
  }

  /** The noun whose role in the clause an apposition or a noun after "and" shares. */
  int phrase(int noun) {
    int n = noun;
    for (int steps = 0; steps < CLIMB && (is(n, "appos") || is(n, "conj")); steps++) {
      n = head(n);
    }
    return n;
  }

  /**
   * The subject of a verb, its own or the one that it shares with the verb above it ("she wanted to
   * go"); −1 if there is none.
   */
  int subject(int verb) {
    int v = verb;
    for (int steps = 0; v >= 0 && steps < CLIMB; steps++) {
      int own = child(v, "nsubj");
      if (own >= 0) {
        return own;
      }
      boolean shares = is(v, "xcomp") || is(v, "conj") || is(v, "advcl") || is(v, "acl");
      v = shares ? head(v) : -1;
    }
    return -1;
  }

  /** The subject of the nearest clause around a token, −1 if it does not stand before it. */
  int subjectBefore(int token) {
    int i = token;
    for (int steps = 0; steps < 2 * CLIMB && head(i) >= 0; steps++) {
      i = head(i);
      int subject = child(i, "nsubj");
      if (subject >= 0) {
        return subject < token ? subject : -1;
      }
    }
    return -1;
  }

  /**
   * The subject of the clause that a token stands in before that subject: "she" in "In her speech
   * she said", "Ann" in "When he came, Ann left"; −1 if there is none.
   */
  int subjectAfter(int token) {
    int i = token;
    boolean below = false;
    for (int steps = 0; steps < 3 * CLIMB && head(i) >= 0; steps++) {
      if (is(i, "ccomp") || is(i, "parataxis") || is(i, "conj") || is(i, "acl")) {
        return -1;
      }
      below |= is(i, "advcl") || is(i, "obl");
      i = head(i);
      int subject = child(i, "nsubj");
      if (below && subject > token) {
        return subject;
      }
    }
    return -1;
  }
}
