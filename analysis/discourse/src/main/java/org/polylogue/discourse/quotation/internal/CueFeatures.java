package org.polylogue.discourse.quotation.internal;

/** What decides whether a word announces reported words. */
final class CueFeatures {

  static final int BIAS = 1;
  static final int LEMMA = 2;
  static final int TAG = 3;
  static final int LEMMA_TAG = 4;
  static final int RELATION = 5;
  static final int LEMMA_RELATION = 6;
  static final int TAG_RELATION = 7;
  static final int SUFFIX3_COARSE = 8;
  static final int RELATION_PARENT_LEMMA = 9;
  static final int CLASS_FINE_COARSE = 80;
  static final int CLASS_MIDDLE_TAG = 81;
  static final int CLASS_WIDE_TAG = 82;
  static final int CLASS_FINE_RELATION = 83;
  static final int CLASS_MIDDLE_RELATION = 84;
  static final int RELATION_PARENT_CLASS_MIDDLE_CLASS_WIDE = 85;
  static final int RELATION_PARENT_CLASS_FINE = 86;
  static final int RELATION_PARENT_TAG = 10;
  static final int LEMMA_PARENT_LEMMA = 11;
  static final int CHILD_RELATION_SIDE = 12;
  static final int CHILD_RELATION_LEMMA = 13;
  static final int CHILD_RELATION_CHILD_TAG_COARSE = 14;
  static final int CHILD_RELATION_CHILD_LEMMA = 15;
  static final int CHILD_RELATION_CHILD_NAME_CHILD_TAG = 73;
  static final int CHILD_RELATION_LEMMA_CHILD_TAG = 74;
  static final int CHILD_RELATION_CHILD_CLASS_MIDDLE_COARSE = 87;
  static final int CHILD_RELATION_CHILD_CLASS_WIDE_CLASS_MIDDLE = 88;
  static final int CHILD_RELATION_CLASS_MIDDLE_CHILD_TAG = 89;
  static final int CHILD_RELATION_CASE_LEMMA = 16;
  static final int LEMMA_CASE_LEMMA = 17;
  static final int CLASS_MIDDLE_CASE_LEMMA = 90;
  static final int CHILD_RELATION_CHILD_NAME_CASE_LEMMA = 18;
  static final int FUNCTION_WORD = 19;
  static final int LEMMA_CHILD_LEMMA = 20;
  static final int CLASS_MIDDLE_CHILD_LEMMA = 91;
  static final int CHILD_RELATION_MARKER_LEMMA_SIDE = 21;
  static final int LEMMA_CHILD_RELATION_MARKER_LEMMA = 22;
  static final int CLASS_MIDDLE_CHILD_RELATION_MARKER_LEMMA = 92;
  static final int CLASS_WIDE_CHILD_RELATION_MARKER_LEMMA = 93;
  static final int CHILD_RELATION_CHILD_TAG_SIDE = 23;
  static final int PATTERN = 24;
  static final int PATTERN_TAG = 25;
  static final int PATTERN_CLASS_MIDDLE = 94;
  static final int PATTERN_CLASS_WIDE_COARSE = 95;
  static final int SUBJECT_LEMMA_OWN = 26;
  static final int SUBJECT_NAME_SUBJECT_TAG_OWN = 27;
  static final int SUBJECT_NAME_LEMMA = 28;
  static final int SUBJECT_TAG_LEMMA = 29;
  static final int SUBJECT_CLASS_MIDDLE_CLASS_MIDDLE = 96;
  static final int SUBJECT_CLASS_MIDDLE_TAG_COMPLEMENTS = 97;
  static final int SUBJECT_CLASS_FINE_COARSE = 98;
  static final int SUBJECT_NAME_CLASS_MIDDLE_COMPLEMENTS = 99;
  static final int SUBJECT_NAME_TAG_COMPLEMENTS = 30;
  static final int TAG_COMPLEMENTS = 31;
  static final int NEAR_LEMMA = 34;
  static final int NEAR_LEMMA_LEMMA = 39;
  static final int NEAR_CLASS_MIDDLE_CLASS_WIDE = 102;
  static final int NEAR_CLASS_FINE_COARSE = 107;
  static final int NEAR_TAG_TAG = 44;
  static final int PREVIOUS_WORD_NEXT_WORD = 47;
  static final int PREVIOUS_TAG_TAG_NEXT_TAG = 48;
  static final int NEXT_LEMMA_NEXT_LEMMA_BUT_ONE = 49;
  static final int PATTERN_SUBJECT_NAME_SUBJECT_TAG = 66;
  static final int SUBJECT_LEMMA_PATTERN = 67;
  static final int LEMMA_PATTERN = 68;
  static final int RELATION_PARENT_REL_GRANDPARENT_TAG = 69;
  static final int PARENT_LEMMA_PARENT_REL_RELATION = 70;
  static final int PREFIX4_COARSE = 71;
  static final int SUFFIX4_COARSE = 72;
  static final int MARKS_KEY = 50;
  static final int MARKS_KEY_LEMMA = 51;
  static final int OPENS_AFTER_CLOSES_BEFORE = 52;
  static final int OPENS_AFTER_TAG_WHERE = 53;
  static final int CLOSES_BEFORE_TAG_WHERE = 54;
  static final int AFTER_MARKS_TAG = 55;
  static final int OPENS_NEAR_CLOSED_NEAR_TAG = 56;
  static final int FIRST_SENTENCE_TAG = 57;
  static final int PLACE_FROM_START_RELATION = 58;
  static final int PLACE_FROM_END_TAG = 59;
  static final int CLAUSES_COARSE = 60;
  static final int RIGHT_REACH_COARSE_RELATION = 61;
  static final int DET_LEMMA_POSSESSOR_NAME = 62;
  static final int LEMMA_POSSESSED = 63;
  static final int DEPTH_COARSE = 64;
  static final int QUOTED_BEFORE_WHERE_COARSE = 65;

