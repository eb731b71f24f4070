package org.polylogue.discourse.quotation.internal;

/**
 * What decides whether reported words go on in a neighbouring sentence that has no cue of its own
 * for them.
 */
public final class ContinuationFeatures {

  private ContinuationFeatures() {}

  /**
   * The part of a sentence that a continuation would take: the marked range it begins or ends with,
   * or all of it.
   */
  public static int[] part(ParsedText t, int s, boolean forward) {
    int from = t.start[s];
    int to = t.start[s + 1] - 1;
    int marked = 0;
    for (int i = from; i <= to; i++) {
      if (t.mark[i] >= 0) {
        marked++;
      }
    }
    if (marked == 0 || marked == to - from + 1) {
      return new int[] {from, to};
    }
    if (forward && t.mark[from] >= 0) {
      int m = t.mark[from];
      int e = from;
      while (e < to && t.begin[e + 1] < t.marks.get(outer(t, m)).end()) {
        e++;
      }
      return new int[] {from, e};
    }
    if (!forward && t.mark[to] >= 0) {
      int m = outer(t, t.mark[to]);
      int b = to;
      while (b > from && t.end[b - 1] > t.marks.get(m).begin()) {
        b--;
      }
      return new int[] {b, to};
    }
    return new int[] {from, to};
  }

  /** The outermost range that holds a range. */
  public static int outer(ParsedText t, int m) {
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

  public static void extract(
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
    int from = t.start[s];
    int to = t.start[s + 1] - 1;
    int near = forward ? from : to;
    int es = t.sentence[edge];
    boolean atEdge = forward ? edge >= t.start[es + 1] - 2 : edge <= t.start[es];
    int marked = 0;
    for (int i = from; i <= to; i++) {
      if (t.mark[i] >= 0) {
        marked++;
      }
    }
    int cover = marked == 0 ? 0 : marked == to - from + 1 ? 2 : 1;
    int edgeMark = t.mark[edge];
    boolean same =
        edgeMark >= 0
            && t.mark[near] >= 0
            && ContinuationFeatures.outer(t, edgeMark)
                == ContinuationFeatures.outer(t, t.mark[near]);
    boolean para = t.paragraph[es] != t.paragraph[s];
    int state =
        (edgeMark >= 0 ? 1 : 0)
            + (t.mark[near] >= 0 ? 2 : 0)
            + (same ? 4 : 0)
            + cover * 8
            + (para ? 32 : 0)
            + (atEdge ? 64 : 0);
    int cs = level(Continuations.bestCue(t, cues, s));
    int beyond = forward ? s + 1 : s - 1;
    boolean there = beyond >= 0 && beyond < t.sentences && t.start[beyond] < t.start[beyond + 1];
    int far = there ? (forward ? t.start[beyond] : t.start[beyond + 1] - 1) : -1;
    int farEdge = forward ? to : from;
    boolean goesOn =
        there
            && t.mark[farEdge] >= 0
            && t.mark[far] >= 0
            && outer(t, t.mark[farEdge]) == outer(t, t.mark[far]);
    int beyondState =
        !there
            ? -1
            : (t.paragraph[beyond] == t.paragraph[s] ? 1 : 0)
                + (t.mark[far] >= 0 ? 2 : 0)
                + (goesOn ? 4 : 0);
    int beyondCue = there ? level(Continuations.bestCue(t, cues, beyond)) : -9;
    int nm = t.mark[near];
    boolean opens =
        nm >= 0
            && (forward
                ? t.begin[near] <= t.marks.get(outer(t, nm)).begin()
                : t.end[near] >= t.marks.get(outer(t, nm)).end());
    int own = (cover * 2 + (opens ? 1 : 0)) * 2 + (para ? 1 : 0);
    int side = edge < cue ? 0 : t.sentence[edge] > t.sentence[cue] ? 2 : 1;
    f.add(base + 20, own, beyondState, beyondCue);
    f.add(base + 21, state, beyondState);
    f.add(base + 22, state, beyondCue);
    f.add(base + 23, cs, beyondCue, own);
    f.add(base + 24, own, side, edgeMark >= 0 ? 1 : 0);
    f.add(base + 25, state, opens ? 1 : 0, side);
    f.add(base + 26, level(cues[cue]), state);
    f.add(base + 27, t.kind[cue] >> 3, own);
    f.add(base + 28, own, beyondState, cs);
    f.add(base + 29, cs, own, side);
    f.add(base + 30, FeatureBuffer.bucket(to - from), own, beyondState);
    f.add(base);
    f.add(base + 1, state);
    f.add(base + 2, state, Math.min(steps, 3));
    f.add(base + 3, state, cs);
    f.add(base + 4, cs, cover);
    f.add(base + 5, cs, edgeMark >= 0 ? 1 : 0);
    f.add(base + 6, t.lemmaHash[cue], edgeMark >= 0 ? 1 : 0);
    f.add(base + 7, t.wordHash[from], edgeMark >= 0 ? 1 : 0);
    f.add(base + 8, t.wordHash[to]);
    f.add(base + 9, same ? 1 : 0, cover);
    f.add(base + 10, edge < cue ? 1 : 0, state);
    f.add(base + 11, t.tagHash[cue], edgeMark >= 0 ? 1 : 0, para ? 1 : 0);
    f.add(base + 12, Math.min(steps, 5), para ? 1 : 0);
    f.add(base + 13, t.relHash[cue], edgeMark >= 0 ? 1 : 0);
    f.add(base + 14, FeatureBuffer.bucket(to - from), cover);
    boolean next =
        s + 1 < t.sentences && t.start[s + 1] < t.start[s + 2] && t.mark[t.start[s + 1]] >= 0;
    f.add(base + 15, next ? 1 : 0, state);
    f.add(base + 16, t.word[to].equals(":") ? 1 : 0, edgeMark >= 0 ? 1 : 0);
    boolean colon = t.word[cue].equals(":") || (cue + 1 < t.size && t.word[cue + 1].equals(":"));
    f.add(base + 17, colon ? 1 : 0, edgeMark >= 0 ? 1 : 0, para ? 1 : 0);
    f.add(base + 18, t.tag[from].startsWith("PRP") ? 1 : 0, edgeMark >= 0 ? 1 : 0);
  }
}
