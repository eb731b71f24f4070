package org.polylogue.corenlp;

import java.util.List;

/**
 * What the models say of a sentence, by position of its tokens. Nothing in it is changed once it is
 * made.
 *
 * @param tags one for each token, or none at all
 * @param lemmas one for each token, or none at all
 * @param heads one for each token, or null if the sentence was not parsed
 * @param relations one for each token, or null
 * @param names in order, not overlapping
 */
record SentenceReading(
    String[] tags, String[] lemmas, int[] heads, String[] relations, List<Name> names) {

  /**
   * A name.
   *
   * @param first position of its first token
   * @param last position of its last token
   * @param label its kind as the model calls it
   */
  record Name(int first, int last, String label) {}

  String tag(int position) {
    return tags.length == 0 ? "" : tags[position];
  }

  String lemma(int position) {
    return lemmas.length == 0 ? "" : lemmas[position];
  }

  boolean isParsed() {
    return heads != null;
  }
}
