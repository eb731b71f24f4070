package org.polylogue.lexis.topic;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws topics for the tokens of one part of the corpus after another, each from the counts of the
 * last sweep and its own changes. For one thread.
 *
 * <p>A topic k has the weight (n<sub>dk</sub> + α<sub>k</sub>) (n<sub>kw</sub> + β) h<sub>k</sub>
 * with h<sub>k</sub> = 1 / (n<sub>k</sub> + Vβ), without the token itself (Griffiths and Steyvers
 * 2004). As in SparseLDA (Yao, Mimno and McCallum 2009) the sum falls into what the word has, which
 * takes time for the topics of the word alone, and β Σ (n<sub>dk</sub> + α<sub>k</sub>)
 * h<sub>k</sub>, which changes with two topics at a time and is rarely drawn from.
 *
 * <p>A seeded topic makes a word from all words or from its seeds (Eshima, Imai and Sasaki 2024,
 * the base model of keyATM). With m<sub>k</sub> tokens from its S<sub>k</sub> seeds, its
 * h<sub>k</sub> is multiplied by (n<sub>k</sub> + γ) / (n<sub>k</sub> + m<sub>k</sub> + 2γ), and a
 * seed word has a weight more: (n<sub>dk</sub> + α<sub>k</sub>) (m<sub>kw</sub> + β′)
 * (m<sub>k</sub> + γ) / ((m<sub>k</sub> + S<sub>k</sub>β′) (n<sub>k</sub> + m<sub>k</sub> + 2γ)).
 */
final class LdaSampler {

  /** Prior of words among the seeds, and of the choice between seeds and all words, as keyATM's. */
  static final double SEED_BETA = 0.1;

  static final double SWITCH = 1;

  private final LdaState state;
  private final int topicCount;
  private final double beta;
  private final double betaSum;
  private final WordTopics wordTopics;
  private final int[] cells;
  private final int bits;
  private final int mask;
  private final boolean isSeeded;
  private final int[] seedCounts;
  private final int[] totals;
  private final int[] inDocument;

  /** h of each topic, and the same for its seeds. */
  private final double[] rates;

  private final double[] seedRates;

  /** What a document and a topic give to each token of a word: (n + α) h. */
  private final double[] weights;

  private double weightSum;
  private double[] alpha;
  private final double[] sums;

  LdaSampler(LdaState state) {
    this.state = state;
    this.topicCount = state.topicCount;
    this.beta = state.beta;
    this.betaSum = state.beta * state.vocabulary;
    boolean alone = state.partCount() == 1;
    this.wordTopics = alone ? state.wordTopics : state.wordTopics.sameShape();
    this.cells = wordTopics.cells;
    this.bits = wordTopics.bits;
    this.mask = wordTopics.mask;
    this.isSeeded = state.seeds.topics.length > 0;
    this.seedCounts = alone ? state.seedCounts : new int[state.seedCounts.length];
    this.totals = alone ? state.totals : new int[state.totals.length];
    this.inDocument = new int[topicCount];
    this.rates = new double[topicCount];
    this.seedRates = new double[topicCount];
    this.weights = new double[topicCount];
    this.sums = new double[topicCount];
  }

  /** Draws anew the topic of every token of a part. */
  void sweep(int part, long seed) {
    if (state.partCount() > 1) {
      wordTopics.copyFrom(state.wordTopics);
      System.arraycopy(state.seedCounts, 0, seedCounts, 0, seedCounts.length);
      System.arraycopy(state.totals, 0, totals, 0, totals.length);
    }
    for (int topic = 0; topic < topicCount; topic++) {
      rate(topic);
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int document = state.parts[part]; document < state.parts[part + 1]; document++) {
      document(document, random);
    }
  }

