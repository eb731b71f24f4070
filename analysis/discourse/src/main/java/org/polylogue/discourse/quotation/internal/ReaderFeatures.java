package org.polylogue.discourse.quotation.internal;

import java.util.Optional;
import org.polylogue.discourse.attribution.AttributionReader.Odds;
import org.polylogue.discourse.quotation.internal.ContentFeatures.Candidate;

/**
 * What an {@link org.polylogue.discourse.attribution.AttributionReader} says, as features of each
 * decision. Adds nothing where a text was not read by one.
 */
final class ReaderFeatures {

  private static final int CUE = 5000;
  private static final int BOUNDARY = 5100;
  private static final int NONE = 5200;
  private static final int CONTENT = 5300;
  private static final int PART = 5400;
  private static final int REJECTION = 5600;
  private static final int SOURCE = 5700;
  private static final int CONTINUATION = 5800;

  /** Log odds beyond it, either way, are as good as it. */
  private static final float SURE = 8;

  private ReaderFeatures() {}

  private static int level(double odds) {
    return (int) Math.round(Math.max(-SURE, Math.min(SURE, odds)));
  }

  private static float value(double odds) {
    return (float) (Math.max(-SURE, Math.min(SURE, odds)) / SURE);
  }

  /** Half steps where it matters, around an even chance. */
  private static int fine(double odds) {
    return (int) Math.round(2 * Math.max(-4, Math.min(4, odds)));
  }

  private static float most(float[] odds, int from, int to) {
    float most = -2 * SURE;
    for (int i = from; i < to; i++) {
      most = Math.max(most, odds[i]);
    }
    return most;
  }

  private static float at(float[] odds, int i, int from, int to) {
    return i >= from && i < to ? odds[i] : -2 * SURE;
  }

  /** Of a word as the head of a cue. */
  static void cue(ParsedText t, int i, FeatureBuffer f) {
    Optional<Odds> said = t.odds;
    if (said.isEmpty()) {
      return;
    }
    Odds odds = said.get();
    int s = t.sentenceOf[i];
    int from = t.firstToken[s];
    int to = t.firstToken[s + 1];
    int cue = level(odds.cue()[i]);
    int coarse = t.tag[i].charAt(0);
    f.value(CUE, value(odds.cue()[i]));
    f.add(CUE + 1, cue);
    f.add(CUE + 2, cue, coarse);
    f.add(CUE + 3, cue, t.relHash[i]);
    f.add(CUE + 4, cue, level(odds.content()[i]));
    f.add(CUE + 5, cue, level(most(odds.begin(), i + 1, Math.min(to, i + 6))));
    f.add(CUE + 6, cue, level(most(odds.end(), from, i)));
    f.add(CUE + 7, cue, level(most(odds.source(), from, to)));
    int head = t.head[i];
    float above = head < 0 ? -2 * SURE : odds.cue()[head];
    f.add(CUE + 8, cue, level(above), t.relHash[i]);
    f.add(
        CUE + 9,
        cue,
        level(at(odds.cue(), i - 1, from, to)),
        level(at(odds.cue(), i + 1, from, to)));
    f.add(CUE + 10, fine(odds.cue()[i]));
  }

  /** Of a token as a boundary of the content. */
  static void boundary(ParsedText t, int cue, int i, int role, FeatureBuffer f) {
    Optional<Odds> said = t.odds;
    if (said.isEmpty()) {
      return;
    }
    Odds odds = said.get();
    boolean begins = role == ContentFeatures.BEGIN_BEFORE || role == ContentFeatures.BEGIN_AFTER;
    int s = t.sentenceOf[cue];
    int from = t.firstToken[s];
    int to = t.firstToken[s + 1];
    int base = BOUNDARY + 20 * role;
    float edge = begins ? odds.begin()[i] : odds.end()[i];
    int outer = begins ? i - 1 : i + 1;
    float inside = odds.content()[i];
    float outside = at(odds.content(), outer, from, to);
    f.value(base, value(edge));
    f.add(base + 1, level(edge));
    f.add(base + 2, level(edge), level(inside), level(outside));
    f.add(base + 3, level(inside), level(outside));
    f.value(base + 4, value(inside));
    f.value(base + 5, value(outside));
    f.add(base + 6, level(edge), level(at(odds.cue(), outer, from, to)));
    f.add(base + 7, level(edge), FeatureBuffer.bucket(i - cue));
    f.add(base + 8, fine(edge));
    f.add(base + 9, level(edge), t.markOf[i] >= 0 ? 1 : 0, t.markOf[cue] >= 0 ? 1 : 0);
  }

  /** Of no boundary on a side of the cue. */
  static void none(ParsedText t, int cue, int role, FeatureBuffer f) {
    Optional<Odds> said = t.odds;
    if (said.isEmpty()) {
      return;
    }
    Odds odds = said.get();
    int s = t.sentenceOf[cue];
    boolean before = role <= ContentFeatures.END_BEFORE;
    int from = before ? t.firstToken[s] : cue + 1;
    int to = before ? cue : t.firstToken[s + 1];
    boolean begins = role == ContentFeatures.BEGIN_BEFORE || role == ContentFeatures.BEGIN_AFTER;
    float edge = most(begins ? odds.begin() : odds.end(), from, to);
    int base = NONE + 20 * role;
    f.value(base, value(edge));
    f.add(base + 1, level(edge));
    f.add(base + 2, level(edge), level(most(odds.content(), from, to)));
    f.add(base + 3, level(odds.cue()[cue]), level(edge));
  }