  private CueFeatures() {}

  /** Words that can head a cue. */
  static boolean candidate(ParsedText t, int i) {
    String tag = t.tag[i];
    char c = tag.charAt(0);
    if (c == 'V' || c == 'J') {
      return true;
    }
    if (c == 'N') {
      return !tag.startsWith("NNP") || !t.name[i].equals("PERSON");
    }
    if (c == 'R' && tag.startsWith("RB")) {
      return t.word[i].length() > 3;
    }
    if (c == 'I') {
      return t.firstChild[i] < 0 && t.word[i].length() > 1;
    }
    return t.word[i].equals(":") || tag.equals("MD") && t.relation[i].equals("root");
  }

  static void extract(ParsedText t, int i, FeatureBuffer f) {
    int s = t.sentenceOf[i];
    int from = t.firstToken[s];
    int to = t.firstToken[s + 1];
    int lemma = t.lemmaHash[i];
    int tag = t.tagHash[i];
    int rel = t.relHash[i];
    f.clear();
    ReaderFeatures.cue(t, i, f);
    f.add(BIAS);
    f.add(LEMMA, lemma);
    f.add(TAG, tag);
    f.add(LEMMA_TAG, lemma, tag);
    f.add(RELATION, rel);
    f.add(LEMMA_RELATION, lemma, rel);
    f.add(TAG_RELATION, tag, rel);
    String w = t.lemma[i];
    if (w.length() > 4) {
      f.add(SUFFIX3_COARSE, w.substring(w.length() - 3).hashCode(), t.tag[i].charAt(0));
    }
    int h = t.head[i];
    int hl = h < 0 ? 0 : t.lemmaHash[h];
    f.add(RELATION_PARENT_LEMMA, rel, hl);
    int fine = t.wordClass[i];
    int middle = fine >> 3;
    int wide = fine >> 6;
    f.add(CLASS_FINE_COARSE, fine, t.tag[i].charAt(0));
    f.add(CLASS_MIDDLE_TAG, middle, tag);
    f.add(CLASS_WIDE_TAG, wide, tag);
    f.add(CLASS_FINE_RELATION, fine, rel);
    f.add(CLASS_MIDDLE_RELATION, middle, rel);
    f.add(RELATION_PARENT_CLASS_MIDDLE_CLASS_WIDE, rel, h < 0 ? -2 : t.wordClass[h] >> 3, wide);
    f.add(RELATION_PARENT_CLASS_FINE, rel, h < 0 ? -2 : t.wordClass[h]);
    f.add(RELATION_PARENT_TAG, rel, h < 0 ? 0 : t.tagHash[h]);
    f.add(LEMMA_PARENT_LEMMA, lemma, hl);
    int pattern = 17;
    boolean that = false;
    boolean clause = false;
    boolean object = false;
    boolean ownSubject = false;
    for (int c = t.firstChild[i]; c >= 0; c = t.nextSibling[c]) {
      int r = t.relHash[c];
      int side = c < i ? 1 : 2;
      String rc = t.relation[c];
      f.add(CHILD_RELATION_SIDE, r, side);
      f.add(CHILD_RELATION_LEMMA, r, lemma);
      f.add(CHILD_RELATION_CHILD_TAG_COARSE, r, t.tagHash[c], t.tag[i].charAt(0));
      switch (rc) {
        case "nsubj", "nsubj:pass", "obj", "ccomp", "xcomp", "parataxis", "csubj", "iobj" -> {
          pattern = pattern * 31 + r + side;
          f.add(CHILD_RELATION_CHILD_LEMMA, r, t.lemmaHash[c]);
          f.add(CHILD_RELATION_CHILD_NAME_CHILD_TAG, r, t.nameHash[c], t.tagHash[c]);
          f.add(CHILD_RELATION_LEMMA_CHILD_TAG, r, lemma, t.tagHash[c]);
          f.add(
              CHILD_RELATION_CHILD_CLASS_MIDDLE_COARSE, r, t.wordClass[c] >> 3, t.tag[i].charAt(0));
          f.add(CHILD_RELATION_CHILD_CLASS_WIDE_CLASS_MIDDLE, r, t.wordClass[c] >> 6, middle);
          f.add(CHILD_RELATION_CLASS_MIDDLE_CHILD_TAG, r, middle, t.tagHash[c]);
        }
        case "obl", "nmod", "nmod:poss" -> {
          int k = t.child(c, "case");
          f.add(CHILD_RELATION_CASE_LEMMA, r, k < 0 ? 0 : t.lemmaHash[k]);
          f.add(LEMMA_CASE_LEMMA, lemma, k < 0 ? 0 : t.lemmaHash[k]);
          f.add(CLASS_MIDDLE_CASE_LEMMA, middle, k < 0 ? 0 : t.lemmaHash[k]);
          f.add(CHILD_RELATION_CHILD_NAME_CASE_LEMMA, r, t.nameHash[c], k < 0 ? 0 : t.lemmaHash[k]);
          pattern = pattern * 31 + r;
        }
        case "aux", "cop", "advmod", "compound:prt", "mark", "det", "aux:pass" -> {
          f.add(FUNCTION_WORD, r, t.lemmaHash[c]);
          f.add(LEMMA_CHILD_LEMMA, lemma, t.lemmaHash[c]);
          f.add(CLASS_MIDDLE_CHILD_LEMMA, middle, t.lemmaHash[c]);
        }
        default -> {}
      }
      if (rc.equals("ccomp")
          || rc.equals("xcomp")
          || rc.equals("acl")
          || rc.equals("advcl")
          || rc.equals("acl:relcl")) {
        clause = clause || rc.equals("ccomp");
        int m = t.child(c, "mark");
        f.add(CHILD_RELATION_MARKER_LEMMA_SIDE, r, m < 0 ? 0 : t.lemmaHash[m], side);
        f.add(LEMMA_CHILD_RELATION_MARKER_LEMMA, lemma, r, m < 0 ? 0 : t.lemmaHash[m]);
        f.add(CLASS_MIDDLE_CHILD_RELATION_MARKER_LEMMA, middle, r, m < 0 ? 0 : t.lemmaHash[m]);
        f.add(CLASS_WIDE_CHILD_RELATION_MARKER_LEMMA, wide, r, m < 0 ? 0 : t.lemmaHash[m]);
        f.add(CHILD_RELATION_CHILD_TAG_SIDE, r, t.tagHash[c], side);
        if (m >= 0 && t.lemma[m].equals("that")) {
          that = true;
        }
      }
      object |= rc.equals("obj");
      ownSubject |= rc.startsWith("nsubj");
    }
    f.add(PATTERN, pattern);
    f.add(PATTERN_TAG, pattern, tag);
    f.add(PATTERN_CLASS_MIDDLE, pattern, middle);
    f.add(PATTERN_CLASS_WIDE_COARSE, pattern, wide, t.tag[i].charAt(0));
    int subj = t.subject(i);
    if (subj >= 0) {
      f.add(SUBJECT_LEMMA_OWN, t.lemmaHash[subj], ownSubject ? 1 : 0);
      f.add(SUBJECT_NAME_SUBJECT_TAG_OWN, t.nameHash[subj], t.tagHash[subj], ownSubject ? 1 : 0);
      f.add(SUBJECT_NAME_LEMMA, t.nameHash[subj], lemma);
      f.add(SUBJECT_TAG_LEMMA, t.tagHash[subj], lemma);
      f.add(SUBJECT_CLASS_MIDDLE_CLASS_MIDDLE, t.wordClass[subj] >> 3, middle);
      f.add(
          SUBJECT_CLASS_MIDDLE_TAG_COMPLEMENTS,
          t.wordClass[subj] >> 3,
          tag,
          (clause ? 1 : 0) + (object ? 2 : 0) + (that ? 4 : 0));
      f.add(SUBJECT_CLASS_FINE_COARSE, t.wordClass[subj], t.tag[i].charAt(0));
      f.add(
          SUBJECT_NAME_CLASS_MIDDLE_COMPLEMENTS,
          t.nameHash[subj],
          middle,
          (clause ? 1 : 0) + (object ? 2 : 0) + (that ? 4 : 0));
      f.add(
          SUBJECT_NAME_TAG_COMPLEMENTS,
          t.nameHash[subj],
          tag,
          (clause ? 1 : 0) + (object ? 2 : 0) + (that ? 4 : 0));
    } else {
      f.add(TAG_COMPLEMENTS, tag, (clause ? 1 : 0) + (object ? 2 : 0) + (that ? 4 : 0));
    }
    for (int d = -2; d <= 2; d++) {
      if (d != 0) {
        int j = i + d;
        int wj = j < from ? 1 : j >= to ? 2 : t.lemmaHash[j];
        f.add(NEAR_LEMMA + d, wj);
        f.add(NEAR_LEMMA_LEMMA + d, wj, lemma);
        f.add(
            NEAR_CLASS_MIDDLE_CLASS_WIDE + d,
            j < from ? -3 : j >= to ? -2 : t.wordClass[j] >> 3,
            wide);
        f.add(
            NEAR_CLASS_FINE_COARSE + d,
            j < from ? -3 : j >= to ? -2 : t.wordClass[j],
            t.tag[i].charAt(0));
        f.add(NEAR_TAG_TAG + d, j < from ? 1 : j >= to ? 2 : t.tagHash[j], tag);
      }
    }
    f.add(
        PREVIOUS_WORD_NEXT_WORD,
        i > from ? t.wordHash[i - 1] : 0,
        i + 1 < to ? t.wordHash[i + 1] : 0);
    f.add(
        PREVIOUS_TAG_TAG_NEXT_TAG,
        i > from ? t.tagHash[i - 1] : 0,
        tag,
        i + 1 < to ? t.tagHash[i + 1] : 0);
    f.add(
        NEXT_LEMMA_NEXT_LEMMA_BUT_ONE,
        i + 1 < to ? t.lemmaHash[i + 1] : 0,
        i + 2 < to ? t.lemmaHash[i + 2] : 0);
    if (subj >= 0) {
      f.add(PATTERN_SUBJECT_NAME_SUBJECT_TAG, pattern, t.nameHash[subj], t.tagHash[subj]);
      f.add(SUBJECT_LEMMA_PATTERN, t.lemmaHash[subj], pattern);
    }
    f.add(LEMMA_PATTERN, lemma, pattern);
    int up = h < 0 ? -1 : t.head[h];
    f.add(
        RELATION_PARENT_REL_GRANDPARENT_TAG,
        rel,
        h < 0 ? 0 : t.relHash[h],
        up < 0 ? 0 : t.tagHash[up]);
    f.add(PARENT_LEMMA_PARENT_REL_RELATION, hl, h < 0 ? 0 : t.relHash[h], rel);
    if (w.length() > 5) {
      f.add(PREFIX4_COARSE, w.substring(0, 4).hashCode(), t.tag[i].charAt(0));
      f.add(SUFFIX4_COARSE, w.substring(w.length() - 4).hashCode(), t.tag[i].charAt(0));
    }
    // marks
    int m = t.markOf[i];
    int mBefore = i > from ? t.markOf[i - 1] : -1;
    int where = m >= 0 ? 1 : 0;
    boolean anyMark = false;
    int opensAfter = -1;
    int closesBefore = -1;
    int clauses = 0;
    for (int j = from; j < to; j++) {
      int mj = t.markOf[j];
      if (mj >= 0 && mj != m) {
        anyMark = true;
        if (j > i && opensAfter < 0) {
          opensAfter = j - i;
        }
        if (j < i) {
          closesBefore = i - j;
        }
      }
      if (t.tag[j].startsWith("VB")) {
        clauses++;
      }
    }
    int marksKey = where + (anyMark ? 2 : 0);
    f.add(MARKS_KEY, marksKey);
    f.add(MARKS_KEY_LEMMA, marksKey, lemma);
    f.add(
        OPENS_AFTER_CLOSES_BEFORE,
        opensAfter < 0 ? -1 : FeatureBuffer.bucket(opensAfter),
        closesBefore < 0 ? -1 : FeatureBuffer.bucket(closesBefore));
    f.add(
        OPENS_AFTER_TAG_WHERE, opensAfter < 0 ? -1 : FeatureBuffer.bucket(opensAfter), tag, where);
    f.add(
        CLOSES_BEFORE_TAG_WHERE,
        closesBefore < 0 ? -1 : FeatureBuffer.bucket(closesBefore),
        tag,
        where);
    if (mBefore >= 0 && mBefore != m) {
      f.add(AFTER_MARKS_TAG, tag);
    }
    f.add(
        OPENS_NEAR_CLOSED_NEAR_TAG,
        opensAfter > 0 && opensAfter < 3 ? 1 : 0,
        closesBefore > 0 && closesBefore < 5 ? 1 : 0,
        tag);
    f.add(FIRST_SENTENCE_TAG, s == 0 ? 1 : 0, tag);
    f.add(PLACE_FROM_START_RELATION, Math.min(i - from, 4), rel);
    f.add(PLACE_FROM_END_TAG, Math.min(to - 1 - i, 4), tag);
    f.add(CLAUSES_COARSE, FeatureBuffer.bucket(clauses), t.tag[i].charAt(0));
    f.add(
        RIGHT_REACH_COARSE_RELATION,
        FeatureBuffer.bucket(t.rightmost[i] - i),
        t.tag[i].charAt(0),
        rel);
    if (t.tag[i].charAt(0) == 'N') {
      int det = t.child(i, "det");
      int poss = t.child(i, "nmod:poss");
      f.add(
          DET_LEMMA_POSSESSOR_NAME,
          det < 0 ? 0 : t.lemmaHash[det],
          poss < 0 ? 0 : t.nameHash[poss]);
      f.add(LEMMA_POSSESSED, lemma, poss < 0 ? 0 : 1);
    }
    f.add(DEPTH_COARSE, depthBucket(t.depth[i]), t.tag[i].charAt(0));
    boolean quotedBefore =
        s > 0 && t.firstToken[s] > t.firstToken[s - 1] && t.markOf[t.firstToken[s] - 1] >= 0;
    f.add(QUOTED_BEFORE_WHERE_COARSE, quotedBefore ? 1 : 0, where, t.tag[i].charAt(0));
  }

  private static int depthBucket(int d) {
    return Math.min(d, 5);
  }
}
