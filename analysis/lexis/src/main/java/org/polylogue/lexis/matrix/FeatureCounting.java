package org.polylogue.lexis.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Vocabulary;
import org.polylogue.lexis.slice.Subcorpus;

/** Counts features while tokens are read. For one thread. */
final class FeatureCounting {

  private final TokenIndex index;
  private final AssignedUnits units;
  private final String joint;
  private final Features features;
  private final Vocabulary vocabulary;
  private final BitSet left = new BitSet();
  private final Map<Integer, List<int[]>> expressions = new HashMap<>();

  /** Names of single features: ids of the vocabulary, and expressions after them. */
  private final List<String> compounds = new ArrayList<>();

  private final Map<List<Integer>, Integer> compoundIds = new HashMap<>();

  /** Sequences by the sequence without its last word and that word. */
  private final Map<Long, Integer> sequences = new HashMap<>();

  private final List<long[]> parents = new ArrayList<>();
  private final FeatureTally tally = new FeatureTally();
  private final BitSet seen = new BitSet();
  private int[] run = new int[64];
  private int length;

  /** Words of an expression have the joint between them. */
  FeatureCounting(TokenIndex index, AssignedUnits units, Features features, char joint) {
    this.joint = String.valueOf(joint);
    this.index = index;
    this.vocabulary = index.vocabulary(features.attribute());
    this.features = features;
    this.units = units;
    for (String word : features.left()) {
      int id = vocabulary.id(features.counted(word));
      if (id >= 0) {
        left.set(id);
      }
    }
    for (int id = 0; id < vocabulary.size() && !features.numbers(); id++) {
      if (vocabulary.entry(id).codePoints().noneMatch(Character::isLetter)) {
        left.set(id);
      }
    }
    for (List<String> expression : new HashSet<>(features.expressions())) {
      int[] ids =
          expression.stream().mapToInt(word -> vocabulary.id(features.counted(word))).toArray();
      if (Arrays.stream(ids).allMatch(id -> id >= 0)) {
        expressions.computeIfAbsent(ids[0], first -> new ArrayList<>()).add(ids);
      }
    }
    expressions
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt((int[] ids) -> -ids.length)));
  }

  /** Counts the selected words of a part of the corpus; its rows begin at a number. */
  void count(Subcorpus subcorpus, int firstRow) {
    int sentence = 0;
    int unit = -1;
    for (int r = 0; r < subcorpus.rangeCount(); r++) {
      flush(firstRow + unit);
      for (int i = subcorpus.from(r); i < subcorpus.to(r); i++) {
        boolean begins = false;
        while (index.sentenceStart(sentence + 1) <= i) {
          sentence++;
          begins = true;
        }
        int own = units.unitOf(i);
        if (begins || own != unit) {
          flush(firstRow + unit);
          unit = own;
        }
        if (own < 0 || !index.isWord(i)) {
          flush(firstRow + unit);
          continue;
        }
        seen.set(firstRow + own);
        if (length == run.length) {
          run = Arrays.copyOf(run, 2 * length);
        }
        run[length++] = index.id(features.attribute(), i);
      }
    }
    flush(firstRow + unit);
  }

  /** Words that stand beside each other, where expressions are one word. */
  private void flush(int row) {
    int[] words = new int[length];
    int n = 0;
    for (int i = 0; i < length; ) {
      int[] expression = expressionAt(i);
      if (expression != null) {
        words[n++] = compound(expression);
        i += expression.length;
      } else {
        words[n++] = left.get(run[i]) ? -1 : run[i];
        i++;
      }
    }
    length = 0;
    for (int i = 0; i < n; i++) {
      int sequence = -1;
      for (int k = 1; k <= features.longest() && i + k <= n && words[i + k - 1] >= 0; k++) {
        sequence = sequence(sequence, words[i + k - 1]);
        if (k >= features.shortest()) {
          tally.add(row, sequence);
        }
      }
    }
  }

  private int[] expressionAt(int i) {
    for (int[] expression : expressions.getOrDefault(run[i], List.of())) {
      if (i + expression.length <= length
          && Arrays.equals(run, i, i + expression.length, expression, 0, expression.length)) {
        return expression;
      }
    }
    return null;
  }

  private int compound(int[] expression) {
    return compoundIds.computeIfAbsent(
        Arrays.stream(expression).boxed().toList(),
        ids -> {
          compounds.add(String.join(joint, ids.stream().map(vocabulary::entry).toList()));
          return vocabulary.size() + compounds.size() - 1;
        });
  }

  private int sequence(int before, int word) {
    return sequences.computeIfAbsent(
        (long) (before + 1) << 32 | word,
        key -> {
          parents.add(new long[] {before, word});
          return parents.size() - 1;
        });
  }

  private String name(int sequence) {
    long[] parts = parents.get(sequence);
    int word = (int) parts[1];
    String last =
        word < vocabulary.size() ? vocabulary.entry(word) : compounds.get(word - vocabulary.size());
    return parts[0] < 0 ? last : name((int) parts[0]) + " " + last;
  }

  /** What was counted, with a row for each that has a selected word. */
  FeatureMatrix matrix(List<String> slices) {
    tally.addUp();
    BitSet used = new BitSet();
    for (int i = 0; i < tally.size(); i++) {
      used.set(tally.feature(i));
    }
    String[] named = new String[parents.size()];
    used.stream().forEach(sequence -> named[sequence] = name(sequence));
    int[] sorted =
        used.stream()
            .boxed()
            .sorted(Comparator.comparing((Integer sequence) -> named[sequence]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] column = new int[named.length];
    List<String> names = new ArrayList<>();
    for (int sequence : sorted) {
      // an expression and a sequence of its words may have one name, and are one feature
      if (names.isEmpty() || !names.get(names.size() - 1).equals(named[sequence])) {
        names.add(named[sequence]);
      }
      column[sequence] = names.size() - 1;
    }
    return FeatureMatrix.of(units, slices, seen, tally, column, names);
  }
}
