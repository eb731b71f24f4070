package org.polylogue.discourse.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.language.WordLists;

/** Finds the lexicon entries of a sentence and shifts them by what stands with them. */
final class OpinionFinder {

  private static final int NEGATION_REACH = 5;
  private static final int DEGREE_REACH = 2;
  private static final WordLists LISTS = WordLists.of(OpinionFinder.class, "words.tsv");
  private static final Set<String> DEFINITE = LISTS.list("scope-end");
  private static final Set<String> ONLY = LISTS.list("restrictive");
  private static final Set<String> CLAUSE_END = LISTS.list("clause-end");
  private static final Set<String> POLITE = LISTS.list("polite");
  private static final Set<String> BE = LISTS.list("be");
  private static final Set<String> FALLING = LISTS.list("falling");
  private static final int REVERSAL_REACH = 3;
  private static final double REVERSED = -0.5;
  private static final double CAPITALS = 1.2;
  private static final double BEFORE_BUT = 0.6;
  private static final double AFTER_BUT = 1.3;

  private final ValenceLexicon lexicon;
  private final Modifiers modifiers;

  OpinionFinder(ValenceLexicon lexicon, Modifiers modifiers) {
    this.lexicon = lexicon;
    this.modifiers = modifiers;
  }

  List<Opinion> find(SentenceWords words, Modifiers.Found found) {
    List<ValenceLexicon.Match> matches = lexicon.matches(words);
    List<Opinion> opinions = new ArrayList<>(matches.size());
    if (matches.isEmpty()) {
      return opinions;
    }
    boolean mixedCase = hasLowerCase(words);
    int contrast = found.has(Modifiers.Kind.CONTRAST) ? lastBut(words, found) : -1;
    for (ValenceLexicon.Match match : matches) {
      opinions.add(shifted(words, found, match, mixedCase, contrast));
    }
    return opinions;
  }

  Modifiers.Found modifiers(SentenceWords words) {
    return modifiers.find(words);
  }

  private static Opinion shifted(
      SentenceWords words,
      Modifiers.Found found,
      ValenceLexicon.Match match,
      boolean mixedCase,
      int contrast) {
    List<Opinion.Shift> shifts = new ArrayList<>(2);
    double value = match.valence();
    for (int i = match.first() - 1; i >= Math.max(0, match.first() - DEGREE_REACH); i--) {
      double up = found.factor(Modifiers.Kind.INTENSIFIER, i);
      double down = found.factor(Modifiers.Kind.DIMINISHER, i);
      boolean near = i == match.first() - 1 || words.head(i) == match.first();
      if (near && !Double.isNaN(up)) {
        value = shift(shifts, value, up, "intensifier", words.form(i));
      } else if (near && !Double.isNaN(down)) {
        value = shift(shifts, value, down, "diminisher", words.form(i));
      }
    }
    if (mixedCase && isCapitals(words, match)) {
      value = shift(shifts, value, CAPITALS, "capitals", match.entry());
    }
    int negator = negator(words, found, match);
    if (negator >= 0) {
      double factor = found.factor(Modifiers.Kind.NEGATOR, negator);
      value = shift(shifts, value, factor, "negation", words.form(negator));
    }
    int reversal = reversal(words, match);
    if (reversal >= 0) {
      value = shift(shifts, value, REVERSED, "reversal", words.form(reversal));
    }
    if (contrast >= 0) {
      value =
          shift(
              shifts,
              value,
              match.last() < contrast ? BEFORE_BUT : AFTER_BUT,
              "contrast",
              words.form(contrast));
    }
    int hypothetical = hypothetical(words, found, match.first());
    if (hypothetical >= 0) {
      double factor = found.factor(Modifiers.Kind.HYPOTHETICAL, hypothetical);
      value = shift(shifts, value, factor, "hypothetical", words.form(hypothetical));
    }
    return new Opinion(
        match.first(),
        match.last(),
        match.entry(),
        match.valence(),
        value,
        negator >= 0,
        List.copyOf(shifts));
  }

  private static double shift(
      List<Opinion.Shift> shifts, double value, double factor, String kind, String word) {
    double moved = value * factor;
    shifts.add(new Opinion.Shift(kind + " \"" + word + "\"", moved - value));
    return moved;
  }

