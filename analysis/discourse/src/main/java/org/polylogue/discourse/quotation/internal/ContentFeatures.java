package org.polylogue.discourse.quotation.internal;

/** What decides where the reported words begin and end, given their cue. */
final class ContentFeatures {

  static final int NONE_BIAS = 90;
  static final int NONE_CUE_LEMMA = 91;
  static final int NONE_CUE_CLASS_FINE = 98;
  static final int NONE_CUE_CLASS_MIDDLE_CUE_COARSE = 99;
  static final int NONE_CUE_REL = 92;
  static final int NONE_CUE_TAG = 93;
  static final int NONE_CUE_FROM_START = 94;
  static final int NONE_CUE_FROM_END = 95;
  static final int NONE_CCOMP_AFTER_OBJECT_AFTER_XCOMP_AFTER = 96;
  static final int NONE_START_MARKED_CUE_MARKED_END_MARKED = 97;
  static final int DISTANCE = 0;
  static final int DISTANCE_CUE_COARSE = 1;
  static final int WORD = 2;
  static final int TAG = 3;
  static final int TAG_CUE_COARSE = 4;
  static final int BEFORE = 5;
  static final int AFTER = 6;
  static final int BEFORE_TAG_TAG = 7;
  static final int TAG_AFTER_TAG = 8;
  static final int NONE_TOP_REL_CUE_COARSE = 9;
  static final int TOP_PATH = 10;
  static final int TOP_PATH_CUE_COARSE = 11;
  static final int TOP_PATH_CUE_LEMMA = 12;
  static final int TOP_PATH_CUE_CLASS_MIDDLE = 40;
  static final int TOP_CLASS_WIDE_TOP_PATH = 41;
  static final int CLASS_MIDDLE_CUE_COARSE = 42;
  static final int TOP_REL_CUE_LEMMA = 13;
  static final int WORD_CUE_LEMMA = 14;
  static final int PATH = 15;
  static final int TOP_REL_TOP_OF_CUE_DISTANCE = 16;
  static final int AT_START_AT_END_BEFORE_END = 17;
  static final int MARKS = 18;
  static final int MARKS_TOP_REL = 19;
  static final int MARKS_DISTANCE = 20;
  static final int MARKS_OUTER_TAG = 21;
  static final int MARKS_BEFORE_AFTER = 43;
  static final int MARKS_BEFORE_INNER_OR_AFTER = 44;
  static final int MARKS_AFTER_BEFORE_OR_INNER = 45;
  static final int IN_CUE_OUT_CUE_CUE_REL = 22;
  static final int IN_CUE_OUT_CUE_MARKS = 23;
  static final int IN_OUT_IN = 24;
  static final int IN_OUT_IN_TOP_REL = 25;
  static final int FROM_SUBJECT_CUE_COARSE = 35;
  static final int OUTER_TAG = 26;
  static final int OUTER_TOP_REL = 27;
  static final int OUTER_TOP_PATH = 28;
  static final int OUTER_DISTANCE = 29;
  static final int TOP_REL_PARENT_REL = 30;
  static final int TOP_REL_PARENT_TAG_TOP_TAG = 31;
  static final int COMMAS_OUTER = 32;
  static final int COMMAS_VERBS_TOP_REL = 33;
  static final int CUE_REL_TOP_PATH = 34;
  static final int TAG_OUTER_TAG_MARKS = 36;
  static final int CUE_TAG_TOP_PATH_OUTER = 37;
  static final int PLACE_FROM_END_TOP_PATH = 38;
  static final int NEXT_CLAUSE = 50;
  static final int NEXT_CLAUSE_TOP_PATH = 51;
  static final int NEXT_CLAUSE_CUE_LEMMA = 52;
  static final int NEXT_CLAUSE_HEAD = 53;
  static final int SHAPE_SHAPE = 2010;
  static final int SHAPE_SHAPE_CUE_LEMMA = 2011;
  static final int SHAPE_SHAPE_CUE_REL = 2012;
  static final int SHAPE_SHAPE_CUE_TAG = 2013;
  static final int SHAPE_SHAPE_CUE_CLASS_FINE = 2014;
  static final int SHAPE_SHAPE_CUE_CLASS_MIDDLE_CUE_COARSE = 2015;
  static final int SHAPE_BOUNDARY_SCORE = 2040;
  static final int SHAPE_SHAPE_PARA = 2030;
  static final int SHAPE_SHAPE_SENTENCE_LENGTH = 2031;
  static final int SHAPE_SHAPE_LAST_WORD = 2032;
  static final int SHAPE_SHAPE_CUE_FROM_START_END_MARKED = 2033;
  static final int SHAPE_SHAPE_WORD_BEFORE_WORD_BEFORE_THAT = 2034;
  static final int SHAPE_WEAKER_SIDE = 2018;
  static final int SHAPE_SHAPE_START_MARKED_CUE_MARKED = 2019;
  static final int SHAPE_BEFORE_MARKED_AFTER_MARKED = 2020;
  static final int SHAPE_BEFORE_END_MARKED_AFTER_MARKED_CUE_MARKED = 2021;
  static final int SHAPE_GAP = 2022;
  static final int SHAPE_WORD_BEFORE_AFTER_BEFORE_END_MARKED = 2023;
  static final int PART_PATH = 1;
  static final int PART_PATH_CUE_LEMMA = 2;
  static final int PART_PATH_CUE_CLASS_MIDDLE = 40;
  static final int PART_HEAD_TAG_CUE_CLASS_MIDDLE = 41;
  static final int PART_HEAD_CLASS_WIDE_PATH = 42;
  static final int PART_HEAD_CLASS_MIDDLE_CUE_CLASS_WIDE = 43;
  static final int PART_PATH_CUT_OUTSIDE = 3;
  static final int PART_HEAD_REL_CUE_COARSE = 4;
  static final int PART_HEAD_REL_HEAD_TAG_CUE_COARSE = 5;
  static final int PART_HEAD_TAG_CUE_LEMMA = 6;
  static final int PART_PATH_FIRST_WORD = 7;
  static final int PART_HEAD_CUT_HEAD_REL_FIRST_WORD = 8;
  static final int PART_RIGHT_REL_PATH = 9;
  static final int PART_LAST_REL_PATH_COMMA = 10;
  static final int PART_LAST_REL_BEFORE_CHILD_CHILD_FIRST_WORD = 34;
  static final int PART_COMMA_CLOSED_OTHER_CLOSED_CUE_COARSE = 44;
  static final int PART_LAST_WORD_BEFORE_LAST_NEXT_TAG = 45;
  static final int PART_BEFORE_LAST_NEXT_WORD = 46;
  static final int PART_OUTSIDE = 11;
  static final int PART_OPEN_MARKS_CLOSE_MARKS = 12;
  static final int PART_WHOLE_SHAPE = 13;
  static final int PART_WHOLE_PREVIOUS_WORD = 14;
  static final int PART_LENGTH_SHAPE_CUE_COARSE = 15;
  static final int PART_VERBS_CUE_COARSE = 16;
  static final int PART_VERBS_CUE_LEMMA = 17;
  static final int PART_FIRST_WORD_PREVIOUS_WORD = 18;
  static final int PART_LAST_WORD_NEXT_WORD = 19;
  static final int PART_AT_START_AT_END_SHAPE = 20;
  static final int PART_LAST_TAG_NEXT_TAG_NEXT_TAG_BUT_ONE = 21;
  static final int PART_FIRST_TAG_PREVIOUS_TAG_SECOND_TAG = 22;
  static final int PART_IN = 23;
  static final int PART_IN_SUBJECT_REL = 24;
  static final int PART_MARK_CUT_LEFT_MARK_CUT_RIGHT_CUE_MARKED = 25;
  static final int PART_MARK_CUT_LEFT_MARK_CUT_RIGHT_CUE_IN_SAME_MARKS = 26;
  static final int PART_LONE_TAG = 27;
  static final int PART_SKIPPED = 28;
  static final int PART_SKIPPED_WHOLE = 29;
  static final int PART_GAP_CUE_COARSE = 30;
  static final int PART_VERBS_IN_GAP_CUE_COARSE = 31;
  static final int PART_INNER_CLAUSE = 50;
  static final int PART_INNER_CLAUSE_PATH = 51;
  static final int PART_INNER_CLAUSE_CUE_LEMMA = 52;

