package org.polylogue.discourse.quotation.internal;

/** What tells, without a tree, that a word may announce reported words. */
public final class GateFeatures {

  static final int BIAS = 501;
  static final int LEMMA = 502;
  static final int TAG = 503;
  static final int LEMMA_TAG = 504;
  static final int SUFFIX3_COARSE = 505;
  static final int NEAR_COARSE = 510;
  static final int NEAR_LEMMA = 520;
  static final int NEAR_TAG_TAG = 530;

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
    f.add(BIAS);
    f.add(LEMMA, lemma);
    f.add(TAG, tag);
    f.add(LEMMA_TAG, lemma, tag);
    String word = lemmas[i];
    if (word.length() > 4) {
      f.add(SUFFIX3_COARSE, word.substring(word.length() - 3).hashCode(), coarse);
    }
    for (int d = -2; d <= 2; d++) {
      if (d != 0) {
        int j = i + d;
        int near = j < from ? 1 : j >= to ? 2 : lemmas[j].hashCode();
        f.add(NEAR_COARSE + d, near, coarse);
        f.add(NEAR_LEMMA + d, near, lemma);
        f.add(NEAR_TAG_TAG + d, j < from ? 1 : j >= to ? 2 : tags[j].hashCode(), tag);
      }
    }
  }
}
