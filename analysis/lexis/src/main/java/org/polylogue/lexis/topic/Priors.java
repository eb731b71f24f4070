package org.polylogue.lexis.topic;

import java.util.Arrays;

/**
 * Learns the priors of topics from counts by Minka's fixed point (2000, equation 55), one step at a
 * time, from histograms of the counts (Wallach 2008, section 2.4): α of each topic and one β for
 * all words (Wallach, Mimno and McCallum 2009). A gamma prior of shape 1.001 and scale 1 keeps a
 * topic without tokens in the game. Uses no function whose last bit differs between machines.
 */
final class Priors {

  private static final double SHAPE = 0.001;
  private static final double RATE = 1;

  private Priors() {}

  static void learn(LdaState state) {
    for (int group = 0; group < state.alpha.length; group++) {
      learnAlpha(state, group);
    }
    learnBeta(state);
  }

  private static void learnAlpha(LdaState state, int group) {
    double[] alphas = state.alpha[group];
    int topics = state.topicCount;
    int[][] counts = new int[topics][8];
    int[] lengths = new int[8];
    int[] inDocument = new int[topics];
    for (int document = 0; document + 1 < state.documents.length; document++) {
      if (state.groups[document] != group) {
        continue;
      }
      int from = state.documents[document];
      int to = state.documents[document + 1];
      for (int token = from; token < to; token++) {
        inDocument[state.choices[token] % topics]++;
      }
      for (int token = from; token < to; token++) {
        int topic = state.choices[token] % topics;
        if (inDocument[topic] > 0) {
          counts[topic] = counted(counts[topic], inDocument[topic]);
          inDocument[topic] = 0;
        }
      }
      lengths = counted(lengths, to - from);
    }
    double whole = differences(lengths, Arrays.stream(alphas).sum()) + RATE;
    for (int topic = 0; topic < topics; topic++) {
      double alpha = alphas[topic];
      alphas[topic] = (alpha * differences(counts[topic], alpha) + SHAPE) / whole;
    }
  }

  private static void learnBeta(LdaState state) {
    int[][] counts = {new int[8], new int[8]};
    for (int word = 0; word < state.vocabulary; word++) {
      state.wordTopics.forEach(word, (topic, count) -> counts[0] = counted(counts[0], count));
    }
    for (int topic = 0; topic < state.topicCount; topic++) {
      counts[1] = counted(counts[1], state.totals[topic]);
    }
    double one = differences(counts[0], state.beta);
    double whole = state.vocabulary * differences(counts[1], state.beta * state.vocabulary) + RATE;
    state.beta = (state.beta * one + SHAPE) / whole;
  }

  private static int[] counted(int[] histogram, int count) {
    int[] grown =
        count < histogram.length
            ? histogram
            : Arrays.copyOf(histogram, Math.max(count + 1, 2 * histogram.length));
    grown[count]++;
    return grown;
  }

  /** Σ Ψ(n + x) − Ψ(x) over all n of a histogram; Ψ(n + x) − Ψ(x) = 1/x + … + 1/(x + n − 1). */
  private static double differences(int[] histogram, double x) {
    double sum = 0;
    double difference = 0;
    for (int n = 1; n < histogram.length; n++) {
      difference += 1 / (x + n - 1);
      sum += histogram[n] * difference;
    }
    return sum;
  }
}