  /** Tokens in which a clause shows its verb. */
  private static final int CLAUSE = 12;

  /**
   * The four boundaries: begin and end of the part before the cue, begin and end of the part after
   * it.
   */
  static final int BEGIN_BEFORE = 0;

  static final int END_BEFORE = 1;
  static final int BEGIN_AFTER = 2;
  static final int END_AFTER = 3;

  private ContentFeatures() {}

  static void none(ParsedText t, int cue, int role, FeatureBuffer f) {
    f.clear();
    ReaderFeatures.none(t, cue, role, f);
    int b = 1000 + role * 100;
    f.add(b + NONE_BIAS);
    f.add(b + NONE_CUE_LEMMA, t.lemmaHash[cue]);
    f.add(b + NONE_CUE_CLASS_FINE, t.wordClass[cue]);
    f.add(b + NONE_CUE_CLASS_MIDDLE_CUE_COARSE, t.wordClass[cue] >> 3, t.tag[cue].charAt(0));
    f.add(b + NONE_CUE_REL, t.relHash[cue]);
    f.add(b + NONE_CUE_TAG, t.tagHash[cue]);
    int s = t.sentenceOf[cue];
    f.add(b + NONE_CUE_FROM_START, Math.min(cue - t.firstToken[s], 5));
    f.add(b + NONE_CUE_FROM_END, Math.min(t.firstToken[s + 1] - 1 - cue, 5));
    boolean cc = t.child(cue, "ccomp") > cue;
    boolean obj = t.child(cue, "obj") > cue;
    f.add(
        b + NONE_CCOMP_AFTER_OBJECT_AFTER_XCOMP_AFTER,
        cc ? 1 : 0,
        obj ? 1 : 0,
        t.child(cue, "xcomp") > cue ? 1 : 0);
    f.add(
        b + NONE_START_MARKED_CUE_MARKED_END_MARKED,
        t.firstToken[s] < cue && t.markOf[t.firstToken[s]] >= 0 ? 1 : 0,
        t.markOf[cue] >= 0 ? 1 : 0,
        t.markOf[t.firstToken[s + 1] - 1] >= 0 ? 1 : 0);
  }

