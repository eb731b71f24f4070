package org.polylogue.discourse.entity;

import java.util.Locale;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

/** Which words are pronouns of a gender. */
final class PronounWords {

  private PronounWords() {}

  static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  /** The gender of a pronoun, unknown for every other word. */
  static Gender gender(Token token) {
    if (token.length() > "herself".length()) {
      return Gender.UNKNOWN;
    }
    return Gender.ofPronoun(lower(token));
  }

  /** "he or she", "his/her": nobody is meant. */
  static boolean isPaired(Sentence sentence, int p) {
    return isPaired(sentence, p, 1) || isPaired(sentence, p, -1);
  }

  private static boolean isPaired(Sentence sentence, int p, int step) {
    int other = p + 2 * step;
    if (other < 0 || other >= sentence.size()) {
      return false;
    }
    String link = sentence.token(p + step).text();
    return (link.equals("or") || link.equals("and") || link.equals("/"))
        && gender(sentence.token(other)) != Gender.UNKNOWN;
  }
}
