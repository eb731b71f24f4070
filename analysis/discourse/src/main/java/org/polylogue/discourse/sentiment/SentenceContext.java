package org.polylogue.discourse.sentiment;

import java.util.List;

/** What the features of every target of a sentence share, made once per sentence. */
final class SentenceContext {

  private static final int MAX_DEPTH = 64;

  final SentenceWords words;
  final Modifiers.Found found;
  final List<Opinion> opinions;

  /** For each token the opinion it belongs to, counted from 1; 0 for none. */
  final int[] opinionAt;

  /** Whether a token stands between quotation marks. */
  final boolean[] quoted;

  /** Distance of each token from its root, at most 64. */
  final int[] depth;

  private final int[][] children;

  SentenceContext(SentenceWords words, OpinionFinder finder) {
    this.words = words;
    found = finder.modifiers(words);
    opinions = finder.find(words, found);
    int n = words.size();
    opinionAt = new int[n];
    for (int k = 0; k < opinions.size(); k++) {
      for (int i = opinions.get(k).first(); i <= opinions.get(k).last(); i++) {
        opinionAt[i] = k + 1;
      }
    }
    quoted = quoted(words);
    children = children(words);
    depth = new int[n];
    for (int i = 0; i < n; i++) {
      int steps = 0;
      for (int j = words.head(i); j >= 0 && steps < MAX_DEPTH; j = words.head(j)) {
        steps++;
      }
      depth[i] = steps;
    }
  }

  int[] children(int i) {
    return children[i];
  }

  /** The token of a range whose head lies outside it; the last one if there is none. */
  int headOf(int first, int last) {
    for (int i = last; i >= first; i--) {
      int head = words.head(i);
      boolean outside = head < first || head > last;
      if (outside && words.sentence().isParsed() && !words.relation(i).equals("punct")) {
        return i;
      }
    }
    return last;
  }

  /** The dependent of a token with a relation; −1 if there is none. */
  int child(int i, String relation) {
    for (int child : children[i]) {
      if (words.relation(child).equals(relation)) {
        return child;
      }
    }
    return -1;
  }

  boolean negated(int i) {
    for (int child : children[i]) {
      if (found.is(Modifiers.Kind.NEGATOR, child)) {
        return true;
      }
    }
    return false;
  }

  private static int[][] children(SentenceWords words) {
    int n = words.size();
    int[] counts = new int[n];
    for (int i = 0; i < n; i++) {
      if (words.head(i) >= 0) {
        counts[words.head(i)]++;
      }
    }
    int[][] children = new int[n][];
    for (int i = 0; i < n; i++) {
      children[i] = new int[counts[i]];
      counts[i] = 0;
    }
    for (int i = 0; i < n; i++) {
      int head = words.head(i);
      if (head >= 0) {
        children[head][counts[head]++] = i;
      }
    }
    return children;
  }

  private static boolean[] quoted(SentenceWords words) {
    boolean[] quoted = new boolean[words.size()];
    boolean open = false;
    for (int i = 0; i < words.size(); i++) {
      switch (words.form(i)) {
        case "“", "``", "«", "„" -> open = true;
        case "”", "''", "»" -> open = false;
        case "\"" -> open = !open;
        default -> quoted[i] = open;
      }
    }
    return quoted;
  }
}
