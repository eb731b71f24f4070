package org.polylogue.corenlp;

import edu.stanford.nlp.process.WordShapeClassifier;
import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.corenlp.HashedText.Piece;

/**
 * The linear-chain CRF of Finkel et al. (2005) with the weights of one of CoreNLP's models:
 * features of each word and of each pair of labels, and the best sequence by Viterbi's algorithm.
 * Its answers are those of CoreNLP's own classifier. Immutable and thread-safe.
 */
final class CrfNames {

  private static final Set<String> TITLES =
      Set.of("Mr", "Ms", "Mrs", "Dr", "Miss", "Sen", "Judge", "Sir");
  private static final int FURTHEST_OCCURRENCE = 150;
  private static final int SHORT_WORD = 3;

  /** Holds every word. */
  private static final Collection<String> ANY =
      new AbstractCollection<>() {
        @Override
        public boolean contains(Object word) {
          return true;
        }

        @Override
        public Iterator<String> iterator() {
          throw new UnsupportedOperationException("all words");
        }

        @Override
        public int size() {
          return Integer.MAX_VALUE;
        }
      };

  private static final Piece DOTS = Piece.of("...");
  private static final Piece DASH = Piece.of("-");
  private static final Piece NOTHING = Piece.of("");
  private static final Piece NULL = Piece.of("null");
  private static final Piece NGRAM_END = Piece.of("#|C");
  private static final long NGRAM_START = HashedText.append(HashedText.EMPTY, '#');
  private static final long CLASS = HashedText.of("###|C");
  private static final long IS_TITLE = HashedText.of("IS_TITLE|C");
  private static final long PAIR = HashedText.of("PSEQ|CpC");

  private static final Piece WORD = Piece.of("-WORD|C");
  private static final Piece CLUSTER = Piece.of("-DISTSIM|C");
  private static final Piece WORD_BEFORE = Piece.of("-PW|C");
  private static final Piece CLUSTER_BEFORE = Piece.of("-PDISTSIM|C");
  private static final Piece WORD_AFTER = Piece.of("-NW|C");
  private static final Piece CLUSTER_AFTER = Piece.of("-NDISTSIM|C");
  private static final Piece SHAPE = Piece.of("-TYPE|C");
  private static final Piece SHAPE_BEFORE = Piece.of("-PTYPE|C");
  private static final Piece SHAPE_AFTER = Piece.of("-NTYPE|C");
  private static final Piece WORD_SHAPE = Piece.of("-PW_CTYPE|C");
  private static final Piece SHAPE_WORD = Piece.of("-NW_CTYPE|C");
  private static final Piece SHAPES_LEFT = Piece.of("-PCTYPE|C");
  private static final Piece SHAPES_RIGHT = Piece.of("-CNTYPE|C");
  private static final Piece SHAPES = Piece.of("-PCNTYPE|C");
  private static final Piece SECOND_BEFORE = Piece.of("-PPW_CTYPE|C");
  private static final Piece SECOND_AFTER = Piece.of("-NNW_CTYPE|C");
  private static final Piece NEAR_AFTER = Piece.of("-DISJN|C");
  private static final Piece NEAR_BEFORE = Piece.of("-DISJP|C");
  private static final Piece PAIR_WORD = Piece.of("-PSEQW|CpC");
  private static final Piece PAIR_WORDS = Piece.of("-PSEQW2|CpC");
  private static final Piece PAIR_WORD_BEFORE = Piece.of("-PSEQpW|CpC");
  private static final Piece PAIR_CLUSTER_BEFORE = Piece.of("-PSEQpDS|CpC");
  private static final Piece PAIR_CLUSTER = Piece.of("-PSEQcDS|CpC");
  private static final Piece PAIR_CLUSTERS = Piece.of("-PSEQpcDS|CpC");
  private static final Piece PAIR_SHAPE_BEFORE = Piece.of("-PSEQpS|CpC");
  private static final Piece PAIR_SHAPE = Piece.of("-PSEQcS|CpC");
  private static final Piece PAIR_SHAPES = Piece.of("-TYPES|CpC");
  private static final Piece PAIR_OWN_SHAPE = Piece.of("-TPS2|CpC");
  private static final Piece PAIR_SHAPE_AFTER = Piece.of("-TNS1|CpC");

