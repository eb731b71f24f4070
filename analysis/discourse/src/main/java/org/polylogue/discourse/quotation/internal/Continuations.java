package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.quotation.internal.ContentFeatures.Candidate;

/** Lets contents go on in the sentences before and after them. Not thread-safe. */
final class Continuations {

  static final int MAX_SENTENCES = 30;

  /** Log odds that a content goes on where its marks do. */
  private static final double CERTAIN = 5;

  /** A sentence, or the marked part of it, that a content may go on in. */
  private record Step(int sentence, int[] part, double score) {}

  /** A content with what it goes on in, nearest sentence first. */
  record Grown(List<int[]> core, List<Step> before, List<Step> after) {

    /** Token ranges in order, ends included. */
    List<int[]> parts() {
      List<int[]> parts = new ArrayList<>();
      for (int i = before.size() - 1; i >= 0; i--) {
        parts.add(before.get(i).part);
      }
      parts.addAll(core);
      after.forEach(step -> parts.add(step.part));
      return parts;
    }
  }

  private final WeightTable table;
  private final ParsedText t;
  private final float[] cues;
  private final FeatureBuffer f = new FeatureBuffer();

  Continuations(WeightTable table, ParsedText t, float[] cues) {
    this.table = table;
    this.t = t;
    this.cues = cues;
  }

  Grown grow(int cue, Candidate content) {
    List<int[]> core = new ArrayList<>();
    if (content.hasBefore()) {
      core.add(new int[] {content.b1(), content.e1()});
    }
    if (content.hasAfter()) {
      core.add(new int[] {content.b2(), content.e2()});
    }
    int first = core.get(0)[0];
    int last = core.get(core.size() - 1)[1];
    List<Step> before =
        content.hasBefore() ? steps(cue, first, t.sentenceOf[first], false) : List.of();
    int end = Math.max(t.sentenceOf[cue], t.sentenceOf[last]);
    return new Grown(core, new ArrayList<>(before), steps(cue, last, end, true));
  }

  private List<Step> steps(int cue, int from, int sentence, boolean forward) {
    List<Step> steps = new ArrayList<>();
    int edge = from;
    for (int k = 1; k <= MAX_SENTENCES; k++) {
      int s = forward ? sentence + k : sentence - k;
      if (s < 0 || s >= t.sentences || t.firstToken[s] == t.firstToken[s + 1]) {
        break;
      }
      ContinuationFeatures.extract(t, cue, edge, s, forward, k, cues, f);
      double score = table.score(f);
      int next = forward ? t.firstToken[s] : t.firstToken[s + 1] - 1;
      if (sameMarks(cue, edge, next)) {
        score = Math.max(score, CERTAIN);
      }
      if (score <= 0) {
        break;
      }
      int[] part = ContinuationFeatures.part(t, s, forward);
      steps.add(new Step(s, part, score));
      edge = forward ? part[1] : part[0];
    }
    return steps;
  }

  /** Whether two tokens stand between the same pair of marks, and the cue does not. */
  private boolean sameMarks(int cue, int a, int b) {
    if (t.markOf[a] < 0 || t.markOf[b] < 0) {
      return false;
    }
    int range = ContinuationFeatures.outer(t, t.markOf[a]);
    boolean inside = t.markOf[cue] >= 0 && ContinuationFeatures.outer(t, t.markOf[cue]) == range;
    return t.marks.get(range).closed()
        && !inside
        && ContinuationFeatures.outer(t, t.markOf[b]) == range;
  }

  /** Gives a sentence that two contents would go on in from both sides to the surer one. */
  static void share(List<Grown> all) {
    Map<Integer, Double> forward = new HashMap<>();
    Map<Integer, Double> backward = new HashMap<>();
    for (Grown grown : all) {
      grown.after.forEach(step -> forward.merge(step.sentence, step.score, Math::max));
      grown.before.forEach(step -> backward.merge(step.sentence, step.score, Math::max));
    }
    for (Grown grown : all) {
      cut(grown.after, backward, true);
      cut(grown.before, forward, false);
    }
    Map<Integer, Grown> owners = new HashMap<>();
    for (Grown grown : all) {
      for (int[] part : grown.core) {
        for (int i = part[0]; i <= part[1]; i++) {
          owners.putIfAbsent(i, grown);
        }
      }
    }
    for (Grown grown : all) {
      cutOwned(grown, grown.after, owners);
      cutOwned(grown, grown.before, owners);
    }
  }

  /** Marked words that have a cue of their own are no part of what was said before. */
  private static void cutOwned(Grown grown, List<Step> steps, Map<Integer, Grown> owners) {
    for (int i = 0; i < steps.size(); i++) {
      int[] part = steps.get(i).part;
      Grown first = owners.getOrDefault(part[0], grown);
      Grown last = owners.getOrDefault(part[1], grown);
      if (first != grown && first == last) {
        steps.subList(i, steps.size()).clear();
        return;
      }
    }
  }

  private static void cut(List<Step> steps, Map<Integer, Double> others, boolean yields) {
    for (int i = 0; i < steps.size(); i++) {
      Double other = others.get(steps.get(i).sentence);
      if (other != null && (other > steps.get(i).score || yields && other == steps.get(i).score)) {
        steps.subList(i, steps.size()).clear();
        return;
      }
    }
  }

  /** The log odds of the likeliest cue of a sentence that stands outside marks. */
  static float bestCue(ParsedText t, float[] cues, int s) {
    float best = -20;
    for (int i = t.firstToken[s]; i < t.firstToken[s + 1]; i++) {
      if (t.markOf[i] < 0) {
        best = Math.max(best, cues[i]);
      }
    }
    return best;
  }
}
