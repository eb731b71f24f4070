package org.polylogue.lexis.measure;

import eu.crydee.syllablecounter.SyllableCounter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * How hard an English text is to read, from four counts. Syllables are counted by rules for
 * spelling, which err on some words; over a text the errors mostly cancel. Every measure is empty
 * for a text without words, and none is ever NaN. For texts under a hundred words they say little.
 *
 * @param words words
 * @param sentences sentences with a word
 * @param syllables syllables of all words
 * @param polysyllables words of three syllables or more
 * @param hardWords polysyllables that are no names and not made so by {@code -ed} or {@code -es}
 */
public record Readability(
    long words, long sentences, long syllables, long polysyllables, long hardWords) {

  private static final int POLYSYLLABLE = 3;
  private static final int LONGEST_WORD = 60;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if one is negative, or there are words but no sentence
   */
  public Readability {
    if (words < 0 || sentences < 0 || syllables < 0 || polysyllables < 0 || hardWords < 0) {
      throw new IllegalArgumentException("a count is negative");
    }
    if (words > 0 && sentences == 0) {
      throw new IllegalArgumentException("words need a sentence");
    }
  }

  /**
   * Counts a subcorpus. A sentence that is selected in part counts as one.
   *
   * @param subcorpus what is read
   * @return its counts
   */
  public static Readability of(Subcorpus subcorpus) {
    TokenIndex index = subcorpus.index();
    SyllableCounter counter = new SyllableCounter();
    Map<String, Integer> known = new HashMap<>();
    long words = 0;
    long sentences = 0;
    long syllables = 0;
    long polysyllables = 0;
    long hard = 0;
    int lastSentence = -1;
    for (int r = 0; r < subcorpus.rangeCount(); r++) {
      for (int i = subcorpus.from(r); i < subcorpus.to(r); i++) {
        if (!index.isWord(i)) {
          continue;
        }
        int sentence = index.sentenceAt(i);
        boolean first = sentence != lastSentence;
        sentences += first ? 1 : 0;
        lastSentence = sentence;
        words++;
        String form = index.form(i);
        String word = form.toLowerCase(Locale.ROOT);
        int count = known.computeIfAbsent(word, w -> syllables(counter, w));
        syllables += count;
        if (count >= POLYSYLLABLE) {
          polysyllables++;
          boolean name = !first && Character.isUpperCase(form.charAt(0));
          boolean suffixed = word.endsWith("ed") || word.endsWith("es");
          boolean shorter =
              suffixed && syllables(counter, word.substring(0, word.length() - 2)) < POLYSYLLABLE;
          hard += name || shorter ? 0 : 1;
        }
      }
    }
    return new Readability(words, sentences, syllables, polysyllables, hard);
  }

  private static int syllables(SyllableCounter counter, String word) {
    String letters = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
    return Math.max(1, counter.count(letters));
  }

  /**
   * Flesch reading ease, 206.835 − 1.015 words / sentences − 84.6 syllables / words (Flesch 1948).
   *
   * @return about 0 (very hard) to 100 (very easy), not bounded; empty without words
   */
  public OptionalDouble fleschReadingEase() {
    return words == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(206.835 - 1.015 * words / sentences - 84.6 * syllables / words);
  }

  /**
   * Flesch–Kincaid grade, 0.39 words / sentences + 11.8 syllables / words − 15.59 (Kincaid,
   * Fishburne, Rogers and Chissom 1975).
   *
   * @return years of school in the United States, not bounded; empty without words
   */
  public OptionalDouble fleschKincaidGrade() {
    return words == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(0.39 * words / sentences + 11.8 * syllables / words - 15.59);
  }

  /**
   * Gunning fog index, 0.4 (words / sentences + 100 hard words / words) (Gunning 1952). Compounds
   * of short words, which Gunning leaves out, are not told apart.
   *
   * @return years of school; empty without words
   */
  public OptionalDouble gunningFog() {
    return words == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(0.4 * ((double) words / sentences + 100.0 * hardWords / words));
  }

  /**
   * SMOG grade, 1.0430 √(30 polysyllables / sentences) + 3.1291 (McLaughlin 1969); made for thirty
   * sentences or more.
   *
   * @return years of school, 3.1291 or more; empty without words
   */
  public OptionalDouble smogGrade() {
    return words == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1.0430 * Math.sqrt(30.0 * polysyllables / sentences) + 3.1291);
  }
}