  private static final String NO_CLUSTER = "0";

  private final NameModel model;
  private final WordClusters clusters;

  CrfNames(NameModel model, WordClusters clusters) {
    this.model = model;
    this.clusters = clusters;
  }

  /** What the features of a word are made of. */
  private record Form(String text, Piece word, Piece shape, Piece cluster) {

    /** Before the first word and after the last. */
    static final Form OUTSIDE = new Form("", NOTHING, NOTHING, NOTHING);
  }

  /**
   * Labels a sentence.
   *
   * @param words as CoreNLP writes them, in American spelling
   * @param tags one for each word, empty where unknown
   * @return a label for each, null outside of names
   */
  String[] label(List<String> words, String[] tags) {
    int n = words.size();
    Form[] forms = new Form[n];
    for (int i = 0; i < n; i++) {
      forms[i] = form(words.get(i));
    }
    int labels = model.labels.length;
    double[] own = new double[labels];
    double[] pairs = new double[model.before.length];
    double[] scores = new double[labels];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    scores[model.outside] = 0;
    int[][] trace = new int[n][labels];
    for (int i = 0; i < n; i++) {
      Arrays.fill(own, 0);
      Arrays.fill(pairs, 0);
      addOwn(forms, i, own);
      addOccurrences(forms, tags, i, own);
      addPairs(forms, i, pairs);
      double[] best = new double[labels];
      Arrays.fill(best, Double.NEGATIVE_INFINITY);
      for (int k = 0; k < pairs.length; k++) {
        double score = scores[model.before[k]] + pairs[k] + own[model.after[k]];
        if (score > best[model.after[k]]) {
          best[model.after[k]] = score;
          trace[i][model.after[k]] = model.before[k];
        }
      }
      scores = best;
    }
    int label = 0;
    for (int i = 1; i < labels; i++) {
      label = scores[i] > scores[label] ? i : label;
    }
    String[] chosen = new String[n];
    for (int i = n - 1; i >= 0; i--) {
      chosen[i] = label == model.outside ? null : model.labels[label];
      label = trace[i][label];
    }
    return chosen;
  }

  /**
   * CoreNLP looks the word up in lower case by the rules of the machine's language, in which an "I"
   * may become another letter; so it is looked up here.
   */
  private Form form(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    Collection<String> known = model.lowerWords.contains(lower) ? ANY : Set.of();
    String shape = WordShapeClassifier.wordShape(word, model.shape, known);
    String cluster = clusters.of(digitsAsNine(lower), NO_CLUSTER);
    return new Form(word, Piece.of(word), Piece.of(shape), Piece.of(cluster));
  }

  private static String digitsAsNine(String word) {
    return WordShapeClassifier.wordShape(word, WordShapeClassifier.WORDSHAPEDIGITS);
  }

  private static Form at(Form[] forms, int i) {
    return i >= 0 && i < forms.length ? forms[i] : Form.OUTSIDE;
  }

  private static boolean isInside(Form[] forms, int i) {
    return i >= 0 && i < forms.length;
  }

