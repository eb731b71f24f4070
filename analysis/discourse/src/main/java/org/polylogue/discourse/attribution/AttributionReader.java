package org.polylogue.discourse.attribution;

import java.util.Arrays;
import java.util.function.Predicate;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;

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

    /** Of a word that was not read. */
    public static final float UNREAD = -8;

    /**
     * Room for what is said of a text.
     *
     * @param tokens how many it has
     * @return all {@link #UNREAD}, to be filled
     */
    public static Odds of(int tokens) {
      return new Odds(
          unread(tokens), unread(tokens), unread(tokens), unread(tokens), unread(tokens));
    }

    private static float[] unread(int tokens) {
      float[] odds = new float[tokens];
      Arrays.fill(odds, UNREAD);
      return odds;
    }
  }

  /**
   * Reads a text.
   *
   * @param text with its tokens
   * @param wanted which sentences are read
   * @return as many numbers of each kind as there are tokens; {@link Odds#UNREAD} for words of
   *     sentences that are not wanted
   */
  Odds read(AnnotatedText text, Predicate<Sentence> wanted);
}
