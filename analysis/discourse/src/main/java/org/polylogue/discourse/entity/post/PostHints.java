package org.polylogue.discourse.entity.post;

import java.util.List;
import java.util.Locale;
import org.polylogue.discourse.entity.world.NameLists;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.WordClasses;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

/**
 * What lists, the dictionary and classes of words tell of the tokens of a sentence (lists as
 * features: Ratinov and Roth 2009; classes for posts: Ritter et al. 2011, Owoputi et al. 2013). A
 * name of a list that is also an everyday word is told from one that is not.
 */
final class PostHints {

  /** Classes that differ in these last bits count as one. */
  private static final int WIDE = 6;

  private static final NameLists LISTS = NameLists.shipped();
  private static final WordClasses CLASSES = WordClasses.shipped();
  private static final PostVocabulary VOCABULARY = PostVocabulary.shipped();
  private static final int[] OWN_BITS = {3, 4, 5, 6, 8, 10};
  private static final int[] NEIGHBOUR_BITS = {4, 6, 8, 10};

  private final Sentence sentence;
  private final String[] engine;
  private final List<List<String>> hits;
  private final String[] cases;
  private final String[] words;
  private final String[] classes;
  private final int[] vocabulary;

  /** The engine's name tags are given for each token. */
  PostHints(Sentence sentence, String[] engine) {
    this.sentence = sentence;
    this.engine = engine;
    this.hits = LISTS.hits(sentence.tokens().stream().map(Token::text).toList());
    int size = sentence.size();
    this.cases = new String[size];
    this.words = new String[size];
    this.classes = new String[size];
    this.vocabulary = new int[size];
    for (int i = 0; i < size; i++) {
      String text = sentence.token(i).text();
      cases[i] = casing(text);
      vocabulary[i] = VOCABULARY.of(text);
      int best = CLASSES.of(NameLists.shortened(text, Integer.MAX_VALUE));
      int rarity = LISTS.rarity(NameLists.shortened(text, Integer.MAX_VALUE), best);
      for (int most = 2; most > 0 && rarity > 3; most--) {
        String shorter = NameLists.shortened(text, most);
        int found = CLASSES.of(shorter);
        best = best == WordClasses.NONE ? found : best;
        rarity = Math.min(rarity, LISTS.rarity(shorter, found));
      }
      words[i] = rarity + cases[i];
      classes[i] = best == WordClasses.NONE ? "?" : Integer.toString(best >> WIDE);
    }
  }

  /** Whether a word is in capitals, begins with one, or is none: one letter. */
  private static String casing(String text) {
    int first = text.codePointAt(0);
    if (Character.isUpperCase(first)) {
      return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT)) ? "A" : "U";
    }
    return Character.isLetter(first) ? "l" : Character.isDigit(first) ? "d" : "p";
  }

  /** Adds the features of a token. */
  void mark(int i, List<String> wellKnown, FeatureVector v) {
    String tag = sentence.token(i).tag();
    String word = words[i];
    StringBuilder all = new StringBuilder();
    for (String hit : hits.get(i)) {
      v.mark("g=" + hit);
      v.mark("gs=" + hit + cases[i]);
      v.mark("gt=" + hit + tag);
      v.mark("gn=" + hit + engine[i]);
      v.mark("gd=" + hit + word);
      all.append(hit).append(' ');
    }
    v.mark("ga=" + all + cases[i]);
    for (String hint : wellKnown) {
      v.mark("kd=" + hint + word);
    }
    if (i > 0) {
      for (String hit : hits.get(i - 1)) {
        v.mark("g-1=" + hit + cases[i - 1] + cases[i]);
      }
    }
    if (i + 1 < words.length) {
      for (String hit : hits.get(i + 1)) {
        v.mark("g+1=" + hit + cases[i] + cases[i + 1]);
      }
    }
    String before = at(words, i - 1);
    String after = at(words, i + 1);
    v.mark("d=" + word);
    v.mark("dn=" + word + engine[i]);
    v.mark("dt=" + word + tag);
    v.mark("d-1d=" + before + word);
    v.mark("dd+1=" + word + after);
    v.mark("d3=" + before + word + after);
    v.mark("cd=" + classes[i] + word);
    v.mark("c-1d=" + at(classes, i - 1) + " " + word);
    v.mark("dc+1=" + word + at(classes, i + 1));
    for (int bits : OWN_BITS) {
      v.mark("v" + bits + "=" + PostVocabulary.classOf(vocabulary[i], bits));
    }
    for (int bits : NEIGHBOUR_BITS) {
      v.mark("v-1" + bits + "=" + neighbour(i - 1, bits));
      v.mark("v+1" + bits + "=" + neighbour(i + 1, bits));
    }
    int frequency = PostVocabulary.frequency(vocabulary[i]);
    v.mark("f=" + frequency);
    v.mark("fs=" + frequency + cases[i]);
    v.mark("fd=" + frequency + word);
  }

  private String neighbour(int i, int bits) {
    return i < 0 ? "^" : i >= vocabulary.length ? "$" : PostVocabulary.classOf(vocabulary[i], bits);
  }

  private static String at(String[] values, int i) {
    return i < 0 ? "^" : i >= values.length ? "$" : values[i];
  }
}
