package org.polylogue.lexis.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polylogue.language.WordLists;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Vocabulary;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * Where a corpus has what a dictionary lists. As in quanteda's {@code tokens_lookup}, case is set
 * aside, each occurrence counts once for each category, and what stands inside a longer occurrence
 * of the same category does not count. Punctuation breaks an expression. Stateless and thread-safe.
 */
public final class DictionaryMatches {

  /** Words before an occurrence that may deny it. */
  private static final int DENYING = 3;

  private static final Set<String> NEGATIONS =
      WordLists.of(DictionaryMatches.class, "words.tsv").list("negation");

  private DictionaryMatches() {}

  /**
   * An occurrence.
   *
   * @param category index in the dictionary, from 0
   * @param from its first token
   * @param to after its last token
   * @param weight what it is worth
   * @param negated whether one of the three words before it in its sentence denies it, such as
   *     "not"
   */
  public record Match(int category, int from, int to, double weight, boolean negated) {}

  /** A category's entries by what they may begin with, one state of ids a word. */
  private record Compiled(int category, BitSet[] words, double weight) {}

  /**
   * Finds all occurrences.
   *
   * @param subcorpus where to look; all words of an occurrence are selected
   * @param attribute {@link TokenAttribute#WORD} or {@link TokenAttribute#LEMMA}
   * @param dictionary what to look for
   * @return in the order of their places, then of categories
   */
  public static List<Match> of(
      Subcorpus subcorpus, TokenAttribute attribute, Dictionary dictionary) {
    TokenIndex index = subcorpus.index();
    Globs globs = new Globs(index.vocabulary(attribute));
    Map<Integer, List<Compiled>> byFirst = new HashMap<>();
    Map<String, BitSet> known = new HashMap<>();
    for (int category = 0; category < dictionary.categories().size(); category++) {
      for (Dictionary.Entry entry : dictionary.categories().get(category).entries()) {
        BitSet[] words =
            entry.words().stream()
                .map(word -> known.computeIfAbsent(word, globs::ids))
                .toArray(BitSet[]::new);
        Compiled compiled = new Compiled(category, words, entry.weight());
        if (Arrays.stream(words).noneMatch(BitSet::isEmpty)) {
          words[0].stream()
              .forEach(id -> byFirst.computeIfAbsent(id, first -> new ArrayList<>()).add(compiled));
        }
      }
    }
    List<Match> found = new ArrayList<>();
    int sentence = 0;
    for (int r = 0; r < subcorpus.rangeCount(); r++) {
      for (int i = subcorpus.from(r); i < subcorpus.to(r); i++) {
        while (index.sentenceStart(sentence + 1) <= i) {
          sentence++;
        }
        int end = Math.min(subcorpus.to(r), index.sentenceStart(sentence + 1));
        for (Compiled one : byFirst.getOrDefault(index.id(attribute, i), List.of())) {
          if (fits(index, attribute, i, end, one.words)) {
            found.add(
                new Match(
                    one.category,
                    i,
                    i + one.words.length,
                    one.weight,
                    isNegated(index, index.sentenceStart(sentence), i)));
          }
        }
      }
    }
    return outermost(found, dictionary.categories().size());
  }

  private static boolean fits(
      TokenIndex index, TokenAttribute attribute, int from, int end, BitSet[] words) {
    if (from + words.length > end) {
      return false;
    }
    for (int k = 1; k < words.length; k++) {
      if (!words[k].get(index.id(attribute, from + k))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNegated(TokenIndex index, int start, int at) {
    Vocabulary words = index.vocabulary(TokenAttribute.WORD);
    int left = DENYING;
    for (int i = at - 1; i >= start && left > 0; i--) {
      String word = words.entry(index.id(TokenAttribute.WORD, i));
      if (NEGATIONS.contains(word) || word.endsWith("n't")) {
        return true;
      }
      if (",;:".contains(word)) {
        return false;
      }
      left -= index.isWord(i) ? 1 : 0;
    }
    return false;
  }

  /** Without those inside another of the same category, and without doubles. */
  private static List<Match> outermost(List<Match> found, int categories) {
    found.sort(
        Comparator.comparingInt(Match::from)
            .thenComparing(Comparator.comparingInt(Match::to).reversed())
            .thenComparingInt(Match::category));
    int[] reached = new int[categories];
    List<Match> kept = new ArrayList<>();
    for (Match match : found) {
      // sorted by beginning, and the longer first: what ends by then lies inside
      if (match.to > reached[match.category]) {
        reached[match.category] = match.to;
        kept.add(match);
      }
    }
    return kept;
  }
}
