package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.polylogue.discourse.quotation.internal.ContentFeatures.Candidate;
import org.polylogue.text.Extents;
import org.polylogue.text.Span;

/** Finds cues, contents and sources with trained linear models. */
public final class AttributionDecoder {

  /** Token ranges, ends included. */
  record Found(int cue, List<int[]> content, int source, double confidence) {}

  /** Words that score less are no cases to learn contents from. */
  static final double CUE_FLOOR = -2.5;

  /** Words that score less are not looked at when the models are applied. */
  private static final double LIKELY = -2;

  /** Contents whose boundaries are less likely than the likeliest ones by so much are not tried. */
  private static final double FAR = 5.5;

  /** Fewer tokens in marks, the marks among them, are a word or two. */
  private static final int FEW = 5;

  /** By how much the threshold is higher for words in marks, which may be no speech at all. */
  private static final double MARKED = 1.5;

  /** How much of the way to certainty the threshold is raised for a word or two in marks. */
  private static final double SHORT_MARKS = 0.6;

  /** Longer sentences are lists or noise; trees of them are not to be trusted. */
  private static final int MAX_SENTENCE = 250;

  private static final Set<String> CALLS = QuotationWords.list("call");

  private final AttributionModels models;
  private final double threshold;

  /**
   * A decoder.
   *
   * @param models the weights
   * @param threshold attributions less sure are dropped, 0 to 1
   */
  public AttributionDecoder(AttributionModels models, double threshold) {
    this.models = models;
    this.threshold = threshold;
  }

  static final int BEGINS = 6;
  static final int ENDS = 7;
  static final int PAIRS = 4;

  static float[] cueScores(WeightTable table, ParsedText t) {
    float[] scores = new float[t.size];
    FeatureBuffer f = new FeatureBuffer();
    for (int i = 0; i < t.size; i++) {
      int s = t.sentenceOf[i];
      if (t.parsed[s]
          && t.firstToken[s + 1] - t.firstToken[s] <= MAX_SENTENCE
          && CueFeatures.candidate(t, i)) {
        CueFeatures.extract(t, i, f);
        scores[i] = (float) table.score(f);
      } else {
        scores[i] = -20;
      }
    }
    return scores;
  }

  /**
   * Log probabilities of the boundary tokens of one role; the last entry is that of no such
   * boundary.
   */
  private static double[] boundaries(
      WeightTable table, ParsedText t, int cue, int role, FeatureBuffer f) {
    int s = t.sentenceOf[cue];
    boolean beforeCue = role <= ContentFeatures.END_BEFORE;
    int from = beforeCue ? t.firstToken[s] : cue + 1;
    int to = beforeCue ? cue : t.firstToken[s + 1];
    double[] score = new double[to - from + 1];
    for (int i = from; i < to; i++) {
      ContentFeatures.boundary(t, cue, i, role, f);
      score[i - from] = table.score(f);
    }
    ContentFeatures.none(t, cue, role, f);
    score[to - from] = table.score(f);
    double max = Arrays.stream(score).max().orElse(0);
    double z = 0;
    for (double v : score) {
      z += StrictMath.exp(v - max);
    }
    double log = max + StrictMath.log(z);
    for (int i = 0; i < score.length; i++) {
      score[i] -= log;
    }
    return score;
  }

  private static int[] best(double[] score, int n, int k) {
    int[] top = new int[Math.min(k, n)];
    boolean[] used = new boolean[n];
    for (int j = 0; j < top.length; j++) {
      int b = -1;
      for (int i = 0; i < n; i++) {
        if (!used[i] && (b < 0 || score[i] > score[b])) {
          b = i;
        }
      }
      used[b] = true;
      top[j] = b;
    }
    return top;
  }

  private record Side(int b, int e, double s) {}

