package org.polylogue.validation.learning;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.stance.PostNGrams;
import org.polylogue.text.Span;

/**
 * The words in which a question is asked.
 *
 * @param text the words; of a long text the first 3000 characters are read
 * @param targets where in them the target is meant, in any order; empty if there is none or it is
 *     not named
 * @param facts what else is known, a value by name, such as the target
 */
public record Context(String text, List<Span> targets, SortedMap<String, String> facts) {

  private static final int LONGEST = 3000;
  private static final int NEAR = 40;
  private static final int WORDS = 3;
  private static final double LETTERS = 0.5;
  private static final double FACT = 0.3;

  /** Stands in place of the target, so that what is learned of one holds for others. */
  private static final String TARGET = " xxtargetxx ";

  /** Copies the parts. */
  public Context {
    targets = List.copyOf(targets);
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /**
   * What is learned from: word sequences with the target replaced by a mark, those near to it once
   * more, letter sequences, and the facts.
   *
   * @return numbers by name
   */
  public FeatureVector features() {
    FeatureVector features = new FeatureVector();
    String marked = marked();
    features.addAll(PostNGrams.words(marked, "w:", WORDS), 1);
    features.addAll(PostNGrams.letters(marked), LETTERS);
    StringBuilder near = new StringBuilder();
    for (int at = marked.indexOf(TARGET); at >= 0; at = marked.indexOf(TARGET, at + 1)) {
      near.append(marked, Math.max(0, at - NEAR), Math.min(marked.length(), at + NEAR + NEAR / 2))
          .append('\n');
    }
    features.addAll(PostNGrams.words(near.toString(), "n:", WORDS), 1);
    facts.forEach((name, value) -> features.add("f:" + name + " " + value, FACT));
    return features;
  }

  private String marked() {
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (Span target : targets.stream().sorted().toList()) {
      if (target.start() >= from && target.end() <= Math.min(text.length(), LONGEST)) {
        marked.append(text, from, target.start()).append(TARGET);
        from = target.end();
      }
    }
    return marked.append(text, from, Math.max(from, Math.min(text.length(), LONGEST))).toString();
  }
}
