package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

/** The tone of every word of a post, after the negations and intensifiers before it. */
final class WordTones {

  private static final Set<String> NEGATIONS = StanceWords.list("negation");
  private static final Set<String> BOOSTERS = StanceWords.list("booster");
  private static final Set<String> CONTRASTS = StanceWords.list("contrast");
  private static final Set<String> LINKS = StanceWords.list("link");
  private static final int REACH_OF_CONTRAST = 15;
  private static final double BEFORE_CONTRAST = 0.7;
  private static final double AFTER_CONTRAST = 1.3;
  private static final double MOCKED = -0.8;
  private static final int REACH = 3;
  private static final double TURN = -0.6;
  private static final double BOOST = 1.3;

  private final ValenceLexicon lexicon;

  WordTones(ValenceLexicon lexicon) {
    this.lexicon = lexicon;
  }

  static boolean negates(String word) {
    return NEGATIONS.contains(word) || word.endsWith("n't");
  }

  /** One number per word, about −1.5…1.5, 0 where there is no tone. */
  double[] of(PostWords text) {
    double[] tones = new double[text.size()];
    if (tones.length == 0) {
      return tones;
    }
    List<Token> tokens = new ArrayList<>(tones.length);
    for (int i = 0; i < tones.length; i++) {
      String word = text.word(i);
      tokens.add(new Token(text.start(i), text.end(i), word, "", lemma(word)));
    }
    for (ValenceLexicon.Match match : lexicon.matches(Sentence.of(tokens))) {
      int at = match.first();
      double tone = match.valence();
      int sentence = text.sentence()[at];
      for (int back = at - 1; back >= Math.max(0, at - REACH); back--) {
        if (text.sentence()[back] != sentence) {
          break;
        }
        if (negates(text.word(back))) {
          tone *= TURN;
          break;
        }
        if (back == at - 1 && BOOSTERS.contains(text.word(back))) {
          tone *= BOOST;
        }
      }
      tones[at] = tone;
    }
    headsRule(text, tones);
    contrast(text, tones);
    scareQuotes(text, tones);
    return tones;
  }

  /** A good word right before a bad one makes it worse: a faithful lackey, a perfect idiot. */
  private static void headsRule(PostWords text, double[] tones) {
    for (int i = 0; i < tones.length; i++) {
      for (int next = i + 1; tones[i] > 0 && next < Math.min(tones.length, i + 3); next++) {
        String between = text.word(next);
        if (tones[next] < 0 && !Character.isLetter(text.word(i + 1).charAt(0))) {
          break;
        }
        if (tones[next] < 0) {
          tones[i] = 0;
          tones[next] *= BOOST;
        } else if (LINKS.contains(between)) {
          break;
        }
      }
    }
  }

  /** What follows a word of contrast weighs more than what comes before it in the sentence. */
  private static void contrast(PostWords text, double[] tones) {
    for (int i = 1; i + 1 < tones.length; i++) {
      if (CONTRASTS.contains(text.word(i))) {
        int sentence = text.sentence()[i];
        for (int k = i - 1; k >= Math.max(0, i - REACH_OF_CONTRAST); k--) {
          if (text.sentence()[k] != sentence) {
            break;
          }
          tones[k] *= BEFORE_CONTRAST;
        }
        for (int k = i + 1; k < Math.min(tones.length, i + REACH_OF_CONTRAST); k++) {
          if (text.sentence()[k] != sentence) {
            break;
          }
          tones[k] *= AFTER_CONTRAST;
        }
      }
    }
  }

  /** One to three praising words in quotation marks are mockery. */
  private static void scareQuotes(PostWords text, double[] tones) {
    for (int i = 0; i + 2 < tones.length; i++) {
      if (!text.word(i).equals("\"")) {
        continue;
      }
      for (int close = i + 2; close < Math.min(tones.length, i + 5); close++) {
        if (text.word(close).equals("\"")) {
          for (int k = i + 1; k < close; k++) {
            tones[k] *= tones[k] > 0 ? MOCKED : 1;
          }
          i = close;
          break;
        }
      }
    }
  }

  /** The first base form that the lexicon knows; the word itself if it knows none. */
  private String lemma(String word) {
    int n = word.length();
    if (n < 4 || !Character.isLetter(word.charAt(0)) || known(word)) {
      return word;
    }
    if (word.endsWith("ies") || word.endsWith("ied")) {
      return first(word, word.substring(0, n - 3) + "y");
    }
    if (word.endsWith("s")) {
      return first(word, word.substring(0, n - 1), word.substring(0, n - 2));
    }
    int ending = word.endsWith("ed") || word.endsWith("er") ? 2 : word.endsWith("ing") ? 3 : 0;
    if (ending > 0 && n - ending > 2) {
      String stem = word.substring(0, n - ending);
      String undoubled = stem.substring(0, stem.length() - 1);
      return first(word, stem, stem + "e", undoubled);
    }
    return word;
  }

  private String first(String word, String... candidates) {
    for (String candidate : candidates) {
      if (candidate.length() > 2 && known(candidate)) {
        return candidate;
      }
    }
    return word;
  }

  private boolean known(String word) {
    return lexicon.valence(word).isPresent();
  }
}
