package org.polylogue.discourse.quotation.internal;

/** What decides that a likely cue is none, given the other likely cues around it. */
final class RejectionFeatures {

  static final int BIAS = 2000;
  static final int SCORE = 2001;
  static final int LEVEL = 2002;
  static final int CUE_TAG = 2003;
  static final int CUE_REL = 2004;
  static final int CUE_MARKED = 2005;
  static final int CUE_LEMMA = 2006;
  static final int CUE_CLASS_FINE = 2060;
  static final int CUE_CLASS_MIDDLE_CUE_TAG = 2061;
  static final int CUE_CLASS_WIDE_LEVEL = 2062;
  static final int CUE_CLASS_MIDDLE_CUE_MARKED = 2063;
  static final int LEVEL_ABOVE_CUE = 2050;
  static final int ABOVE_CUE_ABOVE_STEPS_RELATION = 2051;
  static final int LEVEL_BESIDE_CUE = 2052;
  static final int LEVEL_BELOW_CUE = 2053;
  static final int ABOVE_CUE_COARSE_CUE_MARKED = 2054;
  static final int BESIDE_CUE_COARSE = 2055;
  static final int BEFORE_CUE_LEVEL = 2056;
  static final int AFTER_CUE_LEVEL = 2057;
  static final int FIRST_SENTENCE_LEVEL = 2058;
  static final int CUE_MARKED_LEVEL = 2059;

  private RejectionFeatures() {}

  /**
   * The features of a word as no cue.
   *
   * @param t the text
   * @param cue the word
   * @param cues the log odds of every word to head a cue
   * @param f takes the features
   */
  static void extract(ParsedText t, int cue, float[] cues, FeatureBuffer f) {
    double cueScore = cues[cue];
    f.clear();
    ReaderFeatures.rejection(t, cue, f);
    int level = level(cueScore);
    int coarse = t.tag[cue].charAt(0);
    f.add(BIAS);
    f.value(SCORE, (float) cueScore);
    f.add(LEVEL, level);
    f.add(CUE_TAG, t.tagHash[cue]);
    f.add(CUE_REL, t.relHash[cue]);
    f.add(CUE_MARKED, t.markOf[cue] >= 0 ? 1 : 0);
    f.add(CUE_LEMMA, t.lemmaHash[cue]);
    f.add(CUE_CLASS_FINE, t.wordClass[cue]);
    f.add(CUE_CLASS_MIDDLE_CUE_TAG, t.wordClass[cue] >> 3, t.tagHash[cue]);
    f.add(CUE_CLASS_WIDE_LEVEL, t.wordClass[cue] >> 6, level);
    f.add(CUE_CLASS_MIDDLE_CUE_MARKED, t.wordClass[cue] >> 3, t.markOf[cue] >= 0 ? 1 : 0);
    int s = t.sentenceOf[cue];
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
    for (int i = t.firstToken[s]; i < t.firstToken[s + 1]; i++) {
      if (i != cue && cues[i] > -4) {
        if (i > t.leftmost[cue] && i <= t.rightmost[cue]) {
          below = Math.max(below, cues[i]);
        } else {
          beside = Math.max(beside, cues[i]);
        }
      }
    }
    f.add(LEVEL_ABOVE_CUE, level, level(above));
    f.add(ABOVE_CUE_ABOVE_STEPS_RELATION, level(above), aboveSteps, relation);
    f.add(LEVEL_BESIDE_CUE, level, level(beside));
    f.add(LEVEL_BELOW_CUE, level, level(below));
    f.add(ABOVE_CUE_COARSE_CUE_MARKED, level(above), coarse, t.markOf[cue] >= 0 ? 1 : 0);
    f.add(BESIDE_CUE_COARSE, level(beside), coarse);
    float before = s > 0 ? best(t, cues, s - 1) : -20;
    float after = s + 1 < t.sentences ? best(t, cues, s + 1) : -20;
    f.add(BEFORE_CUE_LEVEL, level(before), level);
    f.add(AFTER_CUE_LEVEL, level(after), level);
    f.add(FIRST_SENTENCE_LEVEL, s == 0 ? 1 : 0, level);
    f.add(CUE_MARKED_LEVEL, t.markOf[cue] >= 0 ? 1 : 0, level);
  }

  private static float best(ParsedText t, float[] cues, int s) {
    float best = -20;
    for (int i = t.firstToken[s]; i < t.firstToken[s + 1]; i++) {
      best = Math.max(best, cues[i]);
    }
    return best;
  }

  private static int level(double score) {
    return score < -4 ? -9 : (int) Math.round(Math.min(6, score));
  }
}