  private void document(int document, SplittableRandom random) {
    int from = state.documents[document];
    int to = state.documents[document + 1];
    alpha = state.alpha[state.groups[document]];
    Arrays.fill(inDocument, 0);
    for (int token = from; token < to; token++) {
      int choice = state.choices[token];
      inDocument[choice < topicCount ? choice : choice - topicCount]++;
    }
    weightSum = 0;
    for (int topic = 0; topic < topicCount; topic++) {
      weights[topic] = (inDocument[topic] + alpha[topic]) * rates[topic];
      weightSum += weights[topic];
    }
    for (int token = from; token < to; token++) {
      int word = state.words[token];
      remove(word, state.choices[token]);
      int choice = draw(word, random.nextDouble());
      state.choices[token] = (short) choice;
    }
  }

  private void remove(int word, int choice) {
    totals[choice]--;
    int topic = choice;
    if (choice < topicCount) {
      wordTopics.remove(word, choice);
    } else {
      topic = choice - topicCount;
      seedCounts[state.seeds.cell(word, topic)]--;
    }
    inDocument[topic]--;
    changed(topic);
  }

  /** Draws a choice for a token of a word and counts it. */
  private int draw(int word, double uniform) {
    int from = wordTopics.rows[word];
    int to = wordTopics.rows[word + 1];
    double sum = 0;
    for (int at = from; at < to && cells[at] != 0; at++) {
      int cell = cells[at];
      sum += weights[cell & mask] * (cell >>> bits);
      sums[at - from] = sum;
    }
    double seeded = isSeeded ? seeded(word) : 0;
    double rest = uniform * (sum + seeded + beta * weightSum);
    if (rest < sum) {
      int found = 0;
      while (sums[found] <= rest) {
        found++;
      }
      int topic = cells[from + found] & mask;
      wordTopics.addAt(word, from + found, topic);
      return counted(topic, topic);
    }
    rest -= sum;
    if (rest < seeded) {
      return seed(word, rest);
    }
    rest = (rest - seeded) / beta;
    int topic = 0;
    while (topic < topicCount - 1 && rest >= weights[topic]) {
      rest -= weights[topic++];
    }
    wordTopics.add(word, topic);
    return counted(topic, topic);
  }

  private double seeded(int word) {
    double sum = 0;
    for (int cell = state.seeds.starts[word]; cell < state.seeds.starts[word + 1]; cell++) {
      sum += seeded(cell, state.seeds.topics[cell]);
    }
    return sum;
  }

  private double seeded(int cell, int topic) {
    return (inDocument[topic] + alpha[topic]) * (seedCounts[cell] + SEED_BETA) * seedRates[topic];
  }

  private int seed(int word, double drawn) {
    double rest = drawn;
    int cell = state.seeds.starts[word];
    while (cell < state.seeds.starts[word + 1] - 1) {
      double weight = seeded(cell, state.seeds.topics[cell]);
      if (rest < weight) {
        break;
      }
      rest -= weight;
      cell++;
    }
    seedCounts[cell]++;
    int topic = state.seeds.topics[cell];
    return counted(topic, topic + topicCount);
  }

  private int counted(int topic, int choice) {
    totals[choice]++;
    inDocument[topic]++;
    changed(topic);
    return choice;
  }

  /** After the counts of a topic have changed. */
  private void changed(int topic) {
    rate(topic);
    double weight = (inDocument[topic] + alpha[topic]) * rates[topic];
    weightSum += weight - weights[topic];
    weights[topic] = weight;
  }

  private void rate(int topic) {
    int total = totals[topic];
    int seedWords = state.seeds.words[topic];
    if (seedWords == 0) {
      rates[topic] = 1 / (total + betaSum);
      return;
    }
    int fromSeeds = totals[topic + topicCount];
    double all = total + fromSeeds + 2 * SWITCH;
    rates[topic] = (total + SWITCH) / ((total + betaSum) * all);
    seedRates[topic] = (fromSeeds + SWITCH) / ((fromSeeds + seedWords * SEED_BETA) * all);
  }
}