  private void addOwn(Form[] forms, int i, double[] sum) {
    Form here = forms[i];
    Form before = at(forms, i - 1);
    Form after = at(forms, i + 1);
    model.add(CLUSTER.after(here.cluster.alone()), sum);
    if (model.titles && isTitle(here.text)) {
      model.add(IS_TITLE, sum);
    }
    model.add(WORD.after(here.word.alone()), sum);
    model.add(WORD_BEFORE.after(before.word.alone()), sum);
    model.add(WORD_AFTER.after(after.word.alone()), sum);
    Piece clusterBefore = isInside(forms, i - 1) ? before.cluster : NULL;
    Piece clusterAfter = isInside(forms, i + 1) ? after.cluster : NULL;
    model.add(CLUSTER_BEFORE.after(clusterBefore.alone()), sum);
    model.add(CLUSTER_AFTER.after(clusterAfter.alone()), sum);
    model.add(CLASS, sum);
    addNgrams(here.text, sum);

    long shape = here.shape.alone();
    long shapeDots = DOTS.after(shape);
    long shapeBefore = DOTS.after(before.shape.alone());
    model.add(SHAPE.after(shape), sum);
    model.add(SHAPE_BEFORE.after(before.shape.alone()), sum);
    model.add(SHAPE_AFTER.after(after.shape.alone()), sum);
    model.add(WORD_SHAPE.after(here.shape.after(DOTS.after(before.word.alone()))), sum);
    model.add(SHAPE_WORD.after(after.word.after(shapeDots)), sum);
    long left = here.shape.after(shapeBefore);
    model.add(SHAPES_LEFT.after(left), sum);
    model.add(SHAPES_RIGHT.after(after.shape.after(shapeDots)), sum);
    model.add(SHAPES.after(after.shape.after(DOTS.after(left))), sum);
    if (before.text.length() <= SHORT_WORD) {
      long second = DOTS.after(at(forms, i - 2).word.alone());
      model.add(SECOND_BEFORE.after(here.shape.after(second)), sum);
    }
    if (after.text.length() <= SHORT_WORD) {
      long second = DOTS.after(at(forms, i + 2).word.alone());
      model.add(SECOND_AFTER.after(here.shape.after(second)), sum);
    }
    addNear(forms, i, 1, NEAR_AFTER, sum);
    addNear(forms, i, -1, NEAR_BEFORE, sum);
  }

  private static boolean isTitle(String word) {
    int end = word.endsWith(".") ? word.length() - 1 : word.length();
    return TITLES.contains(word.substring(0, end));
  }

  /** Words on one side, each once. */
  private void addNear(Form[] forms, int i, int step, Piece kind, double[] sum) {
    for (int k = 1; k <= model.disjunctionWidth; k++) {
      Form near = at(forms, i + k * step);
      boolean seen = false;
      for (int earlier = 1; earlier < k && !seen; earlier++) {
        seen = at(forms, i + earlier * step).text.equals(near.text);
      }
      if (!seen) {
        model.add(kind.after(near.word.alone()), sum);
      }
    }
  }

  /** Beginnings and ends of at least two characters of the word in angle brackets. */
  private void addNgrams(String word, double[] sum) {
    int length = word.length() + 2;
    int longest = Math.min(model.longestNgram, length);
    long start = HashedText.append(NGRAM_START, '<');
    for (int end = 2; end <= longest; end++) {
      start = HashedText.append(start, end == length ? '>' : word.charAt(end - 2));
      model.add(NGRAM_END.after(start), sum);
    }
    Piece suffix = Piece.of(">");
    for (int n = 2; n <= longest; n++) {
      suffix = HashedText.prepend(n == length ? '<' : word.charAt(length - n - 1), suffix);
      if (n < length) {
        model.add(NGRAM_END.after(suffix.after(NGRAM_START)), sum);
      }
    }
  }

  private void addPairs(Form[] forms, int i, double[] sum) {
    Form here = forms[i];
    Form before = at(forms, i - 1);
    model.add(PAIR, sum);
    model.add(PAIR_WORD.after(here.word.alone()), sum);
    model.add(PAIR_WORDS.after(here.word.after(DASH.after(before.word.alone()))), sum);
    model.add(PAIR_WORD_BEFORE.after(before.word.alone()), sum);
    model.add(PAIR_CLUSTER_BEFORE.after(before.cluster.alone()), sum);
    model.add(PAIR_CLUSTER.after(here.cluster.alone()), sum);
    model.add(PAIR_CLUSTERS.after(here.cluster.after(DASH.after(before.cluster.alone()))), sum);
    model.add(PAIR_SHAPE_BEFORE.after(before.shape.alone()), sum);
    model.add(PAIR_SHAPE.after(here.shape.alone()), sum);
    model.add(PAIR_SHAPES.after(here.shape.after(DASH.after(before.shape.alone()))), sum);
    model.add(PAIR_OWN_SHAPE.after(here.shape.alone()), sum);
    Piece after = isInside(forms, i + 1) ? forms[i + 1].shape : NULL;
    model.add(PAIR_SHAPE_AFTER.after(after.alone()), sum);
  }

