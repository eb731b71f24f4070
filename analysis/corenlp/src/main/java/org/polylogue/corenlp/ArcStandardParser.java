package org.polylogue.corenlp;

import java.util.Arrays;
import java.util.List;
import org.polylogue.language.Sentence;

/**
 * A greedy arc-standard parser (Nivre 2004) over {@link TransitionNetwork}. It gives CoreNLP's
 * basic dependencies, without CoreNLP's object for each arc, and asks the network only where more
 * than one transition is possible. Linear in the sentence. Not thread-safe; the network may be
 * shared.
 */
final class ArcStandardParser {

  private static final int NONE = -1;
  private static final int NO_LABEL = 0;
  private static final int ROOT_LABEL = 1;

  private final TransitionNetwork network;
  private final TransitionNetwork.Scratch scratch;
  private int size;
  private int[] words = new int[64];
  private int[] tags = new int[64];
  private int[] heads = new int[64];
  private int[] labels = new int[64];
  private int[] left = new int[64];
  private int[] secondLeft = new int[64];
  private int[] right = new int[64];
  private int[] secondRight = new int[64];
  private int[] stack = new int[64];
  private int depth;
  private int next;

  ArcStandardParser(TransitionNetwork network) {
    this.network = network;
    this.scratch = network.scratch();
  }

  /**
   * Parses a sentence.
   *
   * @param forms the words as the tokenizer normalises them
   * @param sentenceTags their tags
   * @param headPositions takes the heads, counted from 0; {@link Sentence#NO_HEAD} for the root
   * @param relations takes the relations
   */
  void parse(
      List<String> forms, List<String> sentenceTags, int[] headPositions, String[] relations) {
    start(forms, sentenceTags);
    while (depth > 1 || next <= size) {
      if (depth < 3 && next <= size) {
        stack[depth++] = next++;
      } else if (depth == 2) {
        attachTop(ROOT_LABEL);
      } else {
        apply(best());
      }
    }
    for (int i = 1; i <= size; i++) {
      headPositions[i - 1] = heads[i] == 0 ? Sentence.NO_HEAD : heads[i] - 1;
      relations[i - 1] = network.label(labels[i]);
    }
    markPassiveSubjects(headPositions, relations);
  }

  /** A subject whose verb has a passive auxiliary is a passive subject, whatever was predicted. */
  private void markPassiveSubjects(int[] headPositions, String[] relations) {
    for (int i = 0; i < size; i++) {
      if (relations[i].equals("aux:pass") && headPositions[i] != Sentence.NO_HEAD) {
        for (int j = left[headPositions[i] + 1] - 1; j >= 0 && j < size; j++) {
          if (headPositions[j] == headPositions[i]
              && (relations[j].equals("nsubj") || relations[j].equals("csubj"))) {
            relations[j] = relations[j] + ":pass";
          }
          if (j >= i) {
            break;
          }
        }
      }
    }
  }

  private void start(List<String> forms, List<String> sentenceTags) {
    size = forms.size();
    if (words.length <= size) {
      int length = size * 2;
      words = new int[length];
      tags = new int[length];
      heads = new int[length];
      labels = new int[length];
      left = new int[length];
      secondLeft = new int[length];
      right = new int[length];
      secondRight = new int[length];
      stack = new int[length];
    }
    words[0] = network.rootWord();
    tags[0] = network.rootTag();
    for (int i = 0; i < size; i++) {
      words[i + 1] = network.wordId(forms.get(i));
      tags[i + 1] = network.tagId(sentenceTags.get(i));
    }
    for (int[] links : new int[][] {heads, left, secondLeft, right, secondRight}) {
      Arrays.fill(links, 0, size + 1, NONE);
    }
    stack[0] = 0;
    depth = 1;
    next = 1;
  }

  /** The best transition of those possible with at least two words on the stack. */
  private int best() {
    features();
    network.score(scratch);
    float[] scores = scratch.scores;
    int kinds = network.labelCount() - 1;
    int best = NONE;
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < 2 * kinds; i++) {
      if (scores[i] > highest && i % kinds != 0) {
        highest = scores[i];
        best = i;
      }
    }
    return next <= size && scores[2 * kinds] > highest ? 2 * kinds : best;
  }

  private void apply(int transition) {
    int kinds = network.labelCount() - 1;
    if (transition < kinds) {
      int dependent = stack[depth - 2];
      int head = stack[depth - 1];
      heads[dependent] = head;
      labels[dependent] = transition + 1;
      secondLeft[head] = left[head];
      left[head] = dependent;
      stack[depth - 2] = head;
      depth--;
    } else if (transition < 2 * kinds) {
      attachTop(transition - kinds + 1);
    } else {
      stack[depth++] = next++;
    }
  }

  private void attachTop(int label) {
    int dependent = stack[--depth];
    int head = stack[depth - 1];
    heads[dependent] = head;
    labels[dependent] = label;
    secondRight[head] = right[head];
    right[head] = dependent;
  }

  private void features() {
    for (int i = 0; i < 3; i++) {
      word(i, depth - 3 + i >= 0 ? stack[depth - 3 + i] : NONE);
      word(3 + i, next + i <= size ? next + i : NONE);
    }
    for (int i = 0; i < 2; i++) {
      int head = stack[depth - 1 - i];
      int at = 6 + 6 * i;
      child(at, left[head]);
      child(at + 1, right[head]);
      child(at + 2, secondLeft[head]);
      child(at + 3, secondRight[head]);
      child(at + 4, left[head] == NONE ? NONE : left[left[head]]);
      child(at + 5, right[head] == NONE ? NONE : right[right[head]]);
    }
  }

  private void child(int feature, int position) {
    word(feature, position);
    scratch.relations[feature - 6] = position == NONE ? NO_LABEL : labels[position];
  }

  private void word(int feature, int position) {
    scratch.words[feature] = position == NONE ? network.nullWord() : words[position];
    scratch.tags[feature] = position == NONE ? network.nullTag() : tags[position];
  }
}
