package org.polylogue.discourse.quotation.internal;

/** What decides that a likely cue is none, given the other likely cues around it. */
public final class RejectionFeatures {

  private RejectionFeatures() {}

  /**
   * The features of a word as no cue.
   *
   * @param t the text
   * @param cue the word
   * @param cues the log odds of every word to head a cue
   * @param f takes the features
   */
  public static void extract(ParsedText t, int cue, float[] cues, FeatureBuffer f) {
    double cueScore = cues[cue];
    f.clear();
    int level = level(cueScore);
    int coarse = t.tag[cue].charAt(0);
    f.add(2000);
    f.value(2001, (float) cueScore);
    f.add(2002, level);
    f.add(2003, t.tagHash[cue]);
    f.add(2004, t.relHash[cue]);
    f.add(2005, t.mark[cue] >= 0 ? 1 : 0);
    f.add(2006, t.lemmaHash[cue]);
    f.add(2060, t.kind[cue]);
    f.add(2061, t.kind[cue] >> 3, t.tagHash[cue]);
    f.add(2062, t.kind[cue] >> 6, level);
    f.add(2063, t.kind[cue] >> 3, t.mark[cue] >= 0 ? 1 : 0);
    int s = t.sentence[cue];
    float above = -20;
    int steps = 0;
    int aboveSteps = 0;
    int relation = t.relHash[cue];
    for (int p = t.head[cue]; p >= 0 && steps < 6; p = t.head[p], steps++) {
      if (cues[p] > above) {
        above = cues[p];
        aboveSteps = steps;
      }
    }
    float beside = -20;
    float below = -20;
    for (int i = t.start[s]; i < t.start[s + 1]; i++) {
      if (i != cue && cues[i] > -4) {
        if (i > t.left[cue] && i <= t.right[cue]) {
          below = Math.max(below, cues[i]);
        } else {
          beside = Math.max(beside, cues[i]);
        }
      }
    }
    f.add(2050, level, level(above));
    f.add(2051, level(above), aboveSteps, relation);
    f.add(2052, level, level(beside));
    f.add(2053, level, level(below));
    f.add(2054, level(above), coarse, t.mark[cue] >= 0 ? 1 : 0);
    f.add(2055, level(beside), coarse);
    float before = s > 0 ? best(t, cues, s - 1) : -20;
    float after = s + 1 < t.sentences ? best(t, cues, s + 1) : -20;
    f.add(2056, level(before), level);
    f.add(2057, level(after), level);
    f.add(2058, s == 0 ? 1 : 0, level);
    f.add(2059, t.mark[cue] >= 0 ? 1 : 0, level);
  }

  private static float best(ParsedText t, float[] cues, int s) {
    float best = -20;
    for (int i = t.start[s]; i < t.start[s + 1]; i++) {
      best = Math.max(best, cues[i]);
    }
    return best;
  }

  private static int level(double score) {
    return score < -4 ? -9 : (int) Math.round(Math.min(6, score));
  }
}
