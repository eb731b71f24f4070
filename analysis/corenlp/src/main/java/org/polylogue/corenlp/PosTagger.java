package org.polylogue.corenlp;

import edu.stanford.nlp.process.WordShapeClassifier;
import edu.stanford.nlp.tagger.common.Tagger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The maximum-entropy tagger of Toutanova et al. (2003) with the weights of CoreNLP's left-3-words
 * model: each tag given the two before it and the words around, and the best sequence by Viterbi's
 * algorithm. Its answers are those of CoreNLP's own tagger.
 *
 * <p>A word's features are summed once for its place. What the tags before it add is a row of a
 * table, and since exp(a + b) is exp(a) · exp(b), the sum that a score is normalised with is a
 * product of two rows. Immutable and thread-safe.
 */
final class PosTagger {

  private static final String OUTSIDE = "NA";
  private static final String END = Tagger.EOS_WORD;
  private static final String SHORT = "######";
  private static final int LONGEST_AFFIX = 10;
  private static final int COMPANY_WINDOW = 3;
  private static final Set<String> COMPANY_ENDS =
      Set.of(
          "Company",
          "COMPANY",
          "Co.",
          "Co",
          "Cos.",
          "CO.",
          "COS.",
          "Corporation",
          "CORPORATION",
          "Corp.",
          "Corp",
          "CORP.",
          "Incorporated",
          "INCORPORATED",
          "Inc.",
          "Inc",
          "INC.",
          "Association",
          "ASSOCIATION",
          "Assn",
          "ASSN",
          "Limited",
          "LIMITED",
          "Ltd.",
          "LTD.",
          "L.P.");
  private static final int SHAPE = WordShapeClassifier.lookupShaper("chris2");
  private static final int FINE_SHAPE = WordShapeClassifier.lookupShaper("chris4");
  private static final String NO_CLUSTER = "null";

  private final TaggerModel model;
  private final WordClusters clusters;
  private final int tags;
  private final double[] pairScores;
  private final double[] pairExps;

  PosTagger(TaggerModel model, WordClusters clusters) {
    this.model = model;
    this.clusters = clusters;
    tags = model.tags.length;
    pairScores = new double[(tags + 1) * (tags + 1) * tags];
    pairExps = new double[pairScores.length];
    double[] row = new double[tags];
    for (int second = 0; second <= tags; second++) {
      for (int first = 0; first <= tags; first++) {
        Arrays.fill(row, 0);
        String before = name(first);
        model.add(TaggerModel.TAG_BEFORE, HashedText.of(before), row);
        model.add(TaggerModel.TAGS_BEFORE, HashedText.of(name(second) + "!" + before), row);
        int at = pair(second, first);
        for (int tag = 0; tag < tags; tag++) {
          pairScores[at + tag] = row[tag];
          pairExps[at + tag] = Math.exp(row[tag]);
        }
      }
    }
  }

  private String name(int tag) {
    return tag == tags ? OUTSIDE : model.tags[tag];
  }

  private int pair(int second, int first) {
    return (second * (tags + 1) + first) * tags;
  }

  /**
   * Tags a sentence.
   *
   * @param words as CoreNLP writes them, in American spelling
   * @return a tag for each
   */
  String[] tag(List<String> words) {
    int n = words.size();
    String[] text = words.toArray(new String[n + 1]);
    text[n] = END;
    int[][] trace = new int[n + 1][];
    byte[][] possible = new byte[n + 1][];
    byte[] outside = {(byte) tags};
    byte[] second = outside;
    byte[] first = outside;
    double[] scores = {0};
    double[] base = new double[tags];
    double[] exps = new double[tags];
    for (int i = 0; i <= n; i++) {
      int entry = model.entry(text[i]);
      possible[i] = model.possible(entry);
      Arrays.fill(base, 0);
      addWords(text, i, model.isRare(entry), base);
      double most = max(base);
      for (int tag = 0; tag < tags; tag++) {
        exps[tag] = Math.exp(base[tag] - most);
      }
      byte[] here = possible[i];
      double[] best = new double[first.length * here.length];
      Arrays.fill(best, Double.NEGATIVE_INFINITY);
      trace[i] = new int[best.length];
      for (int b = 0; b < second.length; b++) {
        for (int a = 0; a < first.length; a++) {
          int at = pair(second[b], first[a]);
          double before =
              scores[b * first.length + a] - most - Math.log(product(exps, pairExps, at));
          for (int h = 0; h < here.length; h++) {
            double score = before + base[here[h]] + pairScores[at + here[h]];
            int state = a * here.length + h;
            if (score > best[state]) {
              best[state] = score;
              trace[i][state] = b;
            }
          }
        }
      }
      scores = best;
      second = first;
      first = here;
    }
    return walkBack(n, scores, trace, possible);
  }

