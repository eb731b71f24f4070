package org.polylogue.lexis.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Topics as distributions over words, and texts as distributions over topics: the mean of some
 * states of the sampler, which can be asked one by one too. Immutable and thread-safe.
 *
 * @see Lda what makes it
 */
public final class TopicModel {

  private final int[] documents;
  private final List<SeedTopic> seeds;
  private final List<short[]> choices;
  private final int[] groups;
  private final List<double[][]> alphas;
  private final double[][] words;

  private TopicModel(Collector kept) {
    documents = kept.state.documents;
    groups = kept.state.groups;
    seeds = kept.seeds;
    choices = List.copyOf(kept.choices);
    alphas = List.copyOf(kept.alphas);
    words = kept.words();
  }

  /** Gathers states. */
  static final class Collector {
    private final LdaState state;
    private final List<SeedTopic> seeds;
    private final List<short[]> choices = new ArrayList<>();
    private final List<double[][]> alphas = new ArrayList<>();
    private final double[][] sums;

    Collector(LdaState state, List<SeedTopic> seeds) {
      this.state = state;
      this.seeds = seeds;
      this.sums = new double[state.topicCount][state.vocabulary];
    }

    void add() {
      choices.add(state.choices.clone());
      alphas.add(Arrays.stream(state.alpha).map(double[]::clone).toArray(double[][]::new));
      int topics = state.topicCount;
      double[] rates = new double[topics];
      for (int topic = 0; topic < topics; topic++) {
        double all = state.totals[topic] + state.totals[topic + topics] + 2 * LdaSampler.SWITCH;
        boolean seeded = state.seeds.words[topic] > 0;
        double share = seeded ? (state.totals[topic] + LdaSampler.SWITCH) / all : 1;
        rates[topic] = share / (state.totals[topic] + state.beta * state.vocabulary);
        for (int word = 0; word < state.vocabulary; word++) {
          sums[topic][word] += state.beta * rates[topic];
        }
      }
      for (int word = 0; word < state.vocabulary; word++) {
        int column = word;
        state.wordTopics.forEach(
            word, (topic, count) -> sums[topic][column] += count * rates[topic]);
        for (int cell = state.seeds.starts[word]; cell < state.seeds.starts[word + 1]; cell++) {
          int topic = state.seeds.topics[cell];
          double fromSeeds = state.totals[topic + topics];
          double all = state.totals[topic] + fromSeeds + 2 * LdaSampler.SWITCH;
          sums[topic][word] +=
              (state.seedCounts[cell] + LdaSampler.SEED_BETA)
                  * (fromSeeds + LdaSampler.SWITCH)
                  / ((fromSeeds + state.seeds.words[topic] * LdaSampler.SEED_BETA) * all);
        }
      }
    }

    private double[][] words() {
      for (double[] topic : sums) {
        for (int word = 0; word < topic.length; word++) {
          topic[word] /= choices.size();
        }
      }
      return sums;
    }

    TopicModel model() {
      return new TopicModel(this);
    }
  }

  /**
   * Counts the topics.
   *
   * @return 2 or more
   */
  public int topics() {
    return words.length;
  }

  /**
   * Counts the words.
   *
   * @return columns of the matrix that it was learned from
   */
  public int columns() {
    return words[0].length;
  }

  /**
   * Counts the texts.
   *
   * @return rows of the matrix that it was learned from
   */
  public int rows() {
    return documents.length - 1;
  }

  /**
   * Counts the states of the sampler that make the model.
   *
   * @return 1 or more
   */
  public int states() {
    return choices.size();
  }

  /**
   * The name of a topic that was known beforehand.
   *
   * @param topic from 0
   * @return empty for a topic that was not
   */
  public Optional<String> name(int topic) {
    return topic < seeds.size() ? Optional.of(seeds.get(topic).name()) : Optional.empty();
  }

  /**
   * How likely a topic makes a word.
   *
   * @param topic from 0
   * @param column the word
   * @return over 0, under 1; 1 for all words of a topic together
   */
  public double probability(int topic, int column) {
    return words[topic][column];
  }

  /**
   * The most likely words of a topic.
   *
   * @param topic from 0
   * @param most how many at most
   * @return columns, the most likely first, equals by their order in the matrix
   */
  public int[] topWords(int topic, int most) {
    return best(words[topic], most);
  }