  static void boundary(ParsedText t, int cue, int i, int role, FeatureBuffer f) {
    f.clear();
    ReaderFeatures.boundary(t, cue, i, role, f);
    int b = 1000 + role * 100;
    int s = t.sentenceOf[cue];
    int from = t.firstToken[s];
    int to = t.firstToken[s + 1];
    boolean begins = role == BEGIN_BEFORE || role == BEGIN_AFTER;
    int top = begins ? t.topFrom[i] : t.topTo[i];
    int cueLemma = t.lemmaHash[cue];
    int cueTag = t.tag[cue].charAt(0);
    int topPath = t.path(top, cue);
    int topRel = t.relHash[top];
    int distance = FeatureBuffer.bucket(i - cue);
    int before = i > from ? t.lemmaHash[i - 1] : 1;
    int after = i + 1 < to ? t.lemmaHash[i + 1] : 2;
    int beforeTag = i > from ? t.tagHash[i - 1] : 1;
    int afterTag = i + 1 < to ? t.tagHash[i + 1] : 2;
    f.add(b + DISTANCE, distance);
    f.add(b + DISTANCE_CUE_COARSE, distance, cueTag);
    f.add(b + WORD, t.wordHash[i]);
    f.add(b + TAG, t.tagHash[i]);
    f.add(b + TAG_CUE_COARSE, t.tagHash[i], cueTag);
    f.add(b + BEFORE, before);
    f.add(b + AFTER, after);
    f.add(b + BEFORE_TAG_TAG, beforeTag, t.tagHash[i]);
    f.add(b + TAG_AFTER_TAG, t.tagHash[i], afterTag);
    f.add(b + NONE_TOP_REL_CUE_COARSE, topRel, cueTag);
    f.add(b + TOP_PATH, topPath);
    f.add(b + TOP_PATH_CUE_COARSE, topPath, cueTag);
    f.add(b + TOP_PATH_CUE_LEMMA, topPath, cueLemma);
    f.add(b + TOP_PATH_CUE_CLASS_MIDDLE, topPath, t.wordClass[cue] >> 3);
    f.add(b + TOP_CLASS_WIDE_TOP_PATH, t.wordClass[top] >> 6, topPath);
    f.add(b + CLASS_MIDDLE_CUE_COARSE, t.wordClass[i] >> 3, cueTag);
    f.add(b + TOP_REL_CUE_LEMMA, topRel, cueLemma);
    f.add(b + WORD_CUE_LEMMA, t.wordHash[i], cueLemma);
    f.add(b + PATH, t.path(i, cue));
    f.add(b + TOP_REL_TOP_OF_CUE_DISTANCE, topRel, t.head[top] == cue ? 1 : 0, distance);
    f.add(
        b + AT_START_AT_END_BEFORE_END,
        i == from ? 1 : 0,
        i == to - 1 ? 1 : 0,
        i == to - 2 ? 1 : 0);
    int m = t.markOf[i];
    int mOut = begins ? (i > from ? t.markOf[i - 1] : -1) : (i + 1 < to ? t.markOf[i + 1] : -1);
    int cueIn = t.markOf[cue] >= 0 ? 1 : 0;
    boolean edge =
        m >= 0
            && (begins
                ? t.charStart[i] <= t.marks.get(m).begin()
                : t.charEnd[i] >= t.marks.get(m).end());
    int marks =
        (m >= 0 ? 1 : 0)
            + (edge ? 2 : 0)
            + (mOut >= 0 && mOut != m ? 4 : 0)
            + (mOut >= 0 && mOut == m ? 8 : 0)
            + cueIn * 16;
    f.add(b + MARKS, marks);
    f.add(b + MARKS_TOP_REL, marks, topRel);
    f.add(b + MARKS_DISTANCE, marks, distance);
    f.add(b + MARKS_OUTER_TAG, marks, begins ? beforeTag : afterTag);
    if (m >= 0 || mOut >= 0) {
      f.add(b + MARKS_BEFORE_AFTER, marks, before, after);
      f.add(b + MARKS_BEFORE_INNER_OR_AFTER, marks, before, begins ? t.wordHash[i] : afterTag);
      f.add(b + MARKS_AFTER_BEFORE_OR_INNER, marks, after, begins ? beforeTag : t.wordHash[i]);
    }
    boolean inCue = t.below(i, cue);
    boolean outCue = begins ? i > from && t.below(i - 1, cue) : i + 1 < to && t.below(i + 1, cue);
    f.add(b + IN_CUE_OUT_CUE_CUE_REL, inCue ? 1 : 0, outCue ? 1 : 0, t.relHash[cue]);
    f.add(b + IN_CUE_OUT_CUE_MARKS, inCue ? 1 : 0, outCue ? 1 : 0, marks);
    int subj = t.subject(cue);
    if (subj >= 0) {
      boolean in = i >= t.leftmost[subj] && i <= t.rightmost[subj];
      int out = begins ? i - 1 : i + 1;
      boolean outIn = out >= t.leftmost[subj] && out <= t.rightmost[subj];
      f.add(b + IN_OUT_IN, in ? 1 : 0, outIn ? 1 : 0);
      f.add(b + IN_OUT_IN_TOP_REL, in ? 1 : 0, outIn ? 1 : 0, topRel);
      f.add(b + FROM_SUBJECT_CUE_COARSE, FeatureBuffer.bucket(i - subj), cueTag);
    }
    f.add(b + OUTER_TAG, begins ? before : after, t.tagHash[i]);
    f.add(b + OUTER_TOP_REL, begins ? before : after, topRel);
    f.add(b + OUTER_TOP_PATH, begins ? before : after, topPath);
    f.add(b + OUTER_DISTANCE, begins ? before : after, distance);
    int h = t.head[top];
    f.add(b + TOP_REL_PARENT_REL, topRel, h < 0 ? 0 : t.relHash[h]);
    f.add(b + TOP_REL_PARENT_TAG_TOP_TAG, topRel, h < 0 ? 0 : t.tagHash[h], t.tagHash[top]);
    // depth difference and how many commas lie between
    int commas = 0;
    int verbs = 0;
    int lo = Math.min(i, cue) + 1;
    int hi = Math.max(i, cue);
    for (int j = lo; j < hi; j++) {
      if (t.word[j].equals(",")) {
        commas++;
      } else if (t.tag[j].charAt(0) == 'V') {
        verbs++;
      }
    }
    f.add(b + COMMAS_OUTER, Math.min(commas, 3), begins ? before : after);
    f.add(b + COMMAS_VERBS_TOP_REL, Math.min(commas, 3), Math.min(verbs, 3), topRel);
    f.add(b + CUE_REL_TOP_PATH, t.relHash[cue], topPath);
    f.add(b + TAG_OUTER_TAG_MARKS, t.tagHash[i], begins ? beforeTag : afterTag, marks);
    f.add(b + CUE_TAG_TOP_PATH_OUTER, t.tagHash[cue], topPath, begins ? before : after);
    f.add(b + PLACE_FROM_END_TOP_PATH, to - 1 - i < 3 ? to - 1 - i : 3, topPath);
    if (role == END_AFTER && i + 2 < to && opensClause(t, i + 1)) {
      int clause = clause(t, i + 1, to, cue);
      f.add(b + NEXT_CLAUSE, clause);
      f.add(b + NEXT_CLAUSE_TOP_PATH, clause, topPath);
      f.add(b + NEXT_CLAUSE_CUE_LEMMA, clause, cueLemma);
      f.add(b + NEXT_CLAUSE_HEAD, clause, t.path(clauseHead(t, i + 1, to), cue));
    }
  }

