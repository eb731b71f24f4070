package org.polylogue.discourse.quotation.internal;

/** What tells, without a tree, that a word may announce reported words. */
public final class GateFeatures {

  private GateFeatures() {}

  /**
   * The features of a word.
   *
   * @param lemmas lower-cased lemmas
   * @param tags Penn tags
   * @param from the sentence's first token
   * @param to after its last one
   * @param i the word
   * @param f takes the features
   */
  public static void extract(
      String[] lemmas, String[] tags, int from, int to, int i, FeatureBuffer f) {
    int lemma = lemmas[i].hashCode();
    int tag = tags[i].hashCode();
    int coarse = tags[i].charAt(0);
    f.clear();
    f.add(501);
    f.add(502, lemma);
    f.add(503, tag);
    f.add(504, lemma, tag);
    String word = lemmas[i];
    if (word.length() > 4) {
      f.add(505, word.substring(word.length() - 3).hashCode(), coarse);
    }
    for (int d = -2; d <= 2; d++) {
      if (d != 0) {
        int j = i + d;
        int near = j < from ? 1 : j >= to ? 2 : lemmas[j].hashCode();
        f.add(510 + d, near, coarse);
        f.add(520 + d, near, lemma);
        f.add(530 + d, j < from ? 1 : j >= to ? 2 : tags[j].hashCode(), tag);
      }
    }
  }
}
