package org.polylogue.discourse.quotation.internal;

/**
 * What decides whether reported words go on in a neighbouring sentence that has no cue of its own
 * for them.
 */
final class ContinuationFeatures {

  static final int OWN_BEYOND_STATE_BEYOND_CUE = 20;
  static final int STATE_BEYOND_STATE = 21;
  static final int STATE_BEYOND_CUE = 22;
  static final int OWN_CUE_BEYOND_CUE_OWN = 23;
  static final int OWN_SIDE_EDGE_MARKED = 24;
  static final int STATE_OPENS_SIDE = 25;
  static final int CUE_LEVEL_STATE = 26;
  static final int CUE_CLASS_MIDDLE_OWN = 27;
  static final int OWN_BEYOND_STATE_OWN_CUE = 28;
  static final int OWN_CUE_OWN_SIDE = 29;
  static final int LENGTH_OWN_BEYOND_STATE = 30;
  static final int BIAS = 0;
  static final int STATE = 1;
  static final int STATE_STEPS = 2;
  static final int STATE_OWN_CUE = 3;
  static final int OWN_CUE_COVER = 4;
  static final int OWN_CUE_EDGE_MARKED = 5;
  static final int CUE_LEMMA_EDGE_MARKED = 6;
  static final int SENTENCE_FIRST_WORD_EDGE_MARKED = 7;
  static final int SENTENCE_LAST_WORD = 8;
  static final int SAME_COVER = 9;
  static final int EDGE_BEFORE_CUE_STATE = 10;
  static final int CUE_TAG_EDGE_MARKED_PARA = 11;
  static final int STEPS_PARA = 12;
  static final int CUE_REL_EDGE_MARKED = 13;
  static final int LENGTH_COVER = 14;
  static final int NEXT_STATE = 15;
  static final int ENDS_IN_COLON_EDGE_MARKED = 16;
  static final int COLON_EDGE_MARKED_PARA = 17;
  static final int BEGINS_WITH_PRONOUN_EDGE_MARKED = 18;

  private ContinuationFeatures() {}

  /**
   * The part of a sentence that a continuation would take: the marked range it begins or ends with,
   * or all of it.
   */
  static int[] part(ParsedText t, int s, boolean forward) {
    int from = t.firstToken[s];
    int to = t.firstToken[s + 1] - 1;
    int marked = 0;
    for (int i = from; i <= to; i++) {
      if (t.markOf[i] >= 0) {
        marked++;
      }
    }
    if (marked == 0 || marked == to - from + 1) {
      return new int[] {from, to};
    }
    if (forward && t.markOf[from] >= 0) {
      int m = t.markOf[from];
      int e = from;
      while (e < to && t.charStart[e + 1] < t.marks.get(outer(t, m)).end()) {
        e++;
      }
      return new int[] {from, e};
    }
    if (!forward && t.markOf[to] >= 0) {
      int m = outer(t, t.markOf[to]);
      int b = to;
      while (b > from && t.charEnd[b - 1] > t.marks.get(m).begin()) {
        b--;
      }
      return new int[] {b, to};
    }
    return new int[] {from, to};
  }

  /** The outermost range that holds a range. */
  static int outer(ParsedText t, int m) {
    int best = m;
    for (int k = m - 1; k >= 0 && k > m - 20; k--) {
      if (t.marks.get(k).end() >= t.marks.get(best).end()) {
        best = k;
      }
    }
    return best;
  }

  private static int level(double score) {
    return (int) Math.max(-5, Math.min(5, Math.round(score)));
  }