  /** Whether a further clause or phrase may begin with a token. */
  private static boolean opensClause(ParsedText t, int i) {
    String tag = t.tag[i];
    return t.markOf[i] < 0
        && (tag.equals(",") || tag.equals(":") || tag.equals("CC") || t.word[i].equals("while"));
  }

  /** The finite verb of what begins with a token, the token itself for none. */
  private static int clauseHead(ParsedText t, int from, int to) {
    for (int i = from + 1; i < to && i < from + CLAUSE; i++) {
      String tag = t.tag[i];
      if (tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD")) {
        return i;
      }
      if (tag.equals(",") && i > from + 1) {
        break;
      }
    }
    return from;
  }

  /** How a further clause begins, the tense of its verb, and the form of the cue. */
  private static int clause(ParsedText t, int from, int to, int cue) {
    int first = from + 1 < to && !t.tag[from].equals("CC") ? from + 1 : from;
    String tag = t.tag[first];
    boolean closed = "CC IN WDT WP WRB RB DT TO".contains(tag) && tag.length() > 1;
    int verb = clauseHead(t, from, to);
    int second = first + 1 < to && tag.equals("CC") ? t.tagHash[first + 1] : 0;
    int opening = closed ? t.wordHash[first] : t.tagHash[first];
    int tense = verb == from ? 0 : t.tag[verb].equals("VBP") ? "VBZ".hashCode() : t.tagHash[verb];
    return ((opening * 31 + second) * 31 + tense) * 31 + t.tagHash[cue] + t.tagHash[from];
  }

