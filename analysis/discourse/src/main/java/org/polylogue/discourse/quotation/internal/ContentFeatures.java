package org.polylogue.discourse.quotation.internal;

/** What decides where the reported words begin and end, given their cue. */
public final class ContentFeatures {

  /**
   * The four boundaries: begin and end of the part before the cue, begin and end of the part after
   * it.
   */
  public static final int BEGIN_BEFORE = 0;

  public static final int END_BEFORE = 1;
  public static final int BEGIN_AFTER = 2;
  public static final int END_AFTER = 3;

  private ContentFeatures() {}

  public static void none(ParsedText t, int cue, int role, FeatureBuffer f) {
    f.clear();
    int b = 1000 + role * 100;
    f.add(b + 90);
    f.add(b + 91, t.lemmaHash[cue]);
    f.add(b + 98, t.kind[cue]);
    f.add(b + 99, t.kind[cue] >> 3, t.tag[cue].charAt(0));
    f.add(b + 92, t.relHash[cue]);
    f.add(b + 93, t.tagHash[cue]);
    int s = t.sentence[cue];
    f.add(b + 94, Math.min(cue - t.start[s], 5));
    f.add(b + 95, Math.min(t.start[s + 1] - 1 - cue, 5));
    boolean cc = t.child(cue, "ccomp") > cue;
    boolean obj = t.child(cue, "obj") > cue;
    f.add(b + 96, cc ? 1 : 0, obj ? 1 : 0, t.child(cue, "xcomp") > cue ? 1 : 0);
    f.add(
        b + 97,
        t.start[s] < cue && t.mark[t.start[s]] >= 0 ? 1 : 0,
        t.mark[cue] >= 0 ? 1 : 0,
        t.mark[t.start[s + 1] - 1] >= 0 ? 1 : 0);
  }

