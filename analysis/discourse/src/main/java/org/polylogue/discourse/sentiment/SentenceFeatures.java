package org.polylogue.discourse.sentiment;

import java.util.List;
import org.polylogue.discourse.learning.FeatureVector;

/** Describes a sentence for the model of its tone. */
final class SentenceFeatures {

  private static final double WORD = 0.3;
  private static final double PAIR = 0.25;

  private SentenceFeatures() {}

  static void add(
      FeatureVector to, SentenceWords words, List<Opinion> opinions, Modifiers.Found found) {
    int[] opinionAt = new int[words.size()];
    addOpinions(to, words, opinions, opinionAt);
    addWords(to, words, found, opinionAt, opinions);
    addDependencies(to, words, opinionAt, opinions);
    for (Modifiers.Kind kind : Modifiers.Kind.values()) {
      if (found.has(kind)) {
        to.mark("has " + kind);
      }
    }
  }

  /** The rule-based score: the sum of the opinions over the root of its square plus four. */
  static double rule(double sum) {
    return sum / Math.sqrt(sum * sum + 1.5);
  }

  private static void addOpinions(
      FeatureVector to, SentenceWords words, List<Opinion> opinions, int[] opinionAt) {
    double sum = 0;
    double positive = 0;
    double negative = 0;
    double best = 0;
    double worst = 0;
    for (int k = 0; k < opinions.size(); k++) {
      Opinion opinion = opinions.get(k);
      for (int i = opinion.first(); i <= opinion.last(); i++) {
        opinionAt[i] = k + 1;
      }
      double value = opinion.value();
      sum += value;
      if (value > 0) {
        positive += value;
      } else {
        negative += value;
      }
      best = Math.max(best, value);
      worst = Math.min(worst, value);
      to.add("entry " + opinion.entry(), value);
      char wordClass = words.wordClass(opinion.last());
      to.add("class " + wordClass + (value > 0 ? "+" : "-"), value);
      if (opinion.negated()) {
        to.add("negated " + (opinion.prior() > 0 ? "+" : "-"), 0.5);
      }
    }
    to.add("rule", rule(sum));
    to.add("sum+", positive / (1 + positive));
    to.add("sum-", negative / (1 - negative));
    to.add("best", best);
    to.add("worst", worst);
    if (!opinions.isEmpty()) {
      to.add("mean", sum / opinions.size());
      to.add("last", opinions.get(opinions.size() - 1).value());
      to.add("first", opinions.get(0).value());
    }
    to.add("density+", positive / words.size() * 5);
    to.add("density-", negative / words.size() * 5);
  }

  private static void addWords(
      FeatureVector to,
      SentenceWords words,
      Modifiers.Found found,
      int[] opinionAt,
      List<Opinion> opinions) {
    String before = "<";
    for (int i = 0; i < words.size(); i++) {
      String lemma = words.lemma(i);
      if (words.isWord(i)) {
        boolean negated = OpinionFinder.negator(words, found, i) >= 0;
        String name = (negated ? "not " : "word ") + lemma;
        to.addOnce(name, WORD);
        if (words.wordClass(i) != 'x' && lemma.length() > 5) {
          String stem = "stem " + lemma.substring(0, 5);
          to.addOnce(stem, WORD / 2);
        }
      } else {
        to.addOnce("mark " + lemma, WORD);
      }
      String pair = "pair " + before + " " + lemma;
      to.addOnce(pair, PAIR);
      before = lemma;
    }
  }

  private static void addDependencies(
      FeatureVector to, SentenceWords words, int[] opinionAt, List<Opinion> opinions) {
    for (int i = 0; i < words.size(); i++) {
      int head = words.head(i);
      if (head < 0) {
        if (opinionAt[i] > 0) {
          to.add("root", opinions.get(opinionAt[i] - 1).value());
        }
        continue;
      }
      String relation = words.relation(i);
      if (relation.equals("punct") || relation.equals("det") || relation.equals("case")) {
        continue;
      }
      String dependent = sign(opinionAt[i], opinions);
      String governor = sign(opinionAt[head], opinions);
      if (!dependent.isEmpty() || !governor.isEmpty()) {
        to.add("relation " + relation + " " + governor + ">" + dependent, PAIR);
      }
      if (words.isWord(i) && words.isWord(head)) {
        to.add("dep " + relation + " " + words.lemma(head) + " " + words.lemma(i), PAIR);
      }
    }
  }

  private static String sign(int opinion, List<Opinion> opinions) {
    return opinion == 0 ? "" : opinions.get(opinion - 1).value() > 0 ? "+" : "-";
  }
}
