package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polylogue.discourse.quotation.internal.ContentFeatures.Candidate;
import org.polylogue.text.Extents;
import org.polylogue.text.Span;

/**
 * Trains the decisions about attributions. The later decisions see what the earlier ones say of
 * documents that they were not trained on (jackknifing), as they will when applied.
 */
public final class AttributionTrainer {

  /**
   * An attribution as annotated.
   *
   * @param content segments in order, at least one
   * @param cue segments, possibly none
   * @param source segments, possibly none
   */
  public record Gold(List<Span> content, List<Span> cue, List<Span> source) {}

  /**
   * A document with its attributions.
   *
   * @param text the parsed text
   * @param gold the attributions
   */
  public record Example(ParsedText text, List<Gold> gold) {}

  private record Aligned(int cue, boolean[] in, int first, int last, Gold gold) {

    boolean any(int from, int to) {
      for (int i = Math.max(from, first); i < Math.min(to, last + 1); i++) {
        if (in[i - first]) {
          return true;
        }
      }
      return false;
    }

    boolean holds(int token) {
      return token >= first && token <= last && in[token - first];
    }
  }

  private static final int FOLDS = 4;
  private static final int MIN_DOCUMENTS = 3;
  private static final double MIN_WEIGHT = 0.045;

  private final List<ParsedText> texts = new ArrayList<>();
  private final List<List<Aligned>> aligned = new ArrayList<>();
  private final FeatureBuffer features = new FeatureBuffer();
  private final FeatureBuffer empty = new FeatureBuffer();

  private AttributionTrainer(List<Example> examples) {
    for (Example example : examples) {
      texts.add(example.text());
      List<Aligned> found = new ArrayList<>();
      for (Gold gold : example.gold()) {
        Aligned a = align(example.text(), gold);
        if (a != null) {
          found.add(a);
        }
      }
      aligned.add(found);
    }
  }

  /**
   * Trains all models.
   *
   * @param examples documents in a fixed order; the same ones give the same models
   * @return the models
   */
  public static AttributionModels train(List<Example> examples) {
    return new AttributionTrainer(examples).train();
  }

  private AttributionModels train() {
    ConditionalLogit cases = cues(false);
    WeightTable gate = cases.train(0, 0, MIN_DOCUMENTS, MIN_WEIGHT);
    cases = cues(true);
    WeightTable[] foldCue = new WeightTable[FOLDS];
    float[][] cueScores = new float[texts.size()][];
    for (int k = 0; k < FOLDS; k++) {
      foldCue[k] = cases.train(FOLDS, k, MIN_DOCUMENTS, MIN_WEIGHT);
      for (int d = k; d < texts.size(); d += FOLDS) {
        cueScores[d] = AttributionDecoder.cueScores(foldCue[k], texts.get(d));
      }
    }
    WeightTable cue = cases.train(0, 0, MIN_DOCUMENTS, MIN_WEIGHT);
    cases = boundaries();
    WeightTable[] foldBoundary = new WeightTable[FOLDS];
    for (int k = 0; k < FOLDS; k++) {
      foldBoundary[k] = cases.train(FOLDS, k, MIN_DOCUMENTS, MIN_WEIGHT);
    }
    WeightTable boundary = cases.train(0, 0, MIN_DOCUMENTS, MIN_WEIGHT);
    cases = contents(cueScores, foldBoundary);
    WeightTable content = cases.train(0, 0, MIN_DOCUMENTS, MIN_WEIGHT);
    WeightTable source = sources().train(0, 0, MIN_DOCUMENTS, MIN_WEIGHT);
    WeightTable continuation = continuations(cueScores).train(0, 0, MIN_DOCUMENTS, MIN_WEIGHT);
    return new AttributionModels(gate, cue, boundary, content, source, continuation);
  }

  private static boolean covers(List<Span> spans, int begin, int end) {
    for (Span span : spans) {
      int shared = Math.min(span.end(), end) - Math.max(span.start(), begin);
      if (shared > 0 && 2 * shared >= end - begin) {
        return true;
      }
    }
    return false;
  }

