package org.polylogue.discourse.sentiment;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polylogue.language.WordLists;

/** Words that turn, raise, lower, contrast or suspend the tone of what they stand with. */
final class Modifiers {

  /** What a modifier does. */
  enum Kind {
    NEGATOR,
    INTENSIFIER,
    DIMINISHER,
    CONTRAST,
    HYPOTHETICAL,
    IRONY
  }

  private record Entry(Kind kind, String[] words, double factor) {}

  private static final int KINDS = Kind.values().length;

  /** The factors found in a sentence: NaN where a kind is not there. */
  static final class Found {
    private final double[][] factors = new double[KINDS][];

    boolean is(Kind kind, int position) {
      return !Double.isNaN(factor(kind, position));
    }

    double factor(Kind kind, int position) {
      double[] row = factors[kind.ordinal()];
      return row == null ? Double.NaN : row[position];
    }

    boolean has(Kind kind) {
      return factors[kind.ordinal()] != null;
    }
  }

  private final Map<String, List<Entry>> entries = new HashMap<>();

  private Modifiers() {}

  static Modifiers shipped() {
    String name = "modifiers.tsv";
    Modifiers result = new Modifiers();
    try (Reader reader = WordLists.open(Modifiers.class, name)) {
      for (TableReader.Row row : TableReader.read(name, reader)) {
        result.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (List<Entry> list : result.entries.values()) {
      list.sort(Comparator.comparingInt(e -> -e.words.length));
    }
    return result;
  }

  private void add(TableReader.Row row) {
    Kind kind;
    try {
      kind = Kind.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw row.mistake(0, "no kind of modifier: '" + row.cell(0) + "'");
    }
    String[] words = row.cell(1).split(" ");
    entries
        .computeIfAbsent(words[0], key -> new ArrayList<>(1))
        .add(new Entry(kind, words, row.number(2, -2, 2, "factor")));
  }

  Found find(SentenceWords sentence) {
    Found found = new Found();
    int[] free = new int[KINDS];
    for (int i = 0; i < sentence.size(); i++) {
      mark(sentence, i, entries.get(sentence.form(i)), false, free, found);
      if (!sentence.lemma(i).equals(sentence.form(i))) {
        mark(sentence, i, entries.get(sentence.lemma(i)), true, free, found);
      }
    }
    return found;
  }

  /** Of each kind the longest entry, none overlapping another; lemmas stand for negators only. */
  private static void mark(
      SentenceWords sentence,
      int at,
      List<Entry> candidates,
      boolean lemma,
      int[] free,
      Found found) {
    if (candidates == null) {
      return;
    }
    for (Entry entry : candidates) {
      int kind = entry.kind.ordinal();
      if (free[kind] <= at && (!lemma || entry.kind == Kind.NEGATOR) && fits(sentence, at, entry)) {
        int last = at + entry.words.length - 1;
        if (found.factors[kind] == null) {
          found.factors[kind] = unknown(sentence.size());
        }
        found.factors[kind][last] = entry.factor;
        free[kind] = last + 1;
      }
    }
  }

  private static boolean fits(SentenceWords sentence, int at, Entry entry) {
    boolean same = at + entry.words.length <= sentence.size();
    for (int k = 1; same && k < entry.words.length; k++) {
      same = entry.words[k].equals(sentence.form(at + k));
    }
    return same;
  }

  private static double[] unknown(int size) {
    double[] row = new double[size];
    Arrays.fill(row, Double.NaN);
    return row;
  }
}
