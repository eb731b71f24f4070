package org.polylogue.validation.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.polylogue.validation.check.CheckedRow;

/** Coded rows of a machine that takes a word of praise for blame. */
final class Invented {

  private static final List<String> FILLERS =
      List.of("the bridge", "our council", "a new road", "this winter", "the school", "old trees");

  private Invented() {}

  /** Rows of clusters of three; a share of them tells its code by its words. */
  static List<CodedExample> rows(int count, double told, long seed) {
    Random random = new Random(seed);
    List<CodedExample> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean praised = random.nextBoolean();
      String word = random.nextDouble() >= told ? "seen" : praised ? "grand" : "dull";
      String text =
          FILLERS.get(random.nextInt(FILLERS.size()))
              + " was "
              + word
              + " near "
              + FILLERS.get(random.nextInt(FILLERS.size()));
      rows.add(row(i, text, random.nextInt(3) > 0, praised));
    }
    return rows;
  }

  /** The machine is right or not, whatever the words are. */
  private static CodedExample row(int i, String text, boolean right, boolean praised) {
    String code = praised ? "positive" : "negative";
    String machine = right ? code : praised ? "negative" : "positive";
    return new CodedExample(
        new CheckedRow("r" + i, machine, code, 1, OptionalDouble.of(0.8), "a" + i / 3),
        new Context(text, List.of(), new TreeMap<>()).features());
  }
}