  /**
   * A candidate: the part before the cue and the part after it, each possibly absent (begin −1).
   */
  record Candidate(int b1, int e1, int b2, int e2, double s1, double s2) {
    boolean hasBefore() {
      return b1 >= 0;
    }

    boolean hasAfter() {
      return b2 >= 0;
    }
  }

  static void candidate(ParsedText t, int cue, Candidate c, double cueScore, FeatureBuffer f) {
    f.clear();
    int s = t.sentenceOf[cue];
    int shape = (c.hasBefore() ? 1 : 0) + (c.hasAfter() ? 2 : 0);
    if (c.hasBefore() && t.sentenceOf[c.b1] < s) {
      shape += 4;
    }
    if (c.hasAfter() && t.sentenceOf[c.b2] > s) {
      shape += 8;
    }
    ReaderFeatures.content(t, cue, c, shape, f);
    f.add(SHAPE_SHAPE, shape);
    f.add(SHAPE_SHAPE_CUE_LEMMA, shape, t.lemmaHash[cue]);
    f.add(SHAPE_SHAPE_CUE_REL, shape, t.relHash[cue]);
    f.add(SHAPE_SHAPE_CUE_TAG, shape, t.tagHash[cue]);
    f.add(SHAPE_SHAPE_CUE_CLASS_FINE, shape, t.wordClass[cue]);
    f.add(
        SHAPE_SHAPE_CUE_CLASS_MIDDLE_CUE_COARSE,
        shape,
        t.wordClass[cue] >> 3,
        t.tag[cue].charAt(0));
    f.value(SHAPE_BOUNDARY_SCORE + shape, (float) (c.s1 + c.s2));
    if (shape >= 4) {
      boolean para =
          c.hasBefore() && t.paragraphOf[t.sentenceOf[c.b1]] != t.paragraphOf[s]
              || c.hasAfter() && t.paragraphOf[t.sentenceOf[c.b2]] != t.paragraphOf[s];
      f.add(SHAPE_SHAPE_PARA, shape, para ? 1 : 0);
      f.add(
          SHAPE_SHAPE_SENTENCE_LENGTH,
          shape,
          FeatureBuffer.bucket(t.firstToken[s + 1] - t.firstToken[s]));
      f.add(SHAPE_SHAPE_LAST_WORD, shape, t.wordHash[t.firstToken[s + 1] - 1]);
      f.add(
          SHAPE_SHAPE_CUE_FROM_START_END_MARKED,
          shape,
          FeatureBuffer.bucket(cue - t.firstToken[s]),
          t.markOf[t.firstToken[s + 1] - 1] >= 0 ? 1 : 0);
      f.add(
          SHAPE_SHAPE_WORD_BEFORE_WORD_BEFORE_THAT,
          shape,
          t.wordHash[t.firstToken[s] - (t.firstToken[s] > 0 ? 1 : 0)],
          t.firstToken[s] > 1 ? t.wordHash[t.firstToken[s] - 2] : 0);
    }
    if (shape == 3) {
      f.value(SHAPE_WEAKER_SIDE, (float) Math.min(c.s1, c.s2));
    }
    f.add(
        SHAPE_SHAPE_START_MARKED_CUE_MARKED,
        shape,
        t.markOf[t.firstToken[s]] >= 0 ? 1 : 0,
        t.markOf[cue] >= 0 ? 1 : 0);
    if (c.hasBefore()) {
      part(t, cue, c.b1, c.e1, shape, 2100, f);
    }
    if (c.hasAfter()) {
      part(t, cue, c.b2, c.e2, shape, 2200, f);
    }
    if (shape == 3) {
      f.add(
          SHAPE_BEFORE_MARKED_AFTER_MARKED,
          t.markOf[c.b1] >= 0 ? 1 : 0,
          t.markOf[c.b2] >= 0 ? 1 : 0);
      f.add(
          SHAPE_BEFORE_END_MARKED_AFTER_MARKED_CUE_MARKED,
          t.markOf[c.e1] >= 0 ? 1 : 0,
          t.markOf[c.b2] >= 0 ? 1 : 0,
          t.markOf[cue] >= 0 ? 1 : 0);
      f.add(SHAPE_GAP, FeatureBuffer.bucket(c.b2 - c.e1));
      f.add(
          SHAPE_WORD_BEFORE_AFTER_BEFORE_END_MARKED,
          t.wordHash[c.b2 - 1],
          t.markOf[c.e1] >= 0 ? 1 : 0);
    }
  }