  /** Of a candidate as the content of a cue. */
  static void content(ParsedText t, int cue, Candidate c, int shape, FeatureBuffer f) {
    Optional<Odds> said = t.odds;
    if (said.isEmpty()) {
      return;
    }
    Odds odds = said.get();
    f.add(CONTENT, shape, level(odds.cue()[cue]));
    if (c.hasBefore()) {
      part(t, odds, cue, c.b1(), c.e1(), PART, f);
    }
    if (c.hasAfter()) {
      part(t, odds, cue, c.b2(), c.e2(), PART + 100, f);
    }
  }

  private static void part(
      ParsedText t, Odds odds, int cue, int b, int e, int base, FeatureBuffer f) {
    float sum = 0;
    float least = 2 * SURE;
    for (int i = b; i <= e; i++) {
      sum += Math.max(-SURE, Math.min(SURE, odds.content()[i]));
      least = Math.min(least, odds.content()[i]);
    }
    double mean = sum / (e - b + 1);
    float begin = odds.begin()[b];
    float end = odds.end()[e];
    int from = t.firstToken[t.sentenceOf[b]];
    int to = t.firstToken[t.sentenceOf[e] + 1];
    int above = level(odds.cue()[cue]);
    f.value(base, value(mean));
    f.add(base + 1, level(mean));
    f.add(base + 2, level(mean), above);
    f.value(base + 3, value(begin));
    f.value(base + 4, value(end));
    f.add(base + 5, level(begin), level(end));
    f.add(base + 6, level((begin + end) / 2), above);
    f.add(base + 7, level(least), level(mean));
    float left = at(odds.content(), b - 1, from, to);
    float right = at(odds.content(), e + 1, from, to);
    f.add(base + 8, level(left), level(begin));
    f.add(base + 9, level(right), level(end));
    f.add(base + 10, level(left), level(right), level(mean));
    f.value(base + 11, value(Math.min(begin, end)));
    // another begin or end inside speaks for two contents, or for a shorter one
    f.add(base + 12, level(most(odds.end(), b, e)), level(end));
    f.add(base + 13, level(most(odds.begin(), b + 1, e + 1)), level(begin));
    f.add(base + 14, fine(end));
    f.add(base + 15, fine(begin));
  }

  /** Of a word as no cue. */
  static void rejection(ParsedText t, int cue, FeatureBuffer f) {
    Optional<Odds> said = t.odds;
    if (said.isEmpty()) {
      return;
    }
    Odds odds = said.get();
    int s = t.sentenceOf[cue];
    int from = t.firstToken[s];
    int to = t.firstToken[s + 1];
    float own = odds.cue()[cue];
    float content = most(odds.content(), from, to);
    f.value(REJECTION, value(own));
    f.add(REJECTION + 1, level(own));
    f.add(REJECTION + 2, level(own), level(content));
    f.add(REJECTION + 3, level(own), t.tagHash[cue]);
    f.add(
        REJECTION + 4,
        level(own),
        level(Math.max(most(odds.cue(), from, cue), most(odds.cue(), cue + 1, to))));
    f.add(REJECTION + 5, fine(own));
    f.value(REJECTION + 6, value(content));
    f.add(REJECTION + 7, level(own), level(most(odds.source(), from, to)));
  }

  /** Of a word as the head of the source. */
  static void source(ParsedText t, int cue, int i, FeatureBuffer f) {
    Optional<Odds> said = t.odds;
    if (said.isEmpty()) {
      return;
    }
    Odds odds = said.get();
    int own = level(odds.source()[i]);
    f.value(SOURCE, value(odds.source()[i]));
    f.add(SOURCE + 1, own);
    f.add(SOURCE + 2, own, t.tagHash[i]);
    f.add(SOURCE + 3, own, FeatureBuffer.bucket(i - cue));
    f.add(SOURCE + 4, own, level(odds.content()[i]));
    f.add(SOURCE + 5, own, t.path(i, cue));
  }

  /** Of nobody as the source. */
  static void noSource(ParsedText t, int cue, FeatureBuffer f) {
    Optional<Odds> said = t.odds;
    if (said.isEmpty()) {
      return;
    }
    int s = t.sentenceOf[cue];
    float most = most(said.get().source(), t.firstToken[s], t.firstToken[s + 1]);
    f.value(SOURCE + 10, value(most));
    f.add(SOURCE + 11, level(most));
    f.add(SOURCE + 12, level(most), t.tagHash[cue]);
  }

  /** Of a neighbouring sentence as one in which the content goes on. */
  static void continuation(
      ParsedText t, int from, int to, int state, boolean forward, FeatureBuffer f) {
    Optional<Odds> said = t.odds;
    if (said.isEmpty()) {
      return;
    }
    Odds odds = said.get();
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += Math.max(-SURE, Math.min(SURE, odds.content()[i]));
    }
    double mean = sum / (to - from + 1);
    int base = CONTINUATION + (forward ? 0 : 20);
    f.value(base, value(mean));
    f.add(base + 1, level(mean));
    f.add(base + 2, level(mean), state);
    f.add(base + 3, level(mean), level(most(odds.cue(), from, to + 1)));
    f.add(base + 4, level(mean), level(odds.begin()[from]), level(odds.end()[to]));
  }
}