  private static List<Side> sides(double[] begin, double[] end, int offset) {
    int n = begin.length - 1;
    List<Side> out = new ArrayList<>();
    for (int b : best(begin, n, BEGINS)) {
      for (int e : best(end, n, ENDS)) {
        if (e >= b) {
          out.add(new Side(b + offset, e + offset, begin[b] + end[e]));
        }
      }
    }
    out.sort(
        Comparator.comparingDouble((Side x) -> -x.s)
            .thenComparingInt(x -> x.b)
            .thenComparingInt(x -> x.e));
    return out.size() > 24 ? new ArrayList<>(out.subList(0, 24)) : out;
  }

  static List<Candidate> candidates(WeightTable table, ParsedText t, int cue, FeatureBuffer f) {
    int s = t.sentenceOf[cue];
    double[] bb = boundaries(table, t, cue, ContentFeatures.BEGIN_BEFORE, f);
    double[] eb = boundaries(table, t, cue, ContentFeatures.END_BEFORE, f);
    double[] ba = boundaries(table, t, cue, ContentFeatures.BEGIN_AFTER, f);
    double[] ea = boundaries(table, t, cue, ContentFeatures.END_AFTER, f);
    double noBefore = bb[bb.length - 1] + eb[eb.length - 1];
    double noAfter = ba[ba.length - 1] + ea[ea.length - 1];
    List<Side> before = sides(bb, eb, t.firstToken[s]);
    List<Side> after = sides(ba, ea, cue + 1);
    List<Candidate> out = new ArrayList<>();
    for (Side x : before) {
      out.add(new Candidate(x.b, x.e, -1, -1, x.s, noAfter));
    }
    for (Side x : after) {
      out.add(new Candidate(-1, -1, x.b, x.e, noBefore, x.s));
    }
    for (int i = 0; i < Math.min(PAIRS, before.size()); i++) {
      for (int j = 0; j < Math.min(PAIRS, after.size()); j++) {
        Side x = before.get(i);
        Side y = after.get(j);
        out.add(new Candidate(x.b, x.e, y.b, y.e, x.s, y.s));
      }
    }
    out.sort(Comparator.comparingDouble((Candidate c) -> -(c.s1() + c.s2())));
    List<Candidate> all = out.size() > 40 ? new ArrayList<>(out.subList(0, 40)) : out;
    neighbours(t, cue, before, after, noBefore, noAfter, all);
    return all;
  }

  /** Marked words that stand in the sentence before or after, as in {@code "Why?" she asked.} */
  private static void neighbours(
      ParsedText t,
      int cue,
      List<Side> before,
      List<Side> after,
      double noBefore,
      double noAfter,
      List<Candidate> out) {
    int s = t.sentenceOf[cue];
    if (s > 0
        && t.firstToken[s] > t.firstToken[s - 1]
        && t.markOf[t.firstToken[s] - 1] >= 0
        && cue - t.firstToken[s] < 25) {
      int[] p = ContinuationFeatures.part(t, s - 1, false);
      out.add(new Candidate(p[0], p[1], -1, -1, noBefore, noAfter));
      for (int j = 0; j < Math.min(PAIRS, after.size()); j++) {
        Side y = after.get(j);
        out.add(new Candidate(p[0], p[1], y.b, y.e, noBefore, y.s));
      }
    }
    int last = t.firstToken[s + 1] - 1;
    if (s + 1 < t.sentences
        && t.firstToken[s + 2] > t.firstToken[s + 1]
        && (t.markOf[t.firstToken[s + 1]] >= 0 || t.word[last].equals(":"))) {
      int[] p = ContinuationFeatures.part(t, s + 1, true);
      out.add(new Candidate(-1, -1, p[0], p[1], noBefore, noAfter));
    }
  }

