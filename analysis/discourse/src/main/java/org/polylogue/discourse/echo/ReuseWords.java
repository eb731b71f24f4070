package org.polylogue.discourse.echo;

import java.util.Arrays;

/** Content words of a quotation as hashes of their stems. */
final class ReuseWords {

  private static final String[] ENDINGS = {"ing", "ed", "es", "s", "e"};
  private static final int LEAST_STEM = 3;

  private ReuseWords() {}

  /** The stems of the content words, in order. */
  static int[] stems(EchoWords words) {
    int[] stems = new int[words.size()];
    int count = 0;
    for (int i = 0; i < stems.length; i++) {
      if (words.isContent(i)) {
        stems[count++] = stem(words.word(i)).hashCode();
      }
    }
    return Arrays.copyOf(stems, count);
  }

  /** Without the commonest endings of verbs and plurals, which reported speech changes. */
  static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= LEAST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