  /** The shallowest candidate word of the cue, and the tokens of the content. */
  private static Aligned align(ParsedText t, Gold gold) {
    int cue = -1;
    int first = -1;
    int last = -1;
    for (int i = 0; i < t.size; i++) {
      if (covers(gold.cue(), t.charStart[i], t.charEnd[i])
          && CueFeatures.candidate(t, i)
          && (cue < 0 || t.depth[i] < t.depth[cue])) {
        cue = i;
      }
      if (covers(gold.content(), t.charStart[i], t.charEnd[i])) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (cue < 0 || first < 0) {
      return null;
    }
    boolean[] in = new boolean[last - first + 1];
    for (int i = first; i <= last; i++) {
      in[i - first] = covers(gold.content(), t.charStart[i], t.charEnd[i]);
    }
    return new Aligned(cue, in, first, last, gold);
  }

  private ConditionalLogit cues(boolean parsed) {
    ConditionalLogit cases = new ConditionalLogit();
    for (int d = 0; d < texts.size(); d++) {
      ParsedText t = texts.get(d);
      Set<Integer> heads = new HashSet<>();
      aligned.get(d).forEach(a -> heads.add(a.cue()));
      for (int i = 0; i < t.size; i++) {
        if (CueFeatures.candidate(t, i)) {
          if (parsed) {
            CueFeatures.extract(t, i, features);
          } else {
            int s = t.sentenceOf[i];
            GateFeatures.extract(t.lemma, t.tag, t.firstToken[s], t.firstToken[s + 1], i, features);
          }
          boolean yes = heads.contains(i);
          cases.group(d);
          cases.candidate(features, yes);
          cases.candidate(empty, !yes);
        }
      }
    }
    return cases;
  }

  private ConditionalLogit boundaries() {
    ConditionalLogit cases = new ConditionalLogit();
    for (int d = 0; d < texts.size(); d++) {
      ParsedText t = texts.get(d);
      for (Aligned a : aligned.get(d)) {
        int s = t.sentenceOf[a.cue()];
        if (!a.any(t.firstToken[s], a.cue()) && !a.any(a.cue() + 1, t.firstToken[s + 1])) {
          continue;
        }
        for (int role = 0; role < 4; role++) {
          boolean before = role <= ContentFeatures.END_BEFORE;
          int from = before ? t.firstToken[s] : a.cue() + 1;
          int to = before ? a.cue() : t.firstToken[s + 1];
          int gold = edge(a, from, to, role % 2 == 0);
          cases.group(d);
          for (int i = from; i < to; i++) {
            ContentFeatures.boundary(t, a.cue(), i, role, features);
            cases.candidate(features, i == gold);
          }
          ContentFeatures.none(t, a.cue(), role, features);
          cases.candidate(features, gold < 0);
        }
      }
    }
    return cases;
  }

  private static int edge(Aligned a, int from, int to, boolean first) {
    int found = -1;
    for (int i = from; i < to; i++) {
      if (a.holds(i)) {
        if (first) {
          return i;
        }
        found = i;
      }
    }
    return found;
  }

  /** The sentences in which the content's first part is looked for. */
  private static int[] window(ParsedText t, Aligned a) {
    int s = t.sentenceOf[a.cue()];
    boolean here = a.any(t.firstToken[s], t.firstToken[s + 1]);
    boolean before = a.any(t.firstToken[s], a.cue());
    boolean previous = s > 0 && a.any(t.firstToken[s - 1], t.firstToken[s]);
    boolean next = s + 1 < t.sentences && a.any(t.firstToken[s + 1], t.firstToken[s + 2]);
    boolean back = previous && !before;
    return new int[] {back ? s - 1 : s, next && !here && !back ? s + 1 : s};
  }

  private ConditionalLogit contents(float[][] cueScores, WeightTable[] foldBoundary) {
    ConditionalLogit cases = new ConditionalLogit();
    for (int d = 0; d < texts.size(); d++) {
      ParsedText t = texts.get(d);
      Map<Integer, List<Aligned>> byCue = new HashMap<>();
      aligned.get(d).forEach(a -> byCue.computeIfAbsent(a.cue(), k -> new ArrayList<>()).add(a));
      for (int i = 0; i < t.size; i++) {
        List<Aligned> gold = byCue.getOrDefault(i, List.of());
        if (gold.isEmpty() && cueScores[d][i] < AttributionDecoder.CUE_FLOOR) {
          continue;
        }
        List<Candidate> candidates =
            AttributionDecoder.candidates(foldBoundary[d % FOLDS], t, i, features);
        double[] fit = new double[candidates.size()];
        double best = 0;
        for (Aligned a : gold) {
          int[] w = window(t, a);
          List<Span> inside =
              clip(
                  a.gold().content(),
                  t.charStart[t.firstToken[w[0]]],
                  t.charEnd[t.firstToken[w[1] + 1] - 1]);
          for (int k = 0; k < fit.length && !inside.isEmpty(); k++) {
            fit[k] =
                Math.max(
                    fit[k],
                    Extents.jaccard(AttributionDecoder.spans(t, candidates.get(k)), inside));
            best = Math.max(best, fit[k]);
          }
        }
        if (candidates.isEmpty() || !gold.isEmpty() && best < 0.5) {
          continue;
        }
        double cut = Math.max(0.5, Math.min(0.9, best - 1e-9));
        cases.group(d);
        for (int k = 0; k < fit.length; k++) {
          ContentFeatures.candidate(t, i, candidates.get(k), cueScores[d][i], features);
          cases.candidate(features, !gold.isEmpty() && fit[k] >= cut);
        }
        RejectionFeatures.extract(t, i, cueScores[d], features);
        cases.candidate(features, gold.isEmpty());
      }
    }
    return cases;
  }

  private static List<Span> clip(List<Span> spans, int from, int to) {
    List<Span> out = new ArrayList<>();
    for (Span span : spans) {
      if (span.end() > from && span.start() < to) {
        out.add(new Span(Math.max(from, span.start()), Math.min(to, span.end())));
      }
    }
    return out;
  }

  private ConditionalLogit sources() {
    ConditionalLogit cases = new ConditionalLogit();
    for (int d = 0; d < texts.size(); d++) {
      ParsedText t = texts.get(d);
      for (Aligned a : aligned.get(d)) {
        int s = t.sentenceOf[a.cue()];
        int head = -1;
        for (int i = t.firstToken[s]; i < t.firstToken[s + 1]; i++) {
          if (SourceFeatures.candidate(t, i)
              && covers(a.gold().source(), t.charStart[i], t.charEnd[i])
              && (head < 0 || t.depth[i] < t.depth[head])) {
            head = i;
          }
        }
        if (head < 0 && !a.gold().source().isEmpty()) {
          continue;
        }
        cases.group(d);
        for (int i = t.firstToken[s]; i < t.firstToken[s + 1]; i++) {
          if (SourceFeatures.candidate(t, i)) {
            SourceFeatures.extract(t, a.cue(), i, a.holds(i), features);
            cases.candidate(features, i == head);
          }
        }
        SourceFeatures.none(t, a.cue(), features);
        cases.candidate(features, head < 0);
      }
    }
    return cases;
  }

  private ConditionalLogit continuations(float[][] cueScores) {
    ConditionalLogit cases = new ConditionalLogit();
    for (int d = 0; d < texts.size(); d++) {
      ParsedText t = texts.get(d);
      for (Aligned a : aligned.get(d)) {
        int[] w = window(t, a);
        int low = edge(a, t.firstToken[w[0]], t.firstToken[w[1] + 1], true);
        int high = edge(a, t.firstToken[w[0]], t.firstToken[w[1] + 1], false);
        if (low < 0) {
          continue;
        }
        if (low < a.cue()) {
          follow(cases, d, a, low, false, cueScores[d]);
        }
        follow(cases, d, a, high, true, cueScores[d]);
      }
    }
    return cases;
  }

  private void follow(
      ConditionalLogit cases, int d, Aligned a, int from, boolean forward, float[] cueScores) {
    ParsedText t = texts.get(d);
    int edge = from;
    int s = t.sentenceOf[from];
    if (forward) {
      s = Math.max(s, t.sentenceOf[a.cue()]);
    }
    for (int k = 1; k <= Continuations.MAX_SENTENCES; k++) {
      int n = forward ? s + k : s - k;
      if (n < 0 || n >= t.sentences) {
        return;
      }
      int[] part = ContinuationFeatures.part(t, n, forward);
      int inside = 0;
      for (int i = part[0]; i <= part[1]; i++) {
        inside += a.holds(i) ? 1 : 0;
      }
      boolean yes = inside * 2 > part[1] - part[0] + 1;
      ContinuationFeatures.extract(t, a.cue(), edge, n, forward, k, cueScores, features);
      cases.group(d);
      cases.candidate(features, yes);
      cases.candidate(empty, !yes);
      if (!yes) {
        return;
      }
      edge = forward ? part[1] : part[0];
    }
  }
}