  /** Drops contents in the sentence of the cue whose boundaries are unlikely beside the best. */
  private static void prune(ParsedText t, int cue, List<Candidate> candidates) {
    double best = Double.NEGATIVE_INFINITY;
    for (Candidate c : candidates) {
      best = Math.max(best, c.s1() + c.s2());
    }
    double least = best - FAR;
    int s = t.sentenceOf[cue];
    candidates.removeIf(
        c -> c.s1() + c.s2() < least && t.sentenceOf[c.hasBefore() ? c.b1() : c.b2()] == s);
  }

  static List<Span> spans(ParsedText t, Candidate a) {
    if (a.hasBefore() && a.hasAfter()) {
      return List.of(
          new Span(t.charStart[a.b1()], t.charEnd[a.e1()]),
          new Span(t.charStart[a.b2()], t.charEnd[a.e2()]));
    }
    return a.hasBefore()
        ? List.of(new Span(t.charStart[a.b1()], t.charEnd[a.e1()]))
        : List.of(new Span(t.charStart[a.b2()], t.charEnd[a.e2()]));
  }

  private static List<Span> spans(ParsedText t, List<int[]> parts) {
    List<Span> out = new ArrayList<>();
    for (int[] part : parts) {
      out.add(new Span(t.charStart[part[0]], t.charEnd[part[1]]));
    }
    return out;
  }

  /** Log odds of each word to head a cue. */
  float[] cueScores(ParsedText t) {
    return cueScores(models.cue(), t);
  }

  /**
   * Finds the attributions.
   *
   * @param t the text
   * @param cues what {@link #cueScores(ParsedText)} gave for it
   * @return in order of their cues
   */
  List<Found> decode(ParsedText t, float[] cues) {
    FeatureBuffer f = new FeatureBuffer();
    List<Found> out = new ArrayList<>();
    Continuations continuations = new Continuations(models.continuation(), t, cues);
    List<Continuations.Grown> grown = new ArrayList<>();
    for (int cue = 0; cue < t.size; cue++) {
      if (cues[cue] >= LIKELY) {
        Choice choice = choose(t, cue, cues, f);
        if (choice != null && choice.confidence >= threshold(t, cue, choice.content)) {
          out.add(new Found(cue, List.of(), source(t, cue, choice.content, f), choice.confidence));
          grown.add(continuations.grow(cue, choice.content));
        }
      }
    }
    Continuations.share(grown);
    for (int i = 0; i < grown.size(); i++) {
      Found a = out.get(i);
      out.set(i, new Found(a.cue, grown.get(i).parts(), a.source, a.confidence));
    }
    return resolve(t, out);
  }

  /** Whether a token beside a content stands between the same marks as its last one. */
  private static boolean goesOn(ParsedText t, int last, int beside) {
    return beside >= 0
        && beside < t.size
        && t.markOf[last] >= 0
        && t.markOf[beside] == t.markOf[last];
  }

  private record Choice(Candidate content, double confidence) {}

  /**
   * A word or two in marks are a scare quote more often than an utterance, unless the cue is a verb
   * that takes them ("called it “a trap”").
   */
  private double threshold(ParsedText t, int cue, Candidate c) {
    int marked = 0;
    for (int[] part : new int[][] {{c.b1(), c.e1()}, {c.b2(), c.e2()}}) {
      for (int i = part[0]; i >= 0 && i <= part[1]; i++) {
        marked += t.markOf[i] >= 0 ? 1 : 0;
      }
      if (part[0] >= 0 && (goesOn(t, part[0], part[0] - 1) || goesOn(t, part[1], part[1] + 1))) {
        marked += FEW;
      }
    }
    double least = marked == 0 ? threshold : Math.min(1, MARKED * threshold);
    boolean called =
        c.b2() > cue && CALLS.contains(t.lemma[cue]) && !t.relation[cue].startsWith("acl");
    return marked == 0 || marked >= FEW || called ? least : least + SHORT_MARKS * (1 - least);
  }