  public static void boundary(ParsedText t, int cue, int i, int role, FeatureBuffer f) {
    f.clear();
    int b = 1000 + role * 100;
    int s = t.sentence[cue];
    int from = t.start[s];
    int to = t.start[s + 1];
    boolean begins = role == BEGIN_BEFORE || role == BEGIN_AFTER;
    int top = begins ? t.topLeft[i] : t.topRight[i];
    int cueLemma = t.lemmaHash[cue];
    int cueTag = t.tag[cue].charAt(0);
    int topPath = t.path(top, cue);
    int topRel = t.relHash[top];
    int distance = FeatureBuffer.bucket(i - cue);
    int before = i > from ? t.lemmaHash[i - 1] : 1;
    int after = i + 1 < to ? t.lemmaHash[i + 1] : 2;
    int beforeTag = i > from ? t.tagHash[i - 1] : 1;
    int afterTag = i + 1 < to ? t.tagHash[i + 1] : 2;
    f.add(b, distance);
    f.add(b + 1, distance, cueTag);
    f.add(b + 2, t.wordHash[i]);
    f.add(b + 3, t.tagHash[i]);
    f.add(b + 4, t.tagHash[i], cueTag);
    f.add(b + 5, before);
    f.add(b + 6, after);
    f.add(b + 7, beforeTag, t.tagHash[i]);
    f.add(b + 8, t.tagHash[i], afterTag);
    f.add(b + 9, topRel, cueTag);
    f.add(b + 10, topPath);
    f.add(b + 11, topPath, cueTag);
    f.add(b + 12, topPath, cueLemma);
    f.add(b + 40, topPath, t.kind[cue] >> 3);
    f.add(b + 41, t.kind[top] >> 6, topPath);
    f.add(b + 42, t.kind[i] >> 3, cueTag);
    f.add(b + 13, topRel, cueLemma);
    f.add(b + 14, t.wordHash[i], cueLemma);
    f.add(b + 15, t.path(i, cue));
    f.add(b + 16, topRel, t.head[top] == cue ? 1 : 0, distance);
    f.add(b + 17, i == from ? 1 : 0, i == to - 1 ? 1 : 0, i == to - 2 ? 1 : 0);
    int m = t.mark[i];
    int mOut = begins ? (i > from ? t.mark[i - 1] : -1) : (i + 1 < to ? t.mark[i + 1] : -1);
    int cueIn = t.mark[cue] >= 0 ? 1 : 0;
    boolean edge =
        m >= 0
            && (begins ? t.begin[i] <= t.marks.get(m).begin() : t.end[i] >= t.marks.get(m).end());
    int marks =
        (m >= 0 ? 1 : 0)
            + (edge ? 2 : 0)
            + (mOut >= 0 && mOut != m ? 4 : 0)
            + (mOut >= 0 && mOut == m ? 8 : 0)
            + cueIn * 16;
    f.add(b + 18, marks);
    f.add(b + 19, marks, topRel);
    f.add(b + 20, marks, distance);
    f.add(b + 21, marks, begins ? beforeTag : afterTag);
    if (m >= 0 || mOut >= 0) {
      f.add(b + 43, marks, before, after);
      f.add(b + 44, marks, before, begins ? t.wordHash[i] : afterTag);
      f.add(b + 45, marks, after, begins ? beforeTag : t.wordHash[i]);
    }
    boolean inCue = t.below(i, cue);
    boolean outCue = begins ? i > from && t.below(i - 1, cue) : i + 1 < to && t.below(i + 1, cue);
    f.add(b + 22, inCue ? 1 : 0, outCue ? 1 : 0, t.relHash[cue]);
    f.add(b + 23, inCue ? 1 : 0, outCue ? 1 : 0, marks);
    int subj = t.subject(cue);
    if (subj >= 0) {
      boolean in = i >= t.left[subj] && i <= t.right[subj];
      int out = begins ? i - 1 : i + 1;
      boolean outIn = out >= t.left[subj] && out <= t.right[subj];
      f.add(b + 24, in ? 1 : 0, outIn ? 1 : 0);
      f.add(b + 25, in ? 1 : 0, outIn ? 1 : 0, topRel);
      f.add(b + 35, FeatureBuffer.bucket(i - subj), cueTag);
    }
    f.add(b + 26, begins ? before : after, t.tagHash[i]);
    f.add(b + 27, begins ? before : after, topRel);
    f.add(b + 28, begins ? before : after, topPath);
    f.add(b + 29, begins ? before : after, distance);
    int h = t.head[top];
    f.add(b + 30, topRel, h < 0 ? 0 : t.relHash[h]);
    f.add(b + 31, topRel, h < 0 ? 0 : t.tagHash[h], t.tagHash[top]);
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
    f.add(b + 32, Math.min(commas, 3), begins ? before : after);
    f.add(b + 33, Math.min(commas, 3), Math.min(verbs, 3), topRel);
    f.add(b + 34, t.relHash[cue], topPath);
    f.add(b + 36, t.tagHash[i], begins ? beforeTag : afterTag, marks);
    f.add(b + 37, t.tagHash[cue], topPath, begins ? before : after);
    f.add(b + 38, to - 1 - i < 3 ? to - 1 - i : 3, topPath);
  }

  /**
   * A candidate: the part before the cue and the part after it, each possibly absent (begin −1).
   */
  public record Candidate(int b1, int e1, int b2, int e2, double s1, double s2) {
    public boolean hasBefore() {
      return b1 >= 0;
    }

    public boolean hasAfter() {
      return b2 >= 0;
    }
  }

