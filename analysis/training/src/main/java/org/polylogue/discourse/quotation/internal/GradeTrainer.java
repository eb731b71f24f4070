package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.List;
import org.polylogue.text.Span;

/** Trains the {@link Grader}. */
public final class GradeTrainer {

  /** The number of the answer that nothing is attributed. */
  public static final int NOTHING = Grader.NOTHING;

  private static final int MIN_DOCUMENTS = 2;

  /** Sentences before and after the content in which its cue is looked for. */
  private static final int NEAR = 2;

  /**
   * A graded attribution.
   *
   * @param document number of the document
   * @param text the document
   * @param content what is attributed
   * @param cue the words that announce it
   * @param comment whether the document is a comment
   * @param grade number of the grade or {@link #NOTHING}
   */
  public record Case(
      int document, ParsedText text, List<Span> content, String cue, boolean comment, int grade) {}

  private GradeTrainer() {}

  /**
   * Trains a grader.
   *
   * @param decoder tells the sources
   * @param cases in a fixed order; one whose cue is not in its text near the content is left out
   * @return the grader
   */
  public static Grader train(AttributionDecoder decoder, List<Case> cases) {
    ConditionalLogit logit = new ConditionalLogit();
    FeatureBuffer features = new FeatureBuffer();
    for (Case one : cases) {
      List<int[]> content = tokens(one.text, one.content);
      int cue = content.isEmpty() ? -1 : cue(one.text, content, one.cue);
      if (cue < 0) {
        continue;
      }
      int source = decoder.source(one.text, cue);
      logit.group(one.document);
      for (int grade = 0; grade <= NOTHING; grade++) {
        GradeFeatures.extract(one.text, cue, source, content, one.comment, grade, features);
        logit.candidate(features, grade == one.grade);
      }
    }
    return new Grader(logit.train(0, 0, MIN_DOCUMENTS, 0));
  }

  private static List<int[]> tokens(ParsedText t, List<Span> spans) {
    List<int[]> parts = new ArrayList<>();
    for (Span span : spans) {
      int first = -1;
      int last = -1;
      for (int i = t.tokenAt(span.start()); i < t.size && t.charStart[i] < span.end(); i++) {
        if (t.charEnd[i] > span.start()) {
          first = first < 0 ? i : first;
          last = i;
        }
      }
      if (first >= 0) {
        parts.add(new int[] {first, last});
      }
    }
    return parts;
  }

  /** The head of the words that stand nearest to the content, -1 for none. */
  private static int cue(ParsedText t, List<int[]> content, String words) {
    int[] last = content.get(content.size() - 1);
    int from = t.firstToken[Math.max(0, t.sentenceOf[content.get(0)[0]] - NEAR)];
    int to = t.firstToken[Math.min(t.sentences, t.sentenceOf[last[1]] + NEAR + 1)];
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      int end = t.charStart[i] + words.length();
      if (end <= t.text.length() && same(t.text, t.charStart[i], words)) {
        int head = head(t, i, end);
        int distance = distance(content, head);
        if (distance < least) {
          least = distance;
          best = head;
        }
      }
    }
    return best;
  }

  private static boolean same(String text, int at, String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = text.charAt(at + i);
      if (c != words.charAt(i) && !(Character.isWhitespace(c) && words.charAt(i) == ' ')) {
        return false;
      }
    }
    return true;
  }

  private static int head(ParsedText t, int first, int end) {
    int head = -1;
    for (int i = first; i < t.size && t.charEnd[i] <= end; i++) {
      if (CueFeatures.candidate(t, i) && (head < 0 || t.depth[i] < t.depth[head])) {
        head = i;
      }
    }
    return head < 0 ? first : head;
  }

  private static int distance(List<int[]> content, int token) {
    int least = Integer.MAX_VALUE;
    for (int[] part : content) {
      int distance = token < part[0] ? part[0] - token : token > part[1] ? token - part[1] : 5;
      least = Math.min(least, distance);
    }
    return least;
  }
}
