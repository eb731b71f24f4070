package org.polylogue.discourse.sentiment;

import java.util.Locale;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

/** The words of a sentence in the forms that lexicons and features ask for, each made once. */
final class SentenceWords {

  private static final int FIRST_SYMBOL = 0x2190;
  private static final int SELECTOR = 0xFE0F;
  private static final int LIGHTEST_SKIN = 0x1F3FB;
  private static final int DARKEST_SKIN = 0x1F3FF;

  private final Sentence sentence;
  private final String[] forms;
  private final String[] lemmas;
  private final char[] classes;

  SentenceWords(Sentence sentence) {
    this.sentence = sentence;
    int n = sentence.size();
    forms = new String[n];
    lemmas = new String[n];
    classes = new char[n];
    for (int i = 0; i < n; i++) {
      Token token = sentence.token(i);
      forms[i] = normalized(token.text());
      lemmas[i] = token.lemma().isEmpty() ? forms[i] : normalized(token.lemma());
      classes[i] = wordClass(token.tag());
    }
  }

  Sentence sentence() {
    return sentence;
  }

  int size() {
    return forms.length;
  }

  /** Lower-cased, with straight apostrophes. */
  String form(int i) {
    return forms[i];
  }

  /** The base form; the form itself if the engine gave none. */
  String lemma(int i) {
    return lemmas[i];
  }

  /** n, v, a, r for nouns, verbs, adjectives, adverbs; x for others; ? if there is no tag. */
  char wordClass(int i) {
    return classes[i];
  }

  String tag(int i) {
    return sentence.token(i).tag();
  }

  String relation(int i) {
    return sentence.relation(i);
  }

  int head(int i) {
    return sentence.head(i);
  }

  /** The position of the first token that ends after an offset; the size if there is none. */
  int tokenAt(int offset) {
    int low = 0;
    int high = forms.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentence.token(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  boolean isWord(int i) {
    return Character.isLetter(forms[i].codePointAt(0));
  }

  /** An emoji is the same in all skin tones and with or without a selector of its look. */
  static String normalized(String word) {
    String plain = word.replace('’', '\'').toLowerCase(Locale.ROOT);
    int first = plain.isEmpty() ? 0 : plain.codePointAt(0);
    if (first < FIRST_SYMBOL) {
      return plain;
    }
    StringBuilder kept = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(c -> c != SELECTOR && (c < LIGHTEST_SKIN || c > DARKEST_SKIN))
        .forEach(kept::appendCodePoint);
    return kept.isEmpty() ? plain : kept.toString();
  }

  private static char wordClass(String tag) {
    if (tag.isEmpty()) {
      return '?';
    }
    return switch (tag.charAt(0)) {
      case 'N' -> 'n';
      case 'V' -> 'v';
      case 'J' -> 'a';
      case 'R' -> tag.startsWith("RB") ? 'r' : 'x';
      default -> 'x';
    };
  }
}