  public static void candidate(
      ParsedText t, int cue, Candidate c, double cueScore, FeatureBuffer f) {
    f.clear();
    int s = t.sentence[cue];
    int shape = (c.hasBefore() ? 1 : 0) + (c.hasAfter() ? 2 : 0);
    if (c.hasBefore() && t.sentence[c.b1] < s) {
      shape += 4;
    }
    if (c.hasAfter() && t.sentence[c.b2] > s) {
      shape += 8;
    }
    f.add(2010, shape);
    f.add(2011, shape, t.lemmaHash[cue]);
    f.add(2012, shape, t.relHash[cue]);
    f.add(2013, shape, t.tagHash[cue]);
    f.add(2014, shape, t.kind[cue]);
    f.add(2015, shape, t.kind[cue] >> 3, t.tag[cue].charAt(0));
    f.value(2040 + shape, (float) (c.s1 + c.s2));
    if (shape >= 4) {
      boolean para =
          c.hasBefore() && t.paragraph[t.sentence[c.b1]] != t.paragraph[s]
              || c.hasAfter() && t.paragraph[t.sentence[c.b2]] != t.paragraph[s];
      f.add(2030, shape, para ? 1 : 0);
      f.add(2031, shape, FeatureBuffer.bucket(t.start[s + 1] - t.start[s]));
      f.add(2032, shape, t.wordHash[t.start[s + 1] - 1]);
      f.add(
          2033,
          shape,
          FeatureBuffer.bucket(cue - t.start[s]),
          t.mark[t.start[s + 1] - 1] >= 0 ? 1 : 0);
      f.add(
          2034,
          shape,
          t.wordHash[t.start[s] - (t.start[s] > 0 ? 1 : 0)],
          t.start[s] > 1 ? t.wordHash[t.start[s] - 2] : 0);
    }
    if (shape == 3) {
      f.value(2018, (float) Math.min(c.s1, c.s2));
    }
    f.add(2019, shape, t.mark[t.start[s]] >= 0 ? 1 : 0, t.mark[cue] >= 0 ? 1 : 0);
    if (c.hasBefore()) {
      part(t, cue, c.b1, c.e1, shape, 2100, f);
    }
    if (c.hasAfter()) {
      part(t, cue, c.b2, c.e2, shape, 2200, f);
    }
    if (shape == 3) {
      f.add(2020, t.mark[c.b1] >= 0 ? 1 : 0, t.mark[c.b2] >= 0 ? 1 : 0);
      f.add(2021, t.mark[c.e1] >= 0 ? 1 : 0, t.mark[c.b2] >= 0 ? 1 : 0, t.mark[cue] >= 0 ? 1 : 0);
      f.add(2022, FeatureBuffer.bucket(c.b2 - c.e1));
      f.add(2023, t.wordHash[c.b2 - 1], t.mark[c.e1] >= 0 ? 1 : 0);
    }
  }

