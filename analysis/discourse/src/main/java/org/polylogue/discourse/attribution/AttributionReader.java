package org.polylogue.discourse.attribution;

import org.polylogue.language.AnnotatedText;

/**
 * Reads a text and tells of each word what it may be to an attribution. The models of {@link
 * org.polylogue.discourse.quotation.QuotationFinder} that learned with a reader weigh what it says
 * beside words, trees and marks. Implementations are thread-safe and give the same numbers for the
 * same sentence.
 */
@FunctionalInterface
public interface AttributionReader {

  /**
   * What a reader says, as log odds by token of the text, in the order of its sentences.
   *
   * @param cue that the word belongs to a cue
   * @param begin that a content begins with it
   * @param end that a content ends with it
   * @param content that it belongs to a content
   * @param source that it belongs to a source
   */
  record Odds(float[] cue, float[] begin, float[] end, float[] content, float[] source) {

    /**
     * Room for what is said of a text.
     *
     * @param tokens how many it has
     * @return zeros, to be filled
     */
    public static Odds of(int tokens) {
      return new Odds(
          new float[tokens],
          new float[tokens],
          new float[tokens],
          new float[tokens],
          new float[tokens]);
    }
  }

  /**
   * Reads a text.
   *
   * @param text with its tokens
   * @return as many numbers of each kind as there are tokens
   */
  Odds read(AnnotatedText text);
}
