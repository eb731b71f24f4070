package org.polylogue.lexis.matrix;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.polylogue.language.WordLists;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.Words;

/**
 * What a column of a matrix is: words, lemmas or the like, alone or in sequences. Sequences break
 * at punctuation, at the ends of sentences and units, and at words that are left out, as quanteda's
 * do where it removes tokens with {@code padding = TRUE}. Immutable and thread-safe.
 *
 * @param attribute what tokens are counted by
 * @param shortest fewest words of a sequence, 1 to 5
 * @param longest most words of a sequence, from the shortest to 5
 * @param left words that are left out, as they are counted
 * @param numbers whether words without a letter count, such as {@code 1999}
 * @param expressions sequences of two words or more that count as one word each; the longest that
 *     begins at a word counts, and the words in it do not count alone
 */
public record Features(
    TokenAttribute attribute,
    int shortest,
    int longest,
    Set<String> left,
    boolean numbers,
    Collection<List<String>> expressions) {

  private static final WordLists LISTS = WordLists.of(Features.class, "words.tsv");

  /** Words of a longest sequence. */
  public static final int LONGEST = 5;

  /** Checks the lengths, and copies. */
  public Features {
    Objects.requireNonNull(attribute, "attribute");
    if (shortest < 1 || longest < shortest || longest > LONGEST) {
      throw new IllegalArgumentException(
          "sequences have 1 to " + LONGEST + " words, not " + shortest + " to " + longest);
    }
    left = java.util.Collections.unmodifiableSet(new TreeSet<>(left));
    expressions = expressions.stream().map(List::copyOf).toList();
    for (List<String> expression : expressions) {
      if (expression.size() < 2) {
        throw new IllegalArgumentException(
            "an expression has two words or more, not " + expression);
      }
    }
  }

  /**
   * English words that hold sentences together, and {@code said}, which news writes beside every
   * source.
   *
   * @return words in lower case
   */
  public static Set<String> functionWords() {
    Set<String> all = new TreeSet<>();
    LISTS.names().forEach(name -> all.addAll(LISTS.list(name)));
    return all;
  }

  /**
   * Words in lower case, one by one.
   *
   * @return the features
   */
  public static Features words() {
    return by(TokenAttribute.WORD);
  }

  /**
   * Values of an attribute, one by one.
   *
   * @param attribute which the index has
   * @return the features
   */
  public static Features by(TokenAttribute attribute) {
    return new Features(attribute, 1, 1, Set.of(), true, List.of());
  }

  /**
   * The same in sequences.
   *
   * @param from fewest words
   * @param to most words
   * @return a copy
   */
  public Features sequences(int from, int to) {
    return new Features(attribute, from, to, left, numbers, expressions);
  }

  /**
   * The same without some words.
   *
   * @param words as they are counted
   * @return a copy
   */
  public Features without(Set<String> words) {
    return new Features(attribute, shortest, longest, words, numbers, expressions);
  }

  /**
   * The same without words that have no letter.
   *
   * @return a copy
   */
  public Features withoutNumbers() {
    return new Features(attribute, shortest, longest, left, false, expressions);
  }

  /**
   * The same, where expressions count as one word.
   *
   * @param sequences two words or more each
   * @return a copy
   */
  public Features with(Collection<List<String>> sequences) {
    return new Features(attribute, shortest, longest, left, numbers, sequences);
  }

  /** A word as the attribute counts it. */
  String counted(String word) {
    return attribute == TokenAttribute.WORD || attribute == TokenAttribute.LEMMA
        ? Words.fold(word)
        : word;
  }
}