  /**
   * The word right behind a noun that tells that what it names comes to an end or grows less, as in
   * "the worst is over", "the crime rate fell"; −1 if there is none.
   */
  private static int reversal(SentenceWords words, ValenceLexicon.Match match) {
    int to = Math.min(words.size(), match.last() + 1 + REVERSAL_REACH);
    for (int i = match.last() + 1; i < to && !endsScope(words, i); i++) {
      boolean over =
          words.form(i).equals("over") && i > match.last() + 1 && BE.contains(words.form(i - 1));
      if (over || FALLING.contains(words.form(i))) {
        return i;
      }
      if (!BE.contains(words.form(i)) && words.wordClass(i) != 'n' && words.wordClass(i) != '?') {
        return -1;
      }
    }
    return -1;
  }

  /** A negator that governs or precedes the match in its clause; −1 if there is none. */
  static int negator(SentenceWords words, Modifiers.Found found, ValenceLexicon.Match match) {
    return words.isWord(match.first()) ? negator(words, found, match.first()) : -1;
  }

  static int negator(SentenceWords words, Modifiers.Found found, int at) {
    if (!found.has(Modifiers.Kind.NEGATOR)) {
      return -1;
    }
    for (int i = at - 1; i >= Math.max(0, at - NEGATION_REACH); i--) {
      if (found.is(Modifiers.Kind.NEGATOR, i) && !isIdle(words, i)) {
        return reaches(words, i, at) ? i : -1;
      }
      if (endsScope(words, i) || DEFINITE.contains(words.form(i)) && !negates(found, i - 1)) {
        break;
      }
    }
    return -1;
  }

  /**
   * "No" as an answer, before a mark, negates nothing that follows; nor does "not only", nor the
   * "stop" of a demand: who says "Stop lying" accuses.
   */
  private static boolean isIdle(SentenceWords words, int i) {
    if (i + 1 >= words.size()) {
      return false;
    }
    return switch (words.form(i)) {
      case "no" -> !words.isWord(i + 1);
      case "not", "n't" -> ONLY.contains(words.form(i + 1));
      case "stop" -> i == 0 || POLITE.contains(words.form(i - 1)) || !words.isWord(i - 1);
      default -> false;
    };
  }

  /** Weak negators that are verbs or nouns reach only what they govern, where that is known. */
  private static boolean reaches(SentenceWords words, int negator, int at) {
    if (!words.sentence().isParsed() || at - negator <= 2) {
      return true;
    }
    int governor = words.head(negator);
    int node = at;
    for (int depth = 0; depth < 4 && node >= 0; depth++) {
      if (node == negator || node == governor) {
        return true;
      }
      node = words.head(node);
    }
    return false;
  }

  private static boolean negates(Modifiers.Found found, int i) {
    return i >= 0 && found.is(Modifiers.Kind.NEGATOR, i);
  }

  private static boolean endsScope(SentenceWords words, int i) {
    return CLAUSE_END.contains(words.form(i));
  }

  private static int hypothetical(SentenceWords words, Modifiers.Found found, int at) {
    if (!found.has(Modifiers.Kind.HYPOTHETICAL)) {
      return -1;
    }
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      if (endsScope(words, i)) {
        return -1;
      }
      if (found.is(Modifiers.Kind.HYPOTHETICAL, i)) {
        return i;
      }
    }
    return -1;
  }

  private static int lastBut(SentenceWords words, Modifiers.Found found) {
    for (int i = words.size() - 2; i > 0; i--) {
      boolean contrasts = words.form(i).equals("but") || words.form(i).equals("however");
      if (contrasts && !negates(found, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean hasLowerCase(SentenceWords words) {
    for (int i = 0; i < words.size(); i++) {
      String text = words.sentence().token(i).text();
      if (words.isWord(i) && text.length() > 1 && text.equals(words.form(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCapitals(SentenceWords words, ValenceLexicon.Match match) {
    String text = words.sentence().token(match.first()).text();
    return text.length() > 2
        && words.isWord(match.first())
        && text.equals(text.toUpperCase(Locale.ROOT));
  }
}