  private String[] walkBack(int n, double[] scores, int[][] trace, byte[][] possible) {
    int state = 0;
    for (int i = 1; i < scores.length; i++) {
      state = scores[i] > scores[state] ? i : state;
    }
    String[] chosen = new String[n];
    for (int i = n; i > 0; i--) {
      int width = possible[i].length;
      int a = state / width;
      chosen[i - 1] = model.tags[possible[i - 1][a]];
      state = trace[i][state] * possible[i - 1].length + a;
    }
    return chosen;
  }

  private static double max(double[] values) {
    double most = values[0];
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  private static double product(double[] left, double[] right, int at) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < left.length; i += 2) {
      even += left[i] * right[at + i];
      odd += left[i + 1] * right[at + i + 1];
    }
    return i < left.length ? even + odd + left[i] * right[at + i] : even + odd;
  }

  private static String word(String[] text, int i) {
    return i >= 0 && i < text.length ? text[i] : OUTSIDE;
  }

  private void addWords(String[] text, int i, boolean rare, double[] sum) {
    String word = text[i];
    String before = word(text, i - 1);
    String after = word(text, i + 1);
    model.add(TaggerModel.WORD_BEFORE, HashedText.of(before), sum);
    model.add(TaggerModel.WORD, HashedText.of(word), sum);
    model.add(TaggerModel.WORD_AFTER, HashedText.of(after), sum);
    if (rare) {
      addContext(text, i, sum);
      addForm(word, sum);
    }
  }

  private void addContext(String[] text, int i, double[] sum) {
    int rare = TaggerModel.RARE;
    for (int offset = -1; offset <= 1; offset++) {
      String word = word(text, i + offset);
      String shape = WordShapeClassifier.wordShape(word, SHAPE);
      model.add(rare + 1 + offset, HashedText.of(shape), sum);
      model.add(rare + 4 + offset, HashedText.of(cluster(word)), sum);
    }
    long three = HashedText.of(cluster(word(text, i - 1)));
    three = HashedText.append(HashedText.append(three, '|'), cluster(text[i]));
    three = HashedText.append(HashedText.append(three, '|'), cluster(word(text, i + 1)));
    model.add(rare + 6, three, sum);
    boolean capital = startsUpper(text[i]);
    boolean company = false;
    for (int next = 0; capital && next <= COMPANY_WINDOW; next++) {
      company |= COMPANY_ENDS.contains(word(text, i + next));
    }
    flag(rare + 11, company, sum);
    String lower = capital ? model.firstTag(text[i].toLowerCase(Locale.ROOT)) : "0";
    model.add(rare + 14, HashedText.of(i == 0 ? lower : "0"), sum);
    model.add(rare + 15, HashedText.of(i == 0 ? "0" : lower), sum);
    flag(rare + 16, i == 0 && any(text[i], Character::isUpperCase), sum);
  }

  private void addForm(String word, double[] sum) {
    int rare = TaggerModel.RARE;
    boolean upper = any(word, Character::isUpperCase);
    boolean digit = any(word, Character::isDigit);
    boolean letter = any(word, Character::isLetter);
    boolean dash = word.indexOf('-') >= 0;
    flag(rare + 7, upper, sum);
    flag(rare + 8, digit, sum);
    flag(rare + 9, dash, sum);
    flag(rare + 10, letter && dash && digit, sum);
    flag(rare + 12, word.chars().allMatch(Character::isUpperCase), sum);
    flag(rare + 13, upper && dash && digit, sum);
    int n = word.length();
    long prefix = HashedText.EMPTY;
    for (int length = 1; length <= LONGEST_AFFIX; length++) {
      boolean there = length <= n;
      prefix = there ? HashedText.append(prefix, word.charAt(length - 1)) : prefix;
      model.add(rare + 16 + length, there ? prefix : HashedText.of(SHORT), sum);
      long suffix =
          there ? HashedText.append(HashedText.EMPTY, word, n - length, n) : HashedText.of(SHORT);
      model.add(rare + 26 + length, suffix, sum);
    }
    String shape = WordShapeClassifier.wordShape(word, FINE_SHAPE);
    model.add(rare + 37, HashedText.of(shape), sum);
    flag(rare + 38, !letter && !digit, sum);
  }

  private void flag(int template, boolean value, double[] sum) {
    model.add(template, HashedText.of(value ? "1" : "0"), sum);
  }

  private String cluster(String word) {
    return clusters.of(word.toLowerCase(Locale.ROOT), NO_CLUSTER);
  }

  private static boolean startsUpper(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  private interface CharTest {
    boolean test(char c);
  }

  private static boolean any(String word, CharTest test) {
    for (int i = 0; i < word.length(); i++) {
      if (test.test(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
