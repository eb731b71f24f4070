package org.polylogue.discourse.quotation.internal;

/** What decides whether a word announces reported words. */
public final class CueFeatures {

  private CueFeatures() {}

  /** Words that can head a cue. */
  public static boolean candidate(ParsedText t, int i) {
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
    return t.word[i].equals(":") || tag.equals("MD") && t.rel[i].equals("root");
  }

  public static void extract(ParsedText t, int i, FeatureBuffer f) {
    int s = t.sentence[i];
    int from = t.start[s];
    int to = t.start[s + 1];
    int lemma = t.lemmaHash[i];
    int tag = t.tagHash[i];
    int rel = t.relHash[i];
    f.clear();
    f.add(1);
    f.add(2, lemma);
    f.add(3, tag);
    f.add(4, lemma, tag);
    f.add(5, rel);
    f.add(6, lemma, rel);
    f.add(7, tag, rel);
    String w = t.lemma[i];
    if (w.length() > 4) {
      f.add(8, w.substring(w.length() - 3).hashCode(), t.tag[i].charAt(0));
    }
    int h = t.head[i];
    int hl = h < 0 ? 0 : t.lemmaHash[h];
    f.add(9, rel, hl);
    int fine = t.kind[i];
    int middle = fine >> 3;
    int wide = fine >> 6;
    f.add(80, fine, t.tag[i].charAt(0));
    f.add(81, middle, tag);
    f.add(82, wide, tag);
    f.add(83, fine, rel);
    f.add(84, middle, rel);
    f.add(85, rel, h < 0 ? -2 : t.kind[h] >> 3, wide);
    f.add(86, rel, h < 0 ? -2 : t.kind[h]);
    f.add(10, rel, h < 0 ? 0 : t.tagHash[h]);
    f.add(11, lemma, hl);
    int pattern = 17;
    boolean that = false;
    boolean clause = false;
    boolean object = false;
    boolean ownSubject = false;
    for (int c = t.firstChild[i]; c >= 0; c = t.nextSibling[c]) {
      int r = t.relHash[c];
      int side = c < i ? 1 : 2;
      String rc = t.rel[c];
      f.add(12, r, side);
      f.add(13, r, lemma);
      f.add(14, r, t.tagHash[c], t.tag[i].charAt(0));
      switch (rc) {
        case "nsubj", "nsubj:pass", "obj", "ccomp", "xcomp", "parataxis", "csubj", "iobj" -> {
          pattern = pattern * 31 + r + side;
          f.add(15, r, t.lemmaHash[c]);
          f.add(73, r, t.nameHash[c], t.tagHash[c]);
          f.add(74, r, lemma, t.tagHash[c]);
          f.add(87, r, t.kind[c] >> 3, t.tag[i].charAt(0));
          f.add(88, r, t.kind[c] >> 6, middle);
          f.add(89, r, middle, t.tagHash[c]);
        }
        case "obl", "nmod", "nmod:poss" -> {
          int k = t.child(c, "case");
          f.add(16, r, k < 0 ? 0 : t.lemmaHash[k]);
          f.add(17, lemma, k < 0 ? 0 : t.lemmaHash[k]);
          f.add(90, middle, k < 0 ? 0 : t.lemmaHash[k]);
          f.add(18, r, t.nameHash[c], k < 0 ? 0 : t.lemmaHash[k]);
          pattern = pattern * 31 + r;
        }
        case "aux", "cop", "advmod", "compound:prt", "mark", "det", "aux:pass" -> {
          f.add(19, r, t.lemmaHash[c]);
          f.add(20, lemma, t.lemmaHash[c]);
          f.add(91, middle, t.lemmaHash[c]);
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
        f.add(21, r, m < 0 ? 0 : t.lemmaHash[m], side);
        f.add(22, lemma, r, m < 0 ? 0 : t.lemmaHash[m]);
        f.add(92, middle, r, m < 0 ? 0 : t.lemmaHash[m]);
        f.add(93, wide, r, m < 0 ? 0 : t.lemmaHash[m]);
        f.add(23, r, t.tagHash[c], side);
        if (m >= 0 && t.lemma[m].equals("that")) {
          that = true;
        }
      }
      object |= rc.equals("obj");
      ownSubject |= rc.startsWith("nsubj");
    }
    f.add(24, pattern);
    f.add(25, pattern, tag);
    f.add(94, pattern, middle);
    f.add(95, pattern, wide, t.tag[i].charAt(0));
    int subj = t.subject(i);
    if (subj >= 0) {
      f.add(26, t.lemmaHash[subj], ownSubject ? 1 : 0);
      f.add(27, t.nameHash[subj], t.tagHash[subj], ownSubject ? 1 : 0);
      f.add(28, t.nameHash[subj], lemma);
      f.add(29, t.tagHash[subj], lemma);
      f.add(96, t.kind[subj] >> 3, middle);
      f.add(97, t.kind[subj] >> 3, tag, (clause ? 1 : 0) + (object ? 2 : 0) + (that ? 4 : 0));
      f.add(98, t.kind[subj], t.tag[i].charAt(0));
      f.add(99, t.nameHash[subj], middle, (clause ? 1 : 0) + (object ? 2 : 0) + (that ? 4 : 0));
      f.add(30, t.nameHash[subj], tag, (clause ? 1 : 0) + (object ? 2 : 0) + (that ? 4 : 0));
    } else {
      f.add(31, tag, (clause ? 1 : 0) + (object ? 2 : 0) + (that ? 4 : 0));
    }
    for (int d = -2; d <= 2; d++) {
      if (d != 0) {
        int j = i + d;
        int wj = j < from ? 1 : j >= to ? 2 : t.lemmaHash[j];
        f.add(32 + d + 2, wj);
        f.add(37 + d + 2, wj, lemma);
        f.add(100 + d + 2, j < from ? -3 : j >= to ? -2 : t.kind[j] >> 3, wide);
        f.add(105 + d + 2, j < from ? -3 : j >= to ? -2 : t.kind[j], t.tag[i].charAt(0));
        f.add(42 + d + 2, j < from ? 1 : j >= to ? 2 : t.tagHash[j], tag);
      }
    }
    f.add(47, i > from ? t.wordHash[i - 1] : 0, i + 1 < to ? t.wordHash[i + 1] : 0);
    f.add(48, i > from ? t.tagHash[i - 1] : 0, tag, i + 1 < to ? t.tagHash[i + 1] : 0);
    f.add(49, i + 1 < to ? t.lemmaHash[i + 1] : 0, i + 2 < to ? t.lemmaHash[i + 2] : 0);
    if (subj >= 0) {
      f.add(66, pattern, t.nameHash[subj], t.tagHash[subj]);
      f.add(67, t.lemmaHash[subj], pattern);
    }
    f.add(68, lemma, pattern);
    int up = h < 0 ? -1 : t.head[h];
    f.add(69, rel, h < 0 ? 0 : t.relHash[h], up < 0 ? 0 : t.tagHash[up]);
    f.add(70, hl, h < 0 ? 0 : t.relHash[h], rel);
    if (w.length() > 5) {
      f.add(71, w.substring(0, 4).hashCode(), t.tag[i].charAt(0));
      f.add(72, w.substring(w.length() - 4).hashCode(), t.tag[i].charAt(0));
    }
    // marks
    int m = t.mark[i];
    int mBefore = i > from ? t.mark[i - 1] : -1;
    int where = m >= 0 ? 1 : 0;
    boolean anyMark = false;
    int opensAfter = -1;
    int closesBefore = -1;
    int clauses = 0;
    for (int j = from; j < to; j++) {
      int mj = t.mark[j];
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
    f.add(50, marksKey);
    f.add(51, marksKey, lemma);
    f.add(
        52,
        opensAfter < 0 ? -1 : FeatureBuffer.bucket(opensAfter),
        closesBefore < 0 ? -1 : FeatureBuffer.bucket(closesBefore));
    f.add(53, opensAfter < 0 ? -1 : FeatureBuffer.bucket(opensAfter), tag, where);
    f.add(54, closesBefore < 0 ? -1 : FeatureBuffer.bucket(closesBefore), tag, where);
    if (mBefore >= 0 && mBefore != m) {
      f.add(55, tag);
    }
    f.add(
        56,
        opensAfter > 0 && opensAfter < 3 ? 1 : 0,
        closesBefore > 0 && closesBefore < 5 ? 1 : 0,
        tag);
    f.add(57, s == 0 ? 1 : 0, tag);
    f.add(58, Math.min(i - from, 4), rel);
    f.add(59, Math.min(to - 1 - i, 4), tag);
    f.add(60, FeatureBuffer.bucket(clauses), t.tag[i].charAt(0));
    f.add(61, FeatureBuffer.bucket(t.right[i] - i), t.tag[i].charAt(0), rel);
    if (t.tag[i].charAt(0) == 'N') {
      int det = t.child(i, "det");
      int poss = t.child(i, "nmod:poss");
      f.add(62, det < 0 ? 0 : t.lemmaHash[det], poss < 0 ? 0 : t.nameHash[poss]);
      f.add(63, lemma, poss < 0 ? 0 : 1);
    }
    f.add(64, depthBucket(t.depth[i]), t.tag[i].charAt(0));
    boolean quotedBefore = s > 0 && t.start[s] > t.start[s - 1] && t.mark[t.start[s] - 1] >= 0;
    f.add(65, quotedBefore ? 1 : 0, where, t.tag[i].charAt(0));
  }

  private static int depthBucket(int d) {
    return Math.min(d, 5);
  }
}