  /**
   * Words that are both frequent in a topic and its own: FREX (Bischof and Airoldi 2012), the
   * harmonic mean 1 / (w / E + (1 − w) / F) of where the word stands among all words by its
   * exclusivity, p(word | topic) / Σ p(word | any topic), and by its frequency in the topic, both
   * as a share of words that do not exceed it.
   *
   * @param topic from 0
   * @param most how many at most
   * @param weight of exclusivity, 0 to 1; stm takes .5
   * @return columns, the best first, equals by their order in the matrix
   * @throws IllegalArgumentException for another weight
   */
  public int[] frexWords(int topic, int most, double weight) {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("a weight lies in 0 to 1, not " + weight);
    }
    double[] exclusive = new double[columns()];
    for (int word = 0; word < exclusive.length; word++) {
      double sum = 0;
      for (double[] other : words) {
        sum += other[word];
      }
      exclusive[word] = words[topic][word] / sum;
    }
    double[] byExclusivity = places(exclusive);
    double[] byFrequency = places(words[topic]);
    double[] frex = new double[exclusive.length];
    for (int word = 0; word < frex.length; word++) {
      frex[word] = 1 / (weight / byExclusivity[word] + (1 - weight) / byFrequency[word]);
    }
    return best(frex, most);
  }

  /** The share of values that do not exceed each. */
  private static double[] places(double[] values) {
    int[] order = best(values, values.length);
    double[] places = new double[values.length];
    for (int i = 0; i < order.length; i++) {
      boolean tied = i > 0 && values[order[i]] == values[order[i - 1]];
      places[order[i]] = tied ? places[order[i - 1]] : (double) (order.length - i) / order.length;
    }
    return places;
  }

  /**
   * The texts with the greatest share of each topic.
   *
   * @param most how many at most
   * @param tokens the least length of a text, 1 or more; a text of one word says little
   * @return rows by topic, the greatest share first, equals by their order
   */
  public List<List<Text>> texts(int most, int tokens) {
    Comparator<Text> worst =
        Comparator.comparingDouble(Text::share).thenComparing(Text::row, Comparator.reverseOrder());
    List<PriorityQueue<Text>> kept = new ArrayList<>();
    for (int topic = 0; topic < topics(); topic++) {
      kept.add(new PriorityQueue<>(worst));
    }
    for (int row = 0; row < rows(); row++) {
      if (tokens(row) >= Math.max(1, tokens)) {
        double[] shares = shares(row);
        for (int topic = 0; topic < shares.length; topic++) {
          PriorityQueue<Text> queue = kept.get(topic);
          queue.add(new Text(row, shares[topic]));
          if (queue.size() > most) {
            queue.remove();
          }
        }
      }
    }
    return kept.stream().map(queue -> queue.stream().sorted(worst.reversed()).toList()).toList();
  }

  /**
   * A text of a topic.
   *
   * @param row from 0
   * @param share the topic's share of it
   */
  public record Text(int row, double share) {}

  /** Places of the greatest values, the greatest first. */
  private static int[] best(double[] values, int most) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -values[i]).thenComparing(i -> i))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Counts the tokens of a text.
   *
   * @param row from 0
   * @return 0 or more
   */
  public int tokens(int row) {
    return documents[row + 1] - documents[row];
  }

  /**
   * The topics of a text: (tokens of the topic + α) / (tokens + Σα), the mean of all states.
   *
   * @param row from 0
   * @return shares by topic, 1 together; the prior for a text without words
   */
  public double[] shares(int row) {
    double[] mean = new double[topics()];
    for (int state = 0; state < states(); state++) {
      double[] shares = shares(row, state);
      for (int topic = 0; topic < mean.length; topic++) {
        mean[topic] += shares[topic] / states();
      }
    }
    return mean;
  }

  /**
   * The topics of a text in one state.
   *
   * @param row from 0
   * @param state from 0
   * @return shares by topic, 1 together
   */
  public double[] shares(int row, int state) {
    double[] shares = alphas.get(state)[groups[row]].clone();
    double sum = tokens(row) + Arrays.stream(shares).sum();
    short[] choice = choices.get(state);
    for (int token = documents[row]; token < documents[row + 1]; token++) {
      shares[choice[token] % shares.length]++;
    }
    for (int topic = 0; topic < shares.length; topic++) {
      shares[topic] /= sum;
    }
    return shares;
  }

  /**
   * The topics of all texts together.
   *
   * @return each topic's share of all tokens, 1 together
   */
  public double[] prevalence() {
    long[] counts = new long[topics()];
    for (short[] choice : choices) {
      for (short one : choice) {
        counts[one % counts.length]++;
      }
    }
    double all = (double) choices.size() * choices.get(0).length;
    return Arrays.stream(counts).mapToDouble(count -> count / all).toArray();
  }

  @Override
  public String toString() {
    return "TopicModel[" + topics() + " topics of " + rows() + " rows]";
  }
}
