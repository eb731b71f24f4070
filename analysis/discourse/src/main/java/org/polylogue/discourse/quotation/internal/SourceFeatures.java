package org.polylogue.discourse.quotation.internal;

/** What decides who is named as the source, given cue and content. */
final class SourceFeatures {

  static final int NONE_BIAS = 3000;
  static final int NONE_CUE_LEMMA = 3001;
  static final int NONE_CUE_TAG = 3002;
  static final int NONE_CUE_REL = 3003;
  static final int NONE_HAS_SUBJECT_CUE_COARSE = 3004;
  static final int NONE_SUBJECT_LEMMA_SUBJECT_REL = 3005;
  static final int NONE_POSSESSED_CUE_TAG = 3006;
  static final int PATH = 3010;
  static final int PATH_CUE_TAG = 3011;
  static final int PATH_CUE_LEMMA = 3012;
  static final int PATH_CUE_CLASS_MIDDLE = 3040;
  static final int PATH_CLASS_MIDDLE = 3041;
  static final int PATH_CLASS_WIDE_CUE_TAG = 3042;
  static final int CLASS_FINE_REL = 3043;
  static final int CLASS_MIDDLE_CUE_CLASS_MIDDLE = 3044;
  static final int CLASS_MIDDLE_CUE_TAG = 3045;
  static final int REL_CUE_TAG = 3013;
  static final int TAG = 3014;
  static final int NAME = 3015;
  static final int NAME_PATH = 3016;
  static final int TAG_PATH = 3017;
  static final int DISTANCE_CUE_COARSE = 3018;
  static final int LEMMA = 3019;
  static final int IN_CONTENT = 3020;
  static final int IN_CONTENT_PATH = 3021;
  static final int IS_SUBJECT_REL = 3022;
  static final int IS_SUBJECT_CUE_TAG_CUE_REL = 3023;
  static final int CASE_LEMMA_PATH = 3024;
  static final int CASE_LEMMA_CUE_LEMMA = 3025;
  static final int MARKED_CUE_MARKED_SAME_MARKS = 3026;
  static final int PREVIOUS_LEMMA_DISTANCE = 3027;
  static final int NEXT_LEMMA_DISTANCE = 3028;
  static final int HAS_SUBJECT_PATH = 3029;
  static final int CUE_REL_PATH = 3030;
  static final int BETWEEN_BEFORE_CUE_CUE_COARSE = 3031;
  static final int VERBS_BEFORE_CUE_CUE_COARSE = 3032;
  static final int BETWEEN_BEFORE_CUE_CUE_LEMMA = 3033;
  static final int LEMMA_REL = 3034;
  static final int LEMMA_CUE_TAG = 3035;
  static final int REL_PARENT_TAG_OF_CUE = 3036;

  private SourceFeatures() {}

  static boolean candidate(ParsedText t, int i) {
    String tag = t.tag[i];
    if (tag.startsWith("PRP") || tag.equals("WP") || tag.equals("DT") || tag.equals("WDT")) {
      return !tag.equals("DT")
          || t.relation[i].startsWith("nsubj")
          || t.relation[i].startsWith("obl");
    }
    if (tag.startsWith("NN") || tag.equals("CD") || tag.equals("JJ") || tag.equals("JJS")) {
      String r = t.relation[i];
      return tag.startsWith("NN")
          ? !r.equals("compound") && !r.equals("flat")
          : r.startsWith("nsubj") || r.startsWith("obl") || r.equals("nmod");
    }
    return false;
  }

  static void none(ParsedText t, int cue, FeatureBuffer f) {
    f.clear();
    ReaderFeatures.noSource(t, cue, f);
    f.add(NONE_BIAS);
    f.add(NONE_CUE_LEMMA, t.lemmaHash[cue]);
    f.add(NONE_CUE_TAG, t.tagHash[cue]);
    f.add(NONE_CUE_REL, t.relHash[cue]);
    int subj = t.subject(cue);
    f.add(NONE_HAS_SUBJECT_CUE_COARSE, subj < 0 ? 0 : 1, t.tag[cue].charAt(0));
    f.add(
        NONE_SUBJECT_LEMMA_SUBJECT_REL,
        subj < 0 ? 0 : t.lemmaHash[subj],
        subj < 0 ? 0 : t.relHash[subj]);
    f.add(NONE_POSSESSED_CUE_TAG, t.child(cue, "nmod:poss") >= 0 ? 1 : 0, t.tagHash[cue]);
  }