  /**
   * The content of a cue that has the most probability among those nearly equal to it, null if the
   * cue is rejected.
   */
  private Choice choose(ParsedText t, int cue, float[] cues, FeatureBuffer f) {
    List<Candidate> candidates = candidates(models.boundary(), t, cue, f);
    if (candidates.isEmpty()) {
      return null;
    }
    prune(t, cue, candidates);
    double[] p = new double[candidates.size() + 1];
    RejectionFeatures.extract(t, cue, cues, f);
    p[p.length - 1] = models.content().score(f);
    for (int i = 0; i < candidates.size(); i++) {
      ContentFeatures.candidate(t, cue, candidates.get(i), cues[cue], f);
      p[i] = models.content().score(f);
    }
    softmax(p);
    double accept = 1 - p[p.length - 1];
    if (accept < threshold * 0.5) {
      return null;
    }
    int best = -1;
    double most = 0;
    for (int i = 0; i < candidates.size(); i++) {
      if (p[i] < 0.02 && best >= 0) {
        continue;
      }
      double sum = p[i] * 0.001;
      for (int j = 0; j < candidates.size(); j++) {
        if (p[j] > 0.01
            && Extents.jaccard(spans(t, candidates.get(i)), spans(t, candidates.get(j))) >= 0.8) {
          sum += p[j];
        }
      }
      if (sum > most) {
        most = sum;
        best = i;
      }
    }
    return best < 0
        ? null
        : new Choice(candidates.get(best), accept * 0.5 + Math.min(1, most) * 0.5);
  }

  /** Two cues that claim the same words: the surer one stays. */
  private static List<Found> resolve(ParsedText t, List<Found> found) {
    List<Found> kept = new ArrayList<>();
    for (Found a : found) {
      boolean keep = true;
      for (int k = kept.size() - 1; k >= 0 && k > kept.size() - 12; k--) {
        Found b = kept.get(k);
        if (Extents.jaccard(spans(t, a.content), spans(t, b.content)) > 0.7) {
          if (a.confidence > b.confidence) {
            kept.remove(k);
          } else {
            keep = false;
            break;
          }
        }
      }
      if (keep) {
        kept.add(a);
      }
    }
    return kept;
  }

  static void softmax(double[] p) {
    double max = Double.NEGATIVE_INFINITY;
    for (double v : p) {
      max = Math.max(max, v);
    }
    double z = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = StrictMath.exp(p[i] - max);
      z += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= z;
    }
  }

  /** The head of a cue's source where no content is in its sentence, −1 for none. */
  int source(ParsedText t, int cue) {
    return source(t, cue, new Candidate(-1, -2, -1, -2, 0, 0), new FeatureBuffer());
  }

  private int source(ParsedText t, int cue, Candidate c, FeatureBuffer f) {
    int s = t.sentenceOf[cue];
    SourceFeatures.none(t, cue, f);
    double best = models.source().score(f);
    int at = -1;
    for (int i = t.firstToken[s]; i < t.firstToken[s + 1]; i++) {
      if (SourceFeatures.candidate(t, i)) {
        boolean in = i >= c.b1() && i <= c.e1() || i >= c.b2() && i <= c.e2();
        SourceFeatures.extract(t, cue, i, in, f);
        double v = models.source().score(f);
        if (v > best) {
          best = v;
          at = i;
        }
      }
    }
    return at < 0 || isObject(t, cue, at) ? subject(t, cue, c) : at;
  }

  /** Whether a participle without a subject tells what was done to a noun: "the man accused of". */
  private static boolean isObject(ParsedText t, int cue, int noun) {
    return t.head[cue] == noun && t.relation[cue].equals("acl") && t.tag[cue].equals("VBN");
  }

  /** The subject of an active cue where it is a name outside the content, −1 for none. */
  private static int subject(ParsedText t, int cue, Candidate c) {
    int at = t.child(cue, "nsubj");
    boolean in = at >= c.b1() && at <= c.e1() || at >= c.b2() && at <= c.e2();
    return at >= 0 && !in && t.tag[at].startsWith("NN") ? at : -1;
  }
}
