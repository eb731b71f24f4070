package org.polylogue.lexis.topic;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.polylogue.lexis.count.CountRows;

/**
 * What the sampler knows between sweeps: the topic of each token, and the counts that follow from
 * it. A token's choice is its topic, or topic + number of topics if the topic's own seed words made
 * it.
 */
final class LdaState {

  /** Tokens in a part of the corpus that is sampled from counts of the last sweep. */
  private static final int PART = 50_000;

  private static final int MOST_PARTS = 64;

  final int topicCount;
  final int vocabulary;
  final int[] documents;
  final int[] words;
  final short[] choices;
  final SeedCells seeds;
  final WordTopics wordTopics;
  final int[] seedCounts;

  /** Tokens of each choice. */
  final int[] totals;

  /** The group of each document, and α of each topic by group. */
  final int[] groups;

  final double[][] alpha;
  double beta;

  /** Documents at which the parts start; one more for the end of the last. */
  final int[] parts;

  /** Tokens by their words, and where each word starts. */
  private final int[] byWord;

  private final int[] wordStarts;

  LdaState(CountRows rows, int[] groups, SeedCells seeds, double[][] alpha, double beta) {
    this.topicCount = alpha[0].length;
    this.groups = groups;
    this.alpha = alpha;
    this.vocabulary = rows.columns();
    this.seeds = seeds;
    this.documents = new int[rows.rows() + 1];
    int[] tokens = new int[vocabulary];
    long size = 0;
    for (int cell = 0; cell < rows.start(rows.rows()); cell++) {
      size += rows.count(cell);
      tokens[rows.column(cell)] += rows.count(cell);
    }
    if (size == 0 || size > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException(
          size == 0
              ? "no row has a word; topics need words"
              : size + " tokens are too many for one model; take a sample of the rows");
    }
    wordTopics = WordTopics.of(tokens, topicCount);
    words = new int[(int) size];
    int at = 0;
    for (int row = 0; row < rows.rows(); row++) {
      for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
        int word = rows.column(cell);
        Arrays.fill(words, at, at + rows.count(cell), word);
        at += rows.count(cell);
      }
      documents[row + 1] = at;
    }
    choices = new short[words.length];
    seedCounts = new int[seeds.topics.length];
    totals = new int[2 * topicCount];
    this.beta = beta;
    parts = parts();
    wordStarts = new int[vocabulary + 1];
    for (int word = 0; word < vocabulary; word++) {
      wordStarts[word + 1] = wordStarts[word] + tokens[word];
    }
    byWord = new int[words.length];
    int[] next = wordStarts.clone();
    for (int token = 0; token < words.length; token++) {
      byWord[next[words[token]]++] = token;
    }
  }

  /** Parts depend on the corpus alone, never on the number of threads. */
  private int[] parts() {
    int count = Math.max(1, Math.min(MOST_PARTS, words.length / PART));
    int[] starts = new int[count + 1];
    int document = 0;
    for (int part = 1; part < count; part++) {
      long end = (long) words.length * part / count;
      while (documents[document] < end) {
        document++;
      }
      starts[part] = document;
    }
    starts[count] = documents.length - 1;
    return starts;
  }

  int partCount() {
    return parts.length - 1;
  }

  /** Any topic for every token; a seed word gets a topic that it is a seed of. */
  void start(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int token = 0; token < words.length; token++) {
      int word = words[token];
      int seeded = seeds.starts[word + 1] - seeds.starts[word];
      choices[token] =
          (short)
              (seeded == 0
                  ? random.nextInt(topicCount)
                  : topicCount + seeds.topics[seeds.starts[word] + random.nextInt(seeded)]);
    }
  }

  /** Counts anew, from the choices, some of the words. */
  void count(int fromWord, int toWord) {
    int[] counts = new int[topicCount];
    for (int word = fromWord; word < toWord; word++) {
      Arrays.fill(seedCounts, seeds.starts[word], seeds.starts[word + 1], 0);
      for (int i = wordStarts[word]; i < wordStarts[word + 1]; i++) {
        int choice = choices[byWord[i]];
        if (choice < topicCount) {
          counts[choice]++;
        } else {
          seedCounts[seeds.cell(word, choice - topicCount)]++;
        }
      }
      wordTopics.set(word, counts);
    }
  }

  /** Counts anew the tokens of each choice. */
  void total() {
    Arrays.fill(totals, 0);
    for (short choice : choices) {
      totals[choice]++;
    }
  }

  /** Words at which shares of about equal work start; one more for the end of the last. */
  int[] wordShares(int count) {
    return IntStream.rangeClosed(0, count)
        .map(
            share -> {
              int end = (int) ((long) words.length * share / count);
              int found = Arrays.binarySearch(wordStarts, end);
              return share == count ? vocabulary : found < 0 ? -found - 1 : found;
            })
        .toArray();
  }
}