  private static void part(
      ParsedText t, int cue, int b, int e, int shape, int base, FeatureBuffer f) {
    int s = t.sentenceOf[b];
    int from = t.firstToken[s];
    int to = t.firstToken[s + 1];
    int outside = 0;
    int head = -1;
    boolean cut = false;
    int verbs = 0;
    int openMarks = 0;
    int closeMarks = 0;
    int cueTag = t.tag[cue].charAt(0);
    for (int i = b; i <= e; i++) {
      int h = t.head[i];
      if (h < b || h > e) {
        if (!t.relation[i].equals("punct")) {
          outside++;
          if (head < 0 || t.depth[i] < t.depth[head]) {
            head = i;
          }
        }
      }
      if (t.tag[i].charAt(0) == 'V') {
        verbs++;
      }
    }
    for (int i = b; i <= e; i++) {
      int m = t.markOf[i];
      if (m >= 0 && (i == b || t.markOf[i - 1] != m) && t.charStart[i] <= t.marks.get(m).begin()) {
        openMarks++;
      }
      if (m >= 0 && (i == e || t.markOf[i + 1] != m) && t.charEnd[i] >= t.marks.get(m).end()) {
        closeMarks++;
      }
    }
    if (head >= 0) {
      cut = t.leftmost[head] < b || t.rightmost[head] > e;
      int path = t.path(head, cue);
      f.add(base + PART_PATH, path);
      f.add(base + PART_PATH_CUE_LEMMA, path, t.lemmaHash[cue]);
      f.add(base + PART_PATH_CUE_CLASS_MIDDLE, path, t.wordClass[cue] >> 3);
      f.add(base + PART_HEAD_TAG_CUE_CLASS_MIDDLE, t.tagHash[head], t.wordClass[cue] >> 3);
      f.add(base + PART_HEAD_CLASS_WIDE_PATH, t.wordClass[head] >> 6, path);
      f.add(
          base + PART_HEAD_CLASS_MIDDLE_CUE_CLASS_WIDE,
          t.wordClass[head] >> 3,
          t.wordClass[cue] >> 6);
      f.add(base + PART_PATH_CUT_OUTSIDE, path, cut ? 1 : 0, Math.min(outside, 4));
      f.add(base + PART_HEAD_REL_CUE_COARSE, t.relHash[head], cueTag);
      f.add(base + PART_HEAD_REL_HEAD_TAG_CUE_COARSE, t.relHash[head], t.tagHash[head], cueTag);
      f.add(base + PART_HEAD_TAG_CUE_LEMMA, t.tagHash[head], t.lemmaHash[cue]);
      f.add(base + PART_PATH_FIRST_WORD, path, t.wordHash[b]);
      f.add(
          base + PART_HEAD_CUT_HEAD_REL_FIRST_WORD,
          (t.leftmost[head] < b ? 1 : 0) + (t.rightmost[head] > e ? 2 : 0),
          t.relHash[head],
          t.wordHash[b]);
      int rightRel = 0;
      for (int c = t.firstChild[head]; c >= 0; c = t.nextSibling[c]) {
        if (c > e && !t.relation[c].equals("punct")) {
          rightRel = t.relHash[c] * 31 + t.tagHash[c];
          break;
        }
      }
      f.add(base + PART_RIGHT_REL_PATH, rightRel, path);
      int lastRel = 0;
      int lastChild = -1;
      for (int c = t.firstChild[head]; c >= 0; c = t.nextSibling[c]) {
        if (c <= e && !t.relation[c].equals("punct")) {
          lastRel = t.relHash[c];
          lastChild = c;
        }
      }
      f.add(
          base + PART_LAST_REL_PATH_COMMA,
          lastRel,
          path,
          lastChild > 0 && t.word[lastChild - 1].equals(",") ? 1 : 0);
      if (lastChild >= 0) {
        int l = t.leftmost[lastChild];
        f.add(
            base + PART_LAST_REL_BEFORE_CHILD_CHILD_FIRST_WORD,
            lastRel,
            l > from ? t.wordHash[l - 1] : 0,
            t.wordHash[l]);
      }
    }
    // marks that close inside after a comma, as newspapers end a quotation
    int commaClosed = 0;
    int otherClosed = 0;
    for (int i = b + 1; i < e; i++) {
      int m = t.markOf[i];
      if (m >= 0 && t.markOf[i + 1] != m && t.charEnd[i] >= t.marks.get(m).end() && i > b + 1) {
        String last = t.word[i - 1];
        if (last.equals(",") || last.equals(".") || last.equals("?") || last.equals("!")) {
          commaClosed++;
        } else {
          otherClosed++;
        }
      }
    }
    f.add(
        base + PART_COMMA_CLOSED_OTHER_CLOSED_CUE_COARSE,
        Math.min(commaClosed, 2),
        Math.min(otherClosed, 2),
        cueTag);
    if (t.markOf[e] >= 0) {
      f.add(
          base + PART_LAST_WORD_BEFORE_LAST_NEXT_TAG,
          t.wordHash[e],
          e > b ? t.wordHash[e - 1] : 0,
          e + 1 < to ? t.tagHash[e + 1] : 0);
      f.add(
          base + PART_BEFORE_LAST_NEXT_WORD,
          e > b ? t.wordHash[e - 1] : 0,
          e + 1 < to ? t.wordHash[e + 1] : 0);
    }
    if (b > cue && t.sentenceOf[b] == t.sentenceOf[cue]) {
      int path = head < 0 ? 0 : t.path(head, cue);
      for (int i = b + 1; i + 1 < e; i++) {
        if (opensClause(t, i) && !(t.tag[i].equals("CC") && t.tag[i - 1].equals(","))) {
          int clause = clause(t, i, to, cue);
          f.add(base + PART_INNER_CLAUSE, clause);
          f.add(base + PART_INNER_CLAUSE_PATH, clause, path);
          f.add(base + PART_INNER_CLAUSE_CUE_LEMMA, clause, t.lemmaHash[cue]);
        }
      }
    }
    f.add(base + PART_OUTSIDE, Math.min(outside, 4));
    f.add(base + PART_OPEN_MARKS_CLOSE_MARKS, Math.min(openMarks, 3), Math.min(closeMarks, 3));
    boolean whole =
        t.markOf[b] >= 0
            && t.markOf[b] == t.markOf[e]
            && t.charStart[b] <= t.marks.get(t.markOf[b]).begin();
    boolean wholeEnd = whole && t.charEnd[e] >= t.marks.get(t.markOf[b]).end();
    f.add(base + PART_WHOLE_SHAPE, (whole ? 1 : 0) + (wholeEnd ? 2 : 0), shape);
    f.add(
        base + PART_WHOLE_PREVIOUS_WORD,
        (whole ? 1 : 0) + (wholeEnd ? 2 : 0),
        b > from ? t.wordHash[b - 1] : 0);
    f.add(base + PART_LENGTH_SHAPE_CUE_COARSE, FeatureBuffer.bucket(e - b + 1), shape, cueTag);
    f.add(base + PART_VERBS_CUE_COARSE, Math.min(verbs, 3), cueTag);
    f.add(base + PART_VERBS_CUE_LEMMA, Math.min(verbs, 3), t.lemmaHash[cue]);
    f.add(base + PART_FIRST_WORD_PREVIOUS_WORD, t.wordHash[b], b > from ? t.wordHash[b - 1] : 0);
    f.add(base + PART_LAST_WORD_NEXT_WORD, t.wordHash[e], e + 1 < to ? t.wordHash[e + 1] : 0);
    f.add(base + PART_AT_START_AT_END_SHAPE, b == from ? 1 : 0, e >= to - 2 ? 1 : 0, shape);
    f.add(
        base + PART_LAST_TAG_NEXT_TAG_NEXT_TAG_BUT_ONE,
        t.tagHash[e],
        e + 1 < to ? t.tagHash[e + 1] : 0,
        e + 2 < to ? t.tagHash[e + 2] : 0);
    f.add(
        base + PART_FIRST_TAG_PREVIOUS_TAG_SECOND_TAG,
        t.tagHash[b],
        b > from ? t.tagHash[b - 1] : 0,
        b + 1 < to ? t.tagHash[b + 1] : 0);
    int subj = t.subject(cue);
    if (subj >= 0) {
      boolean in = subj >= b && subj <= e;
      f.add(base + PART_IN, in ? 1 : 0);
      f.add(base + PART_IN_SUBJECT_REL, in ? 1 : 0, t.relHash[subj]);
    }
    int mb = b > from && t.markOf[b - 1] >= 0 && t.markOf[b - 1] == t.markOf[b] ? 1 : 0;
    int me = e + 1 < to && t.markOf[e + 1] >= 0 && t.markOf[e + 1] == t.markOf[e] ? 1 : 0;
    f.add(base + PART_MARK_CUT_LEFT_MARK_CUT_RIGHT_CUE_MARKED, mb, me, t.markOf[cue] >= 0 ? 1 : 0);
    f.add(
        base + PART_MARK_CUT_LEFT_MARK_CUT_RIGHT_CUE_IN_SAME_MARKS,
        mb,
        me,
        t.markOf[cue] >= 0 && t.markOf[cue] == t.markOf[b] ? 1 : 0);
    f.add(base + PART_LONE_TAG, e - b == 0 ? t.tagHash[b] : 1);
    // marked words left out on this side
    boolean left = b > cue;
    boolean skipped = false;
    int lo = left ? Math.max(from, cue + 1) : from;
    int hi = left ? to : Math.min(to, cue);
    for (int i = lo; i < hi; i++) {
      if ((i < b || i > e) && t.markOf[i] >= 0 && t.markOf[i] != t.markOf[cue]) {
        skipped = true;
      }
    }
    f.add(base + PART_SKIPPED, skipped ? 1 : 0);
    f.add(base + PART_SKIPPED_WHOLE, skipped ? 1 : 0, whole ? 1 : 0);
    int gap = left ? b - cue - 1 : cue - e - 1;
    f.add(base + PART_GAP_CUE_COARSE, FeatureBuffer.bucket(gap), cueTag);
    int verbsInGap = 0;
    for (int i = left ? cue + 1 : e + 1; i < (left ? b : cue); i++) {
      if (t.tag[i].charAt(0) == 'V') {
        verbsInGap++;
      }
    }
    f.add(base + PART_VERBS_IN_GAP_CUE_COARSE, Math.min(verbsInGap, 2), cueTag);
  }
}
