package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.List;
import org.polylogue.discourse.learning.FeatureVector;

/** Words, short word sequences and short letter sequences of a post as features. */
public final class PostNGrams {

  /** The prefix of features that are letter sequences. */
  static final String LETTERS = "c:";

  private static final int LONGEST_LETTERS = 5;

  private PostNGrams() {}

  /**
   * Sequences of words, and the parts of hashtags.
   *
   * @param text any text
   * @param prefix of the names of the features
   * @param longest how many words a sequence has at most, 1 or more
   * @return a vector of length 1; empty if there are no words
   */
  public static FeatureVector words(String text, String prefix, int longest) {
    return words(PostWords.of(text), prefix, longest);
  }

  /** Sequences of up to {@code longest} words, and the parts of hashtags; length 1. */
  static FeatureVector words(PostWords text, String prefix, int longest) {
    FeatureVector found = new FeatureVector();
    List<String> norms = new ArrayList<>(text.tokens().size());
    text.tokens().forEach(token -> norms.add(token.norm()));
    for (int i = 0; i < norms.size(); i++) {
      StringBuilder gram = new StringBuilder(prefix);
      for (int n = 0; n < longest && i + n < norms.size(); n++) {
        gram.append(n == 0 ? "" : " ").append(norms.get(i + n));
        found.mark(gram.toString());
      }
    }
    for (int i = 0; i < text.size(); i++) {
      PostTokens.Kind kind = text.tokenOf(i).kind();
      if (kind == PostTokens.Kind.HASHTAG || kind == PostTokens.Kind.HANDLE) {
        found.mark(prefix + text.word(i));
        if (i + 1 < text.size() && text.token()[i + 1] == text.token()[i]) {
          found.mark(prefix + text.word(i) + " " + text.word(i + 1));
        }
      }
    }
    return unit(found);
  }

  /**
   * Sequences of 2 to 5 letters inside tokens, their borders included.
   *
   * @param text any text
   * @return a vector of length 1; empty if there are no words
   */
  public static FeatureVector letters(String text) {
    return letters(PostWords.of(text));
  }

  /** Sequences of 2 to 5 letters inside tokens, their borders included; length 1. */
  static FeatureVector letters(PostWords text) {
    FeatureVector found = new FeatureVector();
    for (PostTokens.Token token : text.tokens()) {
      String word = " " + token.norm() + " ";
      for (int n = 2; n <= LONGEST_LETTERS; n++) {
        for (int i = 0; i + n <= word.length(); i++) {
          found.mark(LETTERS + word.substring(i, i + n));
        }
      }
    }
    return unit(found);
  }

  private static FeatureVector unit(FeatureVector vector) {
    FeatureVector unit = new FeatureVector();
    double length = vector.length();
    if (length > 0) {
      unit.addAll(vector, 1 / length);
    }
    return unit;
  }
}
