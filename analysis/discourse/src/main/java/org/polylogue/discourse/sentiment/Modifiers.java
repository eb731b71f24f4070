package org.polylogue.discourse.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

  private record Entry(String[] words, double factor) {}

  /** The factors found in a sentence: NaN where a kind is not there. */
  static final class Found {
    private final Map<Kind, double[]> factors = new EnumMap<>(Kind.class);

    boolean is(Kind kind, int position) {
      return !Double.isNaN(factor(kind, position));
    }

    double factor(Kind kind, int position) {
      double[] row = factors.get(kind);
      return row == null ? Double.NaN : row[position];
    }

    boolean has(Kind kind) {
      return factors.containsKey(kind);
    }
  }

  private final Map<Kind, Map<String, List<Entry>>> entries = new EnumMap<>(Kind.class);

  private Modifiers() {}

  static Modifiers shipped() {
    String name = "modifiers.tsv";
    Modifiers result = new Modifiers();
    try (InputStream in = Modifiers.class.getResourceAsStream(name)) {
      for (TableReader.Row row :
          TableReader.read(name, new InputStreamReader(in, StandardCharsets.UTF_8))) {
        result.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Map<String, List<Entry>> kind : result.entries.values()) {
      kind.values().forEach(list -> list.sort(Comparator.comparingInt(e -> -e.words.length)));
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
        .computeIfAbsent(kind, key -> new HashMap<>())
        .computeIfAbsent(words[0], key -> new ArrayList<>(1))
        .add(new Entry(words, row.number(2, -2, 2, "factor")));
  }

  Found find(Words sentence) {
    Found found = new Found();
    for (Map.Entry<Kind, Map<String, List<Entry>>> kind : entries.entrySet()) {
      boolean byLemma = kind.getKey() == Kind.NEGATOR;
      for (int i = 0; i < sentence.size(); i++) {
        Entry entry = at(sentence, i, kind.getValue(), byLemma);
        if (entry != null) {
          int last = Math.min(sentence.size(), i + entry.words.length) - 1;
          double[] row =
              found.factors.computeIfAbsent(kind.getKey(), key -> unknown(sentence.size()));
          row[last] = entry.factor;
          i = last;
        }
      }
    }
    return found;
  }

  private static double[] unknown(int size) {
    double[] row = new double[size];
    Arrays.fill(row, Double.NaN);
    return row;
  }

  private static Entry at(Words sentence, int at, Map<String, List<Entry>> kind, boolean byLemma) {
    List<Entry> candidates = kind.get(sentence.form(at));
    if (candidates == null && byLemma) {
      candidates = kind.get(sentence.lemma(at));
    }
    if (candidates == null) {
      return null;
    }
    for (Entry entry : candidates) {
      boolean same = at + entry.words.length <= sentence.size();
      for (int k = 1; same && k < entry.words.length; k++) {
        same = entry.words[k].equals(sentence.form(at + k));
      }
      if (same) {
        return entry;
      }
    }
    return null;
  }
}