  private static void part(
      ParsedText t, int cue, int b, int e, int shape, int base, FeatureBuffer f) {
    int s = t.sentence[b];
    int from = t.start[s];
    int to = t.start[s + 1];
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
        if (!t.rel[i].equals("punct")) {
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
      int m = t.mark[i];
      if (m >= 0 && (i == b || t.mark[i - 1] != m) && t.begin[i] <= t.marks.get(m).begin()) {
        openMarks++;
      }
      if (m >= 0 && (i == e || t.mark[i + 1] != m) && t.end[i] >= t.marks.get(m).end()) {
        closeMarks++;
      }
    }
    if (head >= 0) {
      cut = t.left[head] < b || t.right[head] > e;
      int path = t.path(head, cue);
      f.add(base + 1, path);
      f.add(base + 2, path, t.lemmaHash[cue]);
      f.add(base + 40, path, t.kind[cue] >> 3);
      f.add(base + 41, t.tagHash[head], t.kind[cue] >> 3);
      f.add(base + 42, t.kind[head] >> 6, path);
      f.add(base + 43, t.kind[head] >> 3, t.kind[cue] >> 6);
      f.add(base + 3, path, cut ? 1 : 0, Math.min(outside, 4));
      f.add(base + 4, t.relHash[head], cueTag);
      f.add(base + 5, t.relHash[head], t.tagHash[head], cueTag);
      f.add(base + 6, t.tagHash[head], t.lemmaHash[cue]);
      f.add(base + 7, path, t.wordHash[b]);
      f.add(
          base + 8,
          (t.left[head] < b ? 1 : 0) + (t.right[head] > e ? 2 : 0),
          t.relHash[head],
          t.wordHash[b]);
      int rightRel = 0;
      for (int c = t.firstChild[head]; c >= 0; c = t.nextSibling[c]) {
        if (c > e && !t.rel[c].equals("punct")) {
          rightRel = t.relHash[c] * 31 + t.tagHash[c];
          break;
        }
      }
      f.add(base + 9, rightRel, path);
      int lastRel = 0;
      int lastChild = -1;
      for (int c = t.firstChild[head]; c >= 0; c = t.nextSibling[c]) {
        if (c <= e && !t.rel[c].equals("punct")) {
          lastRel = t.relHash[c];
          lastChild = c;
        }
      }
      f.add(base + 10, lastRel, path, lastChild > 0 && t.word[lastChild - 1].equals(",") ? 1 : 0);
      if (lastChild >= 0) {
        int l = t.left[lastChild];
        f.add(base + 34, lastRel, l > from ? t.wordHash[l - 1] : 0, t.wordHash[l]);
      }
    }
    // marks that close inside after a comma, as newspapers end a quotation
    int commaClosed = 0;
    int otherClosed = 0;
    for (int i = b + 1; i < e; i++) {
      int m = t.mark[i];
      if (m >= 0 && t.mark[i + 1] != m && t.end[i] >= t.marks.get(m).end() && i > b + 1) {
        String last = t.word[i - 1];
        if (last.equals(",") || last.equals(".") || last.equals("?") || last.equals("!")) {
          commaClosed++;
        } else {
          otherClosed++;
        }
      }
    }
    f.add(base + 44, Math.min(commaClosed, 2), Math.min(otherClosed, 2), cueTag);
    if (t.mark[e] >= 0) {
      f.add(
          base + 45,
          t.wordHash[e],
          e > b ? t.wordHash[e - 1] : 0,
          e + 1 < to ? t.tagHash[e + 1] : 0);
      f.add(base + 46, e > b ? t.wordHash[e - 1] : 0, e + 1 < to ? t.wordHash[e + 1] : 0);
    }
    f.add(base + 11, Math.min(outside, 4));
    f.add(base + 12, Math.min(openMarks, 3), Math.min(closeMarks, 3));
    boolean whole =
        t.mark[b] >= 0 && t.mark[b] == t.mark[e] && t.begin[b] <= t.marks.get(t.mark[b]).begin();
    boolean wholeEnd = whole && t.end[e] >= t.marks.get(t.mark[b]).end();
    f.add(base + 13, (whole ? 1 : 0) + (wholeEnd ? 2 : 0), shape);
    f.add(base + 14, (whole ? 1 : 0) + (wholeEnd ? 2 : 0), b > from ? t.wordHash[b - 1] : 0);
    f.add(base + 15, FeatureBuffer.bucket(e - b + 1), shape, cueTag);
    f.add(base + 16, Math.min(verbs, 3), cueTag);
    f.add(base + 17, Math.min(verbs, 3), t.lemmaHash[cue]);
    f.add(base + 18, t.wordHash[b], b > from ? t.wordHash[b - 1] : 0);
    f.add(base + 19, t.wordHash[e], e + 1 < to ? t.wordHash[e + 1] : 0);
    f.add(base + 20, b == from ? 1 : 0, e >= to - 2 ? 1 : 0, shape);
    f.add(
        base + 21,
        t.tagHash[e],
        e + 1 < to ? t.tagHash[e + 1] : 0,
        e + 2 < to ? t.tagHash[e + 2] : 0);
    f.add(
        base + 22,
        t.tagHash[b],
        b > from ? t.tagHash[b - 1] : 0,
        b + 1 < to ? t.tagHash[b + 1] : 0);
    int subj = t.subject(cue);
    if (subj >= 0) {
      boolean in = subj >= b && subj <= e;
      f.add(base + 23, in ? 1 : 0);
      f.add(base + 24, in ? 1 : 0, t.relHash[subj]);
    }
    int mb = b > from && t.mark[b - 1] >= 0 && t.mark[b - 1] == t.mark[b] ? 1 : 0;
    int me = e + 1 < to && t.mark[e + 1] >= 0 && t.mark[e + 1] == t.mark[e] ? 1 : 0;
    f.add(base + 25, mb, me, t.mark[cue] >= 0 ? 1 : 0);
    f.add(base + 26, mb, me, t.mark[cue] >= 0 && t.mark[cue] == t.mark[b] ? 1 : 0);
    f.add(base + 27, e - b == 0 ? t.tagHash[b] : 1);
    // marked words left out on this side
    boolean left = b > cue;
    boolean skipped = false;
    int lo = left ? Math.max(from, cue + 1) : from;
    int hi = left ? to : Math.min(to, cue);
    for (int i = lo; i < hi; i++) {
      if ((i < b || i > e) && t.mark[i] >= 0 && t.mark[i] != t.mark[cue]) {
        skipped = true;
      }
    }
    f.add(base + 28, skipped ? 1 : 0);
    f.add(base + 29, skipped ? 1 : 0, whole ? 1 : 0);
    int gap = left ? b - cue - 1 : cue - e - 1;
    f.add(base + 30, FeatureBuffer.bucket(gap), cueTag);
    int verbsInGap = 0;
    for (int i = left ? cue + 1 : e + 1; i < (left ? b : cue); i++) {
      if (t.tag[i].charAt(0) == 'V') {
        verbsInGap++;
      }
    }
    f.add(base + 31, Math.min(verbsInGap, 2), cueTag);
  }
}