  static void extract(
      ParsedText t,
      int cue,
      int edge,
      int s,
      boolean forward,
      int steps,
      float[] cues,
      FeatureBuffer f) {
    f.clear();
    int base = forward ? 4000 : 4100;
    int from = t.firstToken[s];
    int to = t.firstToken[s + 1] - 1;
    int near = forward ? from : to;
    int es = t.sentenceOf[edge];
    boolean atEdge = forward ? edge >= t.firstToken[es + 1] - 2 : edge <= t.firstToken[es];
    int marked = 0;
    for (int i = from; i <= to; i++) {
      if (t.markOf[i] >= 0) {
        marked++;
      }
    }
    int cover = marked == 0 ? 0 : marked == to - from + 1 ? 2 : 1;
    int edgeMark = t.markOf[edge];
    boolean same =
        edgeMark >= 0
            && t.markOf[near] >= 0
            && ContinuationFeatures.outer(t, edgeMark)
                == ContinuationFeatures.outer(t, t.markOf[near]);
    boolean para = t.paragraphOf[es] != t.paragraphOf[s];
    int state =
        (edgeMark >= 0 ? 1 : 0)
            + (t.markOf[near] >= 0 ? 2 : 0)
            + (same ? 4 : 0)
            + cover * 8
            + (para ? 32 : 0)
            + (atEdge ? 64 : 0);
    ReaderFeatures.continuation(t, from, to, state, forward, f);
    int cs = level(Continuations.bestCue(t, cues, s));
    int beyond = forward ? s + 1 : s - 1;
    boolean there =
        beyond >= 0 && beyond < t.sentences && t.firstToken[beyond] < t.firstToken[beyond + 1];
    int far = there ? (forward ? t.firstToken[beyond] : t.firstToken[beyond + 1] - 1) : -1;
    int farEdge = forward ? to : from;
    boolean goesOn =
        there
            && t.markOf[farEdge] >= 0
            && t.markOf[far] >= 0
            && outer(t, t.markOf[farEdge]) == outer(t, t.markOf[far]);
    int beyondState =
        !there
            ? -1
            : (t.paragraphOf[beyond] == t.paragraphOf[s] ? 1 : 0)
                + (t.markOf[far] >= 0 ? 2 : 0)
                + (goesOn ? 4 : 0);
    int beyondCue = there ? level(Continuations.bestCue(t, cues, beyond)) : -9;
    int nm = t.markOf[near];
    boolean opens =
        nm >= 0
            && (forward
                ? t.charStart[near] <= t.marks.get(outer(t, nm)).begin()
                : t.charEnd[near] >= t.marks.get(outer(t, nm)).end());
    int own = (cover * 2 + (opens ? 1 : 0)) * 2 + (para ? 1 : 0);
    int side = edge < cue ? 0 : t.sentenceOf[edge] > t.sentenceOf[cue] ? 2 : 1;
    f.add(base + OWN_BEYOND_STATE_BEYOND_CUE, own, beyondState, beyondCue);
    f.add(base + STATE_BEYOND_STATE, state, beyondState);
    f.add(base + STATE_BEYOND_CUE, state, beyondCue);
    f.add(base + OWN_CUE_BEYOND_CUE_OWN, cs, beyondCue, own);
    f.add(base + OWN_SIDE_EDGE_MARKED, own, side, edgeMark >= 0 ? 1 : 0);
    f.add(base + STATE_OPENS_SIDE, state, opens ? 1 : 0, side);
    f.add(base + CUE_LEVEL_STATE, level(cues[cue]), state);
    f.add(base + CUE_CLASS_MIDDLE_OWN, t.wordClass[cue] >> 3, own);
    f.add(base + OWN_BEYOND_STATE_OWN_CUE, own, beyondState, cs);
    f.add(base + OWN_CUE_OWN_SIDE, cs, own, side);
    f.add(base + LENGTH_OWN_BEYOND_STATE, FeatureBuffer.bucket(to - from), own, beyondState);
    f.add(base + BIAS);
    f.add(base + STATE, state);
    f.add(base + STATE_STEPS, state, Math.min(steps, 3));
    f.add(base + STATE_OWN_CUE, state, cs);
    f.add(base + OWN_CUE_COVER, cs, cover);
    f.add(base + OWN_CUE_EDGE_MARKED, cs, edgeMark >= 0 ? 1 : 0);
    f.add(base + CUE_LEMMA_EDGE_MARKED, t.lemmaHash[cue], edgeMark >= 0 ? 1 : 0);
    f.add(base + SENTENCE_FIRST_WORD_EDGE_MARKED, t.wordHash[from], edgeMark >= 0 ? 1 : 0);
    f.add(base + SENTENCE_LAST_WORD, t.wordHash[to]);
    f.add(base + SAME_COVER, same ? 1 : 0, cover);
    f.add(base + EDGE_BEFORE_CUE_STATE, edge < cue ? 1 : 0, state);
    f.add(base + CUE_TAG_EDGE_MARKED_PARA, t.tagHash[cue], edgeMark >= 0 ? 1 : 0, para ? 1 : 0);
    f.add(base + STEPS_PARA, Math.min(steps, 5), para ? 1 : 0);
    f.add(base + CUE_REL_EDGE_MARKED, t.relHash[cue], edgeMark >= 0 ? 1 : 0);
    f.add(base + LENGTH_COVER, FeatureBuffer.bucket(to - from), cover);
    boolean next =
        s + 1 < t.sentences
            && t.firstToken[s + 1] < t.firstToken[s + 2]
            && t.markOf[t.firstToken[s + 1]] >= 0;
    f.add(base + NEXT_STATE, next ? 1 : 0, state);
    f.add(base + ENDS_IN_COLON_EDGE_MARKED, t.word[to].equals(":") ? 1 : 0, edgeMark >= 0 ? 1 : 0);
    boolean colon = t.word[cue].equals(":") || (cue + 1 < t.size && t.word[cue + 1].equals(":"));
    f.add(base + COLON_EDGE_MARKED_PARA, colon ? 1 : 0, edgeMark >= 0 ? 1 : 0, para ? 1 : 0);
    f.add(
        base + BEGINS_WITH_PRONOUN_EDGE_MARKED,
        t.tag[from].startsWith("PRP") ? 1 : 0,
        edgeMark >= 0 ? 1 : 0);
  }
}