  static void extract(ParsedText t, int cue, int i, boolean inContent, FeatureBuffer f) {
    f.clear();
    ReaderFeatures.source(t, cue, i, f);
    int path = t.path(i, cue);
    int tagC = t.tag[cue].charAt(0);
    int d = FeatureBuffer.bucket(i - cue);
    int subj = t.subject(cue);
    f.add(PATH, path);
    f.add(PATH_CUE_TAG, path, t.tagHash[cue]);
    f.add(PATH_CUE_LEMMA, path, t.lemmaHash[cue]);
    f.add(PATH_CUE_CLASS_MIDDLE, path, t.wordClass[cue] >> 3);
    f.add(PATH_CLASS_MIDDLE, path, t.wordClass[i] >> 3);
    f.add(PATH_CLASS_WIDE_CUE_TAG, path, t.wordClass[i] >> 6, t.tagHash[cue]);
    f.add(CLASS_FINE_REL, t.wordClass[i], t.relHash[i]);
    f.add(CLASS_MIDDLE_CUE_CLASS_MIDDLE, t.wordClass[i] >> 3, t.wordClass[cue] >> 3);
    f.add(CLASS_MIDDLE_CUE_TAG, t.wordClass[i] >> 3, t.tagHash[cue]);
    f.add(REL_CUE_TAG, t.relHash[i], t.tagHash[cue]);
    f.add(TAG, t.tagHash[i]);
    f.add(NAME, t.nameHash[i]);
    f.add(NAME_PATH, t.nameHash[i], path);
    f.add(TAG_PATH, t.tagHash[i], path);
    f.add(DISTANCE_CUE_COARSE, d, tagC);
    f.add(LEMMA, t.lemmaHash[i]);
    f.add(IN_CONTENT, inContent ? 1 : 0);
    f.add(IN_CONTENT_PATH, inContent ? 1 : 0, path);
    f.add(IS_SUBJECT_REL, i == subj ? 1 : 0, t.relHash[i]);
    f.add(IS_SUBJECT_CUE_TAG_CUE_REL, i == subj ? 1 : 0, t.tagHash[cue], t.relHash[cue]);
    int k = t.child(i, "case");
    int kl = k < 0 ? 0 : t.lemmaHash[k];
    f.add(CASE_LEMMA_PATH, kl, path);
    f.add(CASE_LEMMA_CUE_LEMMA, kl, t.lemmaHash[cue]);
    f.add(
        MARKED_CUE_MARKED_SAME_MARKS,
        t.markOf[i] >= 0 ? 1 : 0,
        t.markOf[cue] >= 0 ? 1 : 0,
        t.markOf[i] == t.markOf[cue] ? 1 : 0);
    f.add(PREVIOUS_LEMMA_DISTANCE, i > 0 ? t.lemmaHash[i - 1] : 0, d);
    f.add(NEXT_LEMMA_DISTANCE, i + 1 < t.size ? t.lemmaHash[i + 1] : 0, d);
    f.add(HAS_SUBJECT_PATH, subj < 0 ? 0 : 1, path);
    f.add(CUE_REL_PATH, t.relHash[cue], path);
    int between = 0;
    int verbs = 0;
    for (int j = Math.min(i, cue) + 1; j < Math.max(i, cue); j++) {
      if (candidate(t, j)) {
        between++;
      }
      if (t.tag[j].charAt(0) == 'V') {
        verbs++;
      }
    }
    f.add(BETWEEN_BEFORE_CUE_CUE_COARSE, Math.min(between, 4), i < cue ? 1 : 0, tagC);
    f.add(VERBS_BEFORE_CUE_CUE_COARSE, Math.min(verbs, 3), i < cue ? 1 : 0, tagC);
    f.add(BETWEEN_BEFORE_CUE_CUE_LEMMA, Math.min(between, 4), i < cue ? 1 : 0, t.lemmaHash[cue]);
    f.add(LEMMA_REL, t.lemmaHash[i], t.relHash[i]);
    f.add(LEMMA_CUE_TAG, t.lemmaHash[i], t.tagHash[cue]);
    int h = t.head[i];
    f.add(REL_PARENT_TAG_OF_CUE, t.relHash[i], h < 0 ? 0 : t.tagHash[h], h == cue ? 1 : 0);
  }
}