  private void addOccurrences(Form[] forms, String[] tags, int i, double[] sum) {
    String word = forms[i].text;
    String before = at(forms, i - 1).text;
    String after = at(forms, i + 1).text;
    if (i == 0 || !isNameCase(word) || !isLower(after) || !hasLetter(before)) {
      model.add(Occurrence.NONE.feature, sum);
      return;
    }
    boolean known = isName(forms, tags, i - 1);
    boolean[] found = new boolean[Occurrence.values().length];
    int last = Math.min(forms.length, i + FURTHEST_OCCURRENCE);
    for (int j = i + 3; j < last; j++) {
      if (forms[j].text.equals(word)) {
        found[next(forms, tags, j, known, before).ordinal()] = true;
      }
    }
    int first = Math.max(0, i - FURTHEST_OCCURRENCE + 1);
    for (int j = i - 3; j >= first; j--) {
      if (forms[j].text.equals(word)) {
        found[previous(forms, tags, j, known, before).ordinal()] = true;
      }
    }
    for (Occurrence occurrence : Occurrence.values()) {
      if (found[occurrence.ordinal()]) {
        model.add(occurrence.feature, sum);
      }
    }
  }

  private static Occurrence next(Form[] forms, String[] tags, int j, boolean known, String before) {
    if (known) {
      return at(forms, j - 1).text.equals(before) ? Occurrence.XY_NEXT_XY : Occurrence.XY_NEXT_Y;
    }
    if (isName(forms, tags, j - 1)) {
      return Occurrence.X_NEXT_YX;
    }
    return isName(forms, tags, j + 1) ? Occurrence.X_NEXT_XY : Occurrence.X_NEXT_X;
  }

  private static Occurrence previous(
      Form[] forms, String[] tags, int j, boolean known, String before) {
    if (known) {
      return at(forms, j - 1).text.equals(before) ? Occurrence.XY_PREV_XY : Occurrence.XY_PREV_Y;
    }
    if (isName(forms, tags, j + 1)) {
      return Occurrence.X_PREV_YX;
    }
    return isName(forms, tags, j - 1) ? Occurrence.X_PREV_XY : Occurrence.X_PREV_X;
  }

  /** How a name occurs elsewhere in the sentence; names are those of CoreNLP's features. */
  private enum Occurrence {
    NONE("NO-OCCURRENCE-PATTERN"),
    XY_NEXT_XY("XY-NEXT-OCCURRENCE-XY"),
    XY_NEXT_Y("XY-NEXT-OCCURRENCE-Y"),
    XY_PREV_XY("XY-PREV-OCCURRENCE-XY"),
    XY_PREV_Y("XY-PREV-OCCURRENCE-Y"),
    X_NEXT_YX("X-NEXT-OCCURRENCE-YX"),
    X_NEXT_XY("X-NEXT-OCCURRENCE-XY"),
    X_NEXT_X("X-NEXT-OCCURRENCE-X"),
    X_PREV_YX("X-PREV-OCCURRENCE-YX"),
    X_PREV_XY("X-PREV-OCCURRENCE-XY"),
    X_PREV_X("X-PREV-OCCURRENCE-X");

    private final long feature;

    Occurrence(String name) {
      feature = HashedText.of(name + "|C");
    }
  }

  private static boolean isName(Form[] forms, String[] tags, int i) {
    return isInside(forms, i) && isNameCase(forms[i].text) && tags[i].equals("NNP");
  }

  private static boolean isNameCase(String word) {
    if (word.length() < 2) {
      return false;
    }
    char first = word.charAt(0);
    return (Character.isUpperCase(first) || Character.isTitleCase(first))
        && word.chars().skip(1).noneMatch(Character::isUpperCase);
  }

  private static boolean isLower(String word) {
    return hasLetter(word) && word.chars().noneMatch(Character::isUpperCase);
  }

  private static boolean hasLetter(String word) {
    return word.chars().anyMatch(Character::isLetter);
  }
}
